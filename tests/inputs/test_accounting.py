"""Nothing is lost: whatever is in a folder, in whatever order, articles and rejects are the records that were read."""

import hashlib
import json
from pathlib import Path
from typing import NamedTuple

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hiwar.corpus.chunk import chunks
from hiwar.corpus.encodings import LEGACY, Decoded, decode
from hiwar.corpus.order import order_key
from hiwar.corpus.record import Place, Reject
from hiwar.dataset import folder
from hiwar.dataset.review.restate import natural
from tests.inputs.containers import OTHER, TEXT, THIRD, jsonl, rows, table, zipped

SENTENCES = [*TEXT.split("\n"), *OTHER.split("\n"), THIRD]


class File(NamedTuple):
    """A file and what it holds: records with a text, and records without."""

    suffix: str
    content: bytes
    good: int
    bad: int


def _file(suffix: str, texts: list[str], spoilt: int) -> File:
    """Return a file of `texts` and as many spoilt records; one that holds nothing is a reject itself."""
    bad = spoilt or int(not texts)
    if suffix == ".json":
        values = [{"text": text} for text in texts] + [0] * spoilt
        return File(suffix, json.dumps(values, indent=spoilt or None).encode(), len(texts), bad)
    if suffix == ".jsonl":
        return File(suffix, jsonl(*texts) + b"{spoilt\n" * spoilt, len(texts), bad)
    if suffix == ".csv":
        return File(suffix, table(*texts) + b"9,no Arabic\r\n" * spoilt, len(texts), bad)
    if suffix == ".zip":
        members = {f"m{n}__txt": text.encode() for n, text in enumerate(texts)}
        return File(suffix, zipped(**members, **{f"s{n}__txt": b"" for n in range(spoilt)}), len(texts), bad)
    return File(".txt", texts[0].encode(), 1, 0) if texts else File(".txt", b"", 0, 1)


FILES = st.builds(
    _file,
    st.sampled_from([".txt", ".jsonl", ".json", ".csv", ".zip"]),
    st.lists(st.sampled_from(SENTENCES), max_size=4),
    st.integers(0, 3),
)


def _bytes(built: Path) -> dict[str, str]:
    return {
        path.relative_to(built).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in built.rglob("*")
        if path.is_file()
    }


@settings(max_examples=10, deadline=None)
@given(files=st.lists(FILES, min_size=1, max_size=5), data=st.data())
def test_articles_and_rejects_are_the_records_that_were_read(
    files: list[File], data: st.DataObject, tmp_path_factory: pytest.TempPathFactory
) -> None:
    place = tmp_path_factory.mktemp("account")
    (place / "news").mkdir()
    for number, file in enumerate(files):
        (place / "news" / f"f{number}{file.suffix}").write_bytes(file.content)
    report = folder.make([place / "news"], place / "built", folder.How(jobs=0))
    found = rows(place / "built")
    assert len(found["origins"]) == sum(file.good for file in files)
    assert sum(row["records"] for row in found["rejects"]) == sum(file.bad for file in files)
    assert report.lines[0].startswith(f"{sum(file.good + file.bad for file in files)} records: ")
    texts = {row["raw_file"] for row in found["articles"]}
    assert texts == {row["raw_file"] for row in found["origins"]}
    assert len({row["sha256"] for row in found["articles"]}) == len(texts)

    apart = data.draw(st.permutations(sorted((place / "news").iterdir())))
    folder.make(apart, place / "apart", folder.How(jobs=0))
    assert _bytes(place / "apart") == _bytes(place / "built")


def test_two_sources_with_a_file_of_one_name_lose_neither_silently(tmp_path: Path) -> None:
    for source, text in {"a": TEXT, "b": OTHER}.items():
        (tmp_path / source).mkdir()
        (tmp_path / source / "x.txt").write_text(text, encoding="utf-8")
    (tmp_path / "b" / "x").write_text(THIRD, encoding="utf-8")
    folder.make([tmp_path / "b", tmp_path / "a"], tmp_path / "built", folder.How(jobs=0))
    found = rows(tmp_path / "built")
    assert [row["origin"] for row in found["origins"]] == ["x"]
    assert [(row["file"], row["reason"]) for row in found["rejects"]] == [
        ("x.txt", "another SOURCE has a file of this name: name the folder above both"),
        ("x.txt", "would have the same ids as x: rename one of them"),
    ]


@given(st.lists(st.text("ab.1290/-~٣", max_size=8), max_size=8))
def test_the_order_of_keys_is_the_published_order(ids: list[str]) -> None:
    assert sorted(ids, key=lambda row_id: (order_key(row_id), row_id)) == sorted(
        ids, key=lambda i: (natural(i), i)
    )


@given(st.integers(0, 2000), st.integers(0, 2000))
def test_a_record_more_leaves_most_chunks_as_they_are(count: int, at: int) -> None:
    items = [Reject(Place(f"news/{number}.txt"), "is empty") for number in range(3000)]
    before = {chunk.key for chunk in chunks(items, "")}
    assert sum(len(chunk.items) for chunk in chunks(items, "")) == 3000
    more = [*items[:at], Reject(Place("news/new.txt"), "is empty"), *items[at:]]
    assert len({chunk.key for chunk in chunks(more, "")} - before) <= 3
    assert before.isdisjoint({chunk.key for chunk in chunks(items, "another builder")})


@given(st.lists(st.sampled_from(SENTENCES), min_size=1, max_size=5), st.sampled_from(LEGACY))
def test_the_old_encodings_are_told_apart(lines: list[str], encoding: str) -> None:
    plain = "\n".join(lines)
    if encoding == "iso-8859-6":
        plain = plain.translate(dict.fromkeys(map(ord, "«»"), '"'))
    assert decode(plain.encode(encoding)) == Decoded(plain, encoding)


@given(st.binary(max_size=200))
def test_any_bytes_decode_or_say_why_not(content: bytes) -> None:
    found = decode(content)
    assert (
        isinstance(found, str)
        or found.text.encode(found.encoding) == content
        or found.encoding.startswith("utf-16")
    )
