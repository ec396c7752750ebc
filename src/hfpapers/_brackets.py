"""Brackets: lines that are nothing but a text in brackets, and images with nothing beside them.

What stands where an image was says nothing: `[IMG]`, again and again, or the account of the
organisation below it. A text in brackets that a page has once, in the place of a title or of an
organisation, is that; anywhere else it is a leftover, as are the words of an image outside of
cards.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from hfpapers._cards import Card
from hfpapers._furniture import marked_furniture
from hfpapers._signs import Sign
from hfpapers._slugs import is_account_of

#: What a title stands below.
_HEADS = frozenset({"count", "dash", "box", "submitter"})


def with_bracketed_texts(signs: list[Sign]) -> list[Sign]:
    """Read texts in brackets as prose that stand in the place of a title or of an organisation."""
    own = set(_own_texts(signs))
    if not own:
        return signs
    read = list(signs)
    kinds = ["start", *(sign.kind for sign in signs), "end", "end"]
    for place, sign in enumerate(signs):
        text = sign.piece.alt or ""
        above, below, next_below = kinds[place], kinds[place + 2], kinds[place + 3]
        titled = above in _HEADS and below == "prose" != next_below
        if place in own and text[:1] == "[" and (titled or (above == "prose" and below == "dot")):
            read[place] = sign._replace(
                kind="prose", text=text, piece=sign.piece._replace(text=text)
            )
    return read


def lost_texts(signs: Sequence[Sign], cards: Sequence[Card]) -> list[Sign]:
    """Return what holds words that no one has read."""
    places = list(_own_texts(signs))
    spans = [card.lines() for card in cards] if places else []
    inside = {number for first, last in spans for number in range(first, last + 1)}
    return [
        signs[place]
        for place in places
        if (signs[place].piece.alt or "")[:1] == "[" or signs[place].piece.number not in inside
    ]


def _own_texts(signs: Sequence[Sign]) -> Iterator[int]:
    """Go through the places of such texts as are no image's name, nor furniture."""
    places = [place for place, sign in enumerate(signs) if _is_alone(sign)]
    if not places:
        return
    often = Counter(signs[place].piece.alt for place in places)
    texts = {sign.text.casefold() for sign in signs}
    for place in places:
        alt = signs[place].piece.alt or ""
        name = alt.strip("[] ")
        below = next((sign.text for sign in signs[place + 1 : place + 3] if sign.text), "")
        known = name.casefold() in texts or marked_furniture(name) or is_account_of(name, below)
        if often[alt] == 1 and not known:
            yield place


def _is_alone(sign: Sign) -> bool:
    """Whether words are all there is to a sign: it has neither a text nor a link."""
    piece = sign.piece
    alone = sign.kind == "silent" and not sign.text and piece.link is None
    return alone and piece.alt is not None and any(map(str.isalnum, piece.alt))
