"""An independent writer of Arabic number words: value → every gender, case and spelling that it is asked for."""

from typing import NamedTuple

MASCULINE = ["واحد", "اثنان", "ثلاثة", "أربعة", "خمسة", "ستة", "سبعة", "ثمانية", "تسعة", "عشرة"]
FEMININE = ["واحدة", "اثنتان", "ثلاث", "أربع", "خمس", "ست", "سبع", "ثماني", "تسع", "عشر"]
OBLIQUE = {"اثنان": "اثنين", "اثنتان": "اثنتين"}
TENS = {2: "عشر", 3: "ثلاث", 4: "أربع", 5: "خمس", 6: "ست", 7: "سبع", 8: "ثمان", 9: "تسع"}
SCALES = {
    10**3: ("ألف", "ألفان", "ألفين", "آلاف"),
    10**6: ("مليون", "مليونان", "مليونين", "ملايين"),
    10**9: ("مليار", "ملياران", "مليارين", "مليارات"),
}


class Style(NamedTuple):
    """How a number is spelt."""

    feminine: bool  # agrees with a feminine noun
    oblique: bool
    hundred: str  # مئة or مائة
    apart: bool  # ثلاث مئة, not ثلاثمئة
    tanwin: str  # "اً", "ًا", "ا": after eleven to ninety-nine thousand
    bare_alif: bool  # without hamza on the alif


def write(value: int, style: Style) -> str:
    """Return `value`, from 1 to below a trillion, in words."""
    parts = []
    for scale, names in sorted(SCALES.items(), reverse=True):
        count, value = divmod(value, scale)
        if count:
            parts.append(_scaled(count, names, style))
    if value:
        parts.append(_below_thousand(value, style))
    text = " و".join(parts)
    return text.replace("أ", "ا").replace("إ", "ا") if style.bare_alif else text


def _scaled(count: int, names: tuple[str, str, str, str], style: Style) -> str:
    if count == 1:
        return names[0]
    if count == 2:
        return names[2] if style.oblique else names[1]
    words = _below_thousand(count, style._replace(feminine=False))
    last = count % 100
    if 3 <= last <= 10:
        return f"{words} {names[3]}"
    return f"{words} {names[0]}{style.tanwin if last > 10 else ''}"


def _below_thousand(value: int, style: Style) -> str:
    hundreds, rest = divmod(value, 100)
    parts = []
    if hundreds:
        parts.append(_hundreds(hundreds, style))
    if rest:
        parts.append(_below_hundred(rest, style))
    return " و".join(parts)


def _hundreds(count: int, style: Style) -> str:
    if count == 1:
        return style.hundred
    if count == 2:
        return style.hundred[:-1] + ("تين" if style.oblique else "تان")
    stem = "ثمان" if count == 8 else FEMININE[count - 1]
    return stem + (" " if style.apart else "") + style.hundred


def _below_hundred(value: int, style: Style) -> str:
    units = FEMININE if style.feminine else MASCULINE
    if value <= 10:
        return _case(units[value - 1], style)
    tens, unit = divmod(value, 10)
    if tens == 1:
        return _teen(unit, style)
    ten = TENS[tens] + ("ين" if style.oblique else "ون")
    if not unit:
        return ten
    return f"{_case(units[unit - 1], style)} و{ten}"


def _teen(unit: int, style: Style) -> str:
    ten = "عشرة" if style.feminine else "عشر"
    if unit == 1:
        return f"{'إحدى' if style.feminine else 'أحد'} {ten}"
    if unit == 2:
        stem = "اثنت" if style.feminine else "اثن"
        return f"{stem}{'ي' if style.oblique else 'ا'} {ten}"
    return f"{(FEMININE if style.feminine else MASCULINE)[unit - 1]} {ten}"


def _case(word: str, style: Style) -> str:
    return OBLIQUE.get(word, word) if style.oblique else word
