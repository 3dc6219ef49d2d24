"""Faults made by hand, each caught by the name of the rule that it breaks."""

from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

import duckdb
import pytest

from hiwar.dataset.validate import validate
from tests.dataset.checked import AGENCY, MINISTER, OFFICIAL, PORT, Published


class Fault(NamedTuple):
    """A fault, with table and rule of the finding that must name it."""

    table: str
    rule: str
    make: Callable[[Published], object]


def _raw(text: str) -> Callable[[Published], object]:
    return lambda data: (data.folder / "raw" / "port.txt").write_text(text, encoding="utf-8", newline="")


def _content(table: str, old: bytes, new: bytes) -> Callable[[Published], object]:
    def change(data: Published) -> None:
        path = data.csv(table)
        assert old in path.read_bytes()
        path.write_bytes(path.read_bytes().replace(old, new, 1))

    return change


def _figure(row: int, /, **cells: str) -> Callable[[Published], object]:
    return lambda data: data.edit("figures", row, **cells)


def _end_of(text: str, words: str) -> str:
    return str(text.index(words) + len(words))


ROWS = [
    Fault("statements", "type_is_known", lambda data: data.edit("statements", 0, type="quoted")),
    Fault(
        "statements",
        "statement_id_has_its_form",
        lambda data: data.edit("statements", 2, statement_id="port.1.x5"),
    ),
    Fault("statements", "act_is_given", lambda data: data.edit("statements", 0, act="")),
    Fault("statements", "start_is_readable", lambda data: data.edit("statements", 0, start="٥٥")),
    Fault("statements", "end_is_readable", lambda data: data.edit("statements", 0, end="55.0")),
    Fault("statements", "cue_start_is_large_enough", lambda data: data.edit("statements", 1, cue_start="-3")),
    Fault("statements", "said_on_is_readable", lambda data: data.edit("statements", 0, said_on="27/1/2024")),
    Fault("statements", "span_is_not_empty", lambda data: data.edit("statements", 0, end="1")),
    Fault(
        "articles",
        "published_on_is_readable",
        lambda data: data.edit("articles", 0, published_on="2024-02-30"),
    ),
    Fault("articles", "date_has_a_basis", lambda data: data.edit("articles", 0, published_on="")),
    Fault("articles", "reason_is_kept", lambda data: data.edit("articles", 0, published_basis="external")),
    Fault("articles", "sha256_has_its_form", lambda data: data.edit("articles", 0, sha256="abc")),
    Fault("speakers", "country_has_its_form", lambda data: data.edit("speakers", 0, country="Iraq")),
    Fault("measures", "measure_id_has_its_form", lambda data: data.edit("measures", 0, measure_id="Ships")),
    Fault("passages", "repeat_names_its_line", lambda data: data.edit("passages", 3, repeats="")),
    Fault("passages", "belongs_to_an_article", lambda data: data.edit("passages", 2, article_id="")),
    Fault("attributions", "implicit_has_no_mention", lambda data: data.edit("attributions", 1, form="named")),
    Fault("attributions", "mention_is_a_span", lambda data: data.edit("attributions", 0, mention_end="")),
    Fault("figures", "range_has_both_ends", _figure(2, low="5", high="3")),
    Fault("figures", "others_have_a_value", _figure(0, value="")),
    Fault("figures", "magnitude_has_low", _figure(3, low="", high="10")),
    Fault("figures", "number_lies_in_the_text", _figure(0, number_end="200")),
    Fault("figures", "value_is_readable", _figure(0, value="300.0")),
    Fault("figures", "unit_has_its_form", _figure(0, unit="kilogrammes of wheat")),
    Fault("reviews", "correction_names_its_column", lambda data: data.edit("reviews", 0, field="end")),
]
KEYS = [
    Fault("speakers", "key_is_unique", lambda data: data.copy("speakers", 0)),
    Fault(
        "statements",
        "article_id_and_cue_start_is_unique",
        lambda data: data.copy("statements", 0, statement_id="port.1.s9"),
    ),
    Fault(
        "attributions",
        "speaker_id_names_a_row",
        lambda data: data.edit("attributions", 0, speaker_id="p.nobody"),
    ),
    Fault("attributions", "statement_id_names_a_row", lambda data: data.drop("statements", 0)),
    Fault("passages", "repeats_names_a_row", lambda data: data.edit("passages", 3, repeats="port.p9")),
    Fault("figures", "measure_id_names_a_row", _figure(0, measure_id="wheat")),
    Fault(
        "speaker_roles",
        "organization_id_names_a_row",
        lambda data: data.edit("speaker_roles", 0, organization_id="o.x"),
    ),
]
SPANS = [
    Fault("statements", "text_is_the_raw_text", lambda data: data.edit("statements", 0, end="90")),
    Fault("statements", "cue_is_the_raw_text", lambda data: data.edit("statements", 0, cue="قالت")),
    Fault(
        "attributions",
        "mention_is_the_raw_text",
        lambda data: data.edit("attributions", 0, mention_start="29", mention_end="53"),
    ),
    Fault("figures", "number_is_the_raw_text", _figure(0, number="٣٠٠")),
    Fault("passages", "text_is_the_raw_text", lambda data: data.edit("passages", 1, text="قال")),
    Fault("statements", "text_is_the_raw_text", lambda data: data.edit("statements", 0, end="999999999999")),
    Fault("statements", "text_is_trimmed", lambda data: data.edit("statements", 1, text="العمل ")),
    Fault("statements", "text_is_trimmed", lambda data: data.edit("statements", 1, text="\u00a0العمل")),
    Fault(
        "statements",
        "text_begins_a_word",
        lambda data: data.edit("statements", 0, text="سفينة تحمل", start=str(PORT.index("السفينة") + 2)),
    ),
]
PASSAGES = [
    Fault("articles", "raw_text_is_there", lambda data: (data.folder / "raw" / "port.txt").unlink()),
    Fault("articles", "sha256_is_of_the_file", _raw(PORT.replace("300", "400"))),
    Fault("articles", "characters_are_those_of_the_file", _raw(PORT + " ")),
    Fault("articles", "articles_are_numbered", lambda data: data.edit("articles", 0, position="2")),
    Fault("articles", "headline_is_a_passage", lambda data: data.edit("articles", 0, headline="عنوان آخر")),
    Fault("passages", "passages_are_numbered", lambda data: data.edit("passages", 1, position="7")),
    Fault("passages", "passages_do_not_overlap", lambda data: data.edit("passages", 1, start="20")),
    Fault("passages", "passages_cover_the_file", lambda data: data.drop("passages", 1)),
    Fault("passages", "passages_cover_the_file", lambda data: data.drop("passages", 4)),
    Fault("passages", "passage_is_the_whole_line", lambda data: data.edit("passages", 1, start="28")),
    Fault("passages", "passage_is_one_line", lambda data: data.edit("passages", 1, end="150")),
    Fault(
        "passages",
        "line_is_one_passage",
        lambda data: data.copy("passages", 1, passage_id="port.p24", start="24", position="6"),
    ),
    Fault(
        "passages", "repeat_names_an_earlier_line", lambda data: data.edit("passages", 3, repeats="town.p0")
    ),
    Fault("passages", "repeat_has_the_same_text", lambda data: data.edit("passages", 3, repeats="port.p23")),
    Fault("passages", "repeat_is_marked", lambda data: data.edit("passages", 3, kind="body", repeats="")),
    Fault(
        "passages",
        "passage_and_article_share_a_file",
        lambda data: data.edit("passages", 1, article_id="town.1"),
    ),
]
CODEBOOK = [
    Fault(
        "statements", "cue_lies_in_its_passage", lambda data: data.edit("statements", 0, passage_id="port.p0")
    ),
    Fault("statements", "passage_may_hold_statements", lambda data: data.edit("passages", 2, kind="meta")),
    Fault(
        "statements", "content_lies_in_open_passages", lambda data: data.edit("passages", 2, kind="furniture")
    ),
    Fault("statements", "cue_is_outside_its_content", lambda data: data.edit("statements", 0, start="23")),
    Fault("statements", "cue_is_one_word", lambda data: data.edit("statements", 0, cue="قال وزير")),
    Fault(
        "statements", "edge_has_no_stop", lambda data: data.edit("statements", 0, text="السفينة تحمل القمح.")
    ),
    Fault("statements", "mixed_has_marks", lambda data: data.edit("statements", 0, type="mixed")),
    Fault("statements", "statement_has_a_source", lambda data: data.drop("attributions", 1)),
    Fault(
        "attributions",
        "relay_is_not_the_source",
        lambda data: data.edit("attributions", 3, speaker_id=AGENCY),
    ),
    Fault(
        "attributions",
        "relay_is_not_the_outlet",
        lambda data: data.edit("articles", 1, outlet="وكالة المرافئ"),
    ),
    Fault(
        "attributions",
        "mention_lies_in_an_open_passage",
        lambda data: data.edit("passages", 2, kind="repeat", repeats="port.p0"),
    ),
    Fault("attributions", "form_suits_the_speaker", lambda data: data.edit("attributions", 3, form="named")),
    Fault(
        "speakers",
        "unnamed_speaker_keeps_to_its_article",
        lambda data: data.edit("attributions", 0, speaker_id=OFFICIAL),
    ),
    Fault("speakers", "speaker_is_used", lambda data: data.copy("speakers", 0, speaker_id="p.AHmd")),
    Fault(
        "speaker_roles",
        "role_stands_in_the_article",
        lambda data: data.edit("speaker_roles", 0, role_ar="وزير المال"),
    ),
    Fault("figures", "number_lies_in_its_passage", _figure(0, passage_id="port.p0")),
    Fault("figures", "passage_may_hold_figures", lambda data: data.edit("passages", 1, kind="meta")),
    Fault("figures", "statement_is_the_innermost", _figure(0, statement_id="")),
    Fault("figures", "counted_stands_in_the_text", _figure(0, counted="من الشعير")),
    Fault("figures", "percent_sign_means_percent", _figure(1, unit="item")),
    Fault(
        "figures", "percent_sign_is_in_the_number", _figure(1, number="60", number_end=_end_of(PORT, "60"))
    ),
    Fault("figures", "value_is_the_number", _figure(0, value="3000")),
    Fault("figures", "magnitude_is_a_power_of_ten", _figure(3, low="12")),
    Fault("figures", "as_of_is_a_date", _figure(3, as_of="2024-13")),
    Fault("figures", "unit_is_the_measures", _figure(2, unit="t")),
    Fault("measures", "measure_is_used", _figure(2, measure_id="")),
    Fault("figures", "figure_id_is_built_from_its_row", _figure(0, figure_id="port.1.f1")),
    Fault(
        "speakers", "speaker_id_is_built_from_its_row", lambda data: data.edit("speakers", 1, kind="state")
    ),
]
REVIEW = [
    Fault("reviews", "correction_is_not_stale", lambda data: data.edit("reviews", 6, published="55")),
    Fault("reviews", "reviewed_row_is_there", lambda data: data.edit("reviews", 0, row_id="port.9")),
    Fault(
        "reviews", "rejected_row_is_not_published", lambda data: data.edit("reviews", 0, decision="rejected")
    ),
    Fault("statements", "review_is_decided", lambda data: data.edit("statements", 1, review="machine")),
    Fault("figures", "review_is_decided", _figure(0, review="added")),
    Fault("articles", "review_is_decided", lambda data: data.drop("reviews", 0)),
]
FILES = [
    Fault("figures", "file_is_there", lambda data: data.csv("figures").unlink()),
    Fault("figures", "csv_is_well_formed", _content("figures", b"figure_id", b"\xef\xbb\xbffigure_id")),
    Fault("figures", "csv_is_well_formed", _content("figures", b"figure_id,", b"")),
    Fault("figures", "csv_is_well_formed", _content("figures", "القمح".encode(), "القمح".encode("cp1256"))),
    Fault("figures", "csv_is_well_formed", _content("figures", b",test,", b",test")),
    Fault("datapackage.json", "package_is_there", lambda data: (data.folder / "datapackage.json").unlink()),
    Fault("measures", "package_hash_is_of_the_file", _content("measures", b"Ships.", b"Ships!")),
]
FAULTS = [*ROWS, *KEYS, *SPANS, *PASSAGES, *CODEBOOK, *REVIEW, *FILES]


