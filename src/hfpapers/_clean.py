"""Characters: from text as it arrived to lines of clean characters, numbered as in the input.

Whole-text checks come first and cost next to nothing (`in` is a memory search); the work is done
only where a check says that there is something to do.
"""

from __future__ import annotations

import html
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

import regex

from hfpapers._links import Link
from hfpapers._margin import lead, without_margin


class Piece(NamedTuple):
    """A line that is not blank, or the part of one that the extractor kept apart."""

    #: The characters, stripped, single spaces inside.
    text: str
    #: The line of the input.
    number: int
    #: The last line of the input that was joined to this one, where lines were hard-wrapped.
    last: int
    #: Whether a blank line stands before it.
    gap: bool
    #: The white space it began with.
    indent: str
    #: The same for all pieces that stood side by side, without a sign of the user's own between.
    row: int
    #: What stood between it and the line before, if a user's own sign did.
    joint: str = " "
    #: The mark of a heading that it carried, or nothing.
    heading: str = ""
    #: The list mark that stood before it, or nothing.
    bullet: str = ""
    link: Link | None = None
    #: Image text that stood right before it.
    alt: str | None = None
    #: Whether it was cut out of a longer text, so that a title may run into its abstract.
    glued: bool = False


def hangs(piece: Piece, above: Piece) -> bool:
    """Whether a line may be the second one of a title.

    arXiv wraps long titles, and the site's markup keeps its line end and two spaces.
    """
    return piece.indent == "  " != above.indent


#: Every character that `str.splitlines` takes for the end of a line, but for the line feed.
_LINE_END = regex.compile(r"[\r\v\f\x1c-\x1e\x85\u2028\u2029]")

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
#: Any entity of HTML.
ENTITY = regex.compile(r"&(?:[A-Za-z][A-Za-z0-9]{1,30}+|\#\d{1,7}+|\#[xX][0-9A-Fa-f]{1,6}+);")

#: The control characters of ASCII that can stand inside of a line.
_CONTROLS = "".join(chr(code) for code in (*range(10), *range(14, 28), 31, 127))
#: Letters and marks of scripts in which joiners, or variants of a letter, are spelled out.
_JOINING = (
    r"\p{scx=Arab}\p{scx=Syrc}\p{scx=Mong}\p{scx=Nkoo}\p{scx=Adlm}\p{InSC=Consonant}\p{InSC=Virama}"
    r"\p{InSC=Invisible_Stacker}\p{InSC=Pure_Killer}\p{InSC=Vowel_Dependent}"
    r"\p{InSC=Vowel_Independent}\p{InSC=Nukta}\p{InSC=Bindu}"
)
#: Characters without width or ink, and the colours and links of terminals. Joiners are letters in
#: the scripts that join, and in emoji; selectors choose how an emoji or a rare letter is drawn.
_INVISIBLE = regex.compile(
    r"\x1b(?:\[[0-9;:]*+[mK]|[()][0AB]|\]8;[^\x07\x1b]*+(?:\x07|\x1b\\))"
    r"|[\x00-\x08\x0e-\x1b\x1f\x7f-\x84\x86-\x9f]"
    r"|(?![\u180b-\u180f\u200c\u200d\ufe00-\ufe0f\U000e0100-\U000e01ef])\p{DI}"
    rf"|(?<![{_JOINING}\p{{Extended_Pictographic}}\p{{Emoji_Modifier}}\ufe0f])[\u200c\u200d]"
    r"|(?<!\p{Mongolian})[\u180b-\u180f]"
    r"|(?<![\p{Extended_Pictographic}\p{Han}\p{Sm}])[\ufe00-\ufe0f\U000e0100-\U000e01ef](?!\u20e3)"
)
#: Those of them that Python takes for printable.
_PRINTABLE_INVISIBLE = regex.compile(
    r"[\u034f\u115f\u1160\u17b4\u17b5\u180b-\u180f\u3164\ufe00-\ufe0f\uffa0\U000e0100-\U000e01ef]"
)
#: A margin ends within so many characters, or goes on as it began.
_LEAD = 12
#: A row of nothing but words with underlines between, perhaps in the marks of a heading; or words
#: of the site with them.
_UNDERLINED = regex.compile(
    r"[\s*]*+(?:(?=.{40})[^\s_/]++(?:_++[^\s_/]++){4,}+_?+|Submit_a_paper|(?:Daily|Trending)_Papers|View_arXiv_page.*+)[\s*]*+$"
)
#: Markdown's hard line break in the text of a link, the line end of which has become the spaces
#: with which arXiv goes on. LaTeX's own stands apart from the word before it.
_LOST_BREAK = regex.compile(r"(?<=[^\s\\&])\\{1,2}+\s{2,}+(?=\S)")
#: A letter with its marks; no text has more of them on one letter, and sorting these takes long.
_DECOMPOSED = regex.compile(r"\P{M}\p{M}{1,30}+")


def read_lines(text: str, separator: str | None = None) -> list[Piece]:
    """Split a text into its lines that are not blank, with clean characters.

    Where a `separator` is given, each part of a line that it separates is a line as well.
    """
    rows = text.splitlines()
    plain, foreign = _by_width(rows)
    if _needs_repair(rows, plain, foreign):
        rows = _repaired("\n".join(rows))
        plain, foreign = _by_width(rows)
    odd = _holds_odd_characters(plain, foreign)
    rows = without_margin([_seen(row) for row in rows] if odd else rows)
    rows = _without_underlines(rows) if "_" in plain or "_" in foreign else rows
    bodies = _bodies(rows, odd)
    lines: list[Piece] = []
    gap = True
    for number, (row, body) in enumerate(zip(rows, bodies, strict=True), 1):
        if not body:
            gap = True
            continue
        if separator is not None and separator in row:
            lines += _separated(row, separator, odd, Piece("", number, number, gap, "", len(lines)))
        else:
            indent = lead(row) if row[0].isspace() else ""
            lines.append(Piece(body, number, number, gap, indent, len(lines)))
        gap = False
    return lines


