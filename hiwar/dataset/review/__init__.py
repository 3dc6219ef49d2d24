"""The hand-check: decisions by people, each naming the digest of the proposal that it judged."""
