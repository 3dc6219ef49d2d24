"""The pages in a browser: what is marked, how it looks to Chromium, and that everybody can use it."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from importlib.resources import files
from pathlib import Path
from typing import Any

import duckdb
import pytest

from hiwar.serve.pages.links import anchor, encoded
from tests.serve.pages import made_up
from tests.serve.pages.browser import MODES, chromium, served

pytestmark = [pytest.mark.browser, pytest.mark.slow]

ARTICLE = "/hiwar/-/article/001_08b63b4514a026e0.1"
PAGES = {
    "home": "/",
    "database": "/hiwar",
    "article": ARTICLE,
    "note": f"{ARTICLE}#note-s749",
    "speaker": "/hiwar/-/speaker/p.mHmd_cyAE_AlswdAny",
    "measure": "/hiwar/-/measure/us_troops_in_iraq",
    "speakers": "/hiwar/-/speakers",
    "measures": "/hiwar/-/measures",
    "table": "/hiwar/statements?_facet=cue&_facet=act&_size=10",
    "row": "/hiwar/statements/001_08b63b4514a026e0~2E1~2Es749",
    "query": "/hiwar/who_said_what?about=%D8%A7%D9%84%D8%A7%D9%86%D8%B3%D8%AD%D8%A7%D8%A8",
    "sql": "/hiwar?sql=select+count%28*%29+from+statements",
}
RUNS = """() => {
  const found = {};
  for (const kind of ["content", "cue", "mention", "figure", "number"]) {
    found[kind] = {};
    for (const run of document.querySelectorAll(`.text [data-${kind}]`))
      for (const row of run.dataset[kind].split(" "))
        found[kind][row] = (found[kind][row] ?? "") + run.textContent;
  }
  return found;
}"""


@pytest.fixture(scope="module")
def browser() -> Iterator[Any]:
    """Chromium, without a window."""
    executable = chromium()
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=executable, args=["--no-sandbox"])
        yield browser
        browser.close()


@pytest.fixture(scope="module")
def address(browser: Any, published: Path) -> Iterator[str]:
    """The dataset, served."""
    with served(published) as found:
        yield found


@pytest.fixture(scope="module")
def hostile(browser: Any, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The made-up article, served."""
    path = tmp_path_factory.mktemp("made_up") / "made.duckdb"
    made_up.write(path)
    with served(path) as found:
        yield found


@pytest.fixture
def visit(browser: Any) -> Iterator[Callable[..., Any]]:
    """`visit(address, mode)` opens a page; at the end, nothing may have gone to its console."""
    contexts, complaints = [], []

    def visiting(address: str, mode: str = "light", **options: Any) -> Any:
        context = browser.new_context(**{**MODES[mode], **options})
        contexts.append(context)
        page = context.new_page()
        page.on("console", lambda message: complaints.append(message.text))
        page.on("pageerror", lambda error: complaints.append(str(error)))
        assert page.goto(address).ok, address
        return page

    yield visiting
    for context in contexts:
        context.close()
    assert not complaints


@pytest.mark.parametrize("mode", MODES)
@pytest.mark.parametrize("name", PAGES)
def test_looks_right(visit: Callable[..., Any], address: str, root: Path, name: str, mode: str) -> None:
    page = visit(address + PAGES[name], mode)
    folder = root / ".artifacts" / "screenshots"
    folder.mkdir(parents=True, exist_ok=True)
    page.screenshot(path=folder / f"{name}-{mode}.png", full_page=name not in ("note", "article", "query"))
    assert page.evaluate("document.documentElement.scrollWidth <= document.documentElement.clientWidth")
    page.evaluate((files("axe_playwright_python") / "axe.min.js").read_text(encoding="utf-8"))
    found = page.evaluate("axe.run({resultTypes: ['violations']})")["violations"]
    serious = [
        (one["id"], [node["html"][:160] for node in one["nodes"]][:5])
        for one in found
        if one["impact"] in ("serious", "critical")
    ]
    assert not serious, json.dumps(serious, ensure_ascii=False, indent=1)


def _expected(path: Path, article_id: str) -> dict[str, dict[str, str]]:
    """Return what has to be marked, by kind and anchor, without the line breaks between passages."""
    queries = {
        "content": 'SELECT statement_id, "text" FROM statements WHERE article_id = $id',
        "cue": "SELECT statement_id, cue FROM statements WHERE article_id = $id",
        "mention": "SELECT attribution_id, mention FROM attributions JOIN statements USING (statement_id) "
        "WHERE article_id = $id AND mention IS NOT NULL",
        "figure": 'SELECT figure_id, "text" FROM figures WHERE article_id = $id',
        "number": "SELECT figure_id, number FROM figures WHERE article_id = $id",
    }
    with duckdb.connect(str(path), read_only=True) as con:
        return {
            kind: {anchor(row): text for row, text in con.execute(sql, {"id": article_id}).fetchall()}
            for kind, sql in queries.items()
        }


def test_the_marked_text_is_the_rows_text(visit: Callable[..., Any], address: str, published: Path) -> None:
    with duckdb.connect(str(published), read_only=True) as con:
        articles = [row for (row,) in con.execute("SELECT article_id FROM articles").fetchall()]
    for article_id in articles:
        expected = _expected(published, article_id)
        marked = visit(f"{address}/hiwar/-/article/{article_id}").evaluate(RUNS)
        assert {kind: _flat(rows) for kind, rows in marked.items()} == {
            kind: _flat(rows) for kind, rows in expected.items()
        }


def _flat(rows: dict[str, str]) -> dict[str, str]:
    return {row: "".join(text.split()) for row, text in rows.items()}


