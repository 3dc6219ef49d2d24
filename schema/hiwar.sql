-- Made by `python -m hiwar.schema` from the models in hiwar/schema; do not edit.

CREATE TABLE "articles" (
  "article_id" VARCHAR NOT NULL,
  "raw_file" VARCHAR NOT NULL,
  "position" BIGINT NOT NULL,
  "sha256" VARCHAR NOT NULL,
  "characters" BIGINT NOT NULL,
  "language" VARCHAR NOT NULL,
  "headline" VARCHAR,
  "outlet" VARCHAR,
  "item_number" VARCHAR,
  "published_on" DATE,
  "published_basis" VARCHAR NOT NULL,
  "published_note" VARCHAR,
  "review" VARCHAR NOT NULL,
  PRIMARY KEY ("article_id"),
  UNIQUE ("raw_file", "position"),
  CONSTRAINT "article_id_has_its_form" CHECK (regexp_full_match("article_id", '^.*[A-Za-z].*\.[1-9][0-9]*$')),
  CONSTRAINT "article_id_has_text" CHECK (length("article_id") >= 1),
  CONSTRAINT "raw_file_has_text" CHECK (length("raw_file") >= 1),
  CONSTRAINT "position_is_large_enough" CHECK ("position" >= 1),
  CONSTRAINT "sha256_has_its_form" CHECK (regexp_full_match("sha256", '^[0-9a-f]{64}$')),
  CONSTRAINT "characters_is_large_enough" CHECK ("characters" >= 1),
  CONSTRAINT "language_has_its_form" CHECK (regexp_full_match("language", '^[a-z]{2,3}(-[A-Za-z0-9]+)*$')),
  CONSTRAINT "headline_has_text" CHECK (length("headline") >= 1),
  CONSTRAINT "outlet_has_text" CHECK (length("outlet") >= 1),
  CONSTRAINT "item_number_has_text" CHECK (length("item_number") >= 1),
  CONSTRAINT "published_basis_is_known" CHECK ("published_basis" IN ('stated', 'inferred', 'external', 'unknown')),
  CONSTRAINT "published_note_has_text" CHECK (length("published_note") >= 1),
  CONSTRAINT "review_is_known" CHECK ("review" IN ('machine', 'accepted', 'corrected', 'added')),
  CONSTRAINT "date_has_a_basis" CHECK ((("published_on" IS NULL) IS NOT DISTINCT FROM ("published_basis" IS NOT DISTINCT FROM 'unknown'))),
  CONSTRAINT "reason_is_kept" CHECK (((NOT coalesce("published_basis" IN ('inferred', 'external'), false)) OR ("published_note" IS NOT NULL)))
);
COMMENT ON TABLE "articles" IS 'Articles | المقالات. One row a news text: the file that holds it and what the file itself says of headline, outlet and date.';
COMMENT ON COLUMN "articles"."article_id" IS 'article | المقال. The raw file''s name without `.txt`, a dot, and the article''s position in the file.';
COMMENT ON COLUMN "articles"."raw_file" IS 'raw file | الملف الخام. The file under `dataset/raw/` (or the source folder) that the offsets count into.';
COMMENT ON COLUMN "articles"."position" IS 'position | الترتيب. The article''s place among the articles of its file, from 1.';
COMMENT ON COLUMN "articles"."sha256" IS 'SHA-256 of the file | بصمة الملف. SHA-256 of the raw file''s bytes, in hexadecimal.';
COMMENT ON COLUMN "articles"."characters" IS 'characters | عدد المحارف. Length of the whole raw file. Unit: Unicode code points.';
COMMENT ON COLUMN "articles"."language" IS 'language | اللغة. BCP 47 tag of the text''s language.';
COMMENT ON COLUMN "articles"."headline" IS 'headline | العنوان. The headline as printed; null where the file has none.';
COMMENT ON COLUMN "articles"."outlet" IS 'outlet | وسيلة النشر. Who published the text, from the file itself (a «المصدر: …» line, a byline, a date line). An outlet that is merely quoted does not count.';
COMMENT ON COLUMN "articles"."item_number" IS 'item number | معرّف الخبر. The outlet''s own number of the item, in Western digits.';
COMMENT ON COLUMN "articles"."published_on" IS 'published on | تاريخ النشر. The date of publication; null where `published_basis` is unknown.';
COMMENT ON COLUMN "articles"."published_basis" IS 'basis of the date | أساس التاريخ. How the date is known. stated: the file says it: a date line, or a dated «today»; inferred: worked out from this file, or from the same event dated in another file of the set; external: from general knowledge of the event; only ever set by a reviewer; unknown: not known; the date is null.';
COMMENT ON COLUMN "articles"."published_note" IS 'note on the date | ملاحظة على التاريخ. For an inferred or external date, the reason in a sentence; for a stated one, the words that state it.';
COMMENT ON COLUMN "articles"."review" IS 'review | المراجعة. What the hand-check decided. machine: made by the builder, not yet reviewed; accepted: reviewed and left as the builder proposed it; corrected: reviewed and changed; the table `reviews` says what; added: missed by the builder and added in review.';
CREATE TABLE "passages" (
  "passage_id" VARCHAR NOT NULL,
  "raw_file" VARCHAR NOT NULL,
  "article_id" VARCHAR,
  "position" BIGINT NOT NULL,
  "kind" VARCHAR NOT NULL,
  "start" BIGINT NOT NULL,
  "end" BIGINT NOT NULL,
  "text" VARCHAR NOT NULL,
  "repeats" VARCHAR,
  PRIMARY KEY ("passage_id"),
  UNIQUE ("raw_file", "position"),
  FOREIGN KEY ("article_id") REFERENCES "articles" ("article_id"),
  FOREIGN KEY ("repeats") REFERENCES "passages" ("passage_id"),
  CONSTRAINT "passage_id_has_its_form" CHECK (regexp_full_match("passage_id", '^.*[A-Za-z].*\.p[0-9]+$')),
  CONSTRAINT "passage_id_has_text" CHECK (length("passage_id") >= 1),
  CONSTRAINT "raw_file_has_text" CHECK (length("raw_file") >= 1),
  CONSTRAINT "article_id_has_text" CHECK (length("article_id") >= 1),
  CONSTRAINT "position_is_large_enough" CHECK ("position" >= 1),
  CONSTRAINT "kind_is_known" CHECK ("kind" IN ('headline', 'subhead', 'meta', 'body', 'repeat', 'furniture')),
  CONSTRAINT "start_is_large_enough" CHECK ("start" >= 0),
  CONSTRAINT "end_is_large_enough" CHECK ("end" >= 0),
  CONSTRAINT "text_has_text" CHECK (length("text") >= 1),
  CONSTRAINT "repeats_has_text" CHECK (length("repeats") >= 1),
  CONSTRAINT "span_is_not_empty" CHECK (coalesce("start" < "end", false)),
  CONSTRAINT "repeat_names_its_line" CHECK ((("kind" IS NOT DISTINCT FROM 'repeat') IS NOT DISTINCT FROM ("repeats" IS NOT NULL))),
  CONSTRAINT "belongs_to_an_article" CHECK ((("kind" IS NOT DISTINCT FROM 'furniture') OR ("article_id" IS NOT NULL)))
);
COMMENT ON TABLE "passages" IS 'Passages | المقاطع. Every non-blank line of the raw files, trimmed and in order; together they cover every character that is not white space.';
COMMENT ON COLUMN "passages"."passage_id" IS 'passage | المقطع. The raw file''s name without `.txt`, `.p`, and the offset of the passage''s first character.';
COMMENT ON COLUMN "passages"."raw_file" IS 'raw file | الملف الخام. The file that the passage is a line of.';
COMMENT ON COLUMN "passages"."article_id" IS 'article | المقال. The article that the passage belongs to; null for furniture that belongs to none.';
COMMENT ON COLUMN "passages"."position" IS 'position | الترتيب. The passage''s place in its file, from 1.';
COMMENT ON COLUMN "passages"."kind" IS 'kind | النوع. What kind of line it is. Statements and figures are read from headline, subhead and body only. headline: the article''s title; subhead: kicker, second headline or crosshead; meta: publication data: outlet, date line, item number, source or keyword line, byline on its own; body: running text; repeat: a line whose text already stood in an earlier line of the same file (wins over the other kinds); furniture: page chrome: comment and share counters, comment rules, «read also» labels, menu words.';
COMMENT ON COLUMN "passages"."start" IS 'start | البداية. Where the trimmed line begins in the raw file. Unit: Unicode code points from 0.';
COMMENT ON COLUMN "passages"."end" IS 'end | النهاية. Where it ends; half-open, `raw[start:end] == text`. Unit: Unicode code points from 0.';
COMMENT ON COLUMN "passages"."text" IS 'text | النص. The line as printed, without white space at its ends.';
COMMENT ON COLUMN "passages"."repeats" IS 'repeats | يكرر. For a `repeat`, the earlier passage that already had this text.';
CREATE TABLE "speakers" (
  "speaker_id" VARCHAR NOT NULL,
  "kind" VARCHAR NOT NULL,
  "name_ar" VARCHAR NOT NULL,
  "name_en" VARCHAR,
  "country" VARCHAR,
  "wikidata" VARCHAR,
  "description_en" VARCHAR,
  "review" VARCHAR NOT NULL,
  PRIMARY KEY ("speaker_id"),
  CONSTRAINT "speaker_id_has_its_form" CHECK (regexp_full_match("speaker_id", '^[posdu]\..*[A-Za-z].*$')),
  CONSTRAINT "speaker_id_has_text" CHECK (length("speaker_id") >= 1),
  CONSTRAINT "kind_is_known" CHECK ("kind" IN ('person', 'organization', 'state', 'document', 'unnamed')),
  CONSTRAINT "name_ar_has_text" CHECK (length("name_ar") >= 1),
  CONSTRAINT "name_en_has_text" CHECK (length("name_en") >= 1),
  CONSTRAINT "country_has_its_form" CHECK (regexp_full_match("country", '^[A-Z]{2}$')),
  CONSTRAINT "wikidata_has_its_form" CHECK (regexp_full_match("wikidata", '^Q[1-9][0-9]*$')),
  CONSTRAINT "description_en_has_text" CHECK (length("description_en") >= 1),
  CONSTRAINT "review_is_known" CHECK ("review" IN ('machine', 'accepted', 'corrected', 'added'))
);
COMMENT ON TABLE "speakers" IS 'Speakers | المتحدثون. Whoever is made to say something or passes it on, one row however the name is spelt.';
COMMENT ON COLUMN "speakers"."speaker_id" IS 'speaker | المتحدث. The kind''s first letter, a dot, and the folded name in safe Buckwalter transliteration; for a speaker that holds in one article only (unnamed, or a surname alone) the article first; for a state its ISO code. It does not change when a spelling is corrected.';
COMMENT ON COLUMN "speakers"."kind" IS 'kind | النوع. What the speaker is. person: a person with a name; organization: a ministry, office, force, party, outlet, named armed group, or «the authorities» of a country; state: a country, or its capital standing for it; document: a report or study whose issuer is not told; unnamed: people or groups without a name; a speaker of its own for each article.';
COMMENT ON COLUMN "speakers"."name_ar" IS 'name (Arabic) | الاسم بالعربية. The fullest form of the name that the texts give, without titles.';
COMMENT ON COLUMN "speakers"."name_en" IS 'name (English) | الاسم بالإنجليزية. The name as English-language press spells it; written by hand, null in machine rows.';
COMMENT ON COLUMN "speakers"."country" IS 'country | البلد. ISO 3166-1 alpha-2 code of the country that the speaker belongs to or acts for; null where none applies.';
COMMENT ON COLUMN "speakers"."wikidata" IS 'Wikidata | ويكي بيانات. Wikidata item, only where it was verified, else null.';
COMMENT ON COLUMN "speakers"."description_en" IS 'description (English) | وصف بالإنجليزية. Who this is at the time of the texts, in a sentence; written by hand, null in machine rows.';
COMMENT ON COLUMN "speakers"."review" IS 'review | المراجعة. What the hand-check decided. machine: made by the builder, not yet reviewed; accepted: reviewed and left as the builder proposed it; corrected: reviewed and changed; the table `reviews` says what; added: missed by the builder and added in review.';
CREATE TABLE "speaker_names" (
  "speaker_id" VARCHAR NOT NULL,
  "name" VARCHAR NOT NULL,
  PRIMARY KEY ("speaker_id", "name"),
  FOREIGN KEY ("speaker_id") REFERENCES "speakers" ("speaker_id"),
  CONSTRAINT "speaker_id_has_text" CHECK (length("speaker_id") >= 1),
  CONSTRAINT "name_has_text" CHECK (length("name") >= 1)
);
COMMENT ON TABLE "speaker_names" IS 'Speaker names | أسماء المتحدثين. Every spelling of a speaker''s name that occurs in the texts, and those that the builder knows.';
COMMENT ON COLUMN "speaker_names"."speaker_id" IS 'speaker | المتحدث. Whose name it is.';
COMMENT ON COLUMN "speaker_names"."name" IS 'name | الاسم. The name as printed somewhere in the texts, or as the builder knows it.';
CREATE TABLE "speaker_roles" (
  "role_id" VARCHAR NOT NULL,
  "speaker_id" VARCHAR NOT NULL,
  "article_id" VARCHAR NOT NULL,
  "role_ar" VARCHAR NOT NULL,
  "role_en" VARCHAR,
  "organization_id" VARCHAR,
  PRIMARY KEY ("role_id"),
  FOREIGN KEY ("speaker_id") REFERENCES "speakers" ("speaker_id"),
  FOREIGN KEY ("article_id") REFERENCES "articles" ("article_id"),
  FOREIGN KEY ("organization_id") REFERENCES "speakers" ("speaker_id"),
  CONSTRAINT "role_id_has_its_form" CHECK (regexp_full_match("role_id", '^.*[A-Za-z].*\.r[0-9]+$')),
  CONSTRAINT "role_id_has_text" CHECK (length("role_id") >= 1),
  CONSTRAINT "speaker_id_has_text" CHECK (length("speaker_id") >= 1),
  CONSTRAINT "article_id_has_text" CHECK (length("article_id") >= 1),
  CONSTRAINT "role_ar_has_text" CHECK (length("role_ar") >= 1),
  CONSTRAINT "role_en_has_text" CHECK (length("role_en") >= 1),
  CONSTRAINT "organization_id_has_text" CHECK (length("organization_id") >= 1)
);
COMMENT ON TABLE "speaker_roles" IS 'Speaker roles | صفات المتحدثين. The offices that speakers hold, as each article gives them.';
COMMENT ON COLUMN "speaker_roles"."role_id" IS 'role | الصفة. The article, `.r`, and the offset where the role stands first.';
COMMENT ON COLUMN "speaker_roles"."speaker_id" IS 'speaker | المتحدث. Who holds it.';
COMMENT ON COLUMN "speaker_roles"."article_id" IS 'article | المقال. The article that gives it.';
COMMENT ON COLUMN "speaker_roles"."role_ar" IS 'role (Arabic) | الصفة بالعربية. The office as printed.';
COMMENT ON COLUMN "speaker_roles"."role_en" IS 'role (English) | الصفة بالإنجليزية. The office in English; written by hand, null in machine rows.';
COMMENT ON COLUMN "speaker_roles"."organization_id" IS 'organization | الجهة. The organization or state that the office belongs to, where it is itself a speaker of the dataset.';
CREATE TABLE "statements" (
  "statement_id" VARCHAR NOT NULL,
  "article_id" VARCHAR NOT NULL,
  "passage_id" VARCHAR NOT NULL,
  "type" VARCHAR NOT NULL,
  "act" VARCHAR NOT NULL,
  "cue" VARCHAR NOT NULL,
  "cue_start" BIGINT NOT NULL,
  "cue_end" BIGINT NOT NULL,
  "start" BIGINT NOT NULL,
  "end" BIGINT NOT NULL,
  "text" VARCHAR NOT NULL,
  "gloss_en" VARCHAR,
  "said_on" DATE,
  "rule" VARCHAR NOT NULL,
  "review" VARCHAR NOT NULL,
  PRIMARY KEY ("statement_id"),
  UNIQUE ("article_id", "cue_start"),
  FOREIGN KEY ("article_id") REFERENCES "articles" ("article_id"),
  FOREIGN KEY ("passage_id") REFERENCES "passages" ("passage_id"),
  CONSTRAINT "statement_id_has_its_form" CHECK (regexp_full_match("statement_id", '^.*[A-Za-z].*\.s[0-9]+$')),
  CONSTRAINT "statement_id_has_text" CHECK (length("statement_id") >= 1),
  CONSTRAINT "article_id_has_text" CHECK (length("article_id") >= 1),
  CONSTRAINT "passage_id_has_text" CHECK (length("passage_id") >= 1),
  CONSTRAINT "type_is_known" CHECK ("type" IN ('direct', 'indirect', 'mixed')),
  CONSTRAINT "act_is_known" CHECK ("act" IN ('say', 'affirm', 'announce', 'call', 'pledge', 'threaten', 'warn', 'praise', 'condemn', 'deny', 'claim', 'ask', 'express')),
  CONSTRAINT "cue_has_text" CHECK (length("cue") >= 1),
  CONSTRAINT "cue_start_is_large_enough" CHECK ("cue_start" >= 0),
  CONSTRAINT "cue_end_is_large_enough" CHECK ("cue_end" >= 0),
  CONSTRAINT "start_is_large_enough" CHECK ("start" >= 0),
  CONSTRAINT "end_is_large_enough" CHECK ("end" >= 0),
  CONSTRAINT "text_has_text" CHECK (length("text") >= 1),
  CONSTRAINT "gloss_en_has_text" CHECK (length("gloss_en") >= 1),
  CONSTRAINT "rule_has_text" CHECK (length("rule") >= 1),
  CONSTRAINT "review_is_known" CHECK ("review" IN ('machine', 'accepted', 'corrected', 'added')),
  CONSTRAINT "span_is_not_empty" CHECK (coalesce("start" < "end", false)),
  CONSTRAINT "cue_is_not_empty" CHECK (coalesce("cue_start" < "cue_end", false))
);
COMMENT ON TABLE "statements" IS 'Statements | التصريحات. Content that a text attributes to a source as said, written, announced, demanded, promised or claimed: one cue, one statement.';
COMMENT ON COLUMN "statements"."statement_id" IS 'statement | التصريح. The article, `.s`, and the offset of the cue.';
COMMENT ON COLUMN "statements"."article_id" IS 'article | المقال. The article it stands in.';
COMMENT ON COLUMN "statements"."passage_id" IS 'passage | المقطع. The passage that the cue stands in.';
COMMENT ON COLUMN "statements"."type" IS 'type | النوع. Whether the content stands in quotation marks. direct: all of it stands between quotation marks; the span is what stands between them; indirect: no quotation marks around speech; mixed: partly in quotation marks (two words or more of speech); the span covers the whole reported clause.';
COMMENT ON COLUMN "statements"."act" IS 'act | الفعل الكلامي. What is done in saying it, from the cue''s lemma. say: says, mentions, states, adds, explains, considers, expects; also «according to»; affirm: affirms, stresses, insists, concedes; announce: announces, reveals, discloses; call: calls for, demands, urges, asks for, advises, instructs; pledge: pledges, promises, commits to; threaten: threatens; warn: warns, cautions; praise: welcomes, praises, thanks, congratulates; condemn: condemns, denounces, criticises, complains of, accuses; deny: denies, rejects; claim: claims without the text vouching for it; claims responsibility; ask: asks, wonders; express: voices a feeling: expresses appreciation, regret, surprise.';
COMMENT ON COLUMN "statements"."cue" IS 'cue | كلمة النقل. The single word that carries the reporting.';
COMMENT ON COLUMN "statements"."cue_start" IS 'cue start | بداية كلمة النقل. Where the cue begins, after a glued و or ف. Unit: Unicode code points from 0.';
COMMENT ON COLUMN "statements"."cue_end" IS 'cue end | نهاية كلمة النقل. Where the cue ends. Unit: Unicode code points from 0.';
COMMENT ON COLUMN "statements"."start" IS 'start | البداية. Where the content begins. Unit: Unicode code points from 0.';
COMMENT ON COLUMN "statements"."end" IS 'end | النهاية. Where the content ends; half-open, `raw[start:end] == text`. Unit: Unicode code points from 0.';
COMMENT ON COLUMN "statements"."text" IS 'content | المضمون. The longest run that the source is made to say, as printed.';
COMMENT ON COLUMN "statements"."gloss_en" IS 'English gloss | ترجمة إنجليزية. A faithful English translation of the content; written by hand, null in machine rows.';
COMMENT ON COLUMN "statements"."said_on" IS 'said on | تاريخ القول. When it was said, where the text tells («yesterday, Friday» counts from the article''s date); else null.';
COMMENT ON COLUMN "statements"."rule" IS 'rule | القاعدة. The builder''s rule that made the row; `reviewer` for an added one.';
COMMENT ON COLUMN "statements"."review" IS 'review | المراجعة. What the hand-check decided. machine: made by the builder, not yet reviewed; accepted: reviewed and left as the builder proposed it; corrected: reviewed and changed; the table `reviews` says what; added: missed by the builder and added in review.';
CREATE TABLE "attributions" (
  "attribution_id" VARCHAR NOT NULL,
  "statement_id" VARCHAR NOT NULL,
  "speaker_id" VARCHAR NOT NULL,
  "role" VARCHAR NOT NULL,
  "form" VARCHAR NOT NULL,
  "mention" VARCHAR,
  "mention_start" BIGINT,
  "mention_end" BIGINT,
  "rule" VARCHAR NOT NULL,
  "review" VARCHAR NOT NULL,
  PRIMARY KEY ("attribution_id"),
  UNIQUE ("statement_id", "speaker_id", "role"),
  FOREIGN KEY ("statement_id") REFERENCES "statements" ("statement_id"),
  FOREIGN KEY ("speaker_id") REFERENCES "speakers" ("speaker_id"),
  CONSTRAINT "attribution_id_has_its_form" CHECK (regexp_full_match("attribution_id", '^.*[A-Za-z].*\.(source|relay)[1-9][0-9]*$')),
  CONSTRAINT "attribution_id_has_text" CHECK (length("attribution_id") >= 1),
  CONSTRAINT "statement_id_has_text" CHECK (length("statement_id") >= 1),
  CONSTRAINT "speaker_id_has_text" CHECK (length("speaker_id") >= 1),
  CONSTRAINT "role_is_known" CHECK ("role" IN ('source', 'relay')),
  CONSTRAINT "form_is_known" CHECK ("form" IN ('named', 'titled', 'document', 'implicit', 'unnamed')),
  CONSTRAINT "mention_has_text" CHECK (length("mention") >= 1),
  CONSTRAINT "mention_start_is_large_enough" CHECK ("mention_start" >= 0),
  CONSTRAINT "mention_end_is_large_enough" CHECK ("mention_end" >= 0),
  CONSTRAINT "rule_has_text" CHECK (length("rule") >= 1),
  CONSTRAINT "review_is_known" CHECK ("review" IN ('machine', 'accepted', 'corrected', 'added')),
  CONSTRAINT "implicit_has_no_mention" CHECK ((("form" IS NOT DISTINCT FROM 'implicit') IS NOT DISTINCT FROM ("mention" IS NULL))),
  CONSTRAINT "mention_is_a_span" CHECK (((("mention" IS NULL) IS NOT DISTINCT FROM ("mention_start" IS NULL)) AND (("mention" IS NULL) IS NOT DISTINCT FROM ("mention_end" IS NULL)))),
  CONSTRAINT "mention_is_not_empty" CHECK ((("mention_start" IS NULL) OR ("mention_end" IS NULL) OR coalesce("mention_start" < "mention_end", false)))
);
COMMENT ON TABLE "attributions" IS 'Attributions | الإسنادات. Who stands behind a statement: one row for each pair of statement and speaker.';
COMMENT ON COLUMN "attributions"."attribution_id" IS 'attribution | الإسناد. The statement, a dot, the role, and its number among the statement''s attributions of that role.';
COMMENT ON COLUMN "attributions"."statement_id" IS 'statement | التصريح. What is attributed.';
COMMENT ON COLUMN "attributions"."speaker_id" IS 'speaker | المتحدث. To whom.';
COMMENT ON COLUMN "attributions"."role" IS 'role | الدور. Whether the speaker is made to say it or passes it on. Never the article''s own outlet, never the speaker''s own statement, never a receipt. source: is made to say it; relay: passes on what the source says.';
COMMENT ON COLUMN "attributions"."form" IS 'form | الصيغة. How the sentence refers to the speaker. named: a proper name; titled: a description that points at one known speaker («the Prime Minister», «the spokesman»); document: a statement or report, resolved to its issuer where the text tells; implicit: no mention: the subject is only in the verb or participle; unnamed: a source without a name.';
COMMENT ON COLUMN "attributions"."mention" IS 'mention | الذكر. The noun phrase in the text with title and apposition; null when the subject is only in the verb.';
COMMENT ON COLUMN "attributions"."mention_start" IS 'mention start | بداية الذكر. Where the mention begins. Unit: Unicode code points from 0.';
COMMENT ON COLUMN "attributions"."mention_end" IS 'mention end | نهاية الذكر. Where the mention ends; half-open. Unit: Unicode code points from 0.';
COMMENT ON COLUMN "attributions"."rule" IS 'rule | القاعدة. The builder''s rule that made the row; `reviewer` for an added one.';
COMMENT ON COLUMN "attributions"."review" IS 'review | المراجعة. What the hand-check decided. machine: made by the builder, not yet reviewed; accepted: reviewed and left as the builder proposed it; corrected: reviewed and changed; the table `reviews` says what; added: missed by the builder and added in review.';
CREATE TABLE "measures" (
  "measure_id" VARCHAR NOT NULL,
  "label_en" VARCHAR NOT NULL,
  "label_ar" VARCHAR NOT NULL,
  "unit" VARCHAR NOT NULL,
  "description_en" VARCHAR NOT NULL,
  PRIMARY KEY ("measure_id"),
  CONSTRAINT "measure_id_has_its_form" CHECK (regexp_full_match("measure_id", '^[a-z][a-z0-9_]*$')),
  CONSTRAINT "label_en_has_text" CHECK (length("label_en") >= 1),
  CONSTRAINT "label_ar_has_text" CHECK (length("label_ar") >= 1),
  CONSTRAINT "unit_has_its_form" CHECK (regexp_full_match("unit", '^(item|percent|second|minute|hour|day|week|month|year|barrel|[A-Z]{3}|[A-Za-zµ°/0-9^·]{1,8})$')),
  CONSTRAINT "description_en_has_text" CHECK (length("description_en") >= 1)
);
COMMENT ON TABLE "measures" IS 'Measures | المقاييس. What figures measure, named so that sources can be compared across articles. Set by hand.';
COMMENT ON COLUMN "measures"."measure_id" IS 'measure | المقياس. A short name in lower case and underscores.';
COMMENT ON COLUMN "measures"."label_en" IS 'label (English) | التسمية بالإنجليزية. What is measured, in English.';
COMMENT ON COLUMN "measures"."label_ar" IS 'label (Arabic) | التسمية بالعربية. What is measured, in Arabic.';
COMMENT ON COLUMN "measures"."unit" IS 'unit | الوحدة. The unit that all its figures share.';
COMMENT ON COLUMN "measures"."description_en" IS 'description (English) | وصف بالإنجليزية. What counts as this measure and what does not.';
CREATE TABLE "figures" (
  "figure_id" VARCHAR NOT NULL,
  "article_id" VARCHAR NOT NULL,
  "passage_id" VARCHAR NOT NULL,
  "statement_id" VARCHAR,
  "text" VARCHAR NOT NULL,
  "start" BIGINT NOT NULL,
  "end" BIGINT NOT NULL,
  "number" VARCHAR NOT NULL,
  "number_start" BIGINT NOT NULL,
  "number_end" BIGINT NOT NULL,
  "value" DOUBLE,
  "low" DOUBLE,
  "high" DOUBLE,
  "qualifier" VARCHAR NOT NULL,
  "unit" VARCHAR NOT NULL,
  "counted" VARCHAR,
  "measure_id" VARCHAR,
  "as_of" VARCHAR,
  "rule" VARCHAR NOT NULL,
  "review" VARCHAR NOT NULL,
  PRIMARY KEY ("figure_id"),
  UNIQUE ("article_id", "number_start"),
  FOREIGN KEY ("article_id") REFERENCES "articles" ("article_id"),
  FOREIGN KEY ("passage_id") REFERENCES "passages" ("passage_id"),
  FOREIGN KEY ("statement_id") REFERENCES "statements" ("statement_id"),
  FOREIGN KEY ("measure_id") REFERENCES "measures" ("measure_id"),
  CONSTRAINT "figure_id_has_its_form" CHECK (regexp_full_match("figure_id", '^.*[A-Za-z].*\.f[0-9]+$')),
  CONSTRAINT "figure_id_has_text" CHECK (length("figure_id") >= 1),
  CONSTRAINT "article_id_has_text" CHECK (length("article_id") >= 1),
  CONSTRAINT "passage_id_has_text" CHECK (length("passage_id") >= 1),
  CONSTRAINT "statement_id_has_text" CHECK (length("statement_id") >= 1),
  CONSTRAINT "text_has_text" CHECK (length("text") >= 1),
  CONSTRAINT "start_is_large_enough" CHECK ("start" >= 0),
  CONSTRAINT "end_is_large_enough" CHECK ("end" >= 0),
  CONSTRAINT "number_has_text" CHECK (length("number") >= 1),
  CONSTRAINT "number_start_is_large_enough" CHECK ("number_start" >= 0),
  CONSTRAINT "number_end_is_large_enough" CHECK ("number_end" >= 0),
  CONSTRAINT "value_is_finite" CHECK (isfinite("value")),
  CONSTRAINT "low_is_finite" CHECK (isfinite("low")),
  CONSTRAINT "high_is_finite" CHECK (isfinite("high")),
  CONSTRAINT "qualifier_is_known" CHECK ("qualifier" IN ('exact', 'about', 'more_than', 'at_least', 'less_than', 'at_most', 'range', 'magnitude')),
  CONSTRAINT "unit_has_its_form" CHECK (regexp_full_match("unit", '^(item|percent|second|minute|hour|day|week|month|year|barrel|[A-Z]{3}|[A-Za-zµ°/0-9^·]{1,8})$')),
  CONSTRAINT "counted_has_text" CHECK (length("counted") >= 1),
  CONSTRAINT "measure_id_has_text" CHECK (length("measure_id") >= 1),
  CONSTRAINT "as_of_has_its_form" CHECK (regexp_full_match("as_of", '^[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?$')),
  CONSTRAINT "rule_has_text" CHECK (length("rule") >= 1),
  CONSTRAINT "review_is_known" CHECK ("review" IN ('machine', 'accepted', 'corrected', 'added')),
  CONSTRAINT "span_is_not_empty" CHECK (coalesce("start" < "end", false)),
  CONSTRAINT "number_lies_in_the_text" CHECK ((coalesce("start" <= "number_start", false) AND coalesce("number_start" < "number_end", false) AND coalesce("number_end" <= "end", false))),
  CONSTRAINT "range_has_both_ends" CHECK ((("qualifier" IS DISTINCT FROM 'range') OR (("value" IS NULL) AND ("low" IS NOT NULL) AND ("high" IS NOT NULL) AND coalesce("low" <= "high", false)))),
  CONSTRAINT "magnitude_has_low" CHECK ((("qualifier" IS DISTINCT FROM 'magnitude') OR (("value" IS NULL) AND ("low" IS NOT NULL) AND ("high" IS NULL)))),
  CONSTRAINT "others_have_a_value" CHECK ((coalesce("qualifier" IN ('range', 'magnitude'), false) OR (("value" IS NOT NULL) AND ("low" IS NULL) AND ("high" IS NULL))))
);
COMMENT ON TABLE "figures" IS 'Figures | الأرقام. Quantities that the texts state in digits or words: how many, how much, how long, what share.';
COMMENT ON COLUMN "figures"."figure_id" IS 'figure | الرقم. The article, `.f`, and the offset of the number.';
COMMENT ON COLUMN "figures"."article_id" IS 'article | المقال. The article it stands in.';
COMMENT ON COLUMN "figures"."passage_id" IS 'passage | المقطع. The passage it stands in.';
COMMENT ON COLUMN "figures"."statement_id" IS 'statement | التصريح. The innermost statement whose content holds it; null where the number is the reporter''s own.';
COMMENT ON COLUMN "figures"."text" IS 'text | النص. From the qualifier (or the numeral) to the end of the counted noun and its adjectives, as printed.';
COMMENT ON COLUMN "figures"."start" IS 'start | البداية. Where the text begins. Unit: Unicode code points from 0.';
COMMENT ON COLUMN "figures"."end" IS 'end | النهاية. Where it ends; half-open, `raw[start:end] == text`. Unit: Unicode code points from 0.';
COMMENT ON COLUMN "figures"."number" IS 'number | العدد كما ورد. The numeral alone, with its percent sign or word, as printed.';
COMMENT ON COLUMN "figures"."number_start" IS 'number start | بداية العدد. Where the number begins. Unit: Unicode code points from 0.';
COMMENT ON COLUMN "figures"."number_end" IS 'number end | نهاية العدد. Where the number ends; half-open. Unit: Unicode code points from 0.';
COMMENT ON COLUMN "figures"."value" IS 'value | القيمة. The number in full (23000; 60 for 60 %); null for a range or a magnitude.';
COMMENT ON COLUMN "figures"."low" IS 'low | الحد الأدنى. The lower end of a range, or what a magnitude starts at; else null.';
COMMENT ON COLUMN "figures"."high" IS 'high | الحد الأعلى. The upper end of a range; else null.';
COMMENT ON COLUMN "figures"."qualifier" IS 'qualifier | الدقة. How firmly the number is stated. exact: stated without a qualifier; about: نحو، حوالي، زهاء، قرابة، ما يقارب، تقريباً; more_than: أكثر من، ما يزيد على، يفوق; at_least: ما لا يقل عن، على الأقل; less_than: أقل من، دون; at_most: لا يتجاوز، لا يزيد على، كحد أقصى؛ a ceiling; range: from low to high: بين 3 و5، 3-5; magnitude: tens, hundreds, thousands, millions: `low` is 10, 100, 1000, 1000000.';
COMMENT ON COLUMN "figures"."unit" IS 'unit | الوحدة. `item` for things and people counted, `percent`, a span of time (`second` to `year`; a decade is 10 years), an ISO 4217 code for money, an SI symbol for measures, `barrel`.';
COMMENT ON COLUMN "figures"."counted" IS 'counted | المعدود. The noun phrase that is counted or measured, as printed; null where none stands or where it is only the unit.';
COMMENT ON COLUMN "figures"."measure_id" IS 'measure | المقياس. What is measured, in a way that holds across articles; set by hand, null in machine rows.';
COMMENT ON COLUMN "figures"."as_of" IS 'as of | في تاريخ. The day, month or year that the value holds for, where the text tells; else null.';
COMMENT ON COLUMN "figures"."rule" IS 'rule | القاعدة. The builder''s rule that made the row; `reviewer` for an added one.';
COMMENT ON COLUMN "figures"."review" IS 'review | المراجعة. What the hand-check decided. machine: made by the builder, not yet reviewed; accepted: reviewed and left as the builder proposed it; corrected: reviewed and changed; the table `reviews` says what; added: missed by the builder and added in review.';
CREATE TABLE "reviews" (
  "review_id" VARCHAR NOT NULL,
  "table_name" VARCHAR NOT NULL,
  "row_id" VARCHAR NOT NULL,
  "decision" VARCHAR NOT NULL,
  "field" VARCHAR,
  "proposed" VARCHAR,
  "published" VARCHAR,
  "note" VARCHAR,
  PRIMARY KEY ("review_id"),
  CONSTRAINT "review_id_has_its_form" CHECK (regexp_full_match("review_id", '^.*[A-Za-z].*$')),
  CONSTRAINT "review_id_has_text" CHECK (length("review_id") >= 1),
  CONSTRAINT "table_name_is_known" CHECK ("table_name" IN ('articles', 'passages', 'speakers', 'statements', 'attributions', 'figures')),
  CONSTRAINT "row_id_has_text" CHECK (length("row_id") >= 1),
  CONSTRAINT "decision_is_known" CHECK ("decision" IN ('accepted', 'corrected', 'added', 'rejected')),
  CONSTRAINT "field_has_text" CHECK (length("field") >= 1),
  CONSTRAINT "proposed_has_text" CHECK (length("proposed") >= 1),
  CONSTRAINT "published_has_text" CHECK (length("published") >= 1),
  CONSTRAINT "note_has_text" CHECK (length("note") >= 1),
  CONSTRAINT "correction_names_its_column" CHECK ((("decision" IS NOT DISTINCT FROM 'corrected') IS NOT DISTINCT FROM ("field" IS NOT NULL)))
);
COMMENT ON TABLE "reviews" IS 'Reviews | المراجعات. Every decision of the hand-check: what the builder proposed and what review changed.';
COMMENT ON COLUMN "reviews"."review_id" IS 'review entry | قيد المراجعة. Table, row and, for a correction, column, with colons between.';
COMMENT ON COLUMN "reviews"."table_name" IS 'table | الجدول. The table that was reviewed. articles: a row of `articles`; passages: a row of `passages`; speakers: a row of `speakers`; statements: a row of `statements`; attributions: a row of `attributions`; figures: a row of `figures`.';
COMMENT ON COLUMN "reviews"."row_id" IS 'row | الصف. The row that was judged.';
COMMENT ON COLUMN "reviews"."decision" IS 'decision | القرار. What was decided. accepted: the proposal stands; corrected: the proposal stands with changes; one row for each changed column; added: the builder had missed it; rejected: the proposal is not a row; it is not published.';
COMMENT ON COLUMN "reviews"."field" IS 'column | العمود. For a correction, the column that was changed.';
COMMENT ON COLUMN "reviews"."proposed" IS 'proposed | المقترح. What the builder had there; null for nothing.';
COMMENT ON COLUMN "reviews"."published" IS 'published | المنشور. What stands there now; null for nothing.';
COMMENT ON COLUMN "reviews"."note" IS 'note | ملاحظة. Why, with the rule of the codebook that settled it.';
