"""Broken, huge and foreign inputs: each is a reject that says why, and everything beside it is built."""

import gc
import gzip
import io
import json
import os
import zipfile
from pathlib import Path

import pytest
import zstandard

from hiwar.corpus.formats import read_file
from hiwar.corpus.options import LARGEST, LONGEST, Options
from hiwar.corpus.record import Reject
from hiwar.corpus.texts import text_of
from hiwar.dataset import folder
from tests.inputs.containers import OTHER, TEXT, THIRD, jsonl, page, rows, table, zipped
from tests.inputs.containers import warc as crawl

MANY = [f"{THIRD} وبلغ عدد العمال {number} عاملاً." for number in range(400)]
ZIP = zipped(a__txt=TEXT.encode(), b__txt=OTHER.encode())


def _encrypted() -> bytes:
    """Return the archive with the bit set that says that its first member is encrypted."""
    at = ZIP.index(b"PK\x01\x02") + 8
    return ZIP[:at] + b"\x01" + ZIP[at + 1 :]


def _damaged_member() -> bytes:
    at = ZIP.index(b"a.txt") + 20
    return ZIP[:at] + bytes([ZIP[at] ^ 0xFF]) + ZIP[at + 1 :]


def _zip_bomb() -> bytes:
    written = io.BytesIO()
    with zipfile.ZipFile(written, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("bomb.txt", b"\0" * 80_000_000)
        archive.writestr("good.txt", TEXT)
    return written.getvalue()


BROKEN: dict[str, tuple[bytes, str]] = {
    "cut.txt.gz": (gzip.compress(TEXT.encode())[:-30], "cut off"),
    "cut.txt.zst": (zstandard.compress(TEXT.encode())[:-9], "cut off"),
    "garbage.txt.gz": (gzip.compress(TEXT.encode()) + b"garbage", "damaged"),
    "crc.txt.gz": (gzip.compress(TEXT.encode())[:-8] + b"\0" * 8, "damaged"),
    "magic.txt.zst": (b"\x28\xb5\x2f\xfdgarbage of some length", "damaged"),
    "cut.zip": (ZIP[:-40], "no whole zip archive"),
    "cut.warc.gz": (crawl(("http://e/1", page(TEXT)))[:-200], ""),
    "empty.warc": (b"WARC/1.0\r\n", "no responses"),
    "bomb.txt.gz": (gzip.compress(b"\0" * (LARGEST + 10)), "larger than"),
    "bomb.txt.zst": (zstandard.compress(b"\0" * (LARGEST + 10)), "larger than"),
    "bomb.jsonl.zst": (zstandard.compress((b" " * 999 + b"\n") * 30_000), "-fold"),
    "long.txt": ((THIRD + "\n").encode() * (LONGEST // len(THIRD) + 1), "longer than"),
    "nested.zip": (zipped(in__zip=ZIP), "archive within an archive"),
    "nested.txt.gz": (gzip.compress(gzip.compress(TEXT.encode())), "within an archive"),
    "texts.tar": (b"a.txt".ljust(257, b"\0") + b"ustar\0" + b"\0" * 300, "tar archive"),
    "report.pdf": (b"%PDF-1.7 ...", "PDF"),
    "line\nbreak.txt": (TEXT.encode(), "rename it"),
    "photo.txt": (b"\x89PNG\r\n\x1a\n", "image"),
    "russian.txt": (("Министр сообщил, что порт откроется весной. " * 5).encode("cp1251"), "no other encoding"),
    "two_encodings.txt": (TEXT.encode() + TEXT.encode("cp1256")[:60], "two encodings"),
    "english.html": (page("A headline\nOf a text without any Arabic in it, which is long enough."), "Arabic"),
    "menu.html": (b"<html><body></body></html>", "no main text"),
    "columns.csv": (table(TEXT).replace(b"text", b"nass"), "--text-column"),
    "empty.json": (b"[]", "holds no records"),
    "header.csv": (b"id,text\n", "holds no records"),
    "word.json": (b'"text"', "no JSON object"),
    "deep.json": (b"[" * 100_000, "nested too deep"),
    "two_lists.json": (b'{"a": [{"text": "x"}], "b": [{"text": "x"}]}', "no field text"),
    "long.json": (b'[{"text": "' + b"x" * (LARGEST + 100_000) + b'"}]', "JSON lines"),
    "quotes.csv": (b'text\n"never closed\n' + TEXT.encode(), "CSV"),
}  # fmt: skip


@pytest.mark.parametrize("name", BROKEN)
def test_a_broken_file_is_rejected_with_its_reason(
    name: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    content, reason = BROKEN[name]
    (tmp_path / name).write_bytes(content)
    items = list(read_file(name, tmp_path / name, Options()))
    found = [item if isinstance(item, Reject) else text_of(item) for item in items]
    rejects = [item for item in found if isinstance(item, Reject)]
    assert len(rejects) == len(found) == 1
    assert reason in rejects[0].reason
    assert rejects[0].place.name.startswith(name)
    gc.collect()
    assert capsys.readouterr().err == ""


def test_what_stands_before_and_beside_the_damage_is_built(tmp_path: Path) -> None:
    news = tmp_path / "news"
    news.mkdir()
    files = {
        "cut.jsonl.gz": gzip.compress(jsonl(*MANY))[:-300],
        "lines.jsonl": jsonl(TEXT) + b"{broken\n" + b"[1]\n\n" + b'{"other": "field"}\n' + b'{"text": 5.5}\n'
        + b'{"text": "\\ud800"}\n' + b'{"text": "' + b"x" * LARGEST + b'"}\n' + jsonl(OTHER),
        "cut.json": json.dumps([{"text": text} for text in (TEXT, OTHER)], indent=1).encode()[:-30],
        "comma.json": b'[%s, %s %s]' % tuple(json.dumps({"text": text}).encode() for text in MANY[:3]),
        "rows.csv": table(THIRD) + b"1,2,3\n",
        "encrypted.zip": _encrypted(),
        "damaged.zip": _damaged_member(),
        "bomb.zip": _zip_bomb(),
    }  # fmt: skip
    for name, content in files.items():
        (news / name).write_bytes(content)
    (news / "dangling.txt").symlink_to(tmp_path / "nowhere")
    (news / "linked").symlink_to(tmp_path)
    os.mkfifo(news / "pipe")
    folder.make([news], tmp_path / "built", folder.How(jobs=0))
    found = rows(tmp_path / "built")
    rejects = {row["file"]: row["reason"] for row in found["rejects"]}
    origins = {row["origin"] for row in found["origins"]}
    before = sum(origin.startswith("cut.jsonl.gz~") for origin in origins)
    assert 0 < before < len(MANY)
    assert rejects.pop("cut.jsonl.gz") == f"is cut off; {before} records stood before"
    assert rejects.pop("cut.json").endswith(
        "is cut off: Unterminated string starting at; 1 records stood before"
    )
    assert "a comma is expected; 2 records stood before" in rejects.pop("comma.json")
    assert rejects.keys() == {
        *(f"lines.jsonl~{line}" for line in (2, 3, 5, 6, 7, 8)),
        "rows.csv~2", "encrypted.zip/a.txt", "damaged.zip/a.txt", "bomb.zip/bomb.txt", "dangling.txt", "linked", "pipe",
    }  # fmt: skip
    assert {
        "lines.jsonl~1",
        "lines.jsonl~9",
        "rows.csv~1",
        "cut.json~1",
        "comma.json~2",
        "encrypted.zip/b.txt",
        "damaged.zip/b.txt",
    } <= origins
    assert "bomb.zip/good.txt" in origins
    assert "name that folder" in rejects["linked"]


def test_a_crawl_counts_what_it_leaves_out(tmp_path: Path) -> None:
    english = page("A headline\n" + "A long text in English, without a single Arabic letter in it. " * 30)
    persian = page(
        "عنوان خبر\n" + "وزیر گفت که پروژه‌های بندر چند سال دیگر به پایان می‌رسد و کارگران آنجا هستند. " * 5
    )
    content = crawl(
        ("http://e/1", english), ("http://e/2", page(TEXT)), ("http://e/3", persian), ("http://e/4", english)
    )
    images = crawl(("http://e/5", b"\x89PNG"), kind="image/png")
    (tmp_path / "a.warc.gz").write_bytes(content + images)
    folder.make([tmp_path / "a.warc.gz"], tmp_path / "built", folder.How(jobs=0))
    found = rows(tmp_path / "built")
    assert [row["origin"] for row in found["origins"]] == ["a.warc.gz~2"]
    assert {(row["file"], row["reason"], row["records"]) for row in found["rejects"]} == {
        ("a.warc.gz", "is no Arabic page", 2),
        ("a.warc.gz~3", "is no Arabic page", 1),
        ("a.warc.gz", "is no HTML page", 1),
    }


def test_a_missing_package_is_a_reject_that_says_what_to_install(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    import builtins

    real = builtins.__import__

    def without(name: str, *more: object, **named: object) -> object:
        if name.partition(".")[0] in ("zstandard", "fastwarc"):
            raise ImportError(name)
        return real(name, *more, **named)  # type: ignore[arg-type]

    monkeypatch.setattr(builtins, "__import__", without)
    for name, content in {"a.txt.zst": zstandard.compress(b"x"), "a.warc": b"WARC/1.0\r\n"}.items():
        (tmp_path / name).write_bytes(content)
        (reject,) = read_file(name, tmp_path / name, Options())
        assert isinstance(reject, Reject)
        assert "pip install 'hiwar[corpus]'" in reject.reason
