"""Furniture: what the site prints round its cards, told by its words."""

from __future__ import annotations

from typing import Literal

import regex

from hfpapers._words import FOOTER, HEADER, HOST, WEAK, any_of

_FurnitureKind = Literal["header", "footer", "weak"]

_FURNITURE = regex.compile(
    rf"(?:(?:(?P<header>{any_of(HEADER)})|(?P<footer>{any_of(FOOTER)})|{any_of(WEAK)})"
    r"(?:[\s|·•,:\[\]-]++|$|(?=[a-z©])))++",
)
#: No phrase is shorter than two letters.
_STARTS = frozenset(phrase[:4] for phrase in HEADER | FOOTER | WEAK)
_IN_BRACKETS = regex.compile(r"\[[^\[\]]*+\]")
#: No line of furniture is longer, with marks and targets.
_LONGEST = 600
#: What marks leave of a line that no rule takes off it: targets and attributes of links; signs,
#: numbers before it, and words for what a button, a link or an image is.
_TARGET = regex.compile(r"(?<!\w)[(<]?(?:\w{1,8}:/)?/[^\s()<>]++[)>]?|\{[.\#][^{}]*+\}")
_KIND = r"(?:BUTTON|LINK|IMG|IMAGE)"
_KIND_IN_BRACKETS = regex.compile(rf"\({_KIND}\)")
_SIGNS = regex.compile(
    rf"(?:\[|^){_KIND}:|{_KIND_IN_BRACKETS.pattern}|^(?:[^\p{{L}}©]++|o\s++)++|[^\w\s'©!,.]++"
)
#: The target of a link within the site, alone.
_OWN_TARGET = regex.compile(rf"[(\[<]?(?:{HOST})?/(?:papers|login)\b\S*+")


def furniture(text: str) -> _FurnitureKind | None:
    """Tell whether a text is nothing but words of the header or footer, and of which.

    >>> furniture("Daily Weekly Monthly"), furniture("© Hugging Face"), furniture("Geese")
    ('weak', 'footer', None)
    """
    start = text[:4].lower()
    if _STARTS.isdisjoint((start, start[:3], start[:2])) and start[:1] != "[":
        return None
    lowered = text.lower()
    if "[" in lowered:
        lowered = " ".join(_IN_BRACKETS.sub(" ", lowered).split())
    match = _FURNITURE.fullmatch(lowered)
    if match is None:
        return None
    return "header" if match["header"] else "footer" if match["footer"] else "weak"


def begins_furniture(text: str) -> bool:
    """Whether a text is words of the header or footer, the last of which may be cut off."""
    match = _FURNITURE.fullmatch(text.lower(), partial=True)
    return match is not None and " " in match[0]


def marked_furniture(text: str) -> _FurnitureKind | None:
    """Tell likewise of a text with marks, numbers and the targets of links; these say nothing.

    >>> marked_furniture("#0 [TOS](/terms) → Privacy"), marked_furniture("→ Geese")
    ('footer', None)
    """
    if len(text) > _LONGEST:
        return None
    # In ASCII the sign of copyright is letters.
    plain = _TARGET.sub(" ", text.replace("(c)", "©"))
    plain = " ".join(_SIGNS.sub(" ", plain).split())
    if plain:
        return furniture(plain)
    return "weak" if _KIND_IN_BRACKETS.search(text) or _OWN_TARGET.fullmatch(text) else None
