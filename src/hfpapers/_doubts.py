"""Doubts: what of a card was left out or is a guess, each said in a problem."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TypeGuard

from hfpapers._cards import Card
from hfpapers._counts import Counts
from hfpapers._model import Kind, Problem
from hfpapers._organisations import Organisation
from hfpapers._prose import is_part
from hfpapers._runs import NUMBERS
from hfpapers._signs import Sign

#: So much of a number is shown in a message.
_SHOWN = 24


def card_doubts(card: Card, counts: Counts, organisation: Organisation) -> list[Problem]:
    """Return what is in doubt about one card, whatever the others hold."""
    doubts = (
        _count_problem(counts),
        _size_problem(card),
        _title_problem(card),
        _organisation_problem(card, organisation),
    )
    return list(filter(None, doubts))


def _count_problem(counts: Counts) -> Problem | None:
    if counts.doubtful is None:
        return None
    message = (
        f"The number {counts.doubtful.text} could be one of two counts, or not be a count at all, "
        "and nothing on the page tells which; it was left out. Keep links and line ends when "
        "extracting the page."
    )
    line = counts.doubtful.piece.number
    return Problem(code="count-ambiguous", message=message, line=line)


def _size_problem(card: Card) -> Problem | None:
    """Say which number of a card was left out since nothing is counted as high."""
    for sign in (*card.head, *card.tail):
        if sign.number is None and sign.kind in ("count", "authors"):
            text = sign.text if len(sign.text) <= _SHOWN else f"{sign.text[:_SHOWN]}…"
            message = (
                f"The number {text} is larger than any count of the site; it was left out. Check "
                "what was fetched."
            )
            line = sign.piece.number
            return Problem(code="count-impossible", message=message, line=line)
    return None


def _title_problem(card: Card) -> Problem | None:
    first = card.title[0]
    # A title that holds a sentence is an abstract, too.
    whole = first.piece.glued and not card.abstract and is_part(first.text)
    if not (card.end_lost or whole):
        return None
    message = (
        "Title and abstract stand in one line, and nothing shows where the title ends; it was "
        "split where it most likely does. Extract the page with line ends to be sure."
    )
    return Problem(code="title-end-lost", message=message, line=first.piece.number)


def _organisation_problem(card: Card, organisation: Organisation) -> Problem | None:
    if not organisation.doubtful:
        return None
    read = (
        f"as {organisation.slug!r} and {organisation.name!r}"
        if organisation.slug
        else "as one name"
    )
    message = (
        "An organisation may be an account and a name that ran together, or one name, and no other "
        f"card shows which; it was read {read}. Keep links when extracting the page."
    )
    line = card.org[0].piece.number
    return Problem(code="organisation-doubtful", message=message, line=line)


def name_doubts(cards: Sequence[Card], kind: Kind | None) -> Iterator[tuple[int, Problem]]:
    """Go through the cards in whose text nothing shows where a name begins or ends.

    Votes right behind the names of submitters show where these end, if all cards have them; else
    such a number may be a title's own.
    """
    named = [card for card in cards if _ran_on(_submitter(card))]
    voted = all(map(_holds_votes, named))
    for place, card in enumerate(cards):
        submitter = _submitter(card)
        if _ran_on(submitter) and not voted:
            yield place, _name_problem("the submitter's name ends", submitter)
        elif submitter and _lost_its_title(card, kind):
            yield place, _name_problem("the submitter's name ends and the title begins", submitter)
        if _ran_on(last := _before_byline(card, kind)):
            yield place, _name_problem("the organisation's name begins", last)


def _submitter(card: Card) -> Sign | None:
    return next((sign for sign in card.head if sign.kind == "submitter"), None)


def _ran_on(sign: Sign | None) -> TypeGuard[Sign]:
    """Whether a text was cut out of a longer one."""
    return sign is not None and sign.piece.glued


def _holds_votes(card: Card) -> bool:
    return any(sign.kind in NUMBERS for sign in card.head)


def _lost_its_title(card: Card, kind: Kind | None) -> bool:
    """Whether a sentence stands in the place of the title, which may be on the name's line."""
    return kind == "trending" and not card.abstract and is_part(card.title[-1].text)


def _before_byline(card: Card, kind: Kind | None) -> Sign | None:
    """Return what holds the name of an organisation, or may: a card has that or authors.

    Only on daily pages, no dot stands behind the name.
    """
    kinds = [sign.kind for sign in card.tail]
    bare = (kind == "daily" or kinds[:1] == ["dot"]) and "authors" not in kinds
    if card.org or bare:
        return [*card.title, *card.abstract, *card.org][-1]
    return None


def _name_problem(what: str, sign: Sign) -> Problem:
    message = (
        f"In a line that holds more, nothing shows where {what}; it is a guess. Extract the page "
        "with line ends to be sure."
    )
    return Problem(code="name-end-lost", message=message, line=sign.piece.number)
