"""Numbering: lines of a user's own between cards or pages, which count or part them.

    numbering := signs [word] number signs          Paper 2:    === 2 ===    --- Page 2 ---

Lines are such if they are alike but for their numbers, and these count from one or from zero; from
any number if a colon ends them. One alone is if it is drawn as a rule is. With a word and no colon
it could as well be a title, such as `Geese 2`, but votes or a submitter stand right below none. A
line that stands between cards again and again, and
nowhere else, such as `Read more`, is taken for one that parts them.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise

import regex

from hfpapers._signs import FURNITURE, Sign
from hfpapers._words import RULE_SIGNS

#: No such line is longer.
_LONGEST = 40
_NUMBERING = regex.compile(
    r"(?P<before>[^\p{L}\p{N}]{0,20}+(?:\p{L}{1,12}+\s)?+[#(\[]?)(?P<number>[0-9]{1,3}+)"
    r"(?P<after>[^\p{L}\p{N}]{0,20}+)$"
)
_WORD = regex.compile(r"\p{L}")
#: What cards begin with above their titles.
_HEADS = frozenset({"count", "dash", "box", "submitter"})
#: What cards hold above the next card's number.
_ABOVE = frozenset({"authors", "dot", "submitter"})
#: What cards end with, if neither an abstract nor an organisation was all that is left of them.
_TAILS = frozenset({"authors", "date", "count", "github", "arxiv"})
#: A line of nobody's stands between cards so often at the least.
_OFTEN = 3
_RULE = regex.compile(rf"[{RULE_SIGNS}]{{3,}}")


def without_numbering(signs: list[Sign]) -> list[Sign]:
    """Take lines that count or part cards and pages out of the signs that mean anything."""
    places = {*_numbering(signs), *_recurring(signs)}
    if not places:
        return signs
    return [
        sign._replace(kind="silent") if index in places else sign
        for index, sign in enumerate(signs)
    ]


def _numbering(signs: Sequence[Sign]) -> Iterator[int]:
    """Go through the places of lines that count."""
    found: dict[tuple[str, ...], list[tuple[int, int]]] = {}
    headed = _begins_with_number(signs)
    for index, sign in enumerate(signs):
        piece = sign.piece
        may_count = sign.kind == "prose" or (headed and sign.kind == "count" and piece.heading)
        if may_count and len(sign.text) <= _LONGEST and (match := _NUMBERING.match(sign.text)):
            shape = (piece.heading, match["before"], match["after"])
            found.setdefault(shape, []).append((index, int(match["number"])))
    for (_, before, after), places in found.items():
        ruled = _RULE.match(before) and _RULE.search(after)
        titles = _WORD.search(before) and ":" not in after and _may_be_titles(signs, places)
        if ruled or (_counts([number for _, number in places], ":" in after) and not titles):
            yield from (index for index, _ in places)


def _recurring(signs: Sequence[Sign]) -> Iterator[int]:
    """Go through the places of a line that stands between cards again and again: `Read more`."""
    short = [sign.text for sign in signs if sign.kind == "prose" and len(sign.text) <= _LONGEST]
    often = {text for text, count in Counter(short).items() if count >= _OFTEN}
    if not often:
        return
    found: dict[str, list[int]] = {}
    elsewhere: set[str] = set()
    for index, sign in enumerate(signs):
        if sign.text in often and sign.kind == "prose":
            above = signs[index - 1].kind if index else ""
            below = signs[index + 1].kind if index + 1 < len(signs) else "footer"
            found.setdefault(sign.text, []).append(index)
            if above not in _TAILS or below not in (*_HEADS, *FURNITURE):
                elsewhere.add(sign.text)
    for text, places in found.items():
        if text not in elsewhere:
            yield from places


def _begins_with_number(signs: Sequence[Sign]) -> bool:
    """Whether a number is a heading above the first card; a rule may stand below its last count."""
    for sign in signs:
        if sign.kind in _ABOVE or (sign.kind == "count" and sign.piece.heading):
            return sign.kind == "count"
    return False


def _counts(numbers: Sequence[int], anywhere: bool) -> bool:
    """Whether numbers count upwards, perhaps from their first one again, which is one or zero."""
    first = numbers[0]
    upwards = all(below in (above + 1, first) for above, below in pairwise(numbers))
    return len(numbers) > 1 and upwards and (anywhere or first < 2)


def _may_be_titles(signs: Sequence[Sign], places: Sequence[tuple[int, int]]) -> bool:
    """Whether lines may be titles: no votes stand below them, or some above the first one."""
    first = places[0][0]
    below = {signs[index + 1].kind for index, _ in places if index + 1 < len(signs)}
    return not below <= _HEADS or (first > 0 and signs[first - 1].kind in _HEADS)
