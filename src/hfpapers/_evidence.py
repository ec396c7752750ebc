"""Evidence: whether a text is a page of the site at all, judged by the cards read from it.

Other sites print every sign of a card, too: timelines a dot above a date, forums "Submitted by",
conferences "3 authors", all of them numbers. Only this site prints several of them in their places
in one card. So a text is a page if

- it holds what only the site has: a phrase of its header, or a link to vote;
- title and abstract, or title and comments, link to one paper; or
- at least half of its cards hold two signs of different kinds where the site prints them, and what
  is left over is no more than the cards.
"""

from __future__ import annotations

from collections.abc import Sequence

import regex

from hfpapers._cards import Card
from hfpapers._clean import Piece
from hfpapers._dates import SITE_DATE
from hfpapers._links import LinkKind
from hfpapers._prose import (
    ABSTRACT,
    ends_sentence,
    goes_on,
    holds_sentence,
    is_pair,
    link_to_one_paper,
)
from hfpapers._runs import letters
from hfpapers._signs import Sign, linked
from hfpapers._words import MONTHS, OWN

_OF_PAPERS: tuple[LinkKind, ...] = ("paper", "comments", "vote")
#: Authors, a dot and a date.
_BYLINE = regex.compile(r"a·++d")
#: A dot and a date, with the comments.
_DATED = regex.compile(r"·dn?")
_DATE = regex.compile(SITE_DATE)
#: No card has a submitter and no title.
_UNTITLED = regex.compile(r"s[a·d]")
#: One number or dash, and nothing but a box or the submitter above it.
_VOTES = regex.compile(r"(?:(?P<submitter>s)|^)b?[n-]$")
#: So many numbers that count up are ranks.
_RANKED = 3
#: What dates end with before their year.
_DATE_BEHIND = regex.compile(rf",$|\b(?:{'|'.join(MONTHS)})\p{{L}}*+$", regex.IGNORECASE)
#: Labels of a trending card below its date, or that of its link to arXiv.
_LABELLED = regex.compile(r"·d.*[ug]|x")


def is_page(signs: Sequence[Sign], cards: Sequence[Card], unread: Sequence[Sign]) -> bool:
    """Tell whether a text is a page of the site, given its signs and how they were read."""
    if not cards:
        return False
    if any(map(is_own, signs)) or _holds_linked_pairs(cards):
        return True
    left = sum(sign.kind == "prose" for sign in unread)
    kinds = letters(signs)
    untitled = len(_UNTITLED.findall(kinds)) * 2 > kinds.count("s")
    # In one line, nothing but the order of its parts shows what a card is.
    if untitled or (cards[0].title[0].piece.glued and left >= len(cards)):
        return False
    silent = sum(sign.kind == "silent" and sign.text != "" for sign in signs)
    named = len(cards) == 1 or any(card.org or "a" in letters(card.tail) for card in cards)
    voted = all(map(_has_votes, cards)) and not _are_ranks([card.head[-1] for card in cards])
    clean = named and left + silent < len(cards)
    # A page that prints authors in some bylines prints organisations in the others.
    authored = any(_BYLINE.search(letters(card.tail)) for card in cards)
    proven = [card for card in cards if _is_proven(card, voted, clean, authored)]
    explained = sum(len(card.signs()) for card in proven)
    whole = sum(len(card.signs()) for card in cards) + left
    return len(proven) * 2 >= len(cards) and explained * 2 >= whole


def holds_link(pieces: Sequence[Piece]) -> bool:
    """Tell whether a text links to a paper of the Hub, or to a part of one."""
    links = [piece.link for piece in pieces if piece.link is not None]
    return any(link.kind in _OF_PAPERS for link in links)


def is_own(sign: Sign) -> bool:
    """Tell whether only the site prints a sign, of all that stands round and inside of cards."""
    if sign.kind == "header":
        return any(phrase in sign.text.casefold() for phrase in OWN)
    return linked(sign, "vote") is not None


