"""Links lead somewhere, and every page and every command can be found."""

import re
from pathlib import Path

from hiwar.cli import COMMANDS

ROOT = Path(__file__).parents[2]
PAGES = [
    page
    for pattern in ("*.md", "docs/*.md", "schema/*.md", "builders/*.md", "dataset/**/*.md")
    for page in sorted(ROOT.glob(pattern))
]
_LINK = re.compile(r"\]\(([^)\s]+)\)")
_HEADING = re.compile(r"^#+ (.*)$", re.MULTILINE)


def test_every_link_leads_to_a_file_and_a_heading() -> None:
    dead = [
        f"{page.relative_to(ROOT)}: {link}"
        for page in PAGES
        for link in _LINK.findall(page.read_text(encoding="utf-8"))
        if not link.startswith(("http", "mailto:")) and not _leads(page, link)
    ]
    assert dead == []


def test_the_index_names_every_page() -> None:
    index = set(_LINK.findall((ROOT / "docs" / "README.md").read_text(encoding="utf-8")))
    pages = {page.name for page in (ROOT / "docs").glob("*.md")} - {"README.md"}
    assert pages - index == set()


def test_every_command_is_documented() -> None:
    headings = _HEADING.findall((ROOT / "docs" / "commands.md").read_text(encoding="utf-8"))
    assert sorted(headings[1:]) == sorted(COMMANDS)


def _leads(page: Path, link: str) -> bool:
    file, _, anchor = link.partition("#")
    target = page.parent / file if file else page
    if not target.exists():
        return False
    if not anchor or target.suffix != ".md":
        return True
    headings = _HEADING.findall(target.read_text(encoding="utf-8"))
    return anchor in {_anchor(heading) for heading in headings}


def _anchor(heading: str) -> str:
    return re.sub(r"[^\w\- ]", "", heading.lower()).strip().replace(" ", "-")
