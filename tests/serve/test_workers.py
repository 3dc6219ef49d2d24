"""Many requests at once, clients that hang up, workers that die, another connection in the same process."""

from __future__ import annotations

import asyncio
import contextlib
import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import duckdb
import pytest
from datasette.app import Datasette

from hiwar.serve.duck.database import DuckDBDatabase, Native
from hiwar.serve.duck.pool import CannotOpen, Interrupted, Options, Pool, QueryError
from tests.serve.limits import PATIENT


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / "data.duckdb"
    with duckdb.connect(str(path)) as con:
        con.execute("CREATE TABLE t AS SELECT i AS id, i * i AS square FROM range(1000) t(i)")
        con.execute("CREATE TABLE stamps AS SELECT TIMESTAMPTZ '2024-01-01 10:00:00+02:00' AS at_")
    return path


@pytest.fixture
def pool(path: Path) -> Iterator[Pool]:
    pool = Pool(path, size=2)
    yield pool
    pool.close()


def alive(pid: int) -> bool:
    try:
        return "State:\tZ" not in Path(f"/proc/{pid}/status").read_text()
    except OSError:
        return False


@pytest.mark.slow
async def test_200_requests_at_once(path: Path) -> None:
    datasette = Datasette([str(path)], settings={"sql_time_limit_ms": 20_000})

    async def get(number: int) -> None:
        if number % 2:
            response = await datasette.client.get(f"/data/t.json?id={number}&_shape=array")
        else:
            sql = "select square from t where id = :id"
            response = await datasette.client.get(
                "/data.json", params={"sql": sql, "id": number, "_shape": "array"}
            )
        assert response.json()[0]["square"] == number * number

    await asyncio.gather(*(get(number) for number in range(200)))
    database = datasette.databases["data"]
    assert len(database.pool.processes()) <= 4
    database.close()
    assert database.pool.processes() == []


def test_a_dead_worker_is_replaced(pool: Pool) -> None:
    pool.run("SELECT 1")
    before = pool.processes()
    for pid in before:
        os.kill(pid, signal.SIGKILL)
    assert pool.run("SELECT 2").rows == [(2,)]
    assert not set(before) & set(pool.processes())


def test_a_worker_that_dies_at_work_is_reported_and_replaced(pool: Pool) -> None:
    pool.run("SELECT 1")
    (pid,) = pool.processes()
    timer = subprocess.Popen([sys.executable, "-c", f"import os, time; time.sleep(0.3); os.kill({pid}, 9)"])
    with pytest.raises(QueryError, match="was ended"):
        pool.run("SELECT count(*) FROM range(1000000000) a, range(1000) b", seconds=20)
    timer.wait()
    assert pool.run("SELECT 3").rows == [(3,)]
    assert not alive(pid)


def test_a_query_that_fails_leaves_its_worker(pool: Pool) -> None:
    pool.run("SELECT 1")
    before = pool.processes()
    for sql in ("SELECT nosuch", "SELEC", "SELECT 1/0, CAST('x' AS INTEGER)", "SELECT * FROM read_csv('x')"):
        with pytest.raises(QueryError):
            pool.run(sql)
    assert pool.processes() == before


def test_time_limit(pool: Pool) -> None:
    started = time.monotonic()
    with pytest.raises(Interrupted):
        pool.run("SELECT count(*) FROM range(1000000000) a, range(1000) b", seconds=0.2)
    assert time.monotonic() - started < 20  # the query itself would take hours
    assert pool.run("SELECT 1").rows == [(1,)]


def test_closing_ends_every_process(path: Path) -> None:
    pool = Pool(path, size=3)
    pool.run("SELECT 1")
    pool.prepare_spare()
    pids = pool.processes()
    pool.close()
    time.sleep(0.5)
    assert not any(alive(pid) for pid in pids)
    with pytest.raises(CannotOpen):
        pool.run("SELECT 1")


