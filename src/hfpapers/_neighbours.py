"""Neighbours: signs that take more than one piece.

    submitter := "Submitted by" ⏎ name
    day       := month ⏎ number                      the header's day
    byline    := a byline that was broken before its date or its year
    title     := a title, broken before a last word that the site's footer has, too
    name      := an organisation's name beside its image, broken over two lines
    phrase    := a phrase of the header or footer, broken over two lines
    box       := any one character that is no letter ⏎ votes

A submitter's name may stand on the line below its label, or go on there; and a title may begin as
a submitter does.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from itertools import pairwise, zip_longest

from hfpapers._clean import Piece
from hfpapers._dates import MONTH_NUMBER, PrintedDate
from hfpapers._furniture import furniture
from hfpapers._prose import ABSTRACT, PUNCTUATION, ends_sentence, goes_on
from hfpapers._signs import FURNITURE, Sign, SignKind, cut_items, linked, piece_signs, read_number
from hfpapers._words import ASCII_DOTS, MONTHS, PUBLISHED_ON, SUBMITTED_BY
from hfpapers._wrap import SHORTEST

#: arXiv breaks titles at no more characters than this.
_TITLE_LINE = 80
#: What may belong to the prose above it.
_MAY_GO_ON = frozenset({"count", "date", "prose", "weak"})
#: What a name can look like; `AK` is one in the header, too.
_NAMES = frozenset({"prose", "weak"})
_BELOW_BOX = frozenset({"count", "dash", "upvote"})
#: What is left of a dot in ASCII, or in a script with a dot of its own.
_LOST_DOTS, _BELOW_DOT = frozenset(f"{ASCII_DOTS}・･"), frozenset({"authors", "date"})
_PUBLISHED = PUBLISHED_ON.partition(" ")[0]
#: No phrase of the header is longer, less its last word.
_LONGEST_PHRASE = 60
#: arXiv began in 1991.
_YEARS = range(1991, 2100)
_MONTHS = tuple(f" {month}" for month in MONTHS)


def read_signs(pieces: Sequence[Piece]) -> list[Sign]:
    """Tell for every piece what it can be, and give submitters their names."""
    signs = list(piece_signs(pieces))
    submitters = any(sign.kind == "submitter" for sign in signs)
    if signs and signs[-1].piece is pieces[-1] and signs[-1].kind == "prose":
        signs[-1:] = _cut_off(signs, submitters)
    signs = _rejoined(_named(signs) if submitters else signs)
    return _without_titles(_with_votes(_with_whole_names(signs))) if submitters else signs


def _with_votes(signs: list[Sign]) -> list[Sign]:
    """Cut votes off the names of submitters, if all end with a number and none stands below any."""
    cut: list[Sign] = []
    for sign, below in zip_longest(signs, signs[1:]):
        name, _, votes = sign.text.rpartition(" ")
        if sign.kind != "submitter":
            cut.append(sign)
        elif name and votes.isdecimal() and not (below and below.kind in _BELOW_BOX):
            cut += (sign._replace(text=name), Sign("count", votes, sign.piece, read_number(votes)))
        else:
            return signs
    return cut


def _cut_off(signs: Sequence[Sign], submitters: bool) -> Sequence[Sign]:
    """Read the last line of a text, in the midst of which it may have been cut off."""
    last = signs[-1]
    if submitters and SUBMITTED_BY.startswith(last.text):
        return (last._replace(kind="submitter", text=""),)
    below_abstract = len(signs) > 1 and len(signs[-2].text) > ABSTRACT
    return cut_items(last.piece, below_abstract) or (last,)


def _named(signs: Sequence[Sign]) -> list[Sign]:
    """Give every submitter without a name the text that follows it, whatever else that may be."""
    named: list[Sign] = []
    labelled = any(sign.kind == "upvote" for sign in signs)
    for sign, below in zip_longest(signs, signs[1:]):
        unnamed = named and named[-1].kind == "submitter" and not named[-1].text
        if unnamed and (sign.kind in _NAMES or _is_name(sign, below, labelled)):
            name, rest = _name_and_rest(sign)
            named[-1] = _joined(named[-1], sign, name)
            if not rest:
                continue
            sign = sign._replace(text=rest)
        named.append(sign)
    return named


def _is_name(sign: Sign, below: Sign | None, labelled: bool) -> bool:
    """Whether a number is the name of a submitter: the votes stand below, or have a label."""
    votes_below = below is not None and below.kind in ("count", "dash")
    return sign.text.isdecimal() and (labelled or votes_below)


def _rejoined(signs: list[Sign]) -> list[Sign]:
    """Put together the header's day, and bylines and titles that were broken."""
    rejoined = signs[:1]
    dots = Counter(above.text for above, sign in pairwise(signs) if sign.kind in _BELOW_DOT)
    lost = sum(dots[dot] for dot in _LOST_DOTS)
    lost_dots = _LOST_DOTS if lost > dots["·"] else frozenset[str]()
    for sign, below in zip_longest(signs[1:], signs[2:]):
        above = rejoined[-1]
        if sign.kind in _BELOW_DOT and above.text in lost_dots:
            rejoined[-1:] = above._replace(kind="dot"), sign
        elif sign.kind in _BELOW_BOX and _is_box(above):
            rejoined[-1:] = above._replace(kind="box"), sign
        elif above.kind == "prose" and (kind := _broken_furniture(above, sign)):
            rejoined[-1] = _spaced(above, sign)._replace(kind=kind)
        elif above.kind == "prose" and sign.kind in _MAY_GO_ON:
            rejoined[-1:] = _below_prose(rejoined, sign, below)
        elif sign.kind == "count" and _is_year_of(above, sign):
            rejoined[-1] = _with_year(above, sign)
        else:
            rejoined.append(sign)
    return rejoined