def test_hostile_text_is_text(visit: Callable[..., Any], hostile: str) -> None:
    paths = (
        "article/" + encoded(made_up.ARTICLE),
        "speaker/" + encoded(made_up.SPEAKER),
        "measure/troops",
        "speakers",
        "measures",
    )
    for path in [
        *(f"/made/-/{one}" for one in paths),
        "/",
        "/made/statements",
        "/made/articles",
        "/made/speakers",
    ]:
        page = visit(hostile + path)
        assert page.evaluate("window.hacked") is None, path
        assert page.locator("img").count() == 0, path
    page = visit(f"{hostile}/made/-/article/{encoded(made_up.ARTICLE)}")
    assert page.locator(".text").all_text_contents() == made_up.TEXT.split("\n")
    marked = page.evaluate(RUNS)
    for row in made_up.rows()["statements"]:
        assert _flat(marked["content"])[anchor(str(row[0]))] == "".join(str(row[10]).split())
    for row in made_up.rows()["figures"]:
        assert marked["figure"][anchor(str(row[0]))] == row[4]


def test_arabic_takes_its_own_direction(visit: Callable[..., Any], address: str) -> None:
    page = visit(address + PAGES["table"])
    for selector in ("td", "h1", ".facet-results li a", "input.filter-value", "option"):
        style = page.locator(selector).first.evaluate("node => getComputedStyle(node).unicodeBidi")
        assert style == "plaintext", selector
    cell = page.locator("td.col-text").first
    assert cell.evaluate("node => getComputedStyle(node).textAlign") == "start"
    assert page.locator("#facet-cue li a").first.text_content() == "قال"
    text = visit(address + ARTICLE).locator(".text").first
    assert text.evaluate("node => getComputedStyle(node).direction") == "rtl"
    assert "Hiwar Naskh" in text.evaluate("node => getComputedStyle(node).fontFamily")
    assert text.evaluate("() => document.fonts.check('16px \"Hiwar Naskh\"', 'قال')")


def test_a_mark_does_not_break_a_word(visit: Callable[..., Any], address: str) -> None:
    page = visit(address + ARTICLE)
    plain = """run => {
      const style = getComputedStyle(run), around = getComputedStyle(run.closest('.text'));
      return ['paddingLeft', 'paddingRight', 'borderLeftWidth', 'borderRightWidth', 'marginLeft', 'marginRight']
        .every(name => style[name] === '0px') && style.unicodeBidi === 'normal' && style.display === 'inline'
        && ['fontWeight', 'fontSize', 'fontFamily'].every(name => style[name] === around[name]);
    }"""
    assert page.locator(".text .run").evaluate_all(f"runs => runs.every({plain})")
    width = """classes => {
      const text = document.querySelector('.text');
      const measure = html => {
        const probe = document.createElement('span');
        probe.innerHTML = html; text.append(probe);
        const found = probe.getBoundingClientRect().width; probe.remove(); return found;
      };
      return [measure('بالاتفاق'), measure(`ب<span class="run ${classes}">الاتفا</span>ق`)];
    }"""
    for classes in (
        "is-content is-direct hue-0 depth-1",
        "is-cue",
        "is-figure is-content hue-1 depth-2",
        "is-mention",
    ):
        whole, marked = page.evaluate(width, classes)
        assert abs(whole - marked) < 0.5, classes


def test_pointing_reaching_and_tapping_tell_who_said_it(visit: Callable[..., Any], address: str) -> None:
    card = "#card:not([hidden])"
    page = visit(address + ARTICLE)
    page.locator("#s749").hover()
    pointed = page.locator(card).text_content()
    assert "say" in pointed
    assert "Row" in pointed
    assert page.locator('[data-content~="s749"].lit').count() > 0
    page.keyboard.press("Escape")
    assert page.locator(card).count() == 0
    page.mouse.move(1, 1)
    page.locator("#s749").focus()
    page.keyboard.press("Shift+Tab")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.id") == "s749"
    assert page.locator(card).text_content() == pointed
    outline = page.evaluate("getComputedStyle(document.activeElement).outlineStyle")
    assert outline == "solid"
    page.keyboard.press("Enter")
    assert page.url.endswith("#note-s749")
    phone = visit(address + ARTICLE, "phone")
    phone.locator("#s749").tap()
    assert phone.locator(card).text_content() == pointed


def test_without_scripts_a_mark_leads_to_its_note(visit: Callable[..., Any], address: str) -> None:
    for mode in ("light", "phone"):
        page = visit(address + ARTICLE, mode, java_script_enabled=False)
        page.locator("#s749").click()
        assert page.locator("#note-s749 .facts").is_visible()
        page.locator("#note-s749 .back").click()
        assert page.url.endswith("#s749")


def test_a_row_leads_to_its_place(visit: Callable[..., Any], address: str) -> None:
    page = visit(address + PAGES["row"])
    page.locator("td.col-cue a.in-text").click()
    assert page.url == f"{address}{ARTICLE}#s749"
    page.wait_for_function("""() => { const at = document.getElementById('s749').getBoundingClientRect();
      return at.top > 0 && at.bottom < innerHeight; }""")


def test_searching_finds_spelling_variants(visit: Callable[..., Any], address: str) -> None:
    def found(word: str) -> list[str]:
        page = visit(address)
        page.locator("input[name=about]").fill(word)
        page.keyboard.press("Enter")
        page.wait_for_url("**/who_said_what?**")
        return list(page.locator("tbody tr td:first-child").all_text_contents())

    plain = found("الاتفاق")
    assert plain == found("الإتفاق")
    assert "000_55083fa5e2494864.1.s1733" in plain  # بھذا الاتفاق
