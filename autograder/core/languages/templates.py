"""A template: a sentence with named holes.

``{name}`` and ``{name:.2f}`` are what ``str.format`` takes, without indices and attributes, so that a template out of a file can
ask for nothing but the values beside it. ``{name|을/를}`` puts the particle that fits behind the value (``particles``).
``{name:small}`` begins with a small letter, ``{name:capital}`` with a capital one. ``{{`` is a brace.
"""

from __future__ import annotations

import functools
import math
import re
from collections.abc import Callable, Mapping

HOLE = re.compile(r"\{\{|\}\}|\{(?P<name>[a-z]\w*)(?::(?P<spec>[^{}|]{0,12}))?(?:\|(?P<choice>[^{}|]{1,20}))?\}")
PRECISION = re.compile(r"[+,]*\.(\d{1,2})([fge%])")


@functools.lru_cache(maxsize=4096)
def holes(template: str) -> dict[str, str]:
    """Names of a template's holes, and how each number is written in the first one of that name.

    Example:
        >>> holes("{call} gave {share:.0%} of {{}}")
        {'call': '', 'share': '.0%'}
    """
    found: dict[str, str] = {}
    for one in HOLE.finditer(template):
        if one["name"]:
            found.setdefault(one["name"], one["spec"] or "")
    return found


def fill(template: str, values: Mapping[str, object], choose: Callable[[str, str], str] | None = None, decimals: str = ".,") -> str:
    """The sentence. Holes without a value stay as they are.

    Args:
        choose: (what a hole was filled with, the forms of a particle) -> what comes behind it.
        decimals: the signs for a decimal point and between thousands.

    Example:
        >>> fill("{call} gave {number:,.1f}; {rest}", {"call": "f()", "number": 1234.56})
        'f() gave 1,234.6; {rest}'
    """

    def put(hole: re.Match[str]) -> str:
        name = hole["name"]
        if not name:
            return hole[0][0]
        if name not in values:
            return hole[0]
        text = shown(values[name], hole["spec"] or "", decimals)
        return text + (choose(text, hole["choice"]) if choose and hole["choice"] else "")

    return HOLE.sub(put, template)


def shown(value: object, spec: str = "", decimals: str = ".,") -> str:
    """A value as a sentence shows it.

    Example:
        >>> shown(1234.5, ",.1f", ",.")
        '1.234,5'
    """
    if isinstance(value, str):
        first = value[:1].lower() if spec == "small" else value[:1].upper() if spec == "capital" else value[:1]
        return first + value[1:]
    try:
        text = format(value, spec)
    except (TypeError, ValueError):
        text = str(value)
    return text.translate({ord("."): decimals[0], ord(","): decimals[1]}) if decimals != ".," else text


def as_shown(number: float, spec: str) -> float:
    """A number no more exact than it is shown.

    Example:
        >>> as_shown(0.91234, ".1%"), as_shown(1234.5678, ".3g")
        (0.912, 1230.0)
    """
    found = PRECISION.fullmatch(spec)
    if not found or not math.isfinite(number):
        return float(f"{number:g}") if spec == "g" and math.isfinite(number) else number
    digits, kind = int(found[1]), found[2]
    if kind in "ge":
        return float(f"{number:.{digits}{kind}}")
    return round(round(number * 100, digits) / 100, digits + 2) if kind == "%" else round(number, digits)


def fits(translated: str, template: str, *others: str) -> bool:
    """Whether a translation has only holes that its original has, and all of one of its forms.

    Example:
        >>> fits("{call|은/는} {what}", "{call} gave {what}"), fits("{call}", "{call} gave {what}")
        (True, False)
    """
    has = holes(translated).keys()
    forms = [holes(one).keys() for one in (template, *others)]
    return has <= set().union(*forms) and any(form <= has for form in forms)


def is_structure(template: str) -> bool:
    """Whether there is nothing to translate: no letters beside the holes, and no percent sign, which is at another place elsewhere.

    Example:
        >>> is_structure("{title} ({row})"), is_structure("{title} of {row}"), is_structure("{share} %")
        (True, False, False)
    """
    return not any(letter.isalpha() or letter == "%" for letter in HOLE.sub("", template))
