"""Imported by the server that workers are forked from: what all of them need is loaded once, not by each."""

import gc

from hiwar.builders.text.lexicon import lexicon
from hiwar.corpus import parts

__all__ = ["parts"]

lexicon()
gc.freeze()  # what never goes away need not be looked through again and again
