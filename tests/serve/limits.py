"""Limits under which a busy machine answers as a calm one does, for tests that are not about limits."""

PATIENT = {"sql_time_limit_ms": 10_000, "facet_time_limit_ms": 10_000, "facet_suggest_time_limit_ms": 10_000}
