"""Articles and passages: the files are those that were read, and every line of them is accounted for."""

from hiwar.dataset.validate.findings import Query

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
        """SELECT l.raw_file || ' at ' || l.base AS row, l.line AS value FROM lines l ANTI JOIN passage_lines p
           ON l.raw_file = p.raw_file AND l.base = p.base WHERE NOT shows_nothing(l.line)
           AND l.raw_file IN (SELECT raw_file FROM articles)""",
        "this line of the raw file is no passage",
        "add a passage for it",
    ),
    Query(
        "passage_is_the_whole_line",
        "passages",
        "text",
        """SELECT passage_id AS row, line AS value FROM passages_placed WHERE start < base + size AND "end" <= base + size
           AND NOT (shows_nothing(slice(line, 0, start - base)) AND shows_nothing(slice(line, "end" - base, size)))""",
        "the line holds more than the passage",
        "move start and end to the ends of the line, white space apart",
    ),
    Query(
        "passage_is_one_line",
        "passages",
        "end",
        """SELECT passage_id AS row, "end" AS value FROM passages_placed WHERE "end" > base + size OR start > base + size""",
        "the passage reaches over a line break",
        "make every line a passage of its own",
    ),
    Query(
        "line_is_one_passage",
        "passages",
        "start",
        """SELECT max(passage_id) AS row, any_value(line) AS value FROM passage_lines
           GROUP BY raw_file, base HAVING count(*) > 1""",
        "several passages stand on one line",
        "make one passage of them",
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
           WHERE CASE WHEN p.text = e.text THEN false ELSE letters(p.text) <> letters(e.text) END""",
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
