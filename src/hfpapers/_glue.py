"""Glued text: pages whose pieces ran together, with a space or a sign of the user's own between.

A separator shows where it stands on both sides of "3 authors" or of the dot. A space shows
nothing, so a line is cut where the fixed parts of a card are: its submitter, its byline with the
counts after it, its labels. What is left between them is the title, and the abstract with it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence, Set
from itertools import pairwise
from typing import Literal, NamedTuple

import regex

from hfpapers._clean import Piece, hangs
from hfpapers._dates import SITE_DATE
from hfpapers._words import (
    ARXIV_PAGE,
    AUTHORS,
    COMPANY,
    FOOTER,
    GITHUB,
    HEADER,
    SUBMITTED_BY,
    UPVOTE,
    WEAK,
    any_of,
)

#: Texts that stand alone on a page; a separator stands round each.
_ALONE = ("·", "authors", SUBMITTED_BY, UPVOTE, "Subscribe")
_SEPARATED = regex.compile(
    r"(?P<separator>[^\S\n]?(?![\"'`][\w·])[^\w\s\p{C}·.]{1,3}[^\S\n]?|\t++)"
    rf"(?:·|[0-9]++ {AUTHORS}|{'|'.join(_ALONE[2:])})(?P=separator)"
)
#: A dot on a line of its own: line ends separate this page.
_DOT_LINE = regex.compile(r"\n\s*+·\s*?\n")
#: So many of each are tried.
_TRIED = 4

#: A whole count, or the dash for zero votes, that stands apart.
_COUNT = r"(?:[0-9]{1,3}(?:,[0-9]{3})+|[0-9]+(?:\.[0-9]+)?[kKM]?|-)(?!\S)"


_WEAK = rf"(?<!\S)(?:{any_of(WEAK)})(?!\S)"
_STRONG = rf"(?i:(?<!\S)(?:{any_of(HEADER | FOOTER)}|daily\ weekly\ monthly|previous\ next)(?!\S))"
_SITE_DATE = rf"(?:{SITE_DATE})(?!\S)"
#: No account name has a colon, as a title may that begins so.
_NAME = r"(?:(?!·\s)\S+\s){1,4}?"
_SUBMITTED = r"(?<!\S)Submitted\sby(?!\S)(?!\s\S*:\s)"
#: Words of the header or footer, with the day and the votes that may follow.
_FRAME = regex.compile(
    rf"(?:(?!{_STRONG})(?i:{_WEAK})\s){{0,20}}+{_STRONG}(?:\s(?:{_STRONG}|(?i:{_WEAK})))*+"
    rf"(?P<after>(?:\s{_SITE_DATE})?+(?P<votes>\s{_COUNT})?+)"
)
_ITEMS = regex.compile(
    rf"""
      (?P<submitter>{_SUBMITTED}\s{_NAME}(?P<after>{_COUNT}))(?!\s{AUTHORS}\b)(?:\s{_SUBMITTED})?+
    | (?P<submitter>{_SUBMITTED})
    | (?:·\s)?[0-9][0-9,]*+\s{AUTHORS}\b
        (?=\s·\s{_SITE_DATE}|\s{_COUNT}|\sSubmitted\sby\s|\s?$|\s(?i:previous\snext))
        (?:\s·\s{_SITE_DATE})?+(?:\s{_COUNT}){{0,2}}+
    | ·\s{_SITE_DATE}(?:\s{_COUNT}){{0,2}}+
    | {_COUNT}(?:\s{_COUNT})?+(?=\sSubmitted\sby\s|\s(?i:previous\snext))
    | {UPVOTE}\s{_COUNT}
    | {GITHUB}\s{_COUNT}
    | {ARXIV_PAGE.replace(" ", r"[ ]")}(?!\S)
    """,
    regex.VERBOSE,
)
#: What they can begin with; few words of a text do, and the patterns are long.
_ITEM_CHARS = frozenset("·-0123456789SUGa")
_FRAME_WORDS = frozenset(
    phrase.partition(" ")[0] for phrase in HEADER | FOOTER | WEAK | {"previous next"}
)
#: Votes at the start of a line, perhaps behind a number that someone gave to each card.
_LEADING = regex.compile(rf"(?:[0-9]{{1,3}}[.)]\s)?+(?P<votes>{_COUNT})\s")
#: No byline stands in a line so short, together with a title.
_SHORT = 40
#: But a short title may stand before authors, where no organisation does.
_TITLED = regex.compile(rf"(?!Submitted by\b).*\p{{L}}.*\s[0-9][0-9,]*+ {AUTHORS} · ")
#: Or below a blank line, behind votes, before an organisation.
_COUNTED = regex.compile(rf"{_COUNT}\s.*\p{{L}}.* · {_SITE_DATE}")
#: A byline with the name of an organisation, or with its account besides, is no longer than this.
_WITH_ORGANISATION = 120
#: The end of a sentence, and of no abbreviation.
_SENTENCE = regex.compile(rf"[\p{{Ll}}0-9)}}\]$%]{{2}}(?<!\b(?:{COMPANY}))[.!?]\s|[。！？]")
_BYLINE = regex.compile(
    rf"(?<!\S)(?:(?P<dated>· {_SITE_DATE})|· [0-9][0-9,]*+ {AUTHORS}(?!\S)"
    rf"|{SUBMITTED_BY} (?:\S+ ){{1,4}}?{_COUNT} )"
)
#: Authors, or a dot and a date without them.
_ANY_BYLINE = regex.compile(rf"[0-9] {AUTHORS}(?!\S)|·\s(?={_SITE_DATE})(?<! {AUTHORS} ·\s)")
_CARD_END = regex.compile(
    rf"(?:{_SITE_DATE}|(?<!\S)[0-9][0-9,]*+ {AUTHORS}(?!\S))(?:\s{_COUNT}){{0,2}}+$"
)
#: What follows an organisation at the end of a daily card.
_LAST_COUNTS = regex.compile(rf"(?<=\s){_COUNT}(?:\s{_COUNT})?+$")


def find_separator(text: str) -> str | None:
    """Return the sign that a user put between the pieces of a page, or None."""
    for anchor in _ALONE:
        position, alone = -1, []
        for _ in range(_TRIED):
            position = text.find(anchor, position + 1)
            if position < 0:
                break
            start, end = max(0, position - 12), position + 24
            match = _SEPARATED.search(text, start, end)
            if match:
                return match["separator"]
            alone.append(_DOT_LINE.search(text, start, end) is not None)
        if alone and all(alone):
            return None
    return None


def cut(pieces: Sequence[Piece]) -> Sequence[Piece]:
    """Cut the pieces of a page whose bylines stand in the midst of longer lines."""
    glued = _glued_lines(pieces)
    if not glued:
        return pieces
    pieces = _without_list_marks(pieces)
    shape = _shape_of(pieces, glued)
    parts: list[Piece] = []
    for index, piece in enumerate(pieces):
        found = list(_parts(piece, index, shape))
        last = found and (found[-1].glued or not piece.gap)
        if last and shape.heads == "names and votes" and not _title_goes_on(pieces, index):
            found[-1:] = _last_counts(found[-1])
        parts += found
    return parts


def _without_list_marks(pieces: Sequence[Piece]) -> Sequence[Piece]:
    """Take away list marks that lines go on with their votes behind; else `-` is no votes."""
    dashed = [piece for piece in pieces if piece.bullet[:1] == "-" and len(piece.text) > _SHORT]
    counted = [piece for piece in dashed if _LEADING.match(piece.text)]
    if len(counted) < 2 or len(counted) * 2 <= len(dashed):
        return pieces
    return [piece._replace(bullet="") for piece in pieces]


def _title_goes_on(pieces: Sequence[Piece], index: int) -> bool:
    """Whether a line ends in the midst of a title, so that a number there is none of its counts."""
    return any(
        hangs(below, pieces[index]) and not below.text.startswith(SUBMITTED_BY)
        for below in pieces[index + 1 : index + 2]
    )


def _glued_lines(pieces: Sequence[Piece]) -> list[Piece]:
    """Return the lines with bylines in their midst, if these are more than stand alone."""
    glued, inside, apart, headed = [], 0, 0, False
    for piece in pieces:
        text = piece.text
        if ("·" in text or SUBMITTED_BY in text) and (match := _BYLINE.search(text)):
            # No other line holds a submitter, votes and a title.
            headed = headed or match[0].startswith(SUBMITTED_BY)
            named = match["dated"] and " author" not in text
            limit = _WITH_ORGANISATION if named else _SHORT
            if len(text) <= limit and not _SENTENCE.search(text, 0, match.start()):
                apart += 1
            else:
                glued.append(piece)
                inside += len(_BYLINE.findall(text))
    return glued if headed or inside > apart else []


class _Shape(NamedTuple):
    """What the lines of a glued page begin with."""

    #: Which lines begin a card, and which of them begin with its votes.
    first: Set[int]
    counted: Set[int]
    heads: Literal["none", "names", "names and votes"]
    #: Whether votes have a label, so that a number before a title or behind a name is the title's.
    labelled: bool


def _shape_of(pieces: Sequence[Piece], glued: Sequence[Piece]) -> _Shape:
    first = _first_lines(pieces)
    counted = {index for index in first if _LEADING.match(_marked(pieces[index]))}
    long = sum(len(pieces[index].text) > 2 * _SHORT for index in first)
    labelled = any(UPVOTE in piece.text for piece in glued)
    bylines = sum(len(_ANY_BYLINE.findall(piece.text)) for piece in glued)
    submitters = sum(piece.text.count(SUBMITTED_BY) for piece in pieces) * 2 > bylines
    return _Shape(
        first=first,
        counted=counted if len(counted) * 2 > long and not labelled else set(),
        heads="none" if not submitters else "names" if labelled else "names and votes",
        labelled=labelled,
    )


def _last_counts(piece: Piece) -> list[Piece]:
    """Cut the counts off the end of a daily card, which may end with an organisation."""
    match = _LAST_COUNTS.search(piece.text)
    if match is None:
        return [piece]
    texts = (piece.text[: match.start()].strip(), match[0])
    return [piece._replace(text=text, glued=True) for text in texts]


def _first_lines(pieces: Sequence[Piece]) -> set[int]:
    """Return which pieces begin the line of a card, or of a whole page: title and abstract."""
    return {
        index
        for index, piece in enumerate(pieces)
        if (len(piece.text) > _SHORT or _is_short_card(piece))
        and (index == 0 or piece.gap or _ends_card(pieces[index - 1].text))
    }


def _is_short_card(piece: Piece) -> bool:
    counted = piece.gap and _COUNTED.match(_marked(piece))
    return bool(counted or _TITLED.match(piece.text))


def _ends_card(text: str) -> bool:
    return _CARD_END.search(text, max(0, len(text) - _SHORT)) is not None


def _marked(piece: Piece) -> str:
    """Return a piece with its `-`: at the start of a card's line, that is no votes."""
    return f"{piece.bullet}{piece.text}" if piece.bullet[:1] == "-" else piece.text


