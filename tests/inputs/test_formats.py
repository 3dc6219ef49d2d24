"""Every container: the same text gives the same rows, and each record keeps where it came from."""

import hashlib
from pathlib import Path

import pytest

from hiwar.corpus.options import Columns, Options
from hiwar.dataset import folder
from hiwar.dataset.validate import validate
from tests.inputs.containers import (
    CONTAINERS,
    OTHER,
    TEXT,
    THIRD,
    jsonl,
    page,
    rows,
    table,
    warc,
    without_names,
    zipped,
)


def _built(place: Path, files: dict[str, bytes], options: Options | None = None) -> Path:
    for name, content in files.items():
        (place / "news" / name).parent.mkdir(parents=True, exist_ok=True)
        (place / "news" / name).write_bytes(content)
    folder.make([place / "news"], place / "built", folder.How(options or Options(), jobs=0))
    return place / "built"


@pytest.mark.parametrize("name", CONTAINERS)
def test_the_same_text_gives_the_same_rows_in_every_container(name: str, tmp_path: Path) -> None:
    plain = without_names(rows(_built(tmp_path / "plain", {"a.txt": TEXT.encode()})))
    assert len(plain["statements"]) >= 3
    found = rows(_built(tmp_path / "other", {name: CONTAINERS[name](TEXT)}))
    assert without_names(found) == plain
    (origin,) = found["origins"]
    expected = {"windows.txt": "windows-1256", "utf16.txt": "utf-16-le"}.get(name, "utf-8")
    assert (origin["path"], origin["encoding"], origin["extractor"]) == (name, expected, None)
    assert origin["raw_file"] == found["articles"][0]["raw_file"]


@pytest.mark.parametrize("name", ["a.html", "a.html.gz", "a.zip", "a.warc.gz", "quality.warc.gz"])
def test_a_page_gives_the_rows_of_its_text_with_its_metadata_and_digest(name: str, tmp_path: Path) -> None:
    import gzip

    head = '<meta property="og:site_name" content="صحيفة النهر"><meta property="article:published_time" content="2024-01-27T10:00">'
    source = page(TEXT, head)
    made = {
        "a.html": source,
        "a.html.gz": gzip.compress(source),
        "a.zip": zipped(page__html=source),
        "a.warc.gz": warc(("https://example.org/1", source)),
        "quality.warc.gz": warc(("https://example.org/1", source)),
    }[name]
    options = Options(quality=name.startswith("quality"))
    found = rows(_built(tmp_path / "page", {name: made}, options))
    plain = rows(_built(tmp_path / "plain", {"a.txt": TEXT.encode()}))
    assert without_names(found)["statements"] == without_names(plain)["statements"]
    assert without_names(found)["figures"] == without_names(plain)["figures"]
    (article,), (origin,) = found["articles"], found["origins"]
    assert (article["outlet"], str(article["published_on"]), article["published_basis"]) == (
        "صحيفة النهر",
        "2024-01-27",
        "stated",
    )
    assert "metadata" in article["published_note"]
    assert origin["sha256"] == hashlib.sha256(source).hexdigest()
    tool = "resiliparse " if name == "a.warc.gz" else "trafilatura "
    assert origin["extractor"].startswith(tool)
    if "warc" in name:
        assert (origin["url"], origin["fetched_at"]) == ("https://example.org/1", "2024-01-27T09:30:00Z")


def test_the_metadata_of_a_record_fills_only_what_the_text_leaves_open(tmp_path: Path) -> None:
    dated = "المصدر: جريدة الشاطئ\nتاريخ النشر: 3 مارس 2021\n" + OTHER
    lines = b'{"nass":"%s","unwan":"\xd8\xb9\xd9\x86\xd9\x88\xd8\xa7\xd9\x86 \xd8\xa7\xd9\x84\xd8\xae\xd8\xa8\xd8\xb1","yawm":"2020-05-05T01:02:03Z","dar":"\xd8\xa7\xd9\x84\xd8\xa8\xd8\xb1\xd9\x82"}\n'
    escaped = [text.replace("\n", "\\n").replace('"', '\\"').encode() for text in (THIRD, dated)]
    options = Options(Columns(text=("nass",), title=("unwan",), date=("yawm",), outlet=("dar",)))
    found = rows(_built(tmp_path, {"a.jsonl": b"".join(lines % text for text in escaped)}, options))
    first, second = found["articles"]
    assert (first["headline"], first["outlet"], str(first["published_on"])) == (
        "عنوان الخبر",
        "البرق",
        "2020-05-05",
    )
    assert str(second["published_on"]) == "2021-03-03"
    assert found["passages"][0]["text"] == "عنوان الخبر"


def test_a_mixed_folder_is_valid_and_names_every_place(tmp_path: Path) -> None:
    built = _built(
        tmp_path,
        {
            "one.txt": TEXT.encode(),
            "sub/two.jsonl": jsonl(OTHER, TEXT),
            "sub/three.csv": table(THIRD, OTHER),
            "four.zip": zipped(a__txt=THIRD.encode(), b__txt=b"no Arabic here"),
            "five.warc.gz": warc(
                ("https://example.org/5", page(TEXT + "\nوقال الوزير إن الأعمال ستنتهي قريباً."))
            ),
            "windows.txt": OTHER.encode("iso-8859-6", "ignore"),
        },
    )
    found = rows(built)
    assert validate(built).findings == []
    assert {(row["origin"], row["raw_file"]) for row in found["origins"]} == {
        ("one.txt", "one.txt"),
        ("sub/two.jsonl~2", "one.txt"),
        ("sub/two.jsonl~1", "sub/three.csv~2"),
        ("sub/three.csv~2", "sub/three.csv~2"),
        ("four.zip/a.txt", "four.zip/a.txt"),
        ("sub/three.csv~1", "four.zip/a.txt"),
        ("five.warc.gz~1", "five.warc.gz~1"),
        ("windows.txt", "sub/three.csv~2"),
    }
    assert [row["file"] for row in found["rejects"]] == ["four.zip/b.txt"]
    assert {row["encoding"] for row in found["origins"]} == {"utf-8", "iso-8859-6"}
