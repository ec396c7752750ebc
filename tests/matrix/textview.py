"""A text seen without its white space and markup, so that the truth can be looked up in it.

The *skeleton* of a text is its letters and digits alone, after links, tags and the numbers of links
are blanked out. Each character of the skeleton knows its place in the text.
"""

from __future__ import annotations

import html
import re
import unicodedata
from bisect import bisect_left
from typing import TYPE_CHECKING

import attrs

if TYPE_CHECKING:
    from collections.abc import Iterator

SEPARATORS = ("|", "\t", ";;")
BREAKS = re.compile("[\r\n\x0b\x0c\x1c\x1d\x1e\x85\u2028\u2029]|\r\n")
INVISIBLE = re.compile("[\u200b\u200c\u200d\u2060\ufeff\u00ad]")
LIST_NUMBER = re.compile(r"^\W*\d{1,3}[.)] ")
MOJIBAKE = (("\u00e2\u20ac\u00a2", "•"), ("\u00c2\u00b7", "·"))

TAGS = "a|article|button|div|footer|h[1-6]|header|hr|img|input|kbd|li|main|nav|p|path|section|span"
MARKUP = re.compile(
    rf"</?(?:{TAGS}|svg|time|ul|br)\b[^<>]*>"  # tags that a converter to Markdown lets through
    r"|<video\b[^<>]*></video>|<error>[^<]*</error>"  # what other tools put in
    r"|\]\[\d+\]"  # the number of a reference link, after its text
    r"|\]\([^()\s]*(?:\s+\"[^\"]*\")?\)(?:\{[^{}]*\})?"  # the target of a link, and its classes
    r"|\((?:https?:/)?/[^\s()]+\)"  # a url in brackets behind its text
    r"|\{[.#][^{}]*\}|^:::.*$"  # pandoc's classes
    r"|\[LINK:|\\?\[\d+\\?\](?!\[\d)|⟨\d+⟩"  # the label of a link; its number, beside its text
    r"|^[ \t]*(?:\[?\d+\]?[.:][ \t])?[ \t]*(?:https?|file)://\S+[ \t]*$"  # a url on its own line
    r"|^[ \t]*\[\d+\]:[ \t]*/\S*[ \t]*$",  # a line of the link table
    re.MULTILINE,
)


def readable(text: str) -> str:
    """Undo the accidents of encoding that every reader undoes, and make every break a newline."""
    for garbled, meant in MOJIBAKE:
        text = text.replace(garbled, meant)
    text = unicodedata.normalize("NFC", html.unescape(INVISIBLE.sub("", text)))
    return BREAKS.sub("\n", text.replace("\r\n", "\n")).replace("\u00a0", " ")


def blank_out(text: str) -> str:
    """Replace markup by spaces; line breaks and all positions stay."""
    return MARKUP.sub(lambda found: re.sub(r"[^\n]", " ", found[0]), text)


def skeleton_of(text: str) -> str:
    """Keep the letters and digits of a short text."""
    return "".join(c for c in blank_out(readable(text)) if c.isalnum())


def spaceless(text: str) -> str:
    """Take all white space out."""
    return "".join(text.split())


@attrs.frozen
class TextView:
    """A text, the same text without markup, and its skeleton with the place of each character."""

    text: str
    bare: str
    skeleton: str
    places: list[int]

    @classmethod
    def of(cls, text: str) -> TextView:
        """Look at an extracted text."""
        text = readable(text)
        bare = blank_out(text)
        places = [place for place, c in enumerate(bare) if c.isalnum()]
        return cls(
            text=text,
            bare=bare,
            skeleton="".join(bare[place] for place in places),
            places=places,
        )

    def spans(self, wanted: str, start: int = 0) -> Iterator[tuple[int, int]]:
        """Find every place where the letters and digits of a value stand in this order."""
        bones = skeleton_of(wanted)
        at = bisect_left(self.places, start)
        while bones and (at := self.skeleton.find(bones, at)) >= 0:
            yield self.places[at], self.places[at + len(bones) - 1] + 1
            at += 1

    def skeleton_from(self, place: int) -> str:
        """Return the letters and digits from a place on."""
        return self.skeleton[bisect_left(self.places, place) :]

    def line_of(self, place: int) -> int:
        """Number the line of a place, from 1."""
        return self.text.count("\n", 0, place) + 1

    def line_start(self, place: int) -> int:
        """Find where the line of a place begins; a separator of the user's own ends a line too."""
        start = self.bare.rfind("\n", 0, place) + 1
        found = ((self.bare.rfind(mark, start, place), mark) for mark in SEPARATORS)
        return max((at + len(mark) for at, mark in found if at >= 0), default=start)

    def line_end(self, place: int) -> int:
        """Find where the line of a place ends."""
        end = self.bare.find("\n", place)
        end = len(self.bare) if end < 0 else end
        found = (self.bare.find(mark, place, end) for mark in SEPARATORS)
        return min((at for at in found if at >= 0), default=end)

    def starts_line(self, place: int) -> bool:
        """Tell whether nothing but markup stands before a place on its line."""
        before = LIST_NUMBER.sub("", self.bare[self.line_start(place) : place])
        return not has_letters(before)

    def ends_line(self, place: int) -> bool:
        """Tell whether nothing but markup stands after a place on its line."""
        return not has_letters(self.bare[place : self.line_end(place)])


def has_letters(text: str) -> bool:
    """Tell whether a text holds letters or digits."""
    return any(c.isalnum() for c in text)