def _parts(piece: Piece, index: int, shape: _Shape) -> Iterator[Piece]:
    """Cut one piece at the fixed parts of its cards; what lies between is prose."""
    text = piece.text
    cuts = [0]
    if index in shape.counted and (match := _LEADING.match(_marked(piece))):
        text = _marked(piece)
        cuts += [match.start("votes"), match.end()]
    cuts += _fixed_parts(text, shape)
    cuts.append(len(text))
    glued = len(cuts) > 2 or index in shape.first
    for start, end in pairwise(cuts):
        if part := text[start:end].strip():
            yield piece._replace(text=part, glued=glued)
            # What the line began with stood before its first part.
            piece = piece._replace(heading="", bullet="")


def _fixed_parts(text: str, shape: _Shape) -> Iterator[int]:
    """Go through the places where the fixed parts of the cards in a text begin and end."""
    start = end = 0
    for word in text.split(" "):
        place, start = start, start + len(word) + 1
        if place < end:
            continue
        if word.casefold() in _FRAME_WORDS and (match := _FRAME.match(text, place)):
            yield from _frame_cuts(match, shape)
            end = match.end()
        elif word[:1] in _ITEM_CHARS and (match := _ITEMS.match(text, place)):
            cuts, end = _item_cuts(match, shape)
            yield from cuts


def _frame_cuts(match: regex.Match[str], shape: _Shape) -> tuple[int, ...]:
    """Cut before and behind words of the header or footer, and behind what may follow them."""
    start, end = match.span()
    after = match.start("after") if match["after"] else end
    return start, after, match.start("votes") if match["votes"] and shape.labelled else end


def _item_cuts(match: regex.Match[str], shape: _Shape) -> tuple[tuple[int, ...], int]:
    """Cut before and behind items, and before the votes behind a name, as the page has them.

    Also return where to go on: a name without votes of its own may hold anything.
    """
    start, end = match.span()
    if not match["submitter"]:
        return (start, end), end
    if shape.heads == "none":
        return (), start
    if shape.heads == "names":
        label = start + len(SUBMITTED_BY)
        return (start, label), label
    after = match.start("after") if match["after"] else end
    return (start, after, match.end("submitter")), end
