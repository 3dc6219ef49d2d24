"""What a sentence sets at its head: whom it is about (أما المدير فقال), and what or when."""

from hiwar.builders.knowledge.function_words import words
from hiwar.builders.statements.cues import Cue
from hiwar.builders.statements.mentions import Span, noun_phrase
from hiwar.builders.statements.reading import Reading, is_joined
from hiwar.builders.text.fold import fold_word, fold_words
from hiwar.builders.text.lex import COMMA

_LEFT = 14  # words between أما and its verb
_BRACKETED = 40  # characters of an aside in brackets
_F = fold_word("ف")
_ABOUT = fold_words(("عن", "حول"))
_AS_FOR = fold_words(("أما", "وأما"))


def headed(reading: Reading, start: int, position: int) -> bool:
    """Whether nothing but what a sentence is about, or when it was, stands before its verb: وفيما يتعلق بالهند، | قال; وعن أسعار البيع | قال."""
    lexed = reading.lexed
    word = lexed.word(lexed.word_from(start))
    bare = word[1:] if is_joined(word) else word
    named = bare in words("preposition") or bare in words("frame", "about")
    apart = reading.after_comma(position) or bare in _ABOUT or bare in words("frame", "about")
    if not apart or COMMA in lexed.classes[start : reading.word_before(position)[1]]:
        return False
    return (
        named and reading.hit_word("verb", lexed.word_starts[lexed.word_from(start)]) is None
    )  # وبين, he made clear


def topic(reading: Reading, cue: Cue) -> Span | None:
    """Return who is set at the head of a clause that «ف» goes on with: أما [المدير] فقال."""
    lexed = reading.lexed
    if lexed.shadow[cue.word_start : cue.start] != _F:
        return None
    last = lexed.word_from(cue.word_start)
    for number in range(last - 1, max(last - _LEFT, 0) - 1, -1):
        if lexed.word(number) in _AS_FOR and lexed.word_starts[number] >= cue.sentence[0]:
            span = noun_phrase(reading, lexed.word_ends[number], cue.word_start)
            rest = (
                reading.words_in(_past_bracket(reading, span[1]), cue.word_start) if span is not None else []
            )
            relative = bool(rest) and lexed.shadow[slice(*rest[0])] in words("relative")
            return span if relative or not rest else None  # أما [هدى الصباغ] التي تعمل هناك فقالت
    return None


def _past_bracket(reading: Reading, position: int) -> int:
    """Return where a pair of brackets right behind the position ends, else the position: هدى الصباغ (30 سنة)."""
    shadow = reading.lexed.shadow
    opened = shadow.startswith((b"(", b" ("), position)
    shut = shadow.find(b")", position, position + _BRACKETED) if opened else -1
    return shut + 1 if shut >= 0 else position