def _bodies(rows: Iterable[str], odd: bool) -> list[str]:
    """Return what there is to see on each row, with single spaces."""
    bodies = [row.strip() for row in rows]
    if odd:
        bodies = [legible(body) for body in bodies]
    if any("\\  " in body for body in bodies):
        bodies = [_LOST_BREAK.sub(" ", body) if "](" in body else body for body in bodies]
    return [" ".join(body.split()) if "  " in body else body for body in bodies]


def _by_width(rows: Sequence[str]) -> tuple[str, str]:
    """Return the rows that are ASCII, and the others, as two texts.

    Most rows are, and Python looks through text the faster the narrower its widest character is.
    """
    foreign = [row for row in rows if not row.isascii()]
    return "\n".join(filter(str.isascii, rows)), "\n".join(foreign)


def _holds_odd_characters(plain: str, foreign: str) -> bool:
    """Whether a row holds what cannot be seen, a space of another kind, or a letter in parts."""
    if any(control in plain for control in _CONTROLS):
        return True
    visible = _is_visible(foreign.replace("\n", " "))
    return not (visible and unicodedata.is_normalized("NFC", foreign))


def _is_visible(text: str) -> bool:
    """Tell where nothing needs to be dropped, which is nearly everywhere."""
    return text.isprintable() and (text.isascii() or not _PRINTABLE_INVISIBLE.search(text))


def _seen(row: str) -> str:
    """Drop what cannot be seen of a row that begins with such, and let its spaces be plain ones."""
    if _is_visible(row[:_LEAD]):
        return row
    spaced = row.replace("\xa0", " ")
    # What is left of most rows that begin so is tabs.
    return spaced if _is_visible(spaced.replace("\t", " ")) else _INVISIBLE.sub("", spaced)


def is_blank(row: str) -> bool:
    """Whether there is nothing to see on a line."""
    return not legible(row.strip())


def legible(body: str) -> str:
    """Drop what cannot be seen, make every space a space, and compose what was taken apart."""
    if not _is_visible(body):
        body = " ".join(_INVISIBLE.sub("", body).split())
    if not body.isascii() and not unicodedata.is_normalized("NFC", body):
        # Only letters with marks of their own: a lone Angstrom or Kelvin sign stays as printed.
        body = _DECOMPOSED.sub(_compose, body)
    return body


def _separated(row: str, separator: str, odd: bool, first: Piece) -> Iterator[Piece]:
    """Make a line of each part of a row, given what the first one would be without its text."""
    joint, gap, count = separator, first.gap, first.row
    parts = row.split(separator)
    for part, body in zip(parts, _bodies(parts, odd), strict=True):
        if body:
            indent = lead(part)
            yield Piece(body, first.number, first.number, gap, indent, count, joint + indent)
            gap, count = False, count + 1
        joint = part[len(part.rstrip()) :] + separator


def _needs_repair(rows: Iterable[str], plain: str, foreign: str) -> bool:
    """Whether saving or copying may have done something to the characters of a text."""
    if "\ufffd" in foreign or any(lead in foreign for lead in _LEADS):
        return True
    may_hold = "&" in plain or "&" in foreign
    return may_hold and any(map(ENTITY.search, [row for row in rows if "&" in row]))


def _repaired(text: str) -> list[str]:
    """Undo what saving and copying surely did to the characters of a text; return its lines."""
    if any(lead in text for lead in _LEADS):
        text = _repair_mojibake(text)
    if "\ufffd" in text:
        text = _LOST_DOT.sub("·", text)
    if entities := ENTITY.findall(text):
        bare = text.count("&") > len(entities)
        text = (_STRUCTURE_ENTITY if bare else ENTITY).sub(entity_text, text)
    return text.split("\n")


def _without_underlines(rows: list[str]) -> list[str]:
    """Read signs for underlined spaces as spaces, where a text browser prints links so."""
    if not any(map(_UNDERLINED.match, [row for row in rows if "_" in row])):
        return rows
    return [row.replace("_", " ") if _is_underlined(row) else row for row in rows]


def _is_underlined(row: str) -> bool:
    """Whether most words of a row are put together by underlines, or it is a byline."""
    words = [word for word in row.split() if word.strip("*")]
    return "·" in row or sum("_" in word for word in words) * 2 >= len(words)


def _repair_mojibake(text: str) -> str:
    """Read the whole text again if all of it was misread, else mend the marks of structure.

    That every character outside of ASCII is a byte of valid UTF-8 is no accident.
    """
    try:
        # A line end that comes out of it was none in the text that was given.
        return _LINE_END.sub(" ", text.encode("cp1252").decode("utf-8"))
    except UnicodeError:
        for wrong, right in _MOJIBAKE.items():
            text = text.replace(wrong, right)
        return text


def entity_text(match: regex.Match[str]) -> str:
    """Read an entity; one that stands for the end of a line stays, and one unknown."""
    char = html.unescape(match[0])
    if "\n" in char or _LINE_END.search(char):
        return match[0]
    known = char.isprintable() or char.isspace() or _INVISIBLE.fullmatch(char)
    return char if known else match[0]


def _compose(match: regex.Match[str]) -> str:
    return unicodedata.normalize("NFC", match[0])
