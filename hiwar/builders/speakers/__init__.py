"""Who stands behind each statement."""

from hiwar.builders.speakers.merge import build_key, merge
from hiwar.builders.speakers.resolve import Resolved, resolve

__all__ = ["Resolved", "build_key", "merge", "resolve"]
