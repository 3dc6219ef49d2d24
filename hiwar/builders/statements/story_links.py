"""A link to its own story behind the running text (… الميناء. رابط الخبر بصحيفة النهر: …): nobody says anything there."""

from hiwar.builders.knowledge.furniture import forms_of
from hiwar.builders.steps import Passage
from hiwar.builders.text.lex import COLON, SPACE, STOP, Lexed

_NAMED = 60  # characters in which a link tells whose it is, before its colon
_ENDING = 3  # characters at the end of a sentence: its stop, and marks that close with it
_SPACES = bytes([SPACE])


def without(lexed: Lexed, passage: Passage) -> Passage:
    """Return a passage up to the link that stands behind its last sentence, the whole where there is none."""
    for form in forms_of("link") if passage.kind == "body" else ():
        at = lexed.shadow.rfind(b" " + form + b" ", passage.start, passage.end)
        if at > passage.start:
            ended = STOP in lexed.classes[passage.start : at].rstrip(_SPACES)[-_ENDING:]
            if ended and COLON in lexed.classes[at : min(at + _NAMED, passage.end)]:
                return passage._replace(end=passage.start + len(lexed.shadow[passage.start : at].rstrip()))
    return passage
