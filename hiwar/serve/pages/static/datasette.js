// Names for the form fields and regions of Datasette's own pages, which have none for screen readers.
const names = [
  ['select[name^="_filter_column"]', "Column to filter by"],
  ['select[name^="_filter_op"]', "How to compare"],
  ['input[name^="_filter_value"]', "Value to compare with"],
  ['select[name="_sort"]', "Column to sort by"],
  ["textarea", "SQL"],
  [".facet-info a.cross", "Remove this facet"],
  ["details.actions-menu-links > summary", "Actions"],
];
function label() {
  for (const [selector, name] of names) {
    for (const element of document.querySelectorAll(selector)) element.setAttribute("aria-label", name);
  }
}
label();
addEventListener("load", label); // the editor makes its own field, later
for (const wide of document.querySelectorAll(".table-wrapper, pre, dl.column-descriptions")) {
  wide.tabIndex = 0;
  if (!wide.matches("dl")) wide.setAttribute("role", "region");
  wide.setAttribute("aria-label", wide.matches("pre") ? "SQL" : wide.matches("dl") ? "Columns" : "Table");
}
// What is searched and filtered is Arabic or not: let the text say.
for (const field of document.querySelectorAll('input[type="text"], input[type="search"]')) field.dir = "auto";

// One row is read from top to bottom: a table of twenty columns would go far out of the window.
if (document.body.classList.contains("row")) {
  const table = document.querySelector("table.rows-and-columns");
  const columns = [...table.querySelectorAll("th")].map((head) => head.textContent.trim());
  table.querySelectorAll("td").forEach((cell, index) => {
    const value = document.createElement("div");
    value.className = "value";
    value.append(...cell.childNodes);
    cell.append(value);
    cell.dataset.label = columns[index];
  });
  table.classList.add("as-list");
}
