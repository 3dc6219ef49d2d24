"""Where the articles of a file begin and end."""

from itertools import pairwise
from typing import NamedTuple

from hiwar.builders.passages.furniture import Known
from hiwar.builders.passages.lines import Line
from hiwar.builders.text.fold import fold_word

_PARAGRAPH = 16  # words from which a line is running text, unless it is the title
_SENTENCE = 6  # words from which a line with a full stop is running text
_TITLE = 4  # words of the shortest title that can begin a further article
_SHARED = 2  # words of a title that recur in its text
_CLITICS = tuple(map(fold_word, ("وال", "بال", "فال", "كال", "لل", "ال", "و", "ف", "ب", "ل")))
_STEM = 5


class Layout(NamedTuple):
    """Which article each line belongs to, and the lines that are no part of any."""

    articles: list[int | None]  # from 1, by line
    foreign: dict[int, str]  # lines that are links to other stories or readers' comments, with the rule


def is_text(line: Line) -> bool:
    """Whether a line is running text by its length or its full stop."""
    return line.words >= _PARAGRAPH or (line.stop and line.words >= _SENTENCE)


def lay_out(lines: list[Line], known: list[Known | None], free: list[int]) -> Layout:
    """Return the layout of a file whose lines `free` are neither `known` by their words nor repeats.

    A new article begins at a title that running text follows, where the article before has ended: after its source,
    its keywords, a label for related stories. After a mere label, or among comments, title and text must share words
    as well; otherwise the title is a link, and the text around it goes on.
    """
    following = dict(pairwise(free))
    inside = set(free)
    articles: list[int | None] = []
    foreign: dict[int, str] = {}
    article, has_text, state = 1, False, ""
    for number, line in enumerate(lines):
        mark = known[number]
        if mark is not None and mark.after and has_text:
            state = state if state and mark.after == "links" else mark.after
        if number in inside:
            after = following.get(number)
            if state and not is_text(line) and after is not None and _begins(line, lines[after], state):
                article, has_text, state = article + 1, False, ""
            elif state == "comments":
                foreign[number] = "reader's comment"
            elif state and not is_text(line):
                foreign[number] = "link to a story"
            elif is_text(line):
                has_text, state = True, "" if state == "links" else state
        loose = number in foreign or (state and mark is not None and mark.kind == "furniture")
        articles.append(None if loose else article)
    last = max((number for number, own in enumerate(articles) if own), default=-1)
    return Layout([*articles[: last + 1], *(article for _ in articles[last + 1 :])], foreign)


def _begins(title: Line, text: Line, state: str) -> bool:
    """Whether two lines that follow each other begin an article."""
    return (
        title.words >= _TITLE and is_text(text) and (state == "end" or shared_words(title, text) >= _SHARED)
    )


def shared_words(title: Line, text: Line) -> int:
    """Return how many of the title's words recur in the text, clitics and endings aside."""
    return len(_stems(title) & _stems(text))


def _stems(line: Line) -> set[bytes]:
    found = set()
    for word in line.tokens:
        clitic = next((clitic for clitic in _CLITICS if word.startswith(clitic)), b"")
        if len(word) - len(clitic) >= 3:
            found.add(word[len(clitic) :][:_STEM])
    return found
