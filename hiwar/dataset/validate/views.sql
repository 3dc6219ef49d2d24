-- What the checks of a dataset work on: each table with the raw text that its offsets count into.

CREATE MACRO slice(t, first, past) AS
  substring(t, least(greatest(first, 0), 1000000000) + 1, least(greatest(past - first, 0), 1000000000));

CREATE MACRO is_blank(t) AS regexp_full_match(t, '[\x09-\x0d\x1c-\x20\x{85}\p{Z}]*');

-- What two spellings of a line have in common.
CREATE MACRO letters(t) AS regexp_replace(ar_fold(t), '[^\p{L}\p{N}]', '', 'g');

CREATE VIEW articles_raw AS
  SELECT a.*, t.text AS raw FROM articles a JOIN raw_texts t USING (raw_file);

CREATE VIEW passages_raw AS
  SELECT p.*, t.text AS raw FROM passages p JOIN raw_texts t USING (raw_file);

CREATE VIEW statements_raw AS
  SELECT s.*, a.raw_file, a.raw FROM statements s JOIN articles_raw a USING (article_id);

CREATE VIEW attributions_raw AS
  SELECT t.*, s.article_id, s.raw_file, s.raw FROM attributions t JOIN statements_raw s USING (statement_id);

CREATE VIEW figures_raw AS
  SELECT f.*, a.raw_file, a.raw FROM figures f JOIN articles_raw a USING (article_id);

-- Passages that statements and figures are read from.
CREATE VIEW open_passages AS
  SELECT * FROM passages WHERE kind IN ('headline', 'subhead', 'body');

-- Columns that review corrected, so that an id may still hold what the builder proposed.
CREATE VIEW corrections AS
  SELECT table_name, row_id, field FROM reviews WHERE decision = 'corrected';

-- Where cues and mentions end: in print a space is sometimes missing, and the next span begins right there.
CREATE VIEW span_ends AS
  SELECT raw_file, cue_end AS past FROM statements_raw UNION ALL
  SELECT raw_file, mention_end FROM attributions_raw WHERE mention_end IS NOT NULL;
