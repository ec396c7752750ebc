"""A page: text in, papers out, and every line accounted for."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from hfpapers._account import (
    empty_problem,
    inferred_problem,
    leftovers,
    lost_lines,
    paper_problems,
    unlabelled_problem,
    unread_lines,
    unread_problems,
    without_furniture,
)
from hfpapers._brackets import lost_texts, with_bracketed_texts
from hfpapers._cards import Card, read_cards
from hfpapers._clean import Piece, read_lines
from hfpapers._copies import Reading, merge_copies
from hfpapers._counts import read_counts
from hfpapers._dates import PrintedDate
from hfpapers._digest import read_digest
from hfpapers._evidence import holds_link, is_page
from hfpapers._front import part_front_matter
from hfpapers._glue import cut, find_separator
from hfpapers._header import linked_days, read_header
from hfpapers._layout import infer_layout
from hfpapers._mirrors import on_hub
from hfpapers._model import Kind, Page, Problem, UnlabelledCount
from hfpapers._naming import is_feed, name_text
from hfpapers._neighbours import read_signs
from hfpapers._numbering import without_numbering
from hfpapers._outline import read_outline
from hfpapers._papers import arxiv_id, read_papers
from hfpapers._pieces import read_pieces
from hfpapers._runs import read_runs
from hfpapers._signs import FURNITURE, ITEM_LINE, Sign
from hfpapers._single import read_single
from hfpapers._single_cut import Cut, cut_at_signs
from hfpapers._words import PAGE_START
from hfpapers._wrap import unwrap
from hfpapers._years import infer_visit

#: What shows that a card was seen.
_OF_CARDS = frozenset({"authors", "dot", "submitter", "github"})


def read_text(text: str, today: dt.date | None, unlabelled_count: UnlabelledCount) -> Page:
    """Read the text of a page, given the day of the visit."""
    front, lines = part_front_matter(read_lines(on_hub(text), find_separator(text)))
    if not lines:
        return Page(problems=(empty_problem(),))
    outline = read_outline(lines)
    if outline is not None:
        return read_page(text, [*front, *outline], today, unlabelled_count)
    pieces = read_pieces(unwrap(lines, ITEM_LINE))
    whole = [*front, *pieces]
    # Feeds may quote the page of a paper.
    parts = None if is_feed(text) else cut_at_signs(whole)
    other = _read_other_kind(text, whole, parts, today)
    if other is not None:
        return other
    foreign = parts is not None
    return _read_list(text, [*front, *cut(pieces)], today, unlabelled_count, foreign)


def read_page(
    text: str,
    pieces: Sequence[Piece],
    today: dt.date | None,
    unlabelled_count: UnlabelledCount,
    needs_link: bool = False,
) -> Page:
    """Read the pieces of a page, wherever they were taken from; `text` holds their lines.

    What keeps its links, as HTML does, `needs_link`s to papers to be a page.
    """
    parts = cut_at_signs(pieces)
    foreign = needs_link and not holds_link(pieces)
    other = _read_other_kind(text, pieces, parts, today, foreign)
    if other is not None:
        return other
    return _read_list(text, pieces, today, unlabelled_count, foreign or parts is not None)


def _read_other_kind(
    text: str,
    pieces: Sequence[Piece],
    parts: Cut | None,
    today: dt.date | None,
    foreign: bool = False,
) -> Page | None:
    """Read what has no cards: the page of a single paper, by its parts, or the digest of a day."""
    if parts is not None:
        return read_single(text, parts, today) if parts.enough else None
    return None if foreign else read_digest(text, pieces, today)


def _read_list(
    text: str,
    pieces: Sequence[Piece],
    today: dt.date | None,
    unlabelled_count: UnlabelledCount,
    foreign: bool = False,
) -> Page:
    """Read the pieces of a page that lists papers; none are on a `foreign` one."""
    signs = with_bracketed_texts(read_signs(pieces))
    pages = _split_pages(without_numbering(signs))
    foreign = foreign or is_feed(text)
    parts = [_read_part(page, today, unlabelled_count, foreign) for page in pages]
    return _assemble(text, signs, parts)


class _Part(NamedTuple):
    """What one page of the text was read into; most texts hold one."""

    readings: list[Reading]
    kind: Kind | None
    date: dt.date | None
    query: str | None
    problems: list[Problem]
    #: What was read, and the signs that were not.
    header: Sequence[Sign]
    cards: list[Card]
    unread: list[Sign]

    def read(self) -> Iterator[Sign]:
        """Go through the signs that were read."""
        yield from self.header
        for card in self.cards:
            yield from card.signs()


def _split_pages(signs: list[Sign]) -> list[list[Sign]]:
    """Cut a text that holds several pages, one pasted after another, where each one's header is.

    Where nothing but furniture follows, an extractor moved the header below the cards.
    """
    headers = [index for index, sign in enumerate(signs) if sign.kind == "header"]
    if not any(sign.kind in _OF_CARDS for sign in signs[: headers[-1] if headers else 0]):
        return [signs]
    cuts = [0]
    furniture_since: int | None = None
    card_seen = False
    for index, sign in enumerate(signs):
        if sign.kind in FURNITURE:
            furniture_since = index if furniture_since is None else furniture_since
            if sign.kind == "header" and card_seen and sign.text.casefold() in PAGE_START:
                cuts.append(furniture_since)
                card_seen = False
        elif sign.kind != "silent":
            furniture_since = None
            card_seen = card_seen or sign.kind in _OF_CARDS
    if furniture_since == cuts[-1] > 0:
        cuts.pop()
    return [signs[start:end] for start, end in zip(cuts, [*cuts[1:], len(signs)], strict=True)]


def _read_part(
    signs: list[Sign], today: dt.date | None, unlabelled: UnlabelledCount, foreign: bool
) -> _Part:
    """Read one page: its layout first, then its cards in the light of it; none if `foreign`."""
    runs = read_runs(signs)
    layout = infer_layout(runs)
    cards, unread = read_cards(runs, layout)
    if foreign or not is_page(signs, cards, unread):
        cards, unread = [], [sign for sign in signs if sign.text and sign.kind not in FURNITURE]
    links = [sign.piece.link for sign in signs if sign.piece.link is not None]
    days = linked_days(signs, cards)
    dates = [] if today else _dates_and_ids(cards)
    visit = infer_visit(today, days, dates)
    counts = [read_counts(card, layout, unlabelled) for card in cards]
    header = read_header(signs, unread, cards, layout.kind, visit, days, links)
    problems = []
    if any(one.unlabelled for one in counts):
        problems.append(unlabelled_problem(unlabelled))
    if visit.inferred and any(date.year is None for date, _ in dates):
        problems.append(inferred_problem(visit))
    return _Part(
        readings=read_papers(cards, counts, visit, layout.kind, header.query, bool(links)),
        kind=layout.kind,
        date=header.date,
        query=header.query,
        problems=problems,
        header=header.signs,
        cards=cards,
        unread=[*_without(unread, header.signs), *lost_texts(signs, cards)],
    )


def _without(signs: list[Sign], others: Sequence[Sign]) -> list[Sign]:
    if not others:
        return signs
    return [sign for sign in signs if not any(sign is one for one in others)]


def _dates_and_ids(cards: Sequence[Card]) -> list[tuple[PrintedDate, str | None]]:
    """Return every date that a card prints, with the card's arXiv id."""
    ids = [(card, arxiv_id(card)) for card in cards]
    return [(sign.date, known) for card, known in ids for sign in card.tail if sign.date]


def _assemble(text: str, signs: Sequence[Sign], parts: Sequence[_Part]) -> Page:
    """Put the parts together, number the papers, and account for every line."""
    unread = [sign for part in parts for sign in part.unread]
    if any(part.readings for part in parts):
        unread = without_furniture(unread)
    numbers = unread_lines(unread, (sign for part in parts for sign in part.read()))
    readings = merge_copies([reading for part in parts for reading in part.readings], numbers)
    numbers = sorted({*numbers, *lost_lines(readings)})
    problems = [problem for part in parts for problem in part.problems]
    problems += paper_problems(readings)
    problems += unread_problems(numbers) if readings else [name_text(text, signs)]
    kinds = {part.kind for part in parts if part.readings}
    return Page(
        papers=tuple(reading.paper for reading in readings),
        kind=kinds.pop() if len(kinds) == 1 else None,
        date=next((part.date for part in parts if part.date), None),
        query=next((part.query for part in parts if part.query), None),
        problems=tuple(sorted(problems, key=lambda problem: problem.line or 0)),
        leftovers=leftovers(text, numbers),
    )