def _broken_furniture(above: Sign, sign: Sign) -> SignKind | None:
    """Tell what two lines are together, if only both together are words of the header or footer."""
    if sign.piece.gap or len(above.text) > _LONGEST_PHRASE:
        return None
    kind = furniture(f"{above.text} {sign.text}")
    return None if kind == "weak" else kind


def _below_prose(signs: Sequence[Sign], sign: Sign, below: Sign | None) -> Sequence[Sign]:
    """Return what prose, the last of some signs, and the sign that follows it are together."""
    above = signs[-1]
    if _ends_title(above, sign, below) or (above.piece.alt and _ends_name(sign)):
        return (_spaced(above, sign),)
    if _ends_linked_name(signs, sign):
        whole = _spaced(above, sign)
        return (whole._replace(piece=whole.piece._replace(link=sign.piece.link)),)
    if sign.kind == "weak":
        return above, sign
    if sign.kind == "count" and _splits_day(above, sign):
        return (_day_of(above, sign),)
    return _byline_of(above, sign) or (above, sign)


def _is_box(sign: Sign) -> bool:
    """Whether a line above votes is the box of their button, printed as any one character."""
    if sign.kind != "prose" or len(sign.text) > 1 or sign.text.isalpha():
        return False
    # Other punctuation stands behind a word that a query marks.
    return sign.text == "?" or sign.text not in PUNCTUATION


def _is_year_of(above: Sign, sign: Sign) -> bool:
    """Whether a number is the year of a date, cut off where commas are a user's own separator."""
    year = sign.number if sign.piece.joint.strip() == "," else None
    return year in _YEARS and above.date is not None and above.date.year is None


def _with_year(date: Sign, year: Sign) -> Sign:
    assert date.date is not None
    whole = date.date._replace(year=year.number)
    return _joined(date, year, f"{date.text}, {year.text}")._replace(date=whole)


def _ends_name(sign: Sign) -> bool:
    """Whether a line below a name with its image is a part of the name that was broken off."""
    piece = sign.piece
    marked = piece.gap or piece.link or piece.alt or piece.heading or piece.bullet
    return sign.kind == "prose" and not marked and len(sign.text) < SHORTEST


def _ends_linked_name(signs: Sequence[Sign], end: Sign) -> bool:
    """Whether a line ends a name that was broken off above: the link's account stands before it."""
    account = linked(end, "organisation")
    if account is None or len(signs) < 2 or end.piece.gap:
        return False
    image, name = signs[-2], signs[-1]
    return image.text == account and image.piece.row == name.piece.row != end.piece.row


def _ends_title(above: Sign, word: Sign, below: Sign | None) -> bool:
    """Whether a word of the header or footer is the last one of a title, on a line of its own.

    In the header and the footer, another one stands below it; right below a word that a query
    marks, the abstract goes on.
    """
    alone = word.kind == "weak" and " " not in word.text
    if not alone or below is None or below.kind in FURNITURE:
        return False
    if goes_on(below) and not below.piece.gap:
        return False
    broken = SHORTEST <= len(above.text) <= _TITLE_LINE and above.text[-1].isalnum()
    return broken and not (word.piece.gap or word.piece.bullet)