def test_the_dataset_that_is_damaged_below_has_no_finding(tmp_path: Path) -> None:
    data = Published(tmp_path / "data")
    data.copies()
    for place in (data.folder, data.folder / "hiwar.duckdb"):
        report = validate(place)
        assert [str(finding) for finding in report.findings] == []
        assert report.notes == []
        assert sum(report.rows.values()) == 52


@pytest.mark.slow
@pytest.mark.parametrize("fault", FAULTS, ids=lambda fault: f"{fault.table}.{fault.rule}")
def test_a_fault_is_caught_by_the_name_of_its_rule(fault: Fault, tmp_path: Path) -> None:
    data = Published(tmp_path / "data")
    fault.make(data)
    report = validate(data.folder, thorough=False)
    assert (fault.table, fault.rule) in {(finding.table, finding.rule) for finding in report.findings}
    assert all(finding.broken and finding.mend for finding in report.findings)


@pytest.mark.parametrize("kind", ["parquet", "database"])
def test_a_copy_that_differs_is_caught(kind: str, tmp_path: Path) -> None:
    data = Published(tmp_path / "data")
    data.copies()
    data.edit("speakers", 0, name_en="Salim al-Hamdani")
    data.drop("reviews", 19)
    found = {
        (finding.table, finding.row, finding.rule)
        for finding in validate(data.folder, thorough=False).findings
    }
    assert found == {
        (table, row, f"{copy}_{rule}")
        for copy in ("parquet", "database")
        for table, row, rule in [
            ("speakers", MINISTER, "equals_csv"),
            ("reviews", "figures:port.1.f1", "equals_csv"),
            ("reviews", None, "has_the_rows"),
        ]
    }


