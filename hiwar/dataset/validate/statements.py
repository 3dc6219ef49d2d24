"""Statements and attributions: the rules of the codebook that go beyond a single row."""

from hiwar.dataset.validate.findings import Query

_MARKS = "[\"''«»“”„‟‘’‚‹›<>]"  # the apostrophe is doubled for SQL


def _inside(alias: str, first: str, past: str) -> str:
    """Return the SQL condition that the span lies in an open passage of its article."""
    return f"""EXISTS (SELECT 1 FROM open_passages p WHERE p.article_id = {alias}.article_id
        AND p.start <= {alias}.{first} AND {past} <= p."end")"""


QUERIES = [
    Query(
        "cue_lies_in_its_passage",
        "statements",
        "passage_id",
        """SELECT statement_id AS row, s.passage_id AS value FROM statements s JOIN passages p USING (passage_id)
           WHERE s.cue_start < p.start OR s.cue_end > p."end" OR s.article_id IS DISTINCT FROM p.article_id""",
        "the cue does not stand in this passage, or the passage belongs to another article",
        "name the passage that the cue stands in",
    ),
    Query(
        "passage_may_hold_statements",
        "statements",
        "passage_id",
        """SELECT statement_id AS row, p.kind AS value FROM statements s JOIN passages p USING (passage_id)
           WHERE p.kind NOT IN ('headline', 'subhead', 'body')""",
        "nothing is read from a passage of this kind",
        "reject the statement, or correct the kind of the passage",
    ),
    Query(
        "content_lies_in_open_passages",
        "statements",
        "start",
        f"""SELECT statement_id AS row, start || '–' || "end" AS value FROM statements s
            WHERE NOT {_inside("s", "start", "s.start + 1")} OR NOT {_inside("s", '"end" - 1', 's."end"')}""",
        "the content begins or ends outside headline, subhead and body of its article",
        "move the offsets into the article's text",
    ),
    Query(
        "cue_is_outside_its_content",
        "statements",
        "cue_start",
        'SELECT statement_id AS row, cue AS value FROM statements WHERE cue_start < "end" AND start < cue_end',
        "the cue stands inside the content that it introduces",
        "begin the content after the cue, or correct the cue",
    ),
    Query(
        "cue_is_one_word",
        "statements",
        "cue",
        r"SELECT statement_id AS row, cue AS value FROM statements WHERE regexp_matches(cue, '[\s\p{Z}]')",
        "the cue is more than one word",
        "keep the single word that carries the reporting",
    ),
    Query(
        "edge_has_no_stop",
        "statements",
        "text",
        """SELECT statement_id AS row, text AS value FROM statements
           WHERE type <> 'direct' AND regexp_matches(text, '^[.،,؛;]|[^.][.،,؛;]$')""",
        "a full stop, comma or semicolon stands at the edge of the content",
        "leave it out of the span",
    ),
    Query(
        "mixed_has_marks",
        "statements",
        "type",
        f"SELECT statement_id AS row, type AS value FROM statements WHERE type = 'mixed' AND NOT regexp_matches(text, '{_MARKS}')",
        "a mixed statement has quotation marks inside its span, and this one has none",
        "make it `indirect`, or `direct` where all of it stands between marks",
    ),
    Query(
        "statement_has_a_source",
        "statements",
        "statement_id",
        """SELECT statement_id AS row, NULL AS value FROM statements
           WHERE statement_id NOT IN (SELECT statement_id FROM attributions WHERE role = 'source')""",
        "no attribution says who is made to say it",
        "add an attribution of role `source`, or reject the statement",
    ),
    Query(
        "relay_is_not_the_source",
        "attributions",
        "speaker_id",
        """SELECT r.attribution_id AS row, r.speaker_id AS value FROM attributions r JOIN attributions s USING (statement_id, speaker_id)
           WHERE r.role = 'relay' AND s.role = 'source'""",
        "the same speaker is source and relay of one statement",
        "delete the relay: nobody relays what is their own",
    ),
    Query(
        "relay_is_not_the_outlet",
        "attributions",
        "speaker_id",
        """SELECT attribution_id AS row, a.outlet AS value FROM attributions t JOIN statements USING (statement_id)
           JOIN articles a USING (article_id) WHERE t.role = 'relay' AND EXISTS
           (SELECT 1 FROM speaker_names n WHERE n.speaker_id = t.speaker_id AND n.name = a.outlet)""",
        "the article's own outlet is no relay",
        "delete the attribution",
    ),
    Query(
        "mention_lies_in_an_open_passage",
        "attributions",
        "mention_start",
        f"""SELECT attribution_id AS row, mention AS value FROM attributions_placed t
            WHERE mention_start IS NOT NULL AND NOT {_inside("t", "mention_start", "t.mention_end")}""",
        "the mention stands outside headline, subhead and body of the article",
        "move the offsets to where the sentence names the speaker",
    ),
    Query(
        "form_suits_the_speaker",
        "attributions",
        "form",
        """SELECT attribution_id AS row, form || ' / ' || kind AS value FROM attributions JOIN speakers USING (speaker_id)
           WHERE (form = 'unnamed' AND kind <> 'unnamed') OR (form = 'named' AND kind = 'unnamed')""",
        "the form `unnamed` goes with unnamed speakers, and `named` with the others",
        "correct the form, or the speaker that it points at",
    ),
    Query(
        "unnamed_speaker_keeps_to_its_article",
        "speakers",
        "speaker_id",
        """SELECT speaker_id AS row, count(DISTINCT article_id) AS value FROM speakers JOIN attributions USING (speaker_id)
           JOIN statements USING (statement_id) WHERE kind = 'unnamed' GROUP BY speaker_id HAVING count(DISTINCT article_id) > 1""",
        "an unnamed source is a speaker of its own for each article, and this one speaks in several",
        "make one speaker an article",
    ),
    Query(
        "speaker_is_used",
        "speakers",
        "speaker_id",
        """SELECT speaker_id AS row, name_ar AS value FROM speakers WHERE speaker_id NOT IN (SELECT speaker_id FROM attributions)
           AND speaker_id NOT IN (SELECT speaker_id FROM speaker_roles)
           AND speaker_id NOT IN (SELECT organization_id FROM speaker_roles WHERE organization_id IS NOT NULL)""",
        "no statement and no role names this speaker",
        "delete the row, or add what the speaker says",
    ),
    Query(
        "role_stands_in_the_article",
        "speaker_roles",
        "role_ar",
        """SELECT role_id AS row, role_ar AS value FROM speaker_roles JOIN articles_raw USING (article_id)
           WHERE NOT contains(raw, role_ar)""",
        "the article does not have these words",
        "copy the role as printed",
    ),
]
