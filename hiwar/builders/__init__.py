"""Raw Arabic news text → rows, in pure functions; what they know stands in `builders/*.toml`.

In the order of the steps: `text` (reading, the folded view, lexicon hits), `passages` (lines and articles), `statements` (cues,
contents, mentions), `speakers` (who is meant), `dates` and `figures`, then `rows`. `knowledge` reads the tables.
"""
