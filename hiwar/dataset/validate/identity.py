"""Identifiers: each is built from what it names, as the codebook says, unless review moved what it was built from."""

from hiwar.dataset.validate.findings import Query

_STEM = r"regexp_replace(raw_file, '\.txt$', '')"
_LED = f"CASE WHEN regexp_matches({_STEM}, '[A-Za-z]') THEN {_STEM} ELSE 'text-' || {_STEM} END"

# A role's id holds an offset where it stands: the one it says if the role stands there, else the first.
_SAID = "coalesce(TRY_CAST(regexp_extract(role_id, '[0-9]+$') AS BIGINT), 0)"
_ROLE_AT = f"""CASE WHEN slice(raw, {_SAID}, {_SAID} + length(role_ar)) = role_ar THEN {_SAID}
    ELSE strpos(raw, role_ar) - 1 END"""


def _query(table: str, key: str, built: str, moved: str | None, source: str | None = None) -> Query:
    """Return the check that `key` of `table` equals `built`; rows whose column `moved` was corrected are let be."""
    let_be = (
        f"""AND {key} NOT IN (SELECT row_id FROM corrections WHERE table_name = '{table}' AND field = '{moved}')"""
        if moved
        else ""
    )
    return Query(
        f"{key}_is_built_from_its_row",
        table,
        key,
        f"SELECT {key} AS row, {built} AS value FROM {source or table} WHERE {key} <> {built} {let_be}",
        "the id does not agree with the columns that it is built from; `value` is what they give",
        "correct the columns, or name the row after them",
    )


QUERIES = [
    _query("articles", "article_id", f"({_LED} || '.' || position)", None),
    _query("passages", "passage_id", f"({_LED} || '.p' || start)", "start"),
    _query("statements", "statement_id", "(article_id || '.s' || cue_start)", "cue_start"),
    _query("figures", "figure_id", "(article_id || '.f' || number_start)", "number_start"),
    _query(
        "attributions",
        "attribution_id",
        "(statement_id || '.' || role || regexp_extract(attribution_id, '[0-9]+$'))",
        "role",
    ),
    _query("speakers", "speaker_id", "(kind[1] || speaker_id[2:])", "kind"),
    _query("speaker_roles", "role_id", f"(article_id || '.r' || {_ROLE_AT})", None,
           "(SELECT r.*, a.raw FROM speaker_roles r JOIN articles_raw a USING (article_id) WHERE contains(raw, role_ar))"),
]  # fmt: skip
