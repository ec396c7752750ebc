"""Hard-wrapped text: finding the column at which lines were broken, and joining them again.

A line continues the one before it if the wrapper had to break there: the first word of the line
would not have fitted on the line before. That test needs the column, which is read off the page:
it is the longest line that has another right below it with the same indentation. Text is taken
for wrapped only if its neighbouring lines of prose pass the test nearly everywhere.
"""

from __future__ import annotations

import unicodedata
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

import regex

from hfpapers._clean import Piece
from hfpapers._words import ASCII_DOTS, RULE_SIGNS, SUBMITTED_BY, TABS

#: Wrappers break at 72 to 120 columns, some wider; a longer line shows that nothing was wrapped.
WIDEST = 200
_MANY_WORDS, _SEVERAL_WORDS = 12, 6
#: A shorter line shows nothing: it may as well be a title of its own.
SHORTEST = 40
#: No title is longer than this.
LONGEST_TITLE = 300
#: Nobody wraps pages to fewer columns.
_NARROWEST = 60
#: Of all neighbouring lines of prose, the share that must be broken where a wrapper would.
_SHARE_FULL = 0.7
#: So many broken lines at the least; of a page without abstracts, one line in so many stands
#: below a blank one.
_BROKEN, _SPACED = 4, 4

#: What begins a line of its own in any dialect: list marks, headings, numbered links, boxes, dots.
_BEGINS = regex.compile(
    r"[*•‣◦▪·|>#\[\]]|[-+](?:\s|$)|-{3}|`{3}|~{3}|[0-9]{1,3}[.)]\s|(?:[0-9]+\.\s)?https?://\S+$|\W*$"
)
#: What lets the lines that follow hang below its text.
_HANGS = regex.compile(r"[*•‣◦▪]|[-+]\s|[0-9]{1,3}[.)]\s")
_RULES = f"{RULE_SIGNS}+ "
_DOTS = frozenset(f"·{ASCII_DOTS}")
SENTENCE_ENDS = frozenset(".!?。！？")
#: So long a word that is not ASCII is a stretch of text in a script without spaces.
_NO_WORD = 20
#: The first character that takes two columns.
_FIRST_WIDE = "\u1100"
_SPACELESS = regex.compile(r"[\p{Han}\p{Hiragana}\p{Katakana}\u3000-\u303F\uFF00-\uFF60]")
_SENTENCE_GOES_ON = ("and", "or", "to", "und", "nor", "vs", "vs.", "but", "as")


def unwrap(lines: Sequence[Piece], stands_alone: regex.Pattern[str]) -> Sequence[Piece]:
    """Join lines that a wrapper broke, if the text is wrapped at all.

    `stands_alone` matches a line that can be a whole item of a card, such as `3 authors`: such a
    line is joined only where it cannot be one.
    """
    if any(len(line.text) > WIDEST and line.text.count(" ") >= _MANY_WORDS for line in lines):
        return lines
    columns = _columns(lines, stands_alone)
    if not columns:
        return lines
    starts = [0]
    for index, (above, line) in enumerate(pairwise(lines), 1):
        if _continues(above, line, columns):
            below = lines[index + 1] if index + 1 < len(lines) else None
            if not _is_item(above, line, below, stands_alone):
                continue
        starts.append(index)
    joined: list[Piece] = []
    for start, end in pairwise([*starts, len(lines)]):
        if end - start == 1:
            joined.append(lines[start])
            continue
        goes_on = end < len(lines) and (
            _goes_on_at_sign(lines[end - 1], lines[end], columns)
            or _goes_on_at_mark(lines[start:end], lines[end])
        )
        before = lines[max(0, start - 2) : start]
        joined += _joined(lines[start:end], before, goes_on, stands_alone)
    return joined


def _goes_on_at_sign(above: Piece, line: Piece, columns: dict[str, _Columns]) -> bool:
    """Whether only a sign at its start kept a line of several words from the full one above."""
    column = columns.get(above.indent)
    several = not line.gap and line.text.count(" ") >= _SEVERAL_WORDS
    return several and column is not None and column.full(above, line)


def _goes_on_at_mark(group: Sequence[Piece], line: Piece) -> bool:
    """Whether a sentence goes on in a word that a query marks, on a line of its own."""
    if len(group) < 2 or line.gap or not line.text[0].islower():
        return False
    words = group[1].text.split()
    return words[0][0].isupper() and sum(word[0].islower() for word in words) * 2 > len(words)


