"""Where the one who is accused or described, or what is explained, begins behind the subject."""

from hiwar.builders.knowledge.function_words import words
from hiwar.builders.statements.noun_phrases import NounPhrases
from hiwar.builders.statements.reading import AL, is_joined
from hiwar.builders.statements.walk import Begin
from hiwar.builders.text.fold import fold_word, fold_words

TARGETS = frozenset({"target", "target to", "target by"})
DEMONSTRATIVES = fold_words(("هذا", "هذه", "ذلك", "تلك", "هؤلاء"))
ESTIMATE = "قدر"
BARE_TARGET = frozenset({"اعتبر", "عد"})
_GOD, _NISBA, _FEMININE = fold_word("الله"), fold_word("ي"), "ة"
_PLURAL = fold_word("ات")
_OF_NAMES = ("given", "name_joined")
_JUDGES = ("title", "head", "organization", "state", "unnamed", "many", "given", "name_joined")
_JUDGE = 10  # words of whoever judges
_ELATIVE = fold_word("الأ")
_GLUED = (fold_word("ب"), fold_word("ل"), fold_word("ك"))


class Targets(NounPhrases):
    """The steps of a walk to a target, which no word joins to the subject before it."""

    def note_target(self, word: bytes, start: int, first: bool) -> None:
        """Note that the target surely begins at a demonstrative, or at a thing, which neither accuses nor describes."""
        thing = word.removeprefix(AL) in words("thing", "masculine") | words("thing", "feminine")
        definite = word.startswith(AL)
        if first:
            near = start <= self.cue.end + 1 and self.cue.form.kind == "finite"
            self.starts_with_content |= thing and near and not definite  # أرجع أسباب التأخير إلى
        elif (
            self.sure is None
            and not self.starts_with_content
            and self.closed()
            and self.previous not in DEMONSTRATIVES
        ):
            behind = self.settled() or (not definite and self.behind_name())
            self.sure = start if word in DEMONSTRATIVES or (thing and behind) else None

    def behind_name(self) -> bool:
        """Whether the word before is a family name, or follows one (الناقد سالم نصار [أسباب] الفشل)."""
        return self.reading.known(self.reading.word_before(self.last)[1], _OF_NAMES)

    def of_name(self, word: bytes, start: int) -> bool:
        """Whether a word belongs to the name before it, or a definite one to the bare noun that is the target."""
        if word == _GOD:
            return True  # عدّ الجار الله المهرجان
        if self.fresh or not self.takes & TARGETS:
            return False
        if not word.startswith(AL):
            return self.goes_on(word, start)
        if self.last != self.last_bare:
            return False
        noun = self.lexed.raw_text(self.last, self.last + len(self.previous)).endswith(_FEMININE)
        return noun or self.named_already()  # وصف المدير رباطة الجأش، سالم نصار ملعب النادي

    def qualifies(self, word: bytes, start: int) -> bool:
        """Whether a word is an adjective of the noun before it, and no feminine behind a man's name (سالم البحري [الأندية])."""
        family = self.previous.startswith(AL) and self.previous.endswith(_NISBA)
        apart = family and bool(self.takes & TARGETS) and word.endswith(fold_word(_FEMININE))
        return self.describes(word, start) and not (apart and self.names())

    def named_already(self) -> bool:
        """Whether a whole name stands in the subject before its last word."""
        names = self.names()
        return bool(names) and names[-1] != self.reading.word_before(self.last)[1]

    def names(self) -> list[int]:
        """Return where the known names in the subject before its last word start."""
        inside = self.reading.words_in(self.cue.end, self.last)
        return [start for start, _ in inside if self.reading.known(start, _OF_NAMES)]

    def goes_on(self, word: bytes, start: int) -> bool:
        """Whether a bare word is a given name behind its bearer's office, or belongs to the name before it."""
        if self.reading.known(start, _OF_NAMES):
            return self.previous.startswith(AL) or self.reading.known(self.last, _OF_NAMES)
        noun = word.endswith(_PLURAL) or self.reading.content_noun(start, start + len(word))
        return self.reading.known(self.last, _OF_NAMES) and not (noun or self.reading.known(start))

    def judgement(self) -> int | None:
        """Return where the judgement begins behind whoever judges what a pronoun stands for (تعتبره الوزارة [نجاحا])."""
        if not self.cue.form.pronoun or self.cue.form.number != "s":
            return None
        inside = self.reading.words_in(self.cue.end, self.limit, _JUDGE)
        number = self._past_judge(inside)
        if not 0 < number < len(inside):
            return None
        start, end = inside[number]
        word = self.lexed.shadow[start:end]
        plain = not (self.reading.gap(inside[number - 1][1], start) or is_joined(word) or word.startswith(AL))
        glued = word[:1] in _GLUED and self.reading.content_noun(start + 1, end)
        other = word in words("preposition") or word in words("relative") or glued
        other = other or self.lexed.hit_at("frame", start) is not None
        return start if plain and not other else None

    def _past_judge(self, inside: list[tuple[int, int]]) -> int:
        """Return how many of the words make up the subject: a definite noun, or a body or person, with what belongs to it."""
        number, name = 0, False
        for start, end in inside:
            word = self.lexed.shadow[start:end]
            if number and self.reading.gap(inside[number - 1][1], start):
                break
            definite = word.startswith(AL)
            known = self.reading.known(start, _JUDGES) and word not in words("preposition")
            joined = name and number and self.lexed.hit_at("name_joined", inside[number - 1][0]) is not None
            last = inside[number - 1][0] if number else None
            closed = last is not None and (
                self.lexed.shadow.startswith(AL, last) or self.reading.known(last, ("state",))
            )  # تعتبره تركيا | منظمة
            if not (definite or joined or (known and not closed) or (name and number == 1)):
                break
            if not number and definite and self._disagrees(word):
                break
            name = name or self.reading.known(start, _OF_NAMES)
            number += 1
        end_word = self.lexed.shadow[slice(*inside[number - 1])] if number else b""
        elative = end_word.startswith(_ELATIVE) and len(end_word) == len(_ELATIVE) + 3
        return 0 if elative and not self.reading.known(inside[number - 1][0]) else number  # الأكثر أهمية

    def _disagrees(self, word: bytes) -> bool:
        """Whether a singular noun is of the other gender than the verb, by its ending."""
        return word.endswith(fold_word(_FEMININE)) and self.cue.form.gender == "m"

    def may_be_target(self, word: bytes, start: int) -> bool:
        """Whether a bare word behind a title may be the target: it is no part of a name, and no preposition."""
        if word in words("preposition") or self.previous in words("preposition") or word.startswith(AL):
            return False
        if word in words("negation") or self.previous in words("negation"):
            return False  # جهات لم يسمها
        if self.lexed.hit_at("name_joined", start) is not None:
            return False
        if word in words("itself"):
            return False  # المصدر ذاته
        name = self.reading.known(start, _OF_NAMES)
        return not self.reading.known(self.last, _OF_NAMES) or (self.reading.known(start) and not name)

    def target_before(self, marker: int) -> Begin | None:
        """Return the content that begins with the one who is accused or described, before `marker`."""
        if self.cue.form.pronoun:
            start = marker
        elif self.sure is not None:
            start = self.sure
        elif self.counted is not None:
            start = self.counted
        elif self.cue.form.kind == "participle" or self.starts_with_content or not self.candidates:
            bare = self.titled() and self.subject_words > 1 and not self.starts_with_content
            start = self.reading.next_token(self.last_bare if bare else self.content_from, self.limit)
        elif self.content_candidate is not None:
            start = self.content_candidate
        elif "target" in self.takes and self.cue.form.verb.lemma == ESTIMATE:
            start = self.candidates[0]
        else:
            start = max(self.candidates[-1], self.last_bare)
        return self.begin(start, "target", start)
