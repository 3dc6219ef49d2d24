"""A made-up article with everything that is hard to mark: nesting, crossing, two passages in one quotation, markup in the text."""

from __future__ import annotations

from pathlib import Path

import duckdb

from hiwar.dataset.publish import database
from hiwar.schema import TABLES
from hiwar.schema.derive import ddl

STEM = "a b'\"<i>&#?%~é/c"
ARTICLE = f"{STEM}.1"
HEADLINE = "الوزير: <b>لن ننسحب</b> & {{ 7 * 7 }}"
LEAD = 'قال الوزير إن "العدد </p><script>window.hacked = 1</script> بلغ نحو 2500 جندي، وقد أكد نائبه أن 3 منهم غادروا.'
MORE = 'وأن الباقين <img src=x onerror="window.hacked = 2"> باقون" في البلاد.'
CHROME = "إقرأ أيضاً"
TEXT = "\n".join([HEADLINE, LEAD, CHROME, MORE])
SPEAKER = "p.<script>window.hacked = 3</script>A"
NAME = "<script>window.hacked = 4</script> الوزير"


def at(words: str) -> tuple[int, int]:
    """Return where words stand in the text."""
    start = TEXT.index(words)
    return start, start + len(words)


def rows() -> dict[str, list[tuple[object, ...]]]:
    """Return the rows of every table, in the order of the columns."""
    lines = [HEADLINE, LEAD, CHROME, MORE]
    kinds = ["headline", "body", "furniture", "body"]
    passages = [
        (
            f"{STEM}.p{at(line)[0]}",
            f"{STEM}.txt",
            None if kind == "furniture" else ARTICLE,
            number + 1,
            kind,
            *at(line),
            line,
            None,
        )
        for number, (line, kind) in enumerate(zip(lines, kinds, strict=True))
    ]
    outer = (at("العدد </p>")[0], at("باقون")[1])
    inner = at("3 منهم غادروا")
    said, stressed = at("قال"), at("أكد")
    ids = f"{ARTICLE}.s{said[0]}", f"{ARTICLE}.s{stressed[0]}"
    lead = passages[1][0]

    def statement(id_: str, cue: tuple[int, int], span: tuple[int, int], act: str) -> tuple[object, ...]:
        text = TEXT[slice(*span)]
        return (
            id_,
            ARTICLE,
            lead,
            "mixed",
            act,
            TEXT[slice(*cue)],
            *cue,
            *span,
            text,
            "<u>gloss</u>",
            None,
            "r",
            "machine",
        )

    def figure(text: str, number: str, qualifier: str, value: float, statement_id: str) -> tuple[object, ...]:
        start = at(text)[0]
        from_ = TEXT.index(number, start)
        span = (start, start + len(text), number, from_, from_ + len(number))
        return (
            f"{ARTICLE}.f{from_}",
            ARTICLE,
            lead,
            statement_id,
            text,
            *span,
            value,
            None,
            None,
            qualifier,
            "item",
            None,
            "troops",
            None,
            "r",
            "machine",
        )

    return {
        "articles": [(ARTICLE, f"{STEM}.txt", 1, "0" * 64, len(TEXT), "ar", HEADLINE, "<i>صحيفة</i>", None, None, "unknown", None, "machine")],
        "passages": passages,
        "speakers": [(SPEAKER, "person", NAME, '"><script>window.hacked = 5</script>', None, None, "<b>", "machine")],
        "speaker_names": [(SPEAKER, NAME)],
        "statements": [statement(ids[0], said, outer, "say"), statement(ids[1], stressed, inner, "affirm")],
        "attributions": [
            (f"{ids[0]}.source1", ids[0], SPEAKER, "source", "titled", "الوزير", *at("الوزير إن")[:1], at("الوزير إن")[0] + 6, "r", "machine"),
            (f"{ids[1]}.source1", ids[1], SPEAKER, "source", "titled", "نائبه", *at("نائبه"), "r", "machine"),
        ],
        "measures": [("troops", "Troops <b>", "جنود", "item", "<script>window.hacked = 6</script>")],
        "figures": [
            figure("نحو 2500 جندي", "2500", "about", 2500.0, ids[0]),
            figure("3 منهم", "3", "exact", 3.0, ids[1]),
        ],
    }  # fmt: skip


def write(path: Path) -> None:
    """Write the database."""
    with duckdb.connect(str(path), config={"storage_compatibility_version": database.STORAGE}) as con:
        for statement in [*ddl.statements(), ddl.RAW_TEXTS]:
            con.execute(statement)
        for name, found in rows().items():
            marks = ", ".join("?" * len(TABLES[name].columns))
            con.executemany(f"INSERT INTO {name} VALUES ({marks})", found)
        con.execute("INSERT INTO raw_texts VALUES (?, ?)", [f"{STEM}.txt", TEXT])
        database.finish(con)
