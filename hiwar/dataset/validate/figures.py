"""Figures and measures: the rules of the codebook that go beyond a single row."""

from hiwar.dataset.validate.findings import Query

_DIGITS = (
    "translate(regexp_replace(number, '[%٪ \\s]', '', 'g'), '٠١٢٣٤٥٦٧٨٩۰۱۲۳۴۵۶۷۸۹', '01234567890123456789')"
)

QUERIES = [
    Query(
        "number_lies_in_its_passage",
        "figures",
        "passage_id",
        """SELECT figure_id AS row, f.passage_id AS value FROM figures f JOIN passages p USING (passage_id)
           WHERE f.number_start < p.start OR f.number_end > p."end" OR f.article_id IS DISTINCT FROM p.article_id""",
        "the number does not stand in this passage, or the passage belongs to another article",
        "name the passage that the number stands in",
    ),
    Query(
        "passage_may_hold_figures",
        "figures",
        "passage_id",
        """SELECT figure_id AS row, p.kind AS value FROM figures f JOIN passages p USING (passage_id)
           WHERE p.kind NOT IN ('headline', 'subhead', 'body')""",
        "nothing is read from a passage of this kind",
        "reject the figure, or correct the kind of the passage",
    ),
    Query(
        "statement_is_the_innermost",
        "figures",
        "statement_id",
        """WITH held AS (SELECT figure_id, f.statement_id AS given, s.statement_id, s."end" - s.start AS size,
               min(s."end" - s.start) OVER (PARTITION BY figure_id) AS least FROM figures f LEFT JOIN statements s
               ON s.article_id = f.article_id AND s.start <= f.number_start AND f.number_end <= s."end")
           SELECT figure_id AS row, any_value(given) AS value FROM held GROUP BY figure_id
           HAVING NOT bool_or(given IS NOT DISTINCT FROM statement_id AND size IS NOT DISTINCT FROM least)""",
        "it is not the shortest statement whose content holds the number (null where none does)",
        "name the innermost statement around the number, or none",
    ),
    Query(
        "counted_stands_in_the_text",
        "figures",
        "counted",
        "SELECT figure_id AS row, counted AS value FROM figures WHERE counted IS NOT NULL AND NOT contains(text, counted)",
        "the counted noun is not part of the figure's text",
        "copy it as printed, or widen the text",
    ),
    Query(
        "percent_sign_means_percent",
        "figures",
        "unit",
        """SELECT figure_id AS row, unit AS value FROM figures
           WHERE unit <> 'percent' AND regexp_matches(number, '[%٪]|(بالم|في الم)(ئ|ا)')""",
        "a number with a percent sign or word has the unit percent",
        "make the unit `percent`",
    ),
    Query(
        "percent_sign_is_in_the_number",
        "figures",
        "number_end",
        """SELECT figure_id AS row, number AS value FROM figures_placed WHERE number_end <= base + size
           AND regexp_matches(slice(line, number_end - base, number_end - base + 2), '^ ?[%٪]')""",
        "the percent sign after the number is left out of it",
        "move number_end behind the sign",
    ),
    Query(
        "value_is_the_number",
        "figures",
        "value",
        f"""SELECT figure_id AS row, value || ' ≠ ' || number AS value FROM figures
            WHERE value IS NOT NULL AND regexp_full_match({_DIGITS}, '[0-9]{{1,15}}')
            AND value <> CAST({_DIGITS} AS DOUBLE) AND NOT (unit = 'year' AND value IN
            (CAST({_DIGITS} AS DOUBLE) * 10, CAST({_DIGITS} AS DOUBLE) * 100))""",
        "the value is not the number that is printed",
        "write the number's value (a decade is 10 years, a century 100)",
    ),
    Query(
        "magnitude_is_a_power_of_ten",
        "figures",
        "low",
        """SELECT figure_id AS row, low AS value FROM figures
           WHERE qualifier = 'magnitude' AND (low < 10 OR low <> 10 ** round(log10(greatest(low, 1))))""",
        "a magnitude starts at 10, 100, 1000 …",
        "set low to what the word starts at: عشرات 10, مئات 100, آلاف 1000",
    ),
    Query(
        "as_of_is_a_date",
        "figures",
        "as_of",
        """SELECT figure_id AS row, as_of AS value FROM figures WHERE as_of IS NOT NULL
           AND TRY_CAST(as_of || substr('-01-01', length(as_of) - 3) AS DATE) IS NULL""",
        "there is no such day or month",
        "write a day, a month or a year: 2024-01-27, 2024-01, 2024",
    ),
    Query(
        "unit_is_the_measures",
        "figures",
        "unit",
        """SELECT figure_id AS row, f.unit || ' ≠ ' || m.unit AS value FROM figures f JOIN measures m USING (measure_id)
           WHERE f.unit <> m.unit""",
        "the figure has another unit than its measure",
        "correct the unit, or give the figure another measure",
    ),
    Query(
        "measure_is_used",
        "measures",
        "measure_id",
        """SELECT measure_id AS row, label_en AS value FROM measures
           WHERE measure_id NOT IN (SELECT measure_id FROM figures WHERE measure_id IS NOT NULL)""",
        "no figure has this measure",
        "delete the row, or name it in the figures that measure it",
    ),
]
