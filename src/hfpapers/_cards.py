"""Cards: the runs of a page cut into cards, each read in the light of the layout."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import attrs

from hfpapers._clean import hangs
from hfpapers._layout import Layout
from hfpapers._organisations import LONGEST_NAME, may_be_name, org_pieces
from hfpapers._prose import (
    ABSTRACT,
    alternate,
    begins_with_sign,
    ends_sentence,
    goes_on,
    is_pair,
    is_part,
    link_to_one_paper,
)
from hfpapers._runs import Run, start_of_card
from hfpapers._signs import Sign, linked
from hfpapers._slugs import shows_account
from hfpapers._titles import split_name, split_title, without_marks
from hfpapers._wrap import LONGEST_TITLE, SHORTEST, WIDEST


@attrs.define
class Card:
    """The signs of one card, by the part that they play in it."""

    head: Sequence[Sign]
    title: list[Sign]
    abstract: list[Sign]
    org: list[Sign] = attrs.field(factory=list)
    tail: Sequence[Sign] = ()
    #: Whether title and abstract stood in one line, so that the end of the title is a guess.
    end_lost: bool = False

    def signs(self) -> list[Sign]:
        """Return all signs of the card."""
        return [*self.head, *self.title, *self.abstract, *self.org, *self.tail]

    def lines(self) -> tuple[int, int]:
        """Return the first and the last line of the card."""
        first = self.head or self.title
        last = self.tail or self.org or self.abstract or self.title
        return first[0].piece.number, last[-1].piece.last


#: The kinds that only the end of a card holds, whatever stands beside them.
_CLOSERS = frozenset("augx")


def read_cards(runs: Sequence[Run], layout: Layout) -> tuple[list[Card], list[Sign]]:
    """Cut runs into cards; also return the signs that belong to none."""
    cards: list[Card] = []
    leftovers: list[Sign] = []
    open_card = False
    runs = _without_false_votes(runs, layout)
    starts = [start_of_card(run, layout.votes_before) for run in runs]
    for index, run in enumerate(runs):
        start = starts[index]
        tail, head = run.items[:start], run.items[start:]
        if open_card and not run.fresh:
            cards[-1].tail = tail
        else:
            leftovers += tail
        closes = index + 1 < len(runs) and not runs[index + 1].fresh
        closing = runs[index + 1].kinds[: starts[index + 1]] if closes else ""
        found, unread = _cards_of(run, head, closing, layout)
        if not found and open_card and not run.fresh and run.kinds[start:] == "n":
            # What follows is no card, so the number before it is the last card's own.
            cards[-1].tail = run.items
            unread = run.prose
        cards += found
        leftovers += unread
        open_card = bool(found)
    return _unmarked(cards), leftovers


def _unmarked(cards: list[Card]) -> list[Card]:
    """Take the numbers or the sign that someone put before all titles off them."""
    headed = bool(cards) and cards[0].title[0].piece.heading != ""
    titles = [card.title[0].text for card in cards]
    texts = without_marks(titles, headed)
    for card, title, text in zip(cards, titles, texts, strict=True):
        if text != title:
            card.title[0] = card.title[0]._replace(text=text)
    return cards


def _without_false_votes(runs: Sequence[Run], layout: Layout) -> list[Run]:
    """Give numbers in the midst of an abstract back to it."""
    merged: list[Run] = []
    short = True
    for run in runs:
        shorter = all(len(sign.text) < ABSTRACT for sign in run.prose)
        if merged and merged[-1].prose and _is_false_vote(merged[-1], short, run, layout):
            merged[-1].prose.extend((*run.items, *run.prose))
            short = short and shorter
        else:
            merged.append(run)
            short = shorter
    return merged


def _is_false_vote(above: Run, short: bool, run: Run, layout: Layout) -> bool:
    """Whether nothing but numbers stands between two runs, and no card ends there.

    `short` says whether all prose above is too short for an abstract.
    """
    if run.fresh or not run.prose or layout.kind == "daily":
        return False
    if not run.kinds or run.kinds.strip("n"):
        return False
    if any(sign.piece.link is not None for sign in run.items):
        return False
    if not layout.votes_before or len(run.prose) < 2 or begins_with_sign(run.prose[0].text):
        return True
    # Where each card begins with its votes, what stands above the first ones is no card.
    header = above.fresh and not above.items and (short or len(above.prose) == 1)
    ended = len(above.prose) > 1 and ends_sentence(above.prose[-1].text)
    begun = len(above.prose) == 2 and is_pair(*above.prose) and run.prose[0].text[0].isupper()
    return not (header or ended or (begun and is_pair(*run.prose[:2])))


def _cards_of(
    run: Run, head: Sequence[Sign], closing: str, layout: Layout
) -> tuple[list[Card], Sequence[Sign]]:
    """Cut the prose between two sets of items into cards, given the kinds that close the last."""
    prose = run.prose
    if not prose:
        return [], head
    left = 0 if head else _left_of_cut_card(prose, closing, layout)
    if left == len(prose):
        return [], prose
    late = left or int(run.fresh and not head and _begins_late(prose, layout))
    prose, unread = prose[late:], prose[:late]
    starts = _starts(prose, layout) or [0]
    if not _closes(closing, layout):
        if not _stands_alone(prose[starts[0] :], head, layout):
            return [], [*head, *unread, *prose]
        if not closing.strip("nb-") and _ends_early(prose[starts[-1] :], layout):
            prose, unread = prose[:-1], [*unread, prose[-1]]
    ends = [*starts[1:], len(prose)]
    cards = [
        _card(prose[start:end], closing if end == len(prose) else "", layout)
        for start, end in zip(starts, ends, strict=True)
    ]
    cards[0].head = head
    return cards, [*unread, *prose[: starts[0]]]


def _closes(closing: str, layout: Layout) -> bool:
    """Whether items end a card: a lone date may be the header's, a lone number anything."""
    if layout.kind == "daily" and "n" in closing:
        return True
    dated = "d" in closing and (not layout.dotted or "·" in closing) and layout.kind is not None
    return dated or not _CLOSERS.isdisjoint(closing)


