-- Views of the published database: the joins that people always write; and search over folded Arabic (`ar_fold` is
-- made by search.py from the builder's own folding table, and the tables of words by search_index.py). No lambdas: DuckDB 1.2 has another syntax for them.

CREATE MACRO names_of(name, divider, wanted, place) AS
  array_to_string(list(name ORDER BY place) FILTER (WHERE wanted), divider);

-- The names behind a statement, put together over the rows of its attributions: unnested, a column for each.
CREATE MACRO names_behind(name_ar, name_en, role, place) AS {
  'source_ar': names_of(name_ar, '، ', role = 'source', place),
  'source_en': names_of(coalesce(name_en, name_ar), ', ', role = 'source', place),
  'relay_ar': names_of(name_ar, '، ', role = 'relay', place)
};

CREATE VIEW statements_with_speakers AS
SELECT
  s.statement_id,
  a.published_on,
  a.outlet,
  n.source_ar,
  n.source_en,
  n.relay_ar,
  s.act,
  s.type,
  s.cue,
  s.text,
  s.gloss_en,
  s.said_on,
  s.article_id,
  s.passage_id,
  s.review
FROM statements s JOIN articles a USING (article_id)
LEFT JOIN (
  SELECT t.statement_id, unnest(names_behind(p.name_ar, p.name_en, t.role, t.attribution_id))
  FROM attributions t JOIN speakers p USING (speaker_id)
  GROUP BY t.statement_id
) n USING (statement_id)
ORDER BY s.article_id, s.cue_start;

CREATE VIEW figures_by_measure AS
SELECT
  m.label_en AS measure_en,
  m.label_ar AS measure_ar,
  f.qualifier,
  f.value,
  f.low,
  f.high,
  f.unit,
  f.text,
  f.as_of,
  a.published_on,
  a.outlet,
  v.source_ar,
  v.source_en,
  f.measure_id,
  f.figure_id,
  f.statement_id,
  f.article_id
FROM figures f
JOIN measures m USING (measure_id)
JOIN articles a ON a.article_id = f.article_id
LEFT JOIN statements_with_speakers v ON v.statement_id = f.statement_id
ORDER BY f.measure_id, a.published_on, f.figure_id;

CREATE VIEW attributions_with_speakers AS
SELECT
  t.attribution_id,
  t.role,
  t.form,
  t.mention,
  p.name_ar,
  p.name_en,
  p.kind,
  p.country,
  s.act,
  s.text,
  s.gloss_en,
  t.statement_id,
  t.speaker_id,
  s.article_id
FROM attributions t JOIN statements s USING (statement_id) JOIN speakers p USING (speaker_id)
ORDER BY t.attribution_id;

CREATE VIEW corrections AS
SELECT r.table_name, r.row_id, r.field, r.proposed, r.published, r.decision, r.note
FROM reviews r
WHERE r.decision <> 'accepted'
ORDER BY r.table_name, r.row_id, r.field;

-- The words of the search index that hold a word of the query, article and clitics apart, count; those that are the word
-- itself count four times as much. A word of two letters has to be the whole word.
CREATE MACRO statements_holding(query) AS TABLE
WITH terms AS (
  SELECT DISTINCT regexp_replace(word, '^[وف]?[بك]?(ال|لل)(...)', '\2') AS term
  FROM (SELECT unnest(regexp_split_to_array(ar_fold(query), '[^\p{L}\p{N}]+')) AS word)
  WHERE word <> ''
),
found AS (
  SELECT p.doc, t.term, sum(p.impact * CASE WHEN w.term = t.term THEN 4 ELSE 1 END) AS score
  FROM terms t
  JOIN _fts_statements_words w ON w.term = t.term OR (length(t.term) > 2 AND contains(w.term, t.term))
  JOIN _fts_statements_postings p USING (word)
  GROUP BY p.doc, t.term
  UNION ALL
  SELECT s.rowid, t.term, sum(p.impact)
  FROM terms t
  JOIN _fts_speakers_words w ON w.term = t.term OR (length(t.term) > 2 AND contains(w.term, t.term))
  JOIN _fts_speakers_postings p USING (word)
  JOIN speakers o ON o.rowid = p.doc
  JOIN attributions a USING (speaker_id)
  JOIN statements s USING (statement_id)
  WHERE p.col < 2 AND a.role = 'source'  -- the names, and not the description
  GROUP BY s.rowid, t.term
),
best AS (
  SELECT doc, CAST(sum(score) AS BIGINT) AS score FROM found
  GROUP BY doc HAVING count(DISTINCT term) = (SELECT count(*) FROM terms)
)
SELECT s.statement_id, b.score FROM best b JOIN statements s ON s.rowid = b.doc;

-- The columns of statements_with_speakers, but only the names behind what was found are put together.
CREATE MACRO search_statements(query) AS TABLE
WITH hits AS MATERIALIZED (FROM statements_holding(query)),
names AS (
  SELECT t.statement_id, unnest(names_behind(p.name_ar, p.name_en, t.role, t.attribution_id))
  FROM attributions t JOIN hits h USING (statement_id) JOIN speakers p USING (speaker_id)
  GROUP BY t.statement_id
)
SELECT
  s.statement_id, a.published_on, a.outlet, n.source_ar, n.source_en, n.relay_ar, s.act, s.type, s.cue, s.text, s.gloss_en,
  s.said_on, s.article_id, s.passage_id, s.review, h.score
FROM hits h JOIN statements s USING (statement_id) JOIN articles a USING (article_id) LEFT JOIN names n USING (statement_id)
ORDER BY h.score DESC, s.statement_id;
