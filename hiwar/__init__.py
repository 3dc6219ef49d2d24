"""hiwar: who said what, and which numbers they gave, in Arabic news."""
