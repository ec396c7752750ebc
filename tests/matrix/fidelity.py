r"""Decides how exactly a value still stands in a text: to the character, or but for white space.

An extractor may put marks between the characters of a value: a reader takes them off again, all of
them. It may break and glue words. It may lose characters: then nobody is asked for the value. Nor
is anybody where a page writes one thing for two: `\&` may be an author's `&` behind the backslash
of an extractor, or an author's `\&`.
"""

from __future__ import annotations

import enum
import re
import unicodedata
from bisect import bisect_left
from itertools import pairwise
from typing import TYPE_CHECKING

import attrs

from tests.matrix.textview import blank_out, readable, spaceless

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tests.matrix.textview import TextView

#: A sign behind a backslash, white space, or any character.
TOKEN = re.compile(r"\\[^\w\s]|\s+|\S")
#: Signs that LaTeX escapes: where no other is escaped, the backslashes may be an author's.
LATEX_SIGNS = frozenset("#&%${}")


class Level(enum.Enum):
    """How closely a value that was read must agree with the truth."""

    EXACT = enum.auto()
    SPACELESS = enum.auto()

    def same(self, expected: object, got: object) -> bool:
        """Compare a value with the truth."""
        if not isinstance(expected, str) or not isinstance(got, str):
            return expected == got
        expected, got = (unicodedata.normalize("NFC", value) for value in (expected, got))
        if self is Level.SPACELESS:
            return spaceless(got) == spaceless(expected)
        return got == expected


@attrs.frozen
class Standing:
    """How a value stands in a text, and the signs in it.

    Those behind a backslash of the author's, behind one of the extractor's, and behind none; and
    what the extractor wrote where there was a space.
    """

    level: Level = Level.EXACT
    own: frozenset[str] = frozenset()
    put: frozenset[str] = frozenset()
    bare: frozenset[str] = frozenset()
    spaces: frozenset[str] = frozenset()

    def __or__(self, other: Standing) -> Standing:
        """Join what two texts, or two parts of one, show."""
        return Standing(
            self.level if other.level is Level.EXACT else other.level,
            self.own | other.own,
            self.put | other.put,
            self.bare | other.bare,
            self.spaces | other.spaces,
        )


def standing(view: TextView, value: str, start: int) -> Standing | None:
    """Compare a value with the first place behind `start` where its letters stand.

    None says that characters were lost.
    """
    span = next(view.spans(value, start), None)
    if span is None:
        return None
    whole = Standing()
    for side, wanted, found in gaps(view, readable(value), span[0]):
        part = compare(side, wanted, found)
        if part is None:
            return None
        whole |= part
    return whole


def is_told(one: Standing, page: Standing) -> bool:
    """Tell whether the page shows which of the signs of a value are the author's."""
    if one.own & page.put or one.put & page.own or page.spaces & (one.own | one.bare | one.put):
        return False
    if "\\" in one.put & page.bare:
        return False
    escapes = not page.put <= LATEX_SIGNS | {"\\"}
    return one.own <= page.bare if escapes else not one.put


def gaps(view: TextView, value: str, start: int) -> Iterator[tuple[str, str, str]]:
    """Go through what stands before, between and behind the letters of a value, and in the text."""
    bones = [place for place, c in enumerate(blank_out(value)) if c.isalnum()]
    at = bisect_left(view.places, start)
    places = view.places[at : at + len(bones)]
    if before := value[: bones[0]]:
        yield "before", before, view.text[view.places[at - 1] + 1 if at else 0 : places[0]]
    inner = zip(pairwise(bones), pairwise(places), strict=True)
    for (bone, next_bone), (place, next_place) in inner:
        if next_bone - bone > 1 or next_place - place > 1:
            yield "between", value[bone + 1 : next_bone], view.text[place + 1 : next_place]
    if after := value[bones[-1] + 1 :]:
        behind = view.places[at + len(bones) : at + len(bones) + 1]
        yield "behind", after, view.text[places[-1] + 1 : behind[0] if behind else None]


def compare(side: str, wanted: str, found: str) -> Standing | None:
    """Compare what stands at one place of a value with what the text has there.

    None says that not all that is wanted was found.
    """
    signs = "".join(wanted.split())
    own, put, bare, extra = set[str](), set[str](), set[str](), set[str]()
    at = 0
    kept = ""
    for token in TOKEN.finditer(found):
        shown, sign = token[0], token[0][-1]
        if shown.isspace():
            kept += " "
        elif signs.startswith(shown, at):
            (own if len(shown) == 2 else bare).add(sign)
            kept += shown
        elif signs.startswith(sign, at):
            put.add(sign)
            kept += sign
        elif signs.startswith(shown[0], at):
            bare.add(shown[0])
            kept += shown[0]
        else:
            extra.add(shown[0])
        at = len(kept.replace(" ", ""))
        if at == len(signs) and side == "behind":
            break
    if at < len(signs):
        return None
    # Before the first sign, the rest of the text ends.
    kept = kept.lstrip() if side == "before" else kept
    spaced = " " in wanted and " " not in kept
    return Standing(
        Level.EXACT if re.sub(" +", " ", kept) == wanted else Level.SPACELESS,
        frozenset(own),
        frozenset(put),
        frozenset(bare),
        frozenset(extra if spaced else ()),
    )