DATABASE = [
    ("statements", "type_is_known", "UPDATE statements SET type = 'quoted' WHERE cue = 'قال'"),
    ("statements", "columns_are_declared", 'ALTER TABLE statements ALTER "end" TYPE VARCHAR'),
    ("figures", "constraints_are_declared", "SELECT 1"),
    ("raw_texts", "table_is_there", "DROP TABLE raw_texts"),
    ("measures", "table_is_there", "DROP TABLE measures"),
    ("statements", "key_is_unique", "INSERT INTO statements FROM statements LIMIT 1"),
]


@pytest.mark.parametrize(("table", "rule", "damage"), DATABASE)
def test_a_fault_in_a_database_is_caught(table: str, rule: str, damage: str, tmp_path: Path) -> None:
    data = Published(tmp_path / "data")
    data.copies()
    copy = tmp_path / "copy.duckdb"
    with duckdb.connect(str(copy)) as connection:
        connection.execute(f"ATTACH '{data.folder / 'hiwar.duckdb'}' AS whole (READ_ONLY)")
        for name in [*data.folder.glob("tables/*.csv")]:
            connection.execute(f"CREATE TABLE {name.stem} AS FROM whole.{name.stem}")
        connection.execute("CREATE TABLE raw_texts AS FROM whole.raw_texts")
        connection.execute(damage)
    assert (table, rule) in {
        (finding.table, finding.rule) for finding in validate(copy, thorough=False).findings
    }
