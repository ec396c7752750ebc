"""Characters: from text as it arrived to lines of clean characters, numbered as in the input.

Whole-text checks come first and cost next to nothing (`in` is a memory search); the work is done
only where a check says that there is something to do.
"""

from __future__ import annotations

import html
import unicodedata
from collections.abc import Iterator
from typing import NamedTuple

import regex


class Line(NamedTuple):
    """One line of the input that is not blank."""

    number: int
    #: The last line of the input that was joined to this one, where lines were hard-wrapped.
    last: int
    #: The characters, stripped, single spaces inside.
    text: str
    #: Whether a blank line stands before it.
    gap: bool
    #: The white space it began with.
    indent: str
    #: What stood between it and the line before, if a user's own sign did.
    joint: str = " "


#: Every character that `str.splitlines` takes for the end of a line, but for the line feed.
_LINE_ENDS = ("\r", "\v", "\f", "\x1c", "\x1d", "\x1e", "\x85", "\u2028", "\u2029")
_LINE_END = regex.compile(r"\r\n|[\r\v\f\x1c-\x1e\x85\u2028\u2029]")

#: Marks of structure whose UTF-8 was read as Windows-1252 or Latin-1. No prose holds these pairs.
_MOJIBAKE = {"â€¢": "•", "â\x80¢": "•", "Â·": "·", "Â\xa0": " ", "Â©": "©", "âœ”": "✔"}

#: A dot that was lost in decoding: alone at the start of a line, or before a date.
_LOST_DOT = regex.compile(
    r"^[^\S\n]*+\K\ufffd++(?=\s|$)|(?<=\s)\ufffd++(?=\s(?:Published on )?[A-Z][a-z][a-z] \d)",
    regex.MULTILINE,
)
#: How the first bytes of most characters in UTF-8 look when read as Windows-1252.
_LEADS = "ÂÃÄÅÎÏÐÑØÙâãäåæçèéêëìíîïð"
_STRUCTURE_ENTITY = regex.compile(r"&(?:middot|centerdot|bull|nbsp|copy|\#183|\#xb7|\#8226|\#160);")
_ENTITY = regex.compile(r"&(?:[A-Za-z][A-Za-z0-9]{1,30}+|\#\d{1,7}+|\#[xX][0-9A-Fa-f]{1,6}+);")

#: The control characters of ASCII that can stand inside of a line.
_CONTROLS = "".join(chr(code) for code in (*range(10), *range(14, 28), 31, 127))
#: Characters without width or ink. Joiners are letters in the scripts that join, and in emoji.
_INVISIBLE = regex.compile(
    r"[\x00-\x08\x0e-\x1b\x1f\x7f-\x84\x86-\x9f\xad\u180e\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f\ufeff]"
    r"|(?<![\p{Arabic}\p{Syriac}\p{Devanagari}\p{Bengali}\p{Gurmukhi}\p{Gujarati}\p{Oriya}\p{Tamil}"
    r"\p{Telugu}\p{Kannada}\p{Malayalam}\p{Sinhala}\p{Extended_Pictographic}\p{Emoji_Modifier}"
    r"\ufe0f])[\u200c\u200d]"
)
_DECOMPOSED = regex.compile(r"\P{M}\p{M}++")


def read_lines(text: str, separator: str | None = None) -> list[Line]:
    """Split a text into its lines that are not blank, with clean characters.

    Where a `separator` is given, each part of a line that it separates is a line as well.
    """
    text = _repair(end_lines(text))
    spaced = _is_spaced(text)
    controlled = any(control in text for control in _CONTROLS)
    lines: list[Line] = []
    gap = True
    for number, raw in enumerate(text.split("\n"), 1):
        if not raw:
            gap = True
            continue
        body = raw.strip()
        if controlled or not body.isascii():
            body = _visible(body)
        if not body:
            gap = True
            continue
        if spaced and "  " in body:
            body = " ".join(body.split())
        if separator is not None and separator in raw:
            lines += _separated(number, raw, gap, separator)
        else:
            indent = raw[: len(raw) - len(raw.lstrip())] if raw[0].isspace() else ""
            lines.append(Line(number, number, body, gap, indent))
        gap = False
    return lines


def is_blank(row: str) -> bool:
    """Whether there is nothing to see on a line."""
    return not _visible(row.strip())


def _is_spaced(text: str) -> bool:
    """Whether two spaces stand together anywhere but at the start of a line."""
    position = text.find("  ")
    while position > 0 and text[position - 1] == "\n":
        while text[position : position + 1] == " ":
            position += 1
        position = text.find("  ", position)
    return position >= 0


def _visible(body: str) -> str:
    """Drop what cannot be seen, make every space a space, and compose what was taken apart."""
    if not body.isprintable():
        body = " ".join(_INVISIBLE.sub("", body).split())
    if not body.isascii() and not unicodedata.is_normalized("NFC", body):
        # Only letters with marks of their own: a lone Angstrom or Kelvin sign stays as printed.
        body = _DECOMPOSED.sub(_compose, body)
    return body


def _separated(number: int, raw: str, gap: bool, separator: str) -> Iterator[Line]:
    """Make a line of each part of a line."""
    joint = separator
    for part in raw.split(separator):
        lead = part[: len(part) - len(part.lstrip())]
        for line in read_lines(part):
            yield line._replace(number=number, last=number, gap=gap, joint=joint + lead)
            gap = False
        joint = part[len(part.rstrip()) :] + separator


def end_lines(text: str, end: str = "\n") -> str:
    """Return the text with every kind of line end but the line feed replaced."""
    if any(other in text for other in _LINE_ENDS):
        return _LINE_END.sub(end, text)
    return text


def _repair(text: str) -> str:
    """Undo what saving and copying did to the marks of structure, and to all that is certain."""
    if any(lead in text for lead in _LEADS):
        text = _repair_mojibake(text)
    if "\ufffd" in text:
        text = _LOST_DOT.sub("·", text)
    if "&" in text and _ENTITY.search(text):
        bare = text.count("&") > len(_ENTITY.findall(text))
        text = (_STRUCTURE_ENTITY if bare else _ENTITY).sub(_unescape, text)
    return text


def _repair_mojibake(text: str) -> str:
    """Read the whole text again if all of it was misread, else mend the marks of structure.

    That every character outside of ASCII is a byte of valid UTF-8 is no accident.
    """
    try:
        # A line end that comes out of it was none in the text that was given.
        return end_lines(text.encode("cp1252").decode("utf-8"), " ")
    except UnicodeError:
        for wrong, right in _MOJIBAKE.items():
            text = text.replace(wrong, right)
        return text


def _unescape(match: regex.Match[str]) -> str:
    """Read an entity; one that stands for the end of a line or for nothing printable stays."""
    char = html.unescape(match[0])
    return char if char.isprintable() or char == "\xa0" else match[0]


def _compose(match: regex.Match[str]) -> str:
    return unicodedata.normalize("NFC", match[0])
