"""How the processes begin that build chunks."""

import multiprocessing
import os
import signal
import threading
from multiprocessing.context import ForkServerContext, SpawnContext

Context = ForkServerContext | SpawnContext
LOADED = ["hiwar.corpus.warm"]
"""The modules that the server loads."""


def context() -> Context:
    """Return the way to start workers: forked from a server that has loaded what all of them need, where there is one."""
    if "forkserver" not in multiprocessing.get_all_start_methods():
        return multiprocessing.get_context("spawn")
    found = multiprocessing.get_context("forkserver")
    found.set_forkserver_preload(LOADED)
    return found


def begin_worker() -> None:
    """Leave Ctrl-C to the parent, which ends the workers; end with it where it is killed."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    threading.Thread(target=_end_with_the_parent, daemon=True).start()


def _end_with_the_parent() -> None:
    if parent := multiprocessing.parent_process():
        parent.join()
        os._exit(1)
