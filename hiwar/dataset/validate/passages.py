"""Articles and passages: the files are those that were read, and every line of them is accounted for."""

from hiwar.dataset.validate.findings import Query

_LINE = r"[\n\r\x{85}\x{2028}\x{2029}]"
_NOTHING = r"[\x09-\x0d\x1c-\x20\x{85}\p{Z}\p{Cf}\p{M}]*"  # between passages: white space, and marks that show nothing

_GAPS = """SELECT passage_id AS row, slice(raw, lag("end", 1, 0) OVER (PARTITION BY raw_file ORDER BY start), start) AS value,
    lag(passage_id) OVER (PARTITION BY raw_file ORDER BY start) AS before FROM passages_raw"""

QUERIES = [
    Query(
        "raw_text_is_there",
        "articles",
        "raw_file",
        """SELECT min(article_id) AS row, raw_file AS value FROM articles
           WHERE raw_file NOT IN (SELECT raw_file FROM raw_texts) GROUP BY raw_file""",
        "the raw file that the offsets count into is not there",
        "put the file into the folder `raw` beside `tables` (in a database: into the table raw_texts)",
    ),
    Query(
        "sha256_is_of_the_file",
        "articles",
        "sha256",
        "SELECT article_id AS row, sha256 AS value FROM articles_raw WHERE sha256 <> sha256(raw)",
        "the raw file has changed since it was read",
        "bring the raw file back, or build again",
    ),
    Query(
        "characters_are_those_of_the_file",
        "articles",
        "characters",
        "SELECT article_id AS row, characters AS value FROM articles_raw WHERE characters <> length(raw)",
        "the raw file has another length",
        "count the Unicode code points of the raw file, or build again",
    ),
    Query(
        "articles_are_numbered",
        "articles",
        "position",
        """SELECT article_id AS row, position AS value FROM
           (SELECT *, row_number() OVER (PARTITION BY raw_file ORDER BY position) AS place FROM articles) WHERE position <> place""",
        "the articles of a file are not numbered 1, 2, 3 …",
        "number them in the order in which they stand in the file",
    ),
    Query(
        "headline_is_a_passage",
        "articles",
        "headline",
        """SELECT article_id AS row, headline AS value FROM articles a WHERE headline IS NOT NULL AND NOT EXISTS
           (SELECT 1 FROM passages p WHERE p.article_id = a.article_id AND p.kind = 'headline' AND contains(p.text, a.headline))""",
        "no passage of kind headline in this article has this text",
        "copy the headline as printed, or correct the kind of its passage",
    ),
    Query(
        "passages_are_numbered",
        "passages",
        "position",
        """SELECT passage_id AS row, position AS value FROM
           (SELECT *, row_number() OVER (PARTITION BY raw_file ORDER BY start) AS place FROM passages) WHERE position <> place""",
        "the passages of a file are not numbered 1, 2, 3 … from its beginning",
        "number them in the order of their offsets",
    ),
    Query(
        "passages_do_not_overlap",
        "passages",
        "start",
        """SELECT passage_id AS row, start AS value FROM
           (SELECT *, lag("end") OVER (PARTITION BY raw_file ORDER BY start) AS before FROM passages) WHERE start < before""",
        "the passage begins before the one above it ends",
        "correct start, or the end of the passage above",
    ),
    Query(
        "passages_cover_the_file",
        "passages",
        "start",
        f"SELECT row, value FROM ({_GAPS}) WHERE NOT regexp_full_match(value, '{_NOTHING}')",
        "text before this passage belongs to no passage",
        "add the missing passage, or move start back",
    ),
    Query(
        "passages_reach_the_end",
        "passages",
        "end",
        f"""SELECT max_by(passage_id, start) AS row, slice(any_value(raw), max("end"), length(any_value(raw))) AS value
            FROM passages_raw GROUP BY raw_file HAVING NOT regexp_full_match(value, '{_NOTHING}')""",
        "text after the last passage belongs to no passage",
        "add the missing passage, or move end on",
    ),
    Query(
        "file_has_passages",
        "articles",
        "raw_file",
        """SELECT min(article_id) AS row, raw_file AS value FROM articles
           WHERE raw_file NOT IN (SELECT raw_file FROM passages) GROUP BY raw_file""",
        "the file has no passages",
        "add a passage for every line that is not blank",
    ),
    Query(
        "passage_is_one_line",
        "passages",
        "text",
        f"SELECT passage_id AS row, text AS value FROM passages WHERE regexp_matches(text, '{_LINE}')",
        "the passage holds a line break",
        "make every line a passage of its own",
    ),
    Query(
        "line_is_one_passage",
        "passages",
        "start",
        f"""SELECT row, value FROM ({_GAPS}) WHERE before IS NOT NULL AND NOT regexp_matches(value, '{_LINE}')
            AND regexp_full_match(value, '{_NOTHING}')""",
        "no line break stands before this passage",
        "join it with the passage above",
    ),
    Query(
        "passage_and_article_share_a_file",
        "passages",
        "article_id",
        "SELECT passage_id AS row, article_id AS value FROM passages p JOIN articles a USING (article_id) WHERE p.raw_file <> a.raw_file",
        "the article stands in another file",
        "name the article of this file that the passage belongs to",
    ),
    Query(
        "repeat_names_an_earlier_line",
        "passages",
        "repeats",
        """SELECT p.passage_id AS row, p.repeats AS value FROM passages p JOIN passages e ON e.passage_id = p.repeats
           WHERE e.raw_file <> p.raw_file OR e.start >= p.start OR e.kind = 'repeat'""",
        "what it repeats is not an earlier first line of the same file",
        "name the first passage of this file that has the text",
    ),
    Query(
        "repeat_has_the_same_text",
        "passages",
        "repeats",
        """SELECT p.passage_id AS row, p.repeats AS value FROM passages p JOIN passages e ON e.passage_id = p.repeats
           WHERE letters(p.text) <> letters(e.text)""",
        "the line that it names has another text",
        "name the line that it repeats, or correct its kind",
    ),
    Query(
        "repeat_is_marked",
        "passages",
        "kind",
        """SELECT passage_id AS row, kind AS value FROM
           (SELECT *, row_number() OVER (PARTITION BY raw_file, text ORDER BY start) AS time FROM passages)
           WHERE time > 1 AND kind <> 'repeat'""",
        "its text already stood in an earlier line of the file",
        "make its kind `repeat` and name the first line in repeats",
    ),
]
