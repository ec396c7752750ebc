"""Finds the cards of a replica in an extracted text: where each title and each abstract stands."""

from __future__ import annotations

import re
from collections import defaultdict
from typing import TYPE_CHECKING

import attrs

from tests.matrix.textview import TextView, skeleton_of

if TYPE_CHECKING:
    from tests.matrix.papers import InventedPaper
    from tests.matrix.replicas import Replica

Span = tuple[int, int]
NEAR = 400  # characters of markup that may stand between a title and its abstract


@attrs.frozen
class Sighting:
    """One copy of a card: its title, its abstract if whole, what stands before and after them."""

    paper: int
    title: Span
    own_lines: bool
    abstract: Span | None
    tail: Span
    head: Span


def find_sightings(view: TextView, replica: Replica) -> list[Sighting]:
    """Find every copy of every card, in the order of the text."""
    titles = own_line_titles(view, replica)
    taken = [span for _, span, _ in titles]
    loose = loose_titles(view, replica, {paper for paper, _, _ in titles})
    titles += [found for found in loose if not overlaps(found[1], taken)]
    if not titles:
        return []
    titles.sort(key=lambda found: found[1])
    limits = [span[0] for _, span, _ in titles[1:]] + [len(view.text)]
    head = (0, titles[0][1][0])
    sightings: list[Sighting] = []
    for (number, title, own_lines), limit in zip(titles, limits, strict=True):
        paper = replica.papers[number]
        abstract = find_abstract(view, paper, title[1], limit)
        start = limit if is_cut_off(view, paper, title[1]) else title[1]
        tail = (abstract[1] if abstract else start, limit)
        sightings.append(Sighting(number, title, own_lines, abstract, tail, head))
        head = tail
    return sightings


def find_abstract(view: TextView, paper: InventedPaper, start: int, limit: int) -> Span | None:
    """Find the whole abstract between a title and the next title."""
    if paper.abstract is None:
        return None
    return next((span for span in view.spans(paper.abstract, start) if span[1] <= limit), None)


def is_cut_off(view: TextView, paper: InventedPaper, start: int) -> bool:
    """Tell whether the text ends in the midst of the abstract behind a title, or before it."""
    if paper.abstract is None:
        return False
    begun = view.skeleton_from(start)
    whole = skeleton_of(paper.abstract)
    return whole != begun and whole.startswith(begun)


def own_line_titles(view: TextView, replica: Replica) -> list[tuple[int, Span, bool]]:
    """Find the titles that stand on lines of their own."""
    sharing: dict[str, list[int]] = defaultdict(list)
    for number, paper in enumerate(replica.papers):
        sharing[skeleton_of(paper.title)].append(number)
    spans = [
        (span, numbers)
        for numbers in sharing.values()
        for span in view.spans(replica.papers[numbers[0]].title)
        if view.starts_line(span[0]) and view.ends_line(span[1])
    ]
    spans.sort(key=lambda found: (found[0][0], -found[0][1]))
    titles: list[tuple[int, Span, bool]] = []
    for span, numbers in spans:
        if not titles or span[0] >= titles[-1][1][1]:
            whole = (view.line_start(span[0]), span[1])
            titles.append((owner_of(view, replica, span, numbers, titles), whole, True))
    return titles


def owner_of(
    view: TextView,
    replica: Replica,
    span: Span,
    numbers: list[int],
    earlier: list[tuple[int, Span, bool]],
) -> int:
    """Settle which of the papers that share a title this is: the abstract tells, else the order."""
    for number in numbers:
        abstract = find_abstract(view, replica.papers[number], span[1], len(view.text))
        if abstract and abstract[0] - span[1] < NEAR:
            return number
    seen = [paper for paper, _, _ in earlier]
    return min(numbers, key=seen.count)


def loose_titles(view: TextView, replica: Replica, found: set[int]) -> list[tuple[int, Span, bool]]:
    """Find, in page order, the titles that share a line with other text.

    Such a title counts only with its own card behind it: the words of short titles stand in other
    texts too.
    """
    copies = 2 if replica.kind == "trending" else 1
    cursor = 0
    titles: list[tuple[int, Span, bool]] = []
    for number, paper in enumerate(replica.papers):
        for _ in range(0 if number in found else copies):
            spans = (span for span in view.spans(paper.title, cursor) if is_word(view.bare, span))
            ends = ((span, end_of_card(view, paper, span[1])) for span in spans)
            span, cursor = next(((span, end) for span, end in ends if end), ((0, 0), cursor))
            if span[1]:
                titles.append((number, span, False))
    return titles


def end_of_card(view: TextView, paper: InventedPaper, start: int) -> int:
    """Find where the abstract (or, without one, the byline) right behind a title ends, or 0."""
    abstract = find_abstract(view, paper, start, len(view.text))
    if paper.abstract is not None:
        return abstract[1] if abstract and abstract[0] - start < NEAR else 0
    byline = paper.org or f"{paper.author_count} authors"
    span = next(view.spans(byline, start), None)
    return span[1] if span and span[0] - start < NEAR else 0


def overlaps(span: Span, others: list[Span]) -> bool:
    """Tell whether a span shares a character with any other: there another paper's title stands."""
    return any(span[0] < end and start < span[1] for start, end in others)


def is_word(text: str, span: Span) -> bool:
    """Tell whether a span is not part of a longer word or number."""
    edges = (text[max(span[0] - 1, 0) : span[0] + 1], text[span[1] - 1 : span[1] + 1])
    return not any(re.fullmatch(r"\w\w", edge) for edge in edges)
