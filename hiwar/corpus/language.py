"""Is it Arabic? Two cheap checks: of a page's bytes before anything is extracted, and of the extracted text."""

import re

_ARABIC = re.compile("[\u0621-\u064a\u0671-\u06d3]")
_LETTER = re.compile(r"[^\W\d_]")
# Letters that other languages in Arabic script cannot do without, and those that only Arabic has at the ends of words.
_FOREIGN = re.compile("[پچژگکیےںٹڈڑۇۆۈېەۋڕڵێ]")
_OWN = re.compile(r"[ةىيك](?!\w)|\bال|[أإ]")
_LEAST = 200  # bytes of Arabic letters in a page with anything to extract
_UTF8 = bytes(range(0xD8, 0xDC))
_LEGACY_ARTICLE = (b" \xc7\xe1", b" \xc7\xe4")  # ` ال` in Windows-1256 and in ISO-8859-6


def may_be_arabic(page: bytes) -> bool:
    """Return whether the page holds enough bytes of Arabic script in some encoding; errs on the side of yes."""
    arabic = len(page) - len(page.translate(None, _UTF8))
    return arabic >= _LEAST / 2 or sum(page.count(article) for article in _LEGACY_ARTICLE) >= 5


def is_arabic(text: str) -> bool:
    """Return whether most letters of the text are Arabic, and the language is Arabic rather than Persian or Urdu.

    Some papers write ی for ي and ک for ك throughout, so a text is foreign only where its own marks are missing too.
    """
    arabic = len(_ARABIC.findall(text))
    if arabic * 2 < len(_LETTER.findall(text)):
        return False
    return len(_FOREIGN.findall(text)) <= len(_OWN.findall(text))