class _Columns(NamedTuple):
    """Where lines end that begin with the same white space, in characters and in columns."""

    characters: int
    columns: int

    def full(self, above: Piece, line: Piece) -> bool:
        """Whether the first word of a line would not have fitted on the line above."""
        word = _first_word(line)
        # Scripts without spaces are broken anywhere, so one more character would have done.
        needed = 1 + (len(word) if word.isascii() or len(word) < _NO_WORD else 2)
        length, width = _size(above)
        return length + needed > self.characters or width + needed > self.columns


def _columns(lines: Sequence[Piece], stands_alone: regex.Pattern[str]) -> dict[str, _Columns]:
    """Return the columns for each indentation, or nothing if the text is not wrapped."""
    goes_on = [_goes_on(above, line) for above, line in pairwise(lines)]
    found = _longest(lines, goes_on)
    pairs = list(_pairs(lines, goes_on, stands_alone))
    full = Counter(above.indent for above, line in pairs if found[above.indent].full(above, line))
    widest = max((columns.characters for columns in found.values()), default=0)
    if not _NARROWEST <= widest <= WIDEST or full.total() < _SHARE_FULL * len(pairs) or not full:
        return {}
    # The longest of all is full by its own measure, so one alone shows nothing.
    few = full.total() < _BROKEN
    if few and (full.total() < 2 or not _holds_titles_alone(lines, stands_alone)):
        return {}
    # A line with an indentation of its own is full by the measure of all others, not by its own.
    most = found[full.most_common(1)[0][0]]
    return {
        indent: columns if full[indent] > 1 else most
        for indent, columns in found.items()
        if columns.characters <= most.characters or full[indent] > 1
    }


def _longest(lines: Sequence[Piece], goes_on: Sequence[bool]) -> dict[str, _Columns]:
    """Return for each indentation how long a line gets that shows where lines are broken."""
    found: dict[str, _Columns] = {}
    for line, may_break in zip(lines, goes_on, strict=False):
        # No line of several words would be longer than the column, wherever it stands, but for a
        # heading, which is one line however long it is, and a tag.
        if may_break or (line.text.count(" ") >= _SEVERAL_WORDS and not _is_markup(line)):
            size, known = _size(line), found.get(line.indent, (0, 0))
            found[line.indent] = _Columns(max(size[0], known[0]), max(size[1], known[1]))
    return found


def _pairs(
    lines: Sequence[Piece], goes_on: Sequence[bool], stands_alone: regex.Pattern[str]
) -> Iterator[tuple[Piece, Piece]]:
    """Go through the neighbouring lines of prose that a wrapper may have broken."""
    for index, may_break in enumerate(goes_on):
        if not may_break:
            continue
        above, line, *below = lines[index : index + 3]
        ended = above.text[-1] in SENTENCE_ENDS or len(_first_word(line)) > SHORTEST
        # Right above a dot may stand an organisation.
        item = stands_alone.fullmatch(line.text) or (below and _begins_with_dot(below[0]))
        if not (ended or item):
            yield above, line


def _is_markup(line: Piece) -> bool:
    """Whether a line is a heading, or ends with a tag, which is not broken as prose is."""
    return line.text[0] == "#" or line.text[-1] == ">" or _is_closed(line)


def _is_closed(line: Piece) -> bool:
    """Whether a line is a heading between marks, `**** Title ****`."""
    return line.text[-1] in "*=#" and line.text[0] == line.text[-1]


def _goes_on(above: Piece, line: Piece) -> bool:
    """Whether one line is long enough to be broken, and may go on in the next."""
    text = above.text
    return len(text) >= SHORTEST and text[-1] != ">" and _may_continue(above, line)


def _holds_titles_alone(lines: Sequence[Piece], stands_alone: regex.Pattern[str]) -> bool:
    """Whether a page has no abstracts, so that few lines of it are broken even if it is wrapped.

    Cards without abstracts print no date; blank lines must keep their parts apart.
    """
    dates = sum(
        line.text[-1].isdigit() and bool(stands_alone.fullmatch(line.text)) for line in lines
    )
    return dates < 2 and sum(line.gap for line in lines) * _SPACED > len(lines)


def _continues(above: Piece, line: Piece, columns: dict[str, _Columns]) -> bool:
    column = columns.get(above.indent)
    if column is None or column.characters < _NARROWEST:
        return False
    return _may_continue(above, line) and column.full(above, line)


