"""Counts: votes, comments and GitHub stars of one card, told apart.

A label or a link names a count for certain. Without either it is the place that tells: votes
stand before the title; on daily pages, stars stand before comments; after a date stand comments.
"""

from __future__ import annotations

from typing import NamedTuple

from hfpapers._cards import Card
from hfpapers._layout import Layout
from hfpapers._model import UnlabelledCount
from hfpapers._runs import NUMBERS
from hfpapers._signs import Sign, linked


class Counts(NamedTuple):
    """The counts of a card."""

    votes: int | None = None
    comments: int | None = None
    stars: int | None = None
    #: A number that could be either of two counts.
    doubtful: Sign | None = None
    #: Whether the page shows no votes, and nothing names this card's only count.
    unlabelled: bool = False


_NONE = Counts()


def read_counts(card: Card, layout: Layout, unlabelled_count: UnlabelledCount) -> Counts:
    """Tell the counts of a card apart, in the light of its page."""
    if not (card.head or [sign for sign in card.tail if sign.kind in NUMBERS]):
        return _NONE
    counts = _told_apart(card, layout, unlabelled_count)
    if _runs_into_title(card):
        return counts._replace(votes=None, doubtful=card.head[-1])
    return counts


def _told_apart(card: Card, layout: Layout, unlabelled_count: UnlabelledCount) -> Counts:
    """Tell the counts apart by label, link or place."""
    named, free = _named(card)
    if not free:
        return named
    if layout.kind == "daily":
        return _of_daily_card(named, free, layout)
    if named.comments is not None or free[0].rounded:
        return named._replace(doubtful=free[0])
    number, doubtful = free[0].number, free[1] if free[1:] else None
    if layout.votes or unlabelled_count == "comments":
        unlabelled = not layout.votes
        return named._replace(comments=number, doubtful=doubtful, unlabelled=unlabelled)
    return named._replace(votes=number, doubtful=doubtful, unlabelled=True)


def _runs_into_title(card: Card) -> bool:
    """Whether votes stand between a name and a title that begins with a number, all in one line.

    In `Submitted by Abe 2 91 Geese` the votes are 2 or 91.
    """
    if len(card.head) < 2 or not card.head[-1].piece.glued:
        return False
    kinds = card.head[0].kind, card.head[-1].kind
    return kinds == ("submitter", "count") and card.title[0].text.partition(" ")[0].isdecimal()


def _named(card: Card) -> tuple[Counts, list[Sign]]:
    """Read the counts that a label or a link names, and return the numbers that are left."""
    votes = next((sign.number for sign in card.head if sign.kind in NUMBERS), None)
    comments = stars = None
    free: list[Sign] = []
    label = ""
    for sign in card.tail:
        if sign.kind in NUMBERS and label == "upvote":
            votes = sign.number
        elif sign.kind == "count" and linked(sign, "comments"):
            comments = sign.number
        elif sign.kind == "count" and (label == "github" or _links_to_stars(sign)):
            stars = sign.number
        elif sign.kind == "count":
            free.append(sign)
        if sign.kind != "box":
            label = sign.kind
    return Counts(votes, comments, stars), free


def _links_to_stars(sign: Sign) -> bool:
    """Whether a count links to a repository or, as stars do on daily pages, to the paper."""
    return bool(linked(sign, "github") or linked(sign, "paper"))


def _of_daily_card(named: Counts, free: list[Sign], layout: Layout) -> Counts:
    """Tell the numbers after the authors of a daily card apart."""
    if len(free) > 1 and named.stars is None and named.comments is None:
        doubtful = free[2] if free[2:] else None
        return named._replace(stars=free[0].number, comments=free[1].number, doubtful=doubtful)
    sign = free[0]
    no_comments = sign.rounded or named.comments is not None or layout.comments_linked
    if named.stars is None and no_comments:
        return named._replace(stars=sign.number)
    if named.comments is None and (named.stars is not None or not layout.stars):
        return named._replace(comments=sign.number)
    return named._replace(doubtful=sign)
