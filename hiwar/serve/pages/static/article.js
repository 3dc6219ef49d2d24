// Point at a mark, reach it with the Tab key or tap it: a card beside it says who, what and how it was read.
const reading = document.querySelector(".reading");
if (reading) start(reading);

function start(reading) {
  const card = document.createElement("div");
  card.className = "card note";
  card.id = "card";
  card.hidden = true;
  document.querySelector("main").append(card);

  const noteOf = (mark) => document.getElementById(`note-${mark.dataset.note}`);
  const runsOf = (row) => reading.querySelectorAll(`[data-content~="${row}"], [data-cue~="${row}"], [data-figure~="${row}"]`);
  let lit = [];
  let leaving;

  function light(row) {
    for (const run of lit) run.classList.remove("lit");
    lit = row ? [...runsOf(row)] : [];
    for (const run of lit) run.classList.add("lit");
  }

  function show(mark) {
    clearTimeout(leaving);
    const note = noteOf(mark);
    if (!note) return;
    light(note.id.slice("note-".length));
    card.replaceChildren(...[...note.childNodes].map((node) => node.cloneNode(true)));
    card.hidden = false;
    place(mark.getClientRects()[0] ?? mark.getBoundingClientRect());
  }

  function place(at) {
    const narrow = matchMedia("(max-width: 46rem)").matches;
    card.classList.toggle("sheet", narrow);
    card.style.cssText = "";
    if (narrow) {
      const hidden = at.bottom + 12 - (innerHeight - card.offsetHeight);
      if (hidden > 0) scrollBy({ top: hidden });
      return;
    }
    const { width, height } = card.getBoundingClientRect();
    const left = Math.min(Math.max(at.right - width, 12), document.documentElement.clientWidth - width - 12);
    const below = at.bottom + 10 + height < innerHeight || at.top < height + 10;
    card.style.left = `${left + scrollX}px`;
    card.style.top = `${scrollY + (below ? at.bottom + 10 : at.top - height - 10)}px`;
  }

  function hide() {
    card.hidden = true;
    light(location.hash.slice(1).replace(/^note-/, "").replace(/\.(source|relay)\d+$/, ""));
  }

  const later = () => { leaving = setTimeout(hide, 250); };
  const stay = () => clearTimeout(leaving);

  reading.addEventListener("pointerover", (event) => {
    const mark = event.target.closest(".run");
    if (mark && event.pointerType === "mouse") show(mark);
  });
  reading.addEventListener("pointerout", (event) => {
    if (event.target.closest(".run") && event.pointerType === "mouse") later();
  });
  card.addEventListener("pointerenter", stay);
  card.addEventListener("pointerleave", (event) => { if (event.pointerType === "mouse") later(); });
  reading.addEventListener("focusin", (event) => {
    const mark = event.target.closest(".run");
    if (mark && mark.matches(":focus-visible")) show(mark);
  });
  reading.addEventListener("focusout", (event) => {
    if (event.target.closest(".run")) later();
  });
  reading.addEventListener("click", (event) => {
    const mark = event.target.closest(".run");
    if (!mark || event.ctrlKey || event.metaKey || event.shiftKey) return;
    if (event.detail === 0) return; // the Enter key follows the link to the note
    event.preventDefault();
    history.replaceState(null, "", `#${mark.dataset.note}`);
    show(mark);
  });
  card.addEventListener("click", (event) => { if (event.target.closest(".back")) hide(); });
  document.addEventListener("pointerdown", (event) => {
    if (!event.target.closest(".run, #card")) hide();
  });
  document.addEventListener("keydown", (event) => { if (event.key === "Escape") hide(); });
  addEventListener("hashchange", hide);
  hide();
  const asked = location.hash.match(/^#note-(.+)/);
  if (asked && matchMedia("(max-width: 46rem)").matches) document.getElementById(asked[1])?.scrollIntoView();
}