def test_workers_end_with_the_server(path: Path) -> None:
    """Also when it is killed, and also while a query runs."""
    code = (
        "import sys, time, threading; from hiwar.serve.duck.pool import Pool; pool = Pool(sys.argv[1]); pool.run('SELECT 1');"
        "threading.Thread(target=lambda: pool.run('SELECT count(*) FROM range(10000000000) a, range(1000)'), daemon=True).start();"
        "print(*pool.processes(), flush=True); time.sleep(60)"
    )
    server = subprocess.Popen([sys.executable, "-c", code, str(path)], stdout=subprocess.PIPE, text=True)
    assert server.stdout
    pids = [int(word) for word in server.stdout.readline().split()]
    assert all(alive(pid) for pid in pids)
    server.kill()
    server.wait()
    deadline = time.monotonic() + 5
    while any(alive(pid) for pid in pids) and time.monotonic() < deadline:
        time.sleep(0.05)
    assert not any(alive(pid) for pid in pids)


async def test_a_client_that_hangs_up_leaves_nothing(path: Path) -> None:
    datasette = Datasette([str(path)], settings={"sql_time_limit_ms": 500})
    await datasette.invoke_startup()
    database = datasette.databases["data"]
    slow = Native("select count(*) from range(1000000000) a, range(1000) b")
    tasks = [asyncio.create_task(database.execute(slow)) for _ in range(6)]
    await asyncio.sleep(0.1)
    for task in tasks:
        task.cancel()
    with contextlib.suppress(asyncio.CancelledError):
        await asyncio.gather(*tasks)
    assert (await database.execute("select square from t where id = 5")).single_value() == 25
    assert len(database.pool.processes()) <= 4
    database.close()


async def test_other_connections_in_the_process(path: Path) -> None:
    """DuckDB allows one configuration of a file in a process: the server has its own processes."""
    with duckdb.connect(str(path), read_only=True, config={"threads": 1}) as con:
        datasette = Datasette([str(path)], settings=PATIENT)
        assert (await datasette.client.get("/data/t/5.json")).status_code == 200
        assert con.execute("SELECT count(*) FROM t").fetchall() == [(1000,)]
        with duckdb.connect(str(path), read_only=True, config={"threads": 1}) as another:
            assert another.execute("SELECT max(id) FROM t").fetchall() == [(999,)]
        datasette.databases["data"].close()


def test_a_replaced_file_is_noticed(path: Path, tmp_path: Path) -> None:
    pool = Pool(path, size=1)
    pool.run("SELECT 1")
    with duckdb.connect(str(tmp_path / "new.duckdb")) as con:
        con.execute("CREATE TABLE other (a INTEGER)")
    (tmp_path / "new.duckdb").replace(path)
    assert pool.run("SELECT count(*) FROM t").rows == [(1000,)]
    os.kill(pool.processes()[0], signal.SIGKILL)
    time.sleep(0.1)
    with pytest.raises(CannotOpen, match="replaced on disk"):
        pool.run("SELECT 1")
    pool.close()


def test_too_large_a_result(pool: Pool) -> None:
    with pytest.raises(QueryError, match="larger than 64 MB|more memory"):
        pool.run("SELECT repeat('x', 1000000) FROM range(200)")
    assert pool.run("SELECT 1").rows == [(1,)]


async def test_writing_is_refused(path: Path) -> None:
    database = DuckDBDatabase(Datasette([]), str(path))
    with pytest.raises(Exception, match="read-only"):
        await database.execute_write("insert into t values (1, 1)")
    with pytest.raises(Exception, match="prohibited|not authorized"):
        await database.execute_fn(lambda con: con.execute("select * from t").fetchall())
    database.close()


def test_zones_need_no_other_package(pool: Pool) -> None:
    assert pool.run("SELECT * FROM stamps").rows == [("2024-01-01 08:00:00+00",)]


async def test_without_threads(path: Path) -> None:
    datasette = Datasette([str(path)], settings={**PATIENT, "num_sql_threads": 0})
    assert (await datasette.client.get("/data/t/7.json?_shape=array")).json()[0]["square"] == 49
    datasette.databases["data"].close()


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux tells how much address space a process holds")
def test_a_worker_that_holds_too_much_is_replaced_and_no_query_fails(path: Path) -> None:
    pool = Pool(path, size=1, options=Options(retire_share=-1.0))
    seen = set()
    for number in range(10):
        assert pool.run("SELECT square FROM t WHERE id = $id", {"id": number}).rows == [(number * number,)]
        seen.update(pool.processes())
    pool.close()
    assert len(seen) > 5
