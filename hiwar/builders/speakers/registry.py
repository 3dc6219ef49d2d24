"""Who an article names: people with their titles, and organizations, by where they stand."""

from bisect import bisect_left, insort

from hiwar.builders.knowledge.function_words import words as function_words
from hiwar.builders.speakers.entities import Entity, HeldTitle, highness, last_two, nearest, same_name, styled
from hiwar.builders.speakers.held import held_titles
from hiwar.builders.speakers.phrase import ORGANIZATION, PERSON, Phrase
from hiwar.builders.speakers.sharing import generally, sharing
from hiwar.builders.speakers.terms import name_terms, phrase_terms, text_terms
from hiwar.builders.speakers.variants import near, spellings
from hiwar.builders.speakers.words import Words
from hiwar.builders.text.fold import fold_word

_OPENING, _CLOSING = frozenset(b'("<'), frozenset(b')">')
_NAMING = ("given", "state", "organization", "head", "ministry", "title", "unnamed", "document")
_MEDIA = function_words("publishing", "media")
_BACK = 20  # names that are looked back at
_MAN = "رجل"
_MOST_HOLDERS = 200  # people with one title or name in an article: a longer list is no news


class Registry:
    """The people and organizations of one article."""

    def __init__(self, words: Words) -> None:
        self.words = words
        self.people: list[Entity] = []
        self.organizations: list[Entity] = []
        self._titles: dict[str, list[tuple[Entity, HeldTitle]]] = {}
        self._by_start: dict[bytes, list[bytes]] = {}  # words of names by their first two letters
        self._by_term: dict[bytes, list[Entity]] = {}
        self._places: list[tuple[int, int]] = []
        self._everybody: list[Entity] = []
        self._by_terms: dict[frozenset[bytes], Entity] = {}  # organizations by the words of a name

    # people

    def add_person(self, phrase: Phrase) -> Entity:
        """Return the person that the phrase names, who is new or known by a longer or shorter name."""
        assert phrase.name is not None
        terms = self.terms(phrase)
        person = self.find_person(terms, phrase.first, phrase.gender)
        text = self.words.raw(*phrase.name, skip=self.clitic(phrase.name[0]))
        if person is None:
            person = Entity(PERSON, terms, text, phrase.gender)
            self.people.append(person)
        elif len(terms) > len(person.terms):
            person.terms, person.name = terms, text
        for term in terms:
            if term not in self._by_term:
                self._by_start.setdefault(term[:2], []).append(term)
            known = self._by_term.setdefault(term, [])
            if person not in known[-_MOST_HOLDERS:]:
                known.append(person)
        if text not in person.names:
            person.names.append(text)
        insort(person.positions, phrase.first)
        person.styled = person.styled or styled(phrase)
        person.highness = person.highness or highness(phrase)
        person.gender = person.gender or phrase.gender
        for held in held_titles(self.words, phrase):
            if not any(held.terms == known.terms for known in person.titles):
                person.titles.append(held)
                self._titles.setdefault(held.title.word, []).append((person, held))
        return person

    def terms(self, phrase: Phrase) -> tuple[bytes, ...]:
        """Return the words of the phrase's name."""
        assert phrase.name is not None
        folded = [self.words.word(number) for number in range(*phrase.name)]
        glued = self.clitic(phrase.name[0])
        return name_terms([folded[0][glued:], *folded[1:]])

    def clitic(self, number: int) -> int:
        """Return how many letters are glued before a name."""
        found = [self.words.known(kind, number) for kind in _NAMING]
        if known := [one for one in found if one is not None]:
            return min(len(one.glue) for one in known)  # بيان is no name with ب
        glued = self.words.article_glue(number)
        return glued or int(self.words.prepositional(number) and self.words.definite(number))

    def find_person(
        self, terms: tuple[bytes, ...], position: int, gender: str | None = None
    ) -> Entity | None:
        """Return the person of the article whom the name means: one name holds the words of the other."""
        found = self._bearers(terms)
        if not found:
            other = next((other for other in spellings(terms) if self._bearers(other)), terms)
            found, terms = self._bearers(other), other
        if not found and len(terms) == 1:
            found = self._misspelt(terms[0])
        if len(terms) == 1:  # by the family name first, then by any other, last by the given name
            by_family = [person for person in found if person.terms[-1] == terms[0]]
            found = by_family or [person for person in found if person.terms[0] != terms[0]] or found
        if gender:
            found = [person for person in found if person.gender in (None, gender)] or found
        return nearest(found, position)

    def _bearers(self, terms: tuple[bytes, ...]) -> list[Entity]:
        """Return the people whose name holds these words, or whose words these hold."""
        found: dict[int, Entity] = {}
        for term in set(terms):
            for person in self._by_term.get(term, [])[-_MOST_HOLDERS:]:
                if same_name(terms, person.terms):
                    found[id(person)] = person
        return list(found.values())

    def _misspelt(self, term: bytes) -> list[Entity]:
        """Return the people one of whose names differs by a slip of the pen."""
        alike = self._by_start.get(term[:2], [])[-_MOST_HOLDERS:]
        return [person for other in alike if near(other, term) for person in self._by_term[other]]

    def holder(self, phrase: Phrase, position: int) -> Entity | None:
        """Return the person who holds the title of a phrase without a name."""
        wanted = next(iter(held_titles(self.words, phrase)), None)
        if wanted is None:
            return None
        exact, found, loose = [], [], []
        for person, held in self._titles.get(wanted.title.word, ())[:_MOST_HOLDERS]:
            if person.gender not in (None, wanted.title.gender) or held.title.gender != wanted.title.gender:
                continue
            rest = held.terms - held.own
            if held.terms == wanted.terms and rest:
                exact.append(person)
            if wanted.terms - wanted.own <= rest:
                found.append(person)
            elif any(not term.startswith(b"~") for term in rest) and rest <= wanted.terms:
                loose.append(person)
        whole = nearest(exact, position)  # وزير الزراعة is not وزير الزراعة المجري where both are named
        return (
            whole
            or nearest(found, position)
            or nearest(loose, position)
            or sharing(wanted, self._titles.get(wanted.title.word, ())[:_MOST_HOLDERS])
            or generally(wanted, self._titles, position)
        )

    def holds(self, person: Entity, word: str) -> bool:
        """Return whether a person holds a title of that head word, whatever its complement."""
        return any(holder is person for holder, _ in self._titles.get(word, ())[:_MOST_HOLDERS])

    def exact_holder(self, phrase: Phrase) -> Entity | None:
        """Return the person to whom the article gives the title of a phrase with just this complement."""
        wanted = next(iter(held_titles(self.words, phrase)), None)
        if wanted is None or wanted.terms == wanted.own:
            return None
        held_by = self._titles.get(wanted.title.word, ())[:_MOST_HOLDERS]
        same = (
            person
            for person, held in held_by
            if held.terms == wanted.terms and held.title.gender == wanted.title.gender
        )
        return next(same, None)

    # organizations

    def add_organization(self, phrase: Phrase) -> Entity:
        """Return the organization that the phrase names, known or new."""
        assert phrase.name is not None
        name, text = self._organization_name(phrase)
        terms = phrase_terms(self.words, *phrase.name) if name == text else text_terms(name)
        head = getattr(phrase.entry, "word", "") or name.split()[0]
        outlet = phrase.rule == "organization_name" and fold_word(phrase.entry.name.split()[0]) in _MEDIA
        plain = text_terms(phrase.entry.name) if outlet else terms
        known = self._by_terms.get(terms) or self._by_terms.get(plain)
        if known is None:
            known = Entity(ORGANIZATION, tuple(sorted(terms)), name, phrase.gender, names=[name])
            self._by_terms[terms] = known
            self._by_terms.setdefault(plain, known)  # صحيفة الساحل المصرية … وأضافت «الساحل»
            self.organizations.append(known)
            self._bracketed(phrase, known)
        known.heads |= {head, head.removeprefix("ال")}  # البنك الدولي … وأضاف البنك
        if text not in known.names:
            known.names.append(text)
        insort(known.positions, phrase.first)
        return known

    def _organization_name(self, phrase: Phrase) -> tuple[str, str]:
        """Return the name of an organization in full and as it is written."""
        assert phrase.name is not None
        text = self.words.raw(*phrase.name, skip=self.clitic(phrase.name[0]))
        if phrase.rule == "ministry_by_field":
            return "وزارة " + text, text
        text += self.words.digits(phrase.name[1] - 1)  # فرنس24
        known = self.words.known("organization", phrase.name[0])
        if phrase.rule == "organization_name" and known and known.after == phrase.name[1]:
            return known.entry.name, text
        return text, text

    def _bracketed(self, phrase: Phrase, organization: Entity) -> None:
        """Enter the short name in brackets or marks after an organization's name: هيئة السدود (هسانة)."""
        assert phrase.name is not None
        first = after = phrase.name[1]
        if not _OPENING.intersection(self.words.gap(first)):
            return
        while after < min(first + 4, len(self.words)) and (after == first or not self.words.gap(after)):
            after += 1
        if _CLOSING.intersection(self.words.gap(after)) and after - first < 4:
            organization.names.append(self.words.raw(first, after))
            self._by_terms.setdefault(phrase_terms(self.words, first, after), organization)

    def called(self, name: str, head: str, position: int) -> Entity:
        """Return the organization of that name, known or new, which is told of at the word."""
        terms = text_terms(name)
        known = self._by_terms.setdefault(
            terms, Entity(ORGANIZATION, tuple(sorted(terms)), name, "f", names=[name], positions=[position])
        )
        known.heads.add(head)
        return known

    def known_organization(self, first: int, after: int) -> Entity | None:
        """Return the organization whose name, or whose name in brackets, these words are."""
        return self._by_terms.get(phrase_terms(self.words, first, after))

    def fuller_organization(self, terms: frozenset[bytes], head: str, position: int) -> Entity | None:
        """Return the organization of the article whose name holds these words and more."""
        found = [
            one
            for one in self.organizations
            if head in one.heads and terms < frozenset(one.terms) and len(one.terms) > 1
        ]
        return nearest(found, position)

    def organization_before(self, head: str, position: int) -> Entity | None:
        """Return the organization with this indefinite head, a proper name after it, that stood last before a place."""
        found = [one for one in self.organizations[:_MOST_HOLDERS] if head in one.heads]
        named = [one for one in found if not self.words.definite(one.positions[0])]
        return nearest((one for one in named if one.positions[0] < position), position)

    def pair(self, phrase: Phrase) -> list[Entity]:
        """Return the two whom a dual noun means, those named last before it: الباحثان، الحركتان."""
        word = getattr(phrase.entry, "word", "")
        if phrase.titles is not None:
            held = [holder for holder, _ in self._titles.get(word, ())[:_MOST_HOLDERS]]
            return last_two(held, phrase.first) or last_two(self.people, phrase.first)
        if word == _MAN:
            return last_two(self.people, phrase.first)
        alike = [one for one in self.organizations if one.name.split()[0].removeprefix("ال") == word]
        return last_two(alike, phrase.first)

    def last_two(self, position: int) -> list[Entity]:
        """Return the two people named last before the word."""
        return last_two(self.people, position)

    def last_person(self, start: int, end: int, gender: str | None) -> Entity | None:
        """Return the person named last in the words `[start, end)` who may be of that gender; the last woman for a woman,
        if one is named."""
        self._order()
        place = bisect_left(self._places, (end, 0))
        doubtful: Entity | None = None
        for position, number in self._places[max(place - _BACK, 0) : place][::-1]:
            one = self._everybody[number]
            if position < start:
                break
            if one.kind == PERSON and (gender is None or one.gender in (None, gender)):
                if gender != "f" or one.gender == "f":
                    return one
                doubtful = doubtful or one
        return doubtful

    def latter(self, position: int, gender: str) -> Entity | None:
        """Return the person, or the feminine body, named last before the word who agrees with «the latter» in gender."""
        self._order()
        place = bisect_left(self._places, (position, 0))
        near = (self._everybody[number] for _, number in self._places[max(place - _BACK, 0) : place][::-1])
        agreeing = (one for one in near if one.gender in (None, gender))
        return next((one for one in agreeing if one.kind == PERSON or (gender == "f" == one.gender)), None)

    def last_styled(self, position: int, gender: str | None, royal: bool) -> Entity | None:
        """Return the person of that gender under a form of address who was named last before the word, a `royal` one if
        there is any."""
        found = [one for one in self.people if one.styled and one.gender in (None, gender)]
        return nearest([one for one in found if royal and one.royal] or found, position)

    def first_named(self, start: int) -> Entity | None:
        """Return the person or organization that is named first from the word on."""
        self._order()
        place = bisect_left(self._places, (start, 0))
        return self._everybody[self._places[place][1]] if place < len(self._places) else None

    def _order(self) -> None:
        """Put where people and organizations are named in order, as far as the article has been read by now."""
        if not self._everybody:
            self._everybody = [*self.people, *self.organizations]
            self._places = sorted((p, n) for n, one in enumerate(self._everybody) for p in one.positions)
