"""Start-up over a bare interpreter: `import hiwar` (bar: 60 ms) and `hiwar --help` (bar: 150 ms).

    python benchmarks/startup.py

Each is started 31 times in turn with the bare interpreter, in this environment; medians and their differences are
printed, exit code 1 where a bar is missed.
"""

import subprocess
import sys
from statistics import median
from time import perf_counter

TURNS = 31
COMMANDS = {
    "bare Python": "pass",
    "import hiwar": "import hiwar",
    "hiwar --help": "from hiwar.cli import main; main(['--help'])",
    "hiwar tables": "from hiwar.cli import main; main(['tables'])",
}
BARS = {"import hiwar": 60.0, "hiwar --help": 150.0}  # ms over the bare interpreter


def milliseconds(code: str) -> float:
    """Return the wall time of a fresh interpreter that runs `code`."""
    start = perf_counter()
    subprocess.run([sys.executable, "-c", code], stdout=subprocess.DEVNULL, check=True)
    return (perf_counter() - start) * 1000


def main() -> int:
    """Print a line a command; return 1 where a bar is missed."""
    times: dict[str, list[float]] = {name: [] for name in COMMANDS}
    for _ in range(TURNS):
        for name, code in COMMANDS.items():
            times[name].append(milliseconds(code))
    bare = median(times["bare Python"])
    missed = False
    for name, taken in times.items():
        over = median(taken) - bare
        bar = BARS.get(name)
        missed = missed or (bar is not None and over > bar)
        print(f"{name:<14} {median(taken):7.1f} ms  {over:+7.1f} ms" + (f"  (bar {bar:.0f})" if bar else ""))
    return int(missed)


if __name__ == "__main__":
    sys.exit(main())
