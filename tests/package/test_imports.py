"""What imports what: the package's own arrows, and that importing it costs nothing."""

import ast
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

import hiwar

PACKAGE = Path(hiwar.__file__).parent
LOADER = [
    f"hiwar.dataset.{name}"
    for name in ("load", "connect", "tables", "describe", "citation", "show", "diff", "export")
]
MAY_IMPORT = {
    "hiwar.schema": {"hiwar.schema", "hiwar.paths"},
    "hiwar.builders": {"hiwar.builders", "hiwar.schema", "hiwar.paths"},
    "hiwar.corpus": {"hiwar.corpus", "hiwar.builders", "hiwar.schema", "hiwar.paths"},
    "hiwar.evaluate": {"hiwar.evaluate", "hiwar.builders", "hiwar.schema", "hiwar.paths"},
    "hiwar.dataset": {
        "hiwar.dataset",
        "hiwar.corpus",
        "hiwar.evaluate",
        "hiwar.builders",
        "hiwar.schema",
        "hiwar.paths",
        "hiwar.grid",
        # need DuckDB alone: indexes and keys are part of what is published
        "hiwar.serve.duck.search_index",
        "hiwar.serve.duck.declared_keys",
    },
    "hiwar.serve": {"hiwar.serve", "hiwar.schema", "hiwar.paths"},
    "hiwar.serve.duck": {"hiwar.serve.duck"},
    "hiwar.paths": set[str](),
    "hiwar.grid": set[str](),
}
"""What a room may import; `hiwar.cli`, `hiwar.console` and `hiwar.commands` know all."""


def _modules() -> dict[str, Path]:
    found = {}
    for path in PACKAGE.rglob("*.py"):
        parts = path.relative_to(PACKAGE.parent).with_suffix("").parts
        found[".".join(parts[:-1] if parts[-1] == "__init__" else parts)] = path
    return found


MODULES = _modules()


def _imported(name: str) -> Iterator[str]:
    """Every module that a module imports, at its top or inside a function or TYPE_CHECKING; own ones in full."""
    is_package = MODULES[name].name == "__init__.py"
    for node in ast.walk(ast.parse(MODULES[name].read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            base = name.split(".")[: len(name.split(".")) - node.level + is_package] if node.level else []
            module = ".".join([*base, *([node.module] if node.module else [])])
            for alias in node.names:
                full = f"{module}.{alias.name}"
                yield full if full in MODULES else module


def _room(name: str) -> str:
    rooms = [room for room in MAY_IMPORT if name == room or name.startswith(room + ".")]
    return max(rooms, key=len, default=name)


def test_every_room_imports_only_the_rooms_below_it() -> None:
    wrong = [
        f"{name} imports {target}"
        for name in MODULES
        if _room(name) in MAY_IMPORT
        for target in _imported(name)
        if target.partition(".")[0] == "hiwar"
        and not any(target == room or target.startswith(room + ".") for room in MAY_IMPORT[_room(name)])
    ]
    assert wrong == []


def test_every_module_stands_in_a_known_room() -> None:
    free = {
        name for name in MODULES if _room(name) not in MAY_IMPORT and not name.startswith("hiwar.commands")
    }
    assert free == {"hiwar", "hiwar.__main__", "hiwar.cli", "hiwar.console"}, (
        "say in MAY_IMPORT what the new room may import"
    )


@pytest.mark.parametrize("start", LOADER)
def test_the_loader_reaches_neither_builders_nor_frictionless_nor_datasette(start: str) -> None:
    seen: set[str] = set()
    waiting = [start]
    while waiting:
        name = waiting.pop()
        if name not in seen:
            seen.add(name)
            waiting += _imported(name) if name in MODULES else []
    banned = ("hiwar.builders", "hiwar.serve", "frictionless", "datasette")
    assert [name for name in seen if name.startswith(banned)] == []


def _loaded_by(code: str) -> set[str]:
    result = subprocess.run(
        [sys.executable, "-c", f"{code}\nimport sys; print(*sys.modules)"],
        capture_output=True,
        text=True,
        check=True,
    )
    return set(result.stdout.splitlines()[-1].split())


def test_importing_hiwar_imports_one_module_of_its_own_and_nothing_heavy() -> None:
    loaded = _loaded_by("import hiwar")
    assert {name for name in loaded if name.startswith("hiwar")} == {"hiwar"}
    assert loaded.isdisjoint(
        {"pandas", "polars", "pyarrow", "duckdb", "pydantic", "numpy", "click", "importlib.metadata"}
    )


def test_help_imports_no_command_and_nothing_heavy() -> None:
    loaded = _loaded_by("from hiwar.cli import main\ntry: main(['--help'])\nexcept SystemExit: pass")
    assert {name for name in loaded if name.startswith("hiwar")} == {"hiwar", "hiwar.cli"}
    assert loaded.isdisjoint({"pandas", "polars", "pyarrow", "duckdb", "pydantic", "numpy"})


def test_every_public_name_is_there_and_typed() -> None:
    source = (PACKAGE / "__init__.py").read_text(encoding="utf-8")
    typed = {
        alias.name
        for node in ast.walk(ast.parse(source))
        if isinstance(node, ast.ImportFrom)
        for alias in node.names
    }
    assert typed - {"TYPE_CHECKING", "Any"} == set(hiwar.__all__) - {"__version__"}
    assert all(hasattr(hiwar, name) for name in hiwar.__all__)
    with pytest.raises(AttributeError, match="no attribute 'lod'"):
        hiwar.lod  # noqa: B018