def _starts(prose: Sequence[Sign], layout: Layout) -> list[int]:
    """Return where in a run its titles begin, as far as marks or a steady pattern show it."""
    if layout.heading:
        return [i for i, sign in enumerate(prose) if sign.piece.heading == layout.heading]
    if layout.linked:
        return list(_linked_starts(prose))
    if layout.pieces == 2 and len(prose) > 3 and alternate(prose):
        return list(range(0, len(prose) - 1, 2))
    return []


def _linked_starts(prose: Sequence[Sign]) -> Iterator[int]:
    """Go through the titles by their links: to another paper, or again to the one above."""
    above: Sign | None = None
    for index, sign in enumerate(prose):
        paper = linked(sign, "paper")
        if paper and (above is None or linked(above, "paper") != paper or above.text == sign.text):
            above = sign
            yield _first_line(prose, index)


def _first_line(prose: Sequence[Sign], index: int) -> int:
    """Return where a title begins whose link stands at its last line, below a blank line."""
    start = index
    while start and not prose[start].piece.gap and prose[start - 1].piece.link is None:
        start -= 1
    first = prose[start].piece
    return start if first.gap and len(first.text) >= SHORTEST else index


def _left_of_cut_card(prose: Sequence[Sign], closing: str, layout: Layout) -> int:
    """Return how many pieces stand first in a text that begins in the midst of a card.

    Where cards begin with votes or a submitter, these were cut off, too.
    """
    first, size = prose[0], len(prose) - ("a" not in closing)
    headed = layout.votes_before or layout.submitters or layout.kind == "trending"
    if first.piece.row > 0 or first.piece.glued or not headed or layout.heading or layout.linked:
        return 0
    daily = layout.kind == "daily"
    if size < layout.pieces:
        part = is_part(first.text) or goes_on(first) or (size < 1 and not daily)
        return len(prose) if part else 0
    if daily or not goes_on(first) or len(prose) < 2 or is_pair(*prose[:2]):
        return 0
    return 1 if len(prose) > 2 and is_pair(*prose[1:3]) and not goes_on(prose[1]) else len(prose)


