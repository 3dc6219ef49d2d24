"""Words looked up in the index tables of a database."""

from __future__ import annotations

from hiwar.serve.duck.catalog import SearchIndex, quoted
from hiwar.serve.duck.search_index import folded_words


def hits(index: SearchIndex, text: str, *, beginnings: bool = False) -> str:
    """Return SQL, to stand after WITH, that defines `hits(doc, score)`: the rows that hold every word of a parameter.

    With `beginnings`, a word of the row may go on after the word that was asked for.
    """
    same = "starts_with(w.term, t.term)" if beginnings else "w.term = t.term"
    return f"""terms AS (SELECT DISTINCT unnest({folded_words(text, index.fold_macro)}) AS term),
hits AS (
  SELECT p.doc, sum(p.impact) AS score
  FROM {quoted(index.postings)} p JOIN {quoted(index.words)} w ON p.word = w.word JOIN terms t ON {same}
  GROUP BY p.doc HAVING count(DISTINCT t.term) = (SELECT count(*) FROM terms)
)"""
