"""How well built rows agree with gold annotations: read both, match, count, resample, report."""
