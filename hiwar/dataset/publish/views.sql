-- Views of the published database: the joins that people always write; and search over folded Arabic (`ar_fold` is
-- made by search.py from the builder's own folding table). No lambdas: DuckDB 1.2 has another syntax for them.

CREATE VIEW statements_with_speakers AS
SELECT
  s.statement_id,
  a.published_on,
  a.outlet,
  (SELECT string_agg(p.name_ar, '، ' ORDER BY t.attribution_id) FROM attributions t JOIN speakers p USING (speaker_id)
    WHERE t.statement_id = s.statement_id AND t.role = 'source') AS source_ar,
  (SELECT string_agg(coalesce(p.name_en, p.name_ar), ', ' ORDER BY t.attribution_id) FROM attributions t JOIN speakers p USING (speaker_id)
    WHERE t.statement_id = s.statement_id AND t.role = 'source') AS source_en,
  (SELECT string_agg(p.name_ar, '، ' ORDER BY t.attribution_id) FROM attributions t JOIN speakers p USING (speaker_id)
    WHERE t.statement_id = s.statement_id AND t.role = 'relay') AS relay_ar,
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

CREATE MACRO search_statements(query) AS TABLE
WITH terms AS (
  SELECT DISTINCT regexp_replace(word, '^[وف]?[بك]?(ال|لل)(...)', '\2') AS term
  FROM (SELECT unnest(regexp_split_to_array(ar_fold(query), '[^\p{L}\p{N}]+')) AS word)
  WHERE word <> ''
),
hits AS (
  SELECT f.statement_id, sum((length(f.folded) - length(replace(f.folded, t.term, ''))) / length(t.term)) AS score
  FROM (
    SELECT statement_id, ar_fold(concat_ws(' ', text, gloss_en, source_ar, source_en)) AS folded
    FROM statements_with_speakers
  ) f
  JOIN terms t ON contains(f.folded, t.term)
  GROUP BY f.statement_id
  HAVING count(*) = (SELECT count(*) FROM terms)
)
SELECT v.*, h.score
FROM statements_with_speakers v JOIN hits h USING (statement_id)
ORDER BY h.score DESC, v.statement_id;
