"""The folded view: total and monotone offsets, spelling variants alike, hits only on whole words."""

from hypothesis import given
from hypothesis import strategies as st

from hiwar.builders.text.fold import fold, fold_word, folded_offset, raw_offset
from hiwar.builders.text.lex import Lexed
from hiwar.builders.text.lexicon import Form, compile_lexicon

ARABIC = st.text(alphabet="ابتجحدرسعفقكلمنهويىةأإآؤئء ًٌَُِّْـ«»“”\"'،؛.:؟!()0123٤٥۶\n\u00a0\u200f", max_size=80)
LEXICON = compile_lexicon([Form("كانون الثاني", "month", 1), Form("قال", "cue", 2), Form("من", "word", 3)])


@given(st.one_of(ARABIC, st.text(max_size=60)))
def test_the_offset_map_is_total_and_monotone(text: str) -> None:
    shadow, dropped = fold(text)
    assert len(shadow) + len(dropped) == len(text)
    offsets = [raw_offset(position, dropped) for position in range(len(shadow))]
    assert offsets == sorted(set(offsets))
    assert [folded_offset(offset, dropped) for offset in offsets] == list(range(len(shadow)))


@given(st.one_of(ARABIC, st.text(max_size=60)))
def test_words_lie_inside_the_text_and_do_not_end_in_white_space(text: str) -> None:
    lexed = Lexed(text, LEXICON)
    for start, end in zip(lexed.word_starts, lexed.word_ends, strict=True):
        first, last = lexed.raw_span(start, end)
        word = text[first:last]
        assert word
        assert word == word.strip()


@given(ARABIC)
def test_every_hit_is_its_form_folded(text: str) -> None:
    for hit in Lexed(text, LEXICON).hits:
        assert Lexed(text, LEXICON).shadow[hit.start : hit.end] in {
            fold_word("كانون الثاني"),
            fold_word("قال"),
            fold_word("من"),
        }


def test_spelling_variants_fold_alike() -> None:
    variants = ["الأمیرکیّة", "الاميركيه", "الأميـــركية"]
    assert len({fold_word(variant) for variant in variants}) == 1


def test_a_hit_is_a_whole_word_with_its_clitic_apart() -> None:
    lexed = Lexed("وقالَ في كانون  الثاني: مقالٌ، كانون، الثاني", LEXICON)
    assert [(hit.kind, lexed.raw_text(hit.start, hit.end), hit.glued) for hit in lexed.hits] == [
        ("cue", "قالَ", True),
        ("month", "كانون  الثاني", False),
    ]


def test_a_mark_that_no_letter_carries_is_a_dash() -> None:
    lexed = Lexed("ــــ\nبغداد ـ رويترز\nالعـــراق \u200fـ", LEXICON)
    assert lexed.shadow.count(b"-") == 3
    assert lexed.raw_text(0, 1) == "ــــ"
    assert fold_word("العـــراق") == fold_word("العراق")
