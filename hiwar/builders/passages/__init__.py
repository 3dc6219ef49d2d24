"""Lines and articles: what kind of line each is, and what the file says of headline, outlet and date."""

from hiwar.builders.passages.find import find

__all__ = ["find"]
