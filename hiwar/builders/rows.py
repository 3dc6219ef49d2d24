"""One text through all steps: raw text in, rows of every table out."""

from typing import Any, NamedTuple

from hiwar.builders import dates, figures, ids, passages, speakers, statements
from hiwar.builders.passages import articles
from hiwar.builders.steps import Article, Attribution, Figure, Passage, Role, Speaker, Statement
from hiwar.builders.text.lex import Lexed
from hiwar.builders.text.read import RawText
from hiwar.builders.text.spans import innermost_of_each

Row = dict[str, Any]


class Steps(NamedTuple):
    """What every step found in one text."""

    lexed: Lexed
    passages: list[Passage]
    articles: list[Article]
    statements: list[Statement]
    speakers: list[Speaker]
    attributions: list[Attribution]
    roles: list[Role]
    figures: list[Figure]


def take_steps(text: str) -> Steps:
    """Return what the steps find in `text`; never raises, whatever the text."""
    lexed = Lexed(text)
    lines = passages.find(lexed)
    told = dates.find(lexed)
    found_articles = articles.find(lexed, lines, told)
    said = statements.find(lexed, lines)
    who = speakers.resolve(lexed, lines, found_articles, said)
    return Steps(
        lexed,
        lines,
        found_articles,
        said,
        who.speakers,
        who.attributions,
        who.roles,
        figures.find(lexed, lines, told),
    )


def sourced(steps: Steps) -> set[int]:
    """Return the indexes of the statements that have a source: what nobody is made to say is no statement."""
    return {attribution.statement for attribution in steps.attributions if attribution.role == "source"}


def text_rows(source: RawText) -> dict[str, list[Row]]:
    """Return the rows that one text gives, by table; speakers stand as this text knows them."""
    return Rows(source, take_steps(source.text)).tables()


