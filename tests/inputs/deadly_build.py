"""A build in which some texts kill the process that builds them, as want of memory does: `python -m … NEWS OUT JOBS`."""

import os
import signal
import sys
from pathlib import Path

from hiwar.builders.text.read import RawText
from hiwar.corpus import rows, worker
from hiwar.dataset import folder

DEADLY = "قاتل"

_real = rows.text_rows


def _text_rows(source: RawText) -> dict[str, list[rows.Row]]:
    if DEADLY in source.text:
        os.kill(os.getpid(), signal.SIGKILL)
    return _real(source)


if __name__ == "__main__":
    worker.LOADED.append("tests.inputs.deadly_build")
    news, out, jobs = sys.argv[1:]
    print(folder.make([Path(news)], Path(out), folder.How(jobs=int(jobs))).lines[0])
else:
    rows.text_rows = _text_rows
