"""Hits that are another word where they stand, as their spelling or their neighbours tell."""

from hiwar.builders.knowledge.calendar import words as calendar_words
from hiwar.builders.text.daytimes import named_so
from hiwar.builders.text.fold import fold_word, fold_words
from hiwar.builders.text.foreign import foreign_le
from hiwar.builders.text.lex import Hit, Lexed

_NOW = fold_word("الآن")
_IMAM = fold_word("إمام")  # which أمام folds to as well
_EMRE, _LE = fold_word("إمره"), fold_word("لو")
_ALI, _FAN = fold_word("علي"), fold_word("فان")  # which على and فإن fold to
_OTHERS = fold_word("سائر")  # which ساير folds to
_IN_THE_MONTH = fold_words(
    ("شهر", "مطلع", "منتصف", "نهاية", "أواخر", "أوائل", "أواسط", "بداية", "غرة", "مستهل", "ختام")
)


def other_word(lexed: Lexed, hit: Hit) -> bool:
    """Return whether the hit is another word: على "on" where علي stands, الآن "now" where آلان does, شعبان of the year."""
    form = lexed.shadow[hit.start : hit.end]
    if hit.kind in ("title", "prepositions") and form == _IMAM:
        return lexed.raw_text(hit.start, hit.start + 1) == ("أ" if hit.kind == "title" else "إ")
    if hit.kind == "given":
        if form == _EMRE:
            return lexed.text[lexed.raw(hit.end - 1)] == "ة"  # تحت إمرة
        if lexed.hit_at("month", hit.start) is not None and _of_the_year(lexed, hit):
            return True
    if hit.kind == "many" and form == _OTHERS:
        return "ئ" not in lexed.raw_text(hit.start, hit.end)  # سالم ساير نصار
    if hit.kind in ("given", "ends") and form == _NOW:
        return (hit.kind == "given") == (lexed.raw_text(hit.start, hit.end).startswith("ال"))
    if hit.kind == "name_joined" and form == _FAN:
        return lexed.raw_text(hit.start, hit.end) != "فان"
    if hit.kind == "ends" and form == _LE:
        return foreign_le(lexed, hit.start)
    if hit.kind == "ends" and hit.start == hit.word_start and named_so(lexed, hit.start):
        return True
    if getattr(hit.entry, "owner", None) == "ms":
        return lexed.text[lexed.raw(hit.end - 1)] == "ة"
    if hit.kind not in ("given", "prepositions") or form != _ALI:
        return False
    preposition = lexed.raw_text(hit.start, hit.end).endswith("ى")
    return preposition == (hit.kind == "given")


def _of_the_year(lexed: Lexed, hit: Hit) -> bool:
    """Return whether a name that is a month as well is the month: مطلع شعبان، رمضان الماضي."""
    number = lexed.word_from(hit.word_start)
    passed = lexed.word(number + 1) in calendar_words().direction
    return passed or lexed.word(number - 1) in _IN_THE_MONTH
