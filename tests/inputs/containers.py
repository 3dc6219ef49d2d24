"""The same texts in every container that is read, and what comes out of a build."""

import csv
import gzip
import io
import json
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import zstandard

from hiwar.dataset.csvio import read_csv
from hiwar.schema import TABLES, Table
from hiwar.schema.origins import ORIGINS, REJECTS

TEXT = (
    "زيارة الوزير إلى البصرة\nقال وزير النقل سالم الحمداني إن الميناء سيفتح أبوابه في الربيع المقبل.\n"
    'وأضاف أن "العمل يسير كما خُطط له منذ البداية".\nوبحسب الوزارة، يعمل في الميناء نحو 300 عامل من أبناء المدينة.'
)
OTHER = "أعلنت بلدية الموصل افتتاح ثلاثة جسور جديدة.\nوأكد رئيس البلدية طارق العبيدي أن الكلفة لا تتجاوز 40 مليون دينار."
THIRD = "نفى المتحدث باسم الشركة ياسر كمال وجود تأخير، مشيراً إلى أن 60 بالمئة من الأعمال انتهت."


def jsonl(*texts: str) -> bytes:
    """Return JSON lines with the texts in the field `text`."""
    return b"".join(json.dumps({"text": text}, ensure_ascii=False).encode() + b"\n" for text in texts)


def table(*texts: str) -> bytes:
    """Return CSV with the texts in the column `text`."""
    written = io.StringIO()
    writer = csv.writer(written)
    writer.writerow(["id", "text"])
    writer.writerows(enumerate(texts))
    return written.getvalue().encode()


def zipped(**members: bytes) -> bytes:
    """Return a zip archive of the members; `__` in a name stands for a dot."""
    written = io.BytesIO()
    with zipfile.ZipFile(written, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in members.items():
            archive.writestr(name.replace("__", "."), content)
    return written.getvalue()


def page(text: str, head: str = "") -> bytes:
    """Return an HTML page whose article has the lines of the text as paragraphs, the first as its heading."""
    title, *lines = text.split("\n")
    body = "".join(f"<p>{line}</p>" for line in lines)
    return (
        f"<!doctype html><html lang=ar><head><meta charset=utf-8><title>{title}</title>{head}</head><body>"
        f"<nav><a href=/>الرئيسية</a></nav><article><h1>{title}</h1>{body}</article><footer>جميع الحقوق</footer></body></html>"
    ).encode()


def warc(*pages: tuple[str, bytes], kind: str = "text/html; charset=utf-8") -> bytes:
    """Return a WARC file with a response for each address and page, compressed record by record."""
    records = []
    for number, (address, content) in enumerate(pages):
        http = (
            f"HTTP/1.1 200 OK\r\nContent-Type: {kind}\r\nContent-Length: {len(content)}\r\n\r\n".encode()
            + content
        )
        head = (
            f"WARC/1.0\r\nWARC-Type: response\r\nWARC-Record-ID: <urn:uuid:00000000-0000-0000-0000-{number:012}>\r\n"
            f"WARC-Target-URI: {address}\r\nWARC-Date: 2024-01-27T09:30:00Z\r\n"
            f"Content-Type: application/http; msgtype=response\r\nContent-Length: {len(http)}\r\n\r\n"
        )
        records.append(gzip.compress(head.encode() + http + b"\r\n\r\n"))
    return b"".join(records)


CONTAINERS: dict[str, Callable[[str], bytes]] = {
    "a.txt": str.encode,
    "a.txt.gz": lambda text: gzip.compress(text.encode()),
    "a.txt.zst": lambda text: zstandard.compress(text.encode()),
    "a.jsonl": jsonl,
    "a.jsonl.gz": lambda text: gzip.compress(jsonl(text)),
    "object.json": lambda text: json.dumps({"text": text}, indent=2).encode(),
    "array.json": lambda text: json.dumps([{"text": text}], ensure_ascii=False).encode(),
    "wrapped.json.gz": lambda text: gzip.compress(
        json.dumps({"n": 1, "news": [{"text": text}]}, indent=1).encode()
    ),
    "lines.json": jsonl,
    "array": lambda text: json.dumps([{"text": text}], indent=1).encode(),
    "a.csv": table,
    "a.csv.zst": lambda text: zstandard.compress(table(text)),
    "a.zip": lambda text: zipped(b__txt=text.encode()),
    "b.zip": lambda text: zipped(b__jsonl=jsonl(text)),
    "windows.txt": lambda text: text.encode("cp1256"),
    "utf16.txt": lambda text: b"\xff\xfe" + text.encode("utf-16-le"),
    "no_suffix": str.encode,
    "lines": jsonl,
}


def rows(built: Path) -> dict[str, list[dict[str, Any]]]:
    """Return all tables of a built folder, with origins and rejects."""
    tables: dict[str, Table] = TABLES | {ORIGINS.name: ORIGINS, REJECTS.name: REJECTS}
    return {
        name: read_csv(
            (built if name in (ORIGINS.name, REJECTS.name) else built / "tables") / f"{name}.csv", table
        )
        for name, table in tables.items()
    }


def without_names(tables: dict[str, list[dict[str, Any]]]) -> dict[str, list[dict[str, Any]]]:
    """Return what the rows say whatever the text is called: no ids and no names of files."""
    named = {"raw_file", "repeats"}
    return {
        name: [
            {key: value for key, value in row.items() if not key.endswith("_id") and key not in named}
            for row in tables[name]
        ]
        for name in TABLES
    }