class Rows:
    """The rows of one text: positions become raw offsets, indexes become ids."""

    def __init__(self, source: RawText, steps: Steps) -> None:
        self.source = source
        self.steps = steps
        self.lexed = steps.lexed
        self.article_ids = {a.position: ids.article_id(source.raw_file, a.position) for a in steps.articles}
        self.passage_ids = [
            ids.passage_id(source.raw_file, self.lexed.raw(passage.start)) for passage in steps.passages
        ]
        self.statement_ids = [
            ids.statement_id(self._article(said.passage), self.lexed.raw(said.cue_start))
            for said in steps.statements
        ]
        self.speaker_ids = {speaker.key: self._speaker_id(speaker) for speaker in steps.speakers}
        self.sourced = sourced(steps)

    def tables(self) -> dict[str, list[Row]]:
        """Return all rows by table, in the order of the text."""
        return {
            "articles": [self._article_row(article) for article in self.steps.articles],
            "passages": [self._passage_row(n, passage) for n, passage in enumerate(self.steps.passages)],
            "speakers": [self._speaker_row(speaker) for speaker in self.steps.speakers],
            "speaker_names": [
                {"speaker_id": self.speaker_ids[speaker.key], "name": name}
                for speaker in self.steps.speakers
                for name in speaker.names
            ],
            "speaker_roles": self._role_rows(),
            "statements": [
                self._statement_row(n, said)
                for n, said in enumerate(self.steps.statements)
                if n in self.sourced
            ],
            "attributions": self._attribution_rows(),
            "figures": [
                self._figure_row(figure, holder)
                for figure, holder in zip(self.steps.figures, self._holders(), strict=True)
            ],
        }

    def _article(self, passage: int) -> str:
        position = self.steps.passages[passage].article
        return self.article_ids[position] if position is not None else ids.article_id(self.source.raw_file, 1)

    def _span(self, start: int, end: int) -> tuple[int, int, str]:
        first, last = self.lexed.raw_span(start, end)
        return first, last, self.source.text[first:last]

    def _article_row(self, article: Article) -> Row:
        return {
            "article_id": self.article_ids[article.position],
            "raw_file": self.source.raw_file,
            "position": article.position,
            "sha256": self.source.sha256,
            "characters": self.source.characters,
            "language": "ar",
            "headline": article.headline,
            "outlet": article.outlet,
            "item_number": article.item_number,
            "published_on": article.published_on,
            "published_basis": article.published_basis,
            "published_note": article.published_note,
            "review": "machine",
        }

    def _passage_row(self, number: int, passage: Passage) -> Row:
        start, end = self.lexed.whole_span(passage.start, passage.end)
        text = self.lexed.text[start:end]
        return {
            "passage_id": self.passage_ids[number],
            "raw_file": self.source.raw_file,
            "article_id": self.article_ids.get(passage.article) if passage.article is not None else None,
            "position": number + 1,
            "kind": passage.kind,
            "start": start,
            "end": end,
            "text": text,
            "repeats": None if passage.repeats is None else self.passage_ids[passage.repeats],
        }

    def _speaker_id(self, speaker: Speaker) -> str:
        article = None if speaker.article is None else ids.article_id(self.source.raw_file, speaker.article)
        return ids.speaker_id(speaker.kind, speaker.key.rpartition(":")[2].encode("latin-1"), article)

    def _speaker_row(self, speaker: Speaker) -> Row:
        return {
            "speaker_id": self.speaker_ids[speaker.key],
            "kind": speaker.kind,
            "name_ar": speaker.name,
            "name_en": None,
            "country": None,
            "wikidata": None,
            "description_en": None,
            "review": "machine",
        }

    def _role_rows(self) -> list[Row]:
        rows: dict[str, Row] = {}
        for role in self.steps.roles:
            start, _, text = self._span(role.start, role.end)
            article = self.article_ids[role.article]
            row_id = ids.role_id(article, start)
            rows.setdefault(
                row_id,
                {
                    "role_id": row_id,
                    "speaker_id": self.speaker_ids[role.speaker],
                    "article_id": article,
                    "role_ar": text,
                    "role_en": None,
                    "organization_id": self.speaker_ids.get(role.organization or ""),
                },
            )
        return list(rows.values())

    def _statement_row(self, number: int, said: Statement) -> Row:
        start, end, text = self._span(said.start, said.end)
        cue_start, cue_end, cue = self._span(said.cue_start, said.cue_end)
        return {
            "statement_id": self.statement_ids[number],
            "article_id": self._article(said.passage),
            "passage_id": self.passage_ids[said.passage],
            "type": said.type,
            "act": said.act,
            "cue": cue,
            "cue_start": cue_start,
            "cue_end": cue_end,
            "start": start,
            "end": end,
            "text": text,
            "gloss_en": None,
            "said_on": None,
            "rule": said.rule,
            "review": "machine",
        }

    def _attribution_rows(self) -> list[Row]:
        rows = []
        counts: dict[tuple[int, str], int] = {}
        told: set[tuple[int, str]] = set()
        for attribution in self.steps.attributions:
            if attribution.statement not in self.sourced or not self._is_new(attribution, told):
                continue
            key = (attribution.statement, attribution.role)
            counts[key] = counts.get(key, 0) + 1
            statement = self.statement_ids[attribution.statement]
            start, end, mention = None, None, None
            if attribution.start is not None and attribution.end is not None:
                start, end, mention = self._span(attribution.start, attribution.end)
            rows.append(
                {
                    "attribution_id": ids.attribution_id(statement, attribution.role, counts[key]),
                    "statement_id": statement,
                    "speaker_id": self.speaker_ids[attribution.speaker],
                    "role": attribution.role,
                    "form": attribution.form,
                    "mention": mention,
                    "mention_start": start,
                    "mention_end": end,
                    "rule": attribution.rule,
                    "review": "machine",
                }
            )
        return rows

    def _is_new(self, attribution: Attribution, told: set[tuple[int, str]]) -> bool:
        """A speaker stands behind a statement once: whoever says it does not pass it on as well (sources come first)."""
        pair = (attribution.statement, self.speaker_ids[attribution.speaker])
        if pair in told:
            return False
        told.add(pair)
        return True

    def _figure_row(self, figure: Figure, holder: str | None) -> Row:
        start, end, text = self._span(figure.start, figure.end)
        number_start, number_end, number = self._span(figure.number_start, figure.number_end)
        article = self._article(figure.passage)
        return {
            "figure_id": ids.figure_id(article, number_start),
            "article_id": article,
            "passage_id": self.passage_ids[figure.passage],
            "statement_id": holder,
            "text": text,
            "start": start,
            "end": end,
            "number": number,
            "number_start": number_start,
            "number_end": number_end,
            "value": figure.value,
            "low": figure.low,
            "high": figure.high,
            "qualifier": figure.qualifier,
            "unit": figure.unit,
            "counted": self._span(*figure.counted)[2] if figure.counted else None,
            "measure_id": None,
            "as_of": None,
            "rule": figure.rule,
            "review": "machine",
        }

    def _holders(self) -> list[str | None]:
        """Return for each figure the innermost statement that holds its number."""
        said = ((n, self.steps.statements[n]) for n in sorted(self.sourced))
        spans = [(*self.lexed.raw_span(row.start, row.end), self.statement_ids[n]) for n, row in said]
        numbers = [
            self.lexed.raw_span(figure.number_start, figure.number_end) for figure in self.steps.figures
        ]
        return innermost_of_each(numbers, spans)