def _holds_linked_pairs(cards: Sequence[Card]) -> bool:
    """Whether texts of one card link to one paper: a title and its comments or a long abstract.

    A shorter abstract does where several cards have one.
    """
    abstracts = [
        sign
        for card in cards
        for sign in card.abstract[:1]
        if link_to_one_paper(card.title[0], sign) and len(sign.text) > len(card.title[0].text)
    ]
    if len(abstracts) > 1 or any(len(sign.text) > ABSTRACT for sign in abstracts):
        return True
    comments = [(card.title[0], sign) for card in cards for sign in card.tail]
    return any(
        linked(title, "paper") == linked(sign, "comments") is not None for title, sign in comments
    )


def _is_proven(card: Card, voted: bool, clean: bool, authored: bool) -> bool:
    """Whether two signs of different kinds stand in a card as only the site prints them.

    Votes count where all cards are `voted`: a page prints them in each. A dot above a date counts
    on a page that is `clean` of other text and names somebody above a date, if there are votes, or
    if other cards are `authored`.
    """
    if not _has_title(card):
        return False
    tail = letters(list(filter(_is_of_site, card.tail)))
    if _LABELLED.search(tail) or (voted and _BYLINE.search(letters(card.tail))):
        return True
    if _BYLINE.search(tail) or "ad" in tail:
        return card.end_lost or _has_sentences(card)
    submitted = any(sign.kind == "submitter" for sign in card.head)
    if "·d" in tail:
        shown = (voted or (authored and _has_sentences(card))) and clean
        return shown and _DATED.fullmatch(tail) is not None and _has_abstract(card)
    linked_title = linked(card.title[0], "paper") is not None
    if "a" in tail:
        return submitted or linked_title or (voted and "·a" in tail)
    commented = any(linked(sign, "comments") is not None for sign in card.tail)
    return submitted and (_has_votes(card) or linked_title or commented)


def _are_ranks(votes: Sequence[Sign]) -> bool:
    """Whether numbers count the items of a list, so that they are nobody's votes."""
    numbers = [sign.number or 0 for sign in votes]
    first = numbers[0]
    return len(numbers) >= _RANKED and numbers == list(range(first, first + len(numbers)))


def _is_of_site(sign: Sign) -> bool:
    """Whether the site spells a sign so: no `+3 authors`, and no date with a long month."""
    if sign.kind == "date":
        return _DATE.fullmatch(sign.text) is not None
    return not sign.text.startswith("+")


def _has_title(card: Card) -> bool:
    """Whether a text can be a title: no sentence, no end of one, and no link to elsewhere."""
    title = card.title[0]
    if title.piece.link is not None and linked(title, "paper") is None:
        return False
    return not (goes_on(title) if title.piece.glued else holds_sentence(title.text))


def _has_abstract(card: Card) -> bool:
    """Whether an abstract stands below the title, and more than that above the date."""
    if not card.abstract:
        return False
    more = len(card.abstract) > 1 and is_pair(card.title[0], card.abstract[0])
    return bool(card.org) or card.end_lost or more


def _has_sentences(card: Card) -> bool:
    """Whether the text below a title is prose, and not another title or a name."""
    return any(
        is_pair(card.title[0], sign)
        or (" " in sign.text and (ends_sentence(sign.text) or holds_sentence(sign.text)))
        for sign in card.abstract
    )


def _has_votes(card: Card) -> bool:
    """Whether a card begins with votes: a bare number that stands below the submitter, if any.

    In one line, a number may also be the year of a date behind a name.
    """
    head = card.head
    match = _VOTES.search(letters(head))
    if match is None or head[-1].text[-1].isalpha():
        return False
    submitter, title = head[match.start()], card.title[0]
    if match["submitter"] is None or submitter.piece.row != head[-1].piece.row:
        return True
    return submitter.piece.row == title.piece.row and _DATE_BEHIND.search(submitter.text) is None
