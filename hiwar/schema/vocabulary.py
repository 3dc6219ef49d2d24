"""Closed vocabularies that more than one table uses, with the meaning of each value."""

from typing import Literal

Review = Literal["machine", "accepted", "corrected", "added"]
REVIEW = {
    "machine": "made by the builder, not yet reviewed",
    "accepted": "reviewed and left as the builder proposed it",
    "corrected": "reviewed and changed; the table `reviews` says what",
    "added": "missed by the builder and added in review",
}

Unit = str
UNIT_PATTERN = (
    r"^(item|percent|second|minute|hour|day|week|month|year|barrel|[A-Z]{3}|[A-Za-zµ°/0-9^·]{1,8})$"
)