def _with_whole_names(signs: Sequence[Sign]) -> list[Sign]:
    """Put together the names of submitters that were broken over two lines."""
    whole: list[Sign] = []
    for sign in signs:
        if whole and whole[-1].kind == "prose" and _breaks_name(whole, sign):
            rest = whole.pop()
            whole[-1] = _spaced(whole[-1], rest)
        whole.append(sign)
    return whole


def _without_titles(signs: list[Sign]) -> list[Sign]:
    """Read submitters as prose that are titles; where only few cards have one, all may be."""
    kinds = [sign.kind for sign in signs]
    few = kinds.count("submitter") * 2 < kinds.count("authors")
    for index, sign in enumerate(signs):
        if sign.kind != "submitter" or not sign.text:
            continue
        # The name stands on a line of its own below the label, unless the title begins with it.
        label = len(sign.piece.text) <= len(SUBMITTED_BY) + 1
        lost = label and not sign.piece.glued and _is_above_abstract(signs[index : index + 3])
        if lost or _is_title(kinds, index, few):
            signs[index] = sign._replace(kind="prose", text=sign.text if label else sign.piece.text)
    return signs


def _joined(sign: Sign, other: Sign, text: str) -> Sign:
    """Make one sign of two, which covers the lines of both."""
    return sign._replace(text=text, piece=sign.piece._replace(last=other.piece.last))


def _spaced(above: Sign, below: Sign) -> Sign:
    """Make one sign of two, with a space between."""
    return _joined(above, below, f"{above.text} {below.text}")


def _is_title(kinds: Sequence[SignKind], index: int, few: bool) -> bool:
    """Whether a line that begins as a submitter's does is a title.

    No name stands before a byline, nor between votes and an abstract.
    """
    below = kinds[index + 1] if index + 1 < len(kinds) else "end"
    above = kinds[index - 1] if index else "start"
    if below in ("dot", "authors", "date"):
        return True
    return below == "prose" and (above == "dash" or (above == "count" and few))


def _is_above_abstract(signs: Sequence[Sign]) -> bool:
    """Whether a name stands right above an abstract, so that it is a title, and the name lost."""
    if len(signs) < 3 or signs[1].kind != "prose" or signs[2].kind == "prose":
        return False
    return len(signs[1].text) > ABSTRACT and ends_sentence(signs[1].text)


def _breaks_name(signs: Sequence[Sign], below: Sign) -> bool:
    """Whether a submitter's name was broken over two lines.

    Votes never follow a line of prose, nor does a linked title follow one without a link.
    """
    if len(signs) < 2 or signs[-2].kind != "submitter" or not signs[-2].text:
        return False
    ends_name = below.kind in ("count", "dash", "box") or linked(below, "paper") is not None
    piece = signs[-1].piece
    return ends_name and not (piece.gap or piece.heading or piece.link)


def _name_and_rest(sign: Sign) -> tuple[str, str]:
    """Take a submitter's name from the prose after the label; in glued text it is one word."""
    if not sign.piece.glued:
        return sign.text, ""
    name, _, rest = sign.text.partition(" ")
    return name, rest


def _splits_day(month: Sign, day: Sign) -> bool:
    """Whether two signs are the header's day, printed as month and number apart."""
    return (
        month.kind == "prose"
        and month.text.lower() in MONTH_NUMBER
        and 1 <= (day.number or 0) <= 31
    )


def _byline_of(above: Sign, below: Sign) -> Sequence[Sign]:
    """Read a byline that was broken before its date or its year; nothing if it is none."""
    if below.kind == "prose":
        label = above.text.endswith(_PUBLISHED) and below.text.startswith("on ")
        broken = label or (above.text.endswith(_MONTHS) and below.text[0].isdigit())
    else:
        broken = above.text.endswith((",", " ·", PUBLISHED_ON, *_MONTHS))
    if not broken:
        return ()
    piece = _joined(above, below, "").piece._replace(text=f"{above.text} {below.text}")
    signs = list(piece_signs([piece]))
    return signs if len(signs) > 1 else ()


def _day_of(month: Sign, day: Sign) -> Sign:
    assert day.number is not None
    date = PrintedDate(None, MONTH_NUMBER[month.text.lower()], day.number)
    return _spaced(month, day)._replace(kind="date", date=date)
