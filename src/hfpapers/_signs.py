"""Signs: what each piece of text can be, judged by its own shape and no more.

    authors   := count "authors"                    3 authors, 1 author
    date      := ["Published on"] month day [year]  May 7, 2024
    count     := number                             12, 1,024, 1.2k
    dash      := "-"                                the site's zero votes
    dot       := "·"                                between the parts of a byline
    box       := "[ ]"                              the check box of the vote button
    submitter := "Submitted by" [name]
    label     := "Upvote" | "GitHub" | "arXiv Page"

A piece made of such items from end to end gives one sign for each; any other is prose. Whether a
number is a count or the words of an abstract is for the layout to say: that takes the whole page.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Literal, NamedTuple, cast

import regex

from hfpapers._clean import Piece
from hfpapers._dates import MONTH_NUMBER, SITE_DATE, PrintedDate, other_date, site_date
from hfpapers._furniture import begins_furniture, furniture
from hfpapers._links import LinkKind
from hfpapers._words import (
    ARXIV_PAGE,
    ASCII_DOTS,
    AUTHORS,
    GITHUB,
    LARGEST_COUNT,
    MONTHS,
    MOST_DIGITS,
    PUBLISHED_ON,
    SUBMITTED_BY,
    TABS,
    UPVOTE,
)

#: A link without a text is silent, and so is what someone's tool put between cards.
SignKind = Literal[
    "prose",
    "authors",
    "date",
    "count",
    "dash",
    "dot",
    "box",
    "submitter",
    "upvote",
    "github",
    "arxiv",
    "header",
    "footer",
    "weak",
    "silent",
]


FURNITURE: tuple[SignKind, ...] = ("header", "footer", "weak")


class Sign(NamedTuple):
    """What a piece of text, or a part of it, can be."""

    kind: SignKind
    text: str
    piece: Piece
    #: The number of authors or of a count; None if it is larger than any can be.
    number: int | None = None
    date: PrintedDate | None = None
    #: Whether the count is rounded, as `1.2k` is.
    rounded: bool = False


def linked(sign: Sign, kind: LinkKind) -> str | None:
    """Return what a sign links to, if its link is of this kind."""
    link = sign.piece.link
    return link.value if link is not None and link.kind == kind else None


_MONTH = "|".join(MONTHS)
#: Nothing but prose is longer than this, but for a long name of a submitter.
_LONGEST = 80
_NUMBER = r"(?:[0-9]{1,3}(?:,[0-9]{3})++|[0-9]++)"
#: Only a rounded count has a decimal point: `1.2k`.
_COUNT = rf"(?:{_NUMBER}|[0-9]++\.[0-9]++(?=[kKM]))[kKM]?+"
#: What someone prints before votes, comments or stars, or behind them as a word.
_ICON = r"(?:\p{So}\ufe0f?\s?+)"
_END = rf"(?:(?![\w.%/:+-]|,[0-9])|(?={regex.escape(ARXIV_PAGE)}))"
#: Any mark that a list can have; `o` is that of some text browsers.
_LIST_MARK = r"(?:[^\w\s·⋅∙‧•|\ufffd()\[\]]{1,3}\ufe0f?\s*+|o\s++)"
#: What a dot becomes where text is forced into ASCII.
_LOST_DOT = (
    rf"[{ASCII_DOTS}](?=\s?+(?:[0-9]++\s{AUTHORS}\b|(?:{regex.escape(PUBLISHED_ON)}\s)?+"
    rf"(?:{_MONTH})\s[0-9]))"
)
_ITEM = regex.compile(
    rf"""
    (?:
      (?P<dot>{_LIST_MARK}?+[·⋅∙‧•\ufffd]++|\||{_LOST_DOT})
    | (?P<dash>\\?[-–−])(?!\S)
    | (?P<box>\[[\ xX_-]?\]|\([\ xX]\)|[☐☑☒□▢◻◽⬜🔲❏❑✓✔▲△⬆⇧↑🔼]\ufe0f?)
    | (?P<authors>{_LIST_MARK}?+(?P<many>{_NUMBER})\s*+{AUTHORS}\b,?+)
    | (?P<count>{_ICON}?+(?P<shown>{_COUNT})(?:\s(?:(?:up)?votes?|likes?|comments?))?+{_END})
    | {SITE_DATE}
    | (?P<upvote>(?:[^\p{{L}}\p{{Nd}}\s]\s)?+{UPVOTE}s?+(?!\p{{L}}):?+)
    | (?P<github>(?:[A-Za-z]{{1,12}}+:\s*+)?+{GITHUB}(?:\s++[Ss]tars)?+(?!\p{{L}}):?+)
    | (?P<arxiv>(?:[A-Za-z]{{1,12}}+:\s*+)?+{regex.escape(ARXIV_PAGE)}\b)
    )\s*+
    """,
    regex.VERBOSE,
)
#: The shape of a date in most cards, perhaps with the comments after it.
_DATED = regex.compile(rf"(({_MONTH}) ([0-9]{{1,2}})(?:, ([0-9]{{4}}))?)(?: ([0-9]{{1,6}}))?")
#: What an item begins with, if with a letter, but for labels that follow a word and a colon.
_ITEM_STARTS = frozenset(
    word[:3].lower() for word in (*MONTHS, PUBLISHED_ON, UPVOTE, GITHUB, ARXIV_PAGE)
)
#: What a line may end in the midst of.
_CUT_ITEM = regex.compile(
    rf"{_NUMBER}\s++{AUTHORS}|[0-9]{{1,3}}\.[0-9]k|{SITE_DATE}|{UPVOTE}|{GITHUB}"
    rf"|{regex.escape(ARXIV_PAGE)}"
)
_CUT_BYLINE = regex.compile(r"(?P<org>[^·]{1,100}?)\s++·(?:\s(?P<rest>\p{L}[^·]*+))?+")
#: Account names have at most 42 characters and no colon; else it is a title that begins so.
_SUBMITTER = regex.compile(
    rf"{SUBMITTED_BY}\b:?+\s*+(?:\[[^\[\]]{{0,40}}+\]\s*+)?+(?P<user>[^:]{{0,42}}+)$"
)
_ORG_BYLINE = regex.compile(
    rf"(?P<org>[^·]{{0,100}}?)\s*+"
    rf"(?P<rest>(?:·|(?<=\s)(?:{_LOST_DOT}|[⋅∙‧•|](?=\s{SITE_DATE}))).*+)$"
)
#: How a date begins that goes on in the next line.
_BROKEN_DATE = (
    rf"(?:{PUBLISHED_ON.replace(' ', '(?: ')})?(?: (?:{_MONTH}))?+|(?:{_MONTH}))"
    r"(?: [0-9]{1,2},)?+"
)
#: What stands alone on a line of a card; a hard-wrapped line of prose hardly ever does.
ITEM_LINE = regex.compile(
    rf"(?:[*•·-]\s++|{_LIST_MARK})*+(?:·|{_NUMBER}\s++{AUTHORS}|{SITE_DATE}(?:\s++[0-9]++)?+|{SUBMITTED_BY}.*+"
    rf"|{ARXIV_PAGE}"
    rf"|(?:[^·]{{1,100}}+·|[^·]{{1,100}}?\s[{ASCII_DOTS}])\s(?:{SITE_DATE}.{{0,12}}+|{_BROKEN_DATE}))"
)
_UNITS = {"k": 1_000, "K": 1_000, "M": 1_000_000}


def piece_signs(pieces: Iterable[Piece]) -> Iterator[Sign]:
    """Tell what each piece can be; a text that stands on a page more than once is read once."""
    known: dict[str, Sequence[Sign]] = {}
    for piece in pieces:
        text = piece.text
        if len(text) > 2 * _LONGEST:
            yield Sign(furniture(text) or "prose", text, piece)
        elif text in known:
            for kind, part, _, number, date, rounded in known[text]:
                yield Sign(kind, part, piece, number, date, rounded)
        else:
            known[text] = signs = _signs(text, piece)
            yield from signs


def _signs(text: str, piece: Piece) -> Sequence[Sign]:
    """Tell what a piece of no more than a few words can be: its items, or prose."""
    if not text:
        return (Sign("silent", text, piece),)
    if found := _whole_items(text, piece):
        return found
    if text.startswith(SUBMITTED_BY) and (match := _SUBMITTER.match(text)):
        return (Sign("submitter", match["user"], piece),)
    if kind := furniture(text):
        return (Sign(kind, text, piece),)
    if text.endswith(SUBMITTED_BY) and (items := _items(text.removesuffix(SUBMITTED_BY), piece)):
        return [*items, Sign("submitter", "", piece)]
    if TABS in text:
        return _header_line(text, piece)
    if ("·" in text or text[-1].isdigit()) and (match := _ORG_BYLINE.match(text)):
        items = _items(match["rest"], piece)
        if any(item.kind in ("date", "authors") for item in items):
            return [*((Sign("prose", match["org"], piece),) if match["org"] else ()), *items]
    return (Sign("prose", text, piece),)


def _header_line(text: str, piece: Piece) -> Sequence[Sign]:
    """Read the line of the header: `[query] "Daily Weekly Monthly" [day] [votes]`."""
    before, _, behind = text.partition(TABS)
    items = _items(behind.strip(), piece)
    if behind.strip() and not items:
        return (Sign("prose", text, piece),)
    query = (Sign("prose", before.strip(), piece),) if before.strip() else ()
    return (*query, Sign("header", TABS, piece), *items)


def _usual_item(text: str, piece: Piece) -> Sequence[Sign]:
    """Read what most items are, a dot, a number or the authors; nothing if it is none of them."""
    if text == "·":
        return (Sign("dot", text, piece),)
    digits = text.removesuffix(" author").removesuffix(" authors")
    if not (digits.isdecimal() and digits.isascii()):
        return ()
    return (Sign("count" if digits == text else "authors", text, piece, read_number(digits)),)


def _whole_items(text: str, piece: Piece) -> Sequence[Sign]:
    """Read a text that is short and begins as an item can; nothing if it is no item."""
    if len(text) > _LONGEST:
        return ()
    if text[0].isalpha():
        if text[:3].lower() not in _ITEM_STARTS and not _may_hold_item(text):
            return ()
    elif found := _usual_item(text, piece):
        return found
    return _dated(text, piece) or _items(text, piece) or _other_dates(text, piece)


def _may_hold_item(text: str) -> bool:
    """Whether a text may be an item behind a list mark that is a letter, or behind a word."""
    return text[:2] == "o " or (":" in text and (GITHUB in text or ARXIV_PAGE in text))


def _dated(text: str, piece: Piece) -> Sequence[Sign]:
    """Read `date [count]`, which most cards print; nothing if it is not that."""
    match = _DATED.fullmatch(text)
    if match is None:
        return ()
    printed, month, day, year, count = match.groups()
    date = PrintedDate(int(year) if year else None, MONTH_NUMBER[month.lower()], int(day))
    dated = Sign("date", printed, piece, None, date)
    return (dated, Sign("count", count, piece, int(count))) if count else (dated,)


def _other_dates(text: str, piece: Piece) -> Sequence[Sign]:
    """Read a text as a date in a spelling that the site does not use."""
    date = other_date(text) if text[-1].isdigit() or text[0].isdigit() else None
    return (Sign("date", text, piece, date=date),) if date else ()


def _items(text: str, piece: Piece) -> Sequence[Sign]:
    """Read a text as items from end to end, perhaps above a footer; nothing if it is not."""
    items: list[Sign] = []
    position = 0
    while position < len(text):
        match = _ITEM.match(text, position)
        if match is None:
            return _with_footer(items, text[position:], piece)
        items.append(_item(match, piece))
        position = match.end()
    return items


def _with_footer(items: list[Sign], rest: str, piece: Piece) -> Sequence[Sign]:
    """Read what follows items on their line as the footer; nothing if it is prose."""
    kind = furniture(rest) if items else None
    dated = any(item.kind == "date" for item in items)
    return [*items, Sign(kind, rest, piece)] if kind == "footer" or (kind and dated) else []


def cut_items(piece: Piece, below_abstract: bool) -> Sequence[Sign]:
    """Read the last line of a text as items, the last of them cut off; nothing if it is not so.

    A dot that ends it may be an abstract's own, but `below_abstract` it is the byline's.
    """
    if len(piece.text) > 2 * _LONGEST:
        return ()
    if begins_furniture(piece.text):
        return (Sign("weak", piece.text, piece),)
    match = _CUT_BYLINE.fullmatch(piece.text)
    if match and (_is_cut_item(match["rest"]) if match["rest"] else below_abstract):
        org, dot = Sign("prose", match["org"], piece), Sign("dot", "·", piece)
        return [org, dot, Sign("silent", match["rest"] or "", piece)]
    items: list[Sign] = []
    text, position = piece.text, 0
    while position < len(text):
        rest = text[position:]
        if _is_cut_item(rest) and (items or rest[0].isdigit()):
            return [*items, Sign("silent", rest, piece)]
        match = _ITEM.match(text, position)
        if match is None:
            break
        items.append(_item(match, piece))
        position = match.end()
    return ()


def _is_cut_item(text: str) -> bool:
    """Whether a text is an item, or how one begins."""
    return len(text) < _LONGEST and _CUT_ITEM.fullmatch(text, partial=True) is not None


def _item(match: regex.Match[str], piece: Piece) -> Sign:
    text = match[0].rstrip()
    kind = match.lastgroup
    if kind == "authors":
        return Sign("authors", text, piece, read_number(match["many"]))
    if kind == "count":
        shown = match["shown"]
        unit = _UNITS.get(shown[-1], 1)
        return Sign("count", text, piece, read_number(shown.rstrip("kKM"), unit), rounded=unit > 1)
    if kind in ("day", "year"):
        return Sign("date", text, piece, date=site_date(match))
    return Sign(cast("SignKind", kind), text, piece, 0 if kind == "dash" else None)


def read_number(text: str, unit: int = 1) -> int | None:
    """Read a number, perhaps of thousands; None if it is larger than any count."""
    digits = text.replace(",", "")
    if len(digits) > MOST_DIGITS:
        return None
    number = round(float(digits) * unit) if unit > 1 else int(digits)
    return number if number <= LARGEST_COUNT else None
