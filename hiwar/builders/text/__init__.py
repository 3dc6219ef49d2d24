"""The text as the steps see it: folded view, lexicon hits, words; and reading it from a file."""
