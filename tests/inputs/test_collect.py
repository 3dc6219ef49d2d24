"""Parts → tables in little memory."""

from pathlib import Path

import duckdb
import pytest

from hiwar.corpus.parts import Store
from hiwar.dataset.publish import collect

TEXTS, LETTERS = 16_000, 8_000  # 128 MB in memory, which compress to little on the disk


def test_texts_that_do_not_fit_in_memory_are_collected(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    store = Store(tmp_path / "parts")
    part = store.path("texts", "one")
    part.parent.mkdir(parents=True)
    duckdb.execute(
        f"""COPY (SELECT 'digest' || i AS text, 'text' || i AS raw_file, 'stem' || i AS stem, 'text' || i AS name_key,
                    repeat(md5(i::VARCHAR), {LETTERS // 32}) AS content FROM range({TEXTS}) t(i))
            TO '{part}' (FORMAT parquet, COMPRESSION zstd, ROW_GROUP_SIZE 500)"""
    )
    monkeypatch.setattr(collect, "MEMORY", "100MB")
    collected = collect.collect(store, ["one"], tmp_path / "stage")
    assert collected.texts == TEXTS
    written = f"SELECT count(*), sum(length(text)) FROM '{tmp_path / 'stage' / 'raw_texts.parquet'}'"
    assert duckdb.execute(written).fetchone() == (TEXTS, TEXTS * LETTERS)