def _may_continue(above: Piece, line: Piece) -> bool:
    """Whether nothing but the width speaks for or against one line going on in the next."""
    if line.gap or _BEGINS.match(line.text):
        return False
    hanging = above.indent != line.indent and not _HANGS.match(above.text)
    return not (hanging or _is_closed(above) or not above.text.strip(_RULES))


def _is_item(
    above: Piece, line: Piece, below: Piece | None, stands_alone: regex.Pattern[str]
) -> bool:
    """Whether a line that could go on in the one above is an item of a card after all."""
    # A long organisation's name may have begun on the line above.
    whole = not above.gap or above.text[-1] in SENTENCE_ENDS
    dotted = "·" in line.text or not _DOTS.isdisjoint(line.text.split())
    if dotted and stands_alone.fullmatch(line.text):
        return whole
    if above.text.startswith(SUBMITTED_BY) and _is_count(line):
        # Votes stand below a name, unless it ends with a number and they stand below that.
        return below is None or not _is_count(below)
    if line.text.endswith(" ·") and below and stands_alone.fullmatch(below.text):
        # A byline that was broken right behind its dot.
        return above.text[-1] in SENTENCE_ENDS
    if below is None or below.gap:
        return above.text[-1] in SENTENCE_ENDS and stands_alone.fullmatch(line.text) is not None
    if line.text.startswith(SUBMITTED_BY) and _BEGINS.match(below.text):
        # The vote button of its card, with its link or box, stands below it.
        return stands_alone.fullmatch(line.text) is not None
    if stands_alone.fullmatch(below.text) or _begins_with_dot(below):
        # A byline goes on with more items, and an organisation stands right above the dot.
        item = stands_alone.fullmatch(line.text) is not None
        return item or (whole and _begins_with_dot(below))
    return False


def _begins_with_dot(line: Piece) -> bool:
    """Whether a line begins with the dot of a byline, or with what is left of it in ASCII."""
    return line.text.partition(" ")[0] in _DOTS


def _is_count(line: Piece) -> bool:
    """Whether a line is a number or the site's dash for zero."""
    return line.text == "-" or line.text.isdecimal()


def _size(line: Piece) -> tuple[int, int]:
    """Return characters and columns of a line; wide characters of East Asia take two columns."""
    length = len(line.indent) + len(line.text)
    if line.text.isascii() or max(line.text) < _FIRST_WIDE:
        return length, length
    return length, length + sum(unicodedata.east_asian_width(char) in "WF" for char in line.text)


def _first_word(line: Piece) -> str:
    return line.text.partition(" ")[0]


def _joined(
    group: Sequence[Piece],
    before: Sequence[Piece],
    goes_on: bool,
    stands_alone: regex.Pattern[str],
) -> Iterator[Piece]:
    """Join the lines of a group, but for a title that fills its line by chance.

    Right below an item, or below a submitter's name, stands a title; if that were longer than any
    is, went on in the next group, or ended as a sentence does, it is its first line.
    """
    begun = group[1].text[0].isupper()
    ended = group[-1].text.endswith(".") and not group[-1].text.endswith("..")
    long = goes_on or sum(len(line.text) for line in group) > LONGEST_TITLE
    if (long or (begun and ended)) and _end_above(before, stands_alone):
        yield group[0]
        group = group[1:]
    yield _join(group)


def _end_above(before: Sequence[Piece], stands_alone: regex.Pattern[str]) -> bool:
    """Whether a card begins below some lines: an item, a count, a submitter's name, the header."""
    texts = [line.text for line in before]
    if not texts:
        return False
    last = texts[-1]
    item = _is_count(before[-1]) or stands_alone.fullmatch(last) is not None
    return item or (texts[0] == SUBMITTED_BY and len(last) < SHORTEST) or TABS.endswith(last)


def _join(group: Sequence[Piece]) -> Piece:
    """Put lines together."""
    parts = [group[0].text]
    for above, line in pairwise(group):
        parts += ("" if is_spaceless(above.text, line.text) else " ", line.text)
    return group[0]._replace(text="".join(parts), last=group[-1].last)


def is_spaceless(above: str, below: str) -> bool:
    """Whether no space stands between two texts.

    None stands where a word was broken at its hyphen, behind `https://`, and in scripts without
    spaces.
    """
    if above[-1:] == "-" and above[-2:-1].isalnum():
        return below.partition(" ")[0] not in _SENTENCE_GOES_ON
    return (
        above.endswith("://")
        or (_SPACELESS.match(above, len(above) - 1) and _SPACELESS.match(below)) is not None
    )
