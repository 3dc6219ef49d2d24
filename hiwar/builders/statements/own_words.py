"""Where the reporter's own words begin behind what is told, as words and dots show: background, or another matter."""

from bisect import bisect_left
from collections.abc import Iterator

from hiwar.builders.knowledge.function_words import words
from hiwar.builders.statements.cuts import Cut
from hiwar.builders.statements.reading import Reading, is_joined
from hiwar.builders.steps import Passage
from hiwar.builders.text.fold import fold_word, fold_words
from hiwar.builders.text.lex import COMMA, STOP, Hit

_OWN = "the reporter's own words"
_WITHOUT = "دون أن", "غير أن"
_HAD, _ALREADY = fold_words(("وكان", "وكانت", "وكانوا")), fold_word("قد")
_W = fold_word("و")
_BUT, _NOT, _ABOUT = fold_word("لكن"), fold_word("لم"), fold_word("عن")
_NEAR = 6  # words between وكان and قد
_REFUSAL = 12  # words between ورفضت and what is refused
_SILENT = fold_words(("ورفض", "ورفضت", "ورفضوا", "وامتنع", "وامتنعت", "ولم", "ولا"))
_COMMENT = fold_words(("التعليق", "للتعليق", "تعليق", "بالتعليق", "تعقيب"))
_HOPING = tuple(fold_word(word) for word in ("متمنيا", "مؤملا", "آملا", "متطلعا"))
_WHICH = (
    fold_word("وذلك"),
    fold_word("جاء ذلك"),
    fold_word("وجاء ذلك"),
    fold_word("في معرض"),
    fold_word("في إشارة"),
    fold_word("دون ذكر"),
    fold_word("دون إعطاء"),
    fold_word("دون مزيد"),
    fold_word("دون المزيد"),
    fold_word("دون تفاصيل"),
    fold_word("دون توضيح"),
    fold_word("دون إيضاح"),
    fold_word("دون الإفصاح"),
    fold_word("في أحدث"),
)


def find(reading: Reading, passage: Passage) -> list[Cut]:
    """Return where contents of a passage end at words of the reporter's own."""
    cuts = [Cut(at, "another sentence behind dots") for at in _dotted(reading, passage)]
    cuts += [Cut(at, _OWN) for at in _before_it(reading, passage)]
    cuts += [Cut(at, _OWN) for at in _no_comment(reading, passage)]
    cuts += [
        Cut(hit.word_start, _OWN)
        for hit in reading.lexed.of_kind("np_end", passage.start, passage.end)
        if _tells_no_more(reading, hit)
    ]
    for hit in reading.lexed.of_kind("reporter", passage.start, passage.end):
        if str(hit.entry).endswith(_WITHOUT) and not _untold(reading, hit):
            continue
        edge = reading.lexed.classes[max(hit.word_start - 2, 0) : hit.word_start]
        leading = reading.lexed.shadow[hit.start : hit.end].startswith(_WHICH + _HOPING)
        if COMMA in edge or STOP in edge or leading:
            cuts.append(Cut(hit.word_start, _OWN))
    cuts += [
        Cut(hit.word_start, _OWN) for hit in reading.lexed.of_kind("background", passage.start, passage.end)
    ]
    cuts += [
        Cut(hit.word_start, "another matter")
        for hit in reading.lexed.of_kind("opening", passage.start, passage.end)
        if not hit.glued and reading.after_comma(hit.word_start)
    ]
    return cuts


def _before_it(reading: Reading, passage: Passage) -> list[int]:
    """Return where وكان with قد tells after a comma what had been before (، وكان النادي قد باع)."""
    lexed = reading.lexed
    found = []
    for at, number in _behind_commas(reading, passage, _HAD):
        following = reading.words_in(lexed.word_ends[number], passage.end, _NEAR)
        already = [start for start, end in following if lexed.shadow[start:end] == _ALREADY]
        if already and already[0] != following[0][0] and COMMA not in lexed.classes[at : already[0]]:
            found.append(at)
    return found


def _no_comment(reading: Reading, passage: Passage) -> list[int]:
    """Return where the reporter adds after a comma that somebody makes no comment (، ورفضت الشركة التعليق)."""
    lexed = reading.lexed
    found = []
    for at, number in _behind_commas(reading, passage, _SILENT):
        for start, end in reading.words_in(lexed.word_ends[number], passage.end, _REFUSAL):
            if reading.gap(lexed.word_ends[lexed.word_from(start) - 1], start):
                break
            if lexed.shadow[start:end] in _COMMENT:
                found.append(at)
    return found


def _behind_commas(reading: Reading, passage: Passage, wanted: frozenset[bytes]) -> Iterator[tuple[int, int]]:
    """Yield where one of the wanted words stands right behind a comma, and its number."""
    lexed = reading.lexed
    first, last = bisect_left(lexed.commas, passage.start), bisect_left(lexed.commas, passage.end)
    for comma in lexed.commas[first:last]:
        at = reading.next_token(comma, passage.end)
        number = lexed.word_at(at) if at < passage.end else None
        if number is not None and lexed.word(number) in wanted:
            yield at, number


def _tells_no_more(reading: Reading, hit: Hit) -> bool:
    """Whether لكنه goes on with what the speaker does not tell (لكنه لم يحدد موعدا، لكنها امتنعت عن ذكر أسماء)."""
    but = reading.lexed.shadow[hit.start : hit.end]
    if not but.startswith(_BUT) or but == _BUT:
        return False
    number = reading.lexed.word_from(hit.end)
    first, second, third = (reading.lexed.word(number + step) for step in range(3))
    if first == _NOT:
        return second in words("reporter", "unsaid")
    if first in words("withholding", "abstaining"):
        second = third if second == _ABOUT else second
        return second in words("withholding", "naming")
    return False


def _untold(reading: Reading, hit: Hit) -> bool:
    """Whether a verb of telling follows «دون أن» (دون أن يحدد), which else goes on with what is told."""
    at = reading.next_token(hit.end, hit.end + 2)
    word = reading.word_at_or_after(at)
    return reading.lexed.hit_at("verb", at) is not None or word in words("reporter", "untold")


def _dotted(reading: Reading, passage: Passage) -> list[int]:
    """Return where و opens another sentence behind dots in running text (… المباراة.. وفي الختام)."""
    lexed = reading.lexed
    found = []
    if passage.kind == "body":
        for stop in lexed.stops[
            bisect_left(lexed.stops, passage.start) : bisect_left(lexed.stops, passage.end)
        ]:
            at = reading.next_token(stop + 1, passage.end)
            if lexed.shadow[stop - 1 : stop + 1] == b".." and reading.at_word(at):
                word = lexed.word(lexed.word_from(at))
                goes_on = lexed.hit_at("complementizer", at + 1) is not None  # .. وإن
                if word[:1] == _W and is_joined(word) and not goes_on:
                    found.append(stop - 1)
    return found