def _begins_late(prose: Sequence[Sign], layout: Layout) -> bool:
    """Whether the header left a line before the first title: what was searched for."""
    if layout.heading or layout.linked or len(prose) < 3:
        return False
    first, title, abstract = prose[:3]
    if layout.pieces != 2 and not (title.piece.gap and abstract.piece.gap):
        return False
    if layout.spaced and not abstract.piece.gap:
        return False
    if goes_on(abstract) or not is_pair(title, abstract):
        return False
    return not _continues_title(first, title, len(prose) - 1, layout)


def _stands_alone(prose: Sequence[Sign], head: Sequence[Sign], layout: Layout) -> bool:
    """Whether prose that no byline follows is a card that lost it, and not a line of another."""
    abstract = " ".join(sign.text for sign in prose[1:])
    paired = len(prose) > 1 and (
        is_pair(prose[0], prose[1]._replace(text=abstract)) or link_to_one_paper(*prose[:2])
    )
    # Where neither votes nor submitters are left, a linked title may be all of a card that is.
    bare = layout.linked and layout.kind and not (layout.votes or layout.submitters or head)
    if bare and linked(prose[0], "paper") and len(prose[0].text) <= LONGEST_TITLE:
        return True
    if layout.submitters or (layout.votes_before and not layout.heading):
        # Below votes a title stands, even if the abstract was cut off with the page.
        first, *more = prose
        whole = bool(more) and len(first.text) < len(more[0].text) >= ABSTRACT
        titled = bool(more) and (first.piece.glued or whole or not is_part(first.text))
        return bool(head) and (paired or titled or head[0].kind == "submitter")
    return paired


def _ends_early(prose: Sequence[Sign], layout: Layout) -> bool:
    """Whether a short line below a whole abstract is none of a card that lost its byline.

    It may be the name of an organisation, but neither a byline nor a link says so.
    """
    if layout.pieces != 2 or len(prose) != 3 or prose[2].piece.row == prose[1].piece.row:
        return False
    # A shorter text may be the first line of an abstract that has more.
    whole = len(prose[1].text) > WIDEST and ends_sentence(prose[1].text)
    short = may_be_name(prose[2])
    named = linked(prose[2], "organisation") or (short and shows_account(prose[2].text))
    return whole and short and not named


def _card(prose: list[Sign], closing: str, layout: Layout) -> Card:
    """Read the prose of one card: title, abstract, organisation."""
    if prose[0].piece.glued and layout.kind != "daily":
        return _glued_card(prose, closing)
    size = len(prose) - org_pieces(prose, closing, layout)
    title = 1
    while title < size and _continues_title(prose[0], prose[title], size - title, layout):
        title += 1
    return Card((), prose[:title], prose[title:size], prose[size:])


def _continues_title(first: Sign, sign: Sign, remaining: int, layout: Layout) -> bool:
    """Whether a piece is the second line of a title."""
    if layout.kind == "daily":
        return True
    hanging = hangs(sign.piece, first.piece)
    # Hanging lines may have been joined already.
    if len(sign.text) > (LONGEST_TITLE if hanging else LONGEST_NAME):
        return False
    if remaining < 2:
        # Alone with the title it could be a short abstract, but for a sentence's end. A title
        # may end with a question, though.
        return hanging and not sign.piece.gap and not sign.text.endswith((".", "。"))
    if sign.piece.row == first.piece.row:
        return sign.piece.link == first.piece.link
    if sign.piece.gap:
        return False
    return hanging or (layout.spaced and sign.piece.indent == first.piece.indent)


def _glued_card(prose: Sequence[Sign], closing: str) -> Card:
    """Read a card whose title, abstract and organisation ran into one another."""
    first, *more = prose
    title, abstract = split_title(first.text)
    rest = [first._replace(text=abstract), *more] if abstract else more
    org: list[Sign] = []
    if rest and closing.startswith("·"):
        text, name = split_name(rest[-1].text)
        if name and len(name) <= LONGEST_NAME:
            org = [rest[-1]._replace(text=name)]
            rest[-1] = rest[-1]._replace(text=text)
    lost = bool(rest)
    return Card((), [first._replace(text=title)], rest, org, end_lost=lost)
