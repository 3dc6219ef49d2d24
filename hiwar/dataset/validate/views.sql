-- What the checks of a dataset work on: tables with the raw text that their offsets count into. Cutting a span out of a
-- text costs as much as the text is long before it, so the rows are placed on their passage's line: its text, its offset
-- `base` in the raw file, and its length `size`.

CREATE MACRO slice(t, first, past) AS
  substring(t, least(greatest(first, 0), 1000000000) + 1, least(greatest(past - first, 0), 1000000000));

-- What two spellings of a line have in common.
CREATE MACRO letters(t) AS regexp_replace(ar_fold(t), '[^\p{L}\p{N}]', '', 'g');

-- Nothing but white space and characters that do not show.
CREATE MACRO shows_nothing(t) AS regexp_full_match(t, '[\x09-\x0d\x1c-\x20\x{85}\p{Z}\p{Cf}\p{M}]*');

CREATE TABLE lines AS
  WITH broken AS (
    SELECT raw_file, string_split(translate(text, concat(chr(13), chr(133), chr(8232), chr(8233)), repeat(chr(10), 4)), chr(10)) AS parts
    FROM raw_texts),
  numbered AS (SELECT raw_file, unnest(parts) AS line, generate_subscripts(parts, 1) AS n FROM broken)
  SELECT raw_file, line, length(line) AS size,
    CAST(sum(length(line) + 1) OVER (PARTITION BY raw_file ORDER BY n) - length(line) - 1 AS BIGINT) AS base
  FROM numbered;

CREATE TABLE passage_lines AS
  SELECT p.passage_id, p.raw_file, l.line, l.base, l.size
  FROM passages p ASOF JOIN lines l ON p.raw_file = l.raw_file AND p.start >= l.base;

CREATE VIEW articles_raw AS
  SELECT a.*, t.text AS raw FROM articles a JOIN raw_texts t USING (raw_file);

CREATE VIEW passages_placed AS
  SELECT p.*, l.line, l.base, l.size FROM passages p JOIN passage_lines l USING (passage_id);

CREATE VIEW statements_placed AS
  SELECT s.*, l.raw_file, l.line, l.base, l.size FROM statements s JOIN passage_lines l USING (passage_id);

CREATE VIEW attributions_placed AS
  SELECT t.*, s.article_id, s.raw_file, s.line, s.base, s.size
  FROM attributions t JOIN statements_placed s USING (statement_id);

CREATE VIEW figures_placed AS
  SELECT f.*, l.raw_file, l.line, l.base, l.size FROM figures f JOIN passage_lines l USING (passage_id);

-- Passages that statements and figures are read from.
CREATE VIEW open_passages AS
  SELECT * FROM passages WHERE kind IN ('headline', 'subhead', 'body');

-- Columns that review corrected, so that an id may still hold what the builder proposed.
CREATE VIEW corrections AS
  SELECT table_name, row_id, field FROM reviews WHERE decision = 'corrected';

-- Where cues and mentions end: in print a space is sometimes missing, and the next span begins right there.
CREATE TABLE span_ends AS
  SELECT raw_file, cue_end AS past FROM statements_placed UNION ALL
  SELECT raw_file, mention_end FROM attributions_placed WHERE mention_end IS NOT NULL;
