"""Addresses lead back to the ids that they were made from."""

from __future__ import annotations

from typing import Any

import pytest
from datasette.utils import tilde_decode
from hypothesis import given
from hypothesis import strategies as st
from markupsafe import Markup

from hiwar.serve.pages import cells
from hiwar.serve.pages.links import anchor, article_of, encoded


class Addresses:
    """Stands for `Links`: an address says what it is of."""

    def __getattr__(self, name: str) -> Any:
        return lambda *parts: f"{name}:{':'.join(map(str, parts))}"


@given(st.text(st.characters(exclude_categories=["Cs"]), min_size=1))
def test_any_id_survives_the_way_through_an_address(row_id: str) -> None:
    address = encoded(row_id)
    assert address.isascii()
    assert not set(address) & set("/?#% ")
    assert tilde_decode(address) == row_id


@given(st.text("aZ_.19-", min_size=1), st.integers(1, 99), st.integers(0, 10**7))
def test_a_rows_id_names_its_article_and_its_place(stem: str, position: int, offset: int) -> None:
    article = f"{stem}.{position}"
    for own in (f"s{offset}", f"f{offset}", f"s{offset}.source1", f"s{offset}.relay12"):
        assert article_of(f"{article}.{own}") == article
        assert anchor(f"{article}.{own}") == own


@pytest.mark.parametrize(
    ("row", "column", "table", "expected"),
    [
        ({"statement_id": "a.1.s7", "cue": "قال"}, "cue", "statements", "place:a.1.s7"),
        ({"statement_id": "a.1.s7"}, "statement_id", None, "place:a.1.s7"),
        ({"statement_id": "no id"}, "statement_id", None, None),
        ({"attribution_id": "a.1.s7.source1", "form": "implicit"}, "form", "attributions", "place:a.1.s7.source1"),
        ({"passage_id": "a.p7", "article_id": {"value": "a.1", "label": "x"}, "kind": "body"}, "kind", "passages", "place:a.p7:a.1"),
        ({"passage_id": "a.p7", "article_id": None, "kind": "furniture"}, "kind", "passages", None),
        ({"speaker_id": "p.a"}, "speaker_id", None, "page:speaker:p.a"),
        ({"measure_id": None}, "measure_id", None, None),
        ({"row_id": "a.1"}, "row_id", "reviews", None),
        ({"cue": "قال"}, "cue", "statements", None),
    ],
)  # fmt: skip
def test_cells_lead_into_the_text(
    row: dict[str, Any], column: str, table: str | None, expected: str | None
) -> None:
    cell = cells.render(Addresses(), row, row[column], column, table)  # type: ignore[arg-type]
    assert cell == (expected and Markup('<a class="in-text" href="{}">{}</a>').format(expected, row[column]))


def test_a_long_or_missing_label_does_not_fill_a_cell() -> None:
    links: Any = Addresses()
    long = cells.render(links, {}, {"value": "a.p1", "label": "<b>" * 40}, "passage_id", "statements")
    assert long is not None
    assert "…" in long
    assert "<b>" not in long
    missing = cells.render(links, {}, {"value": "a.1", "label": None}, "article_id", "statements")
    assert missing == '<a href="row:articles:a.1">a.1</a>'
