"""Who wrote a text for which outlet where, at its beginning: سالم نصار - الساحل - جدة: …"""

import re

from hiwar.builders.knowledge import outlets
from hiwar.builders.passages.lines import tokens
from hiwar.builders.text.lex import Lexed

_LONGEST = 90  # folded characters of a byline
_PARTS = re.compile(rb'[-:/"<>()]+')


def past_byline(lexed: Lexed, start: int, end: int) -> int:
    """Return where the text behind a byline with an outlet and a colon begins; `start` where there is none."""
    shadow = lexed.shadow
    colon = shadow.find(b":", start, min(end, start + _LONGEST))
    line = shadow[start:colon] if colon > 0 else b""
    if b"-" not in line or b". " in line:
        return start
    parts = (tokens(part) for part in _PARTS.split(line))
    return colon + 1 if any(part and outlets.is_name(part) for part in parts) else start
