"""Layout: what this page prints, and where, read off the page as a whole.

What a sign means depends on its page. Each field of `Layout` says what its evidence is; the table
of all of it stands in docs/parser.md.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

import regex

from hfpapers._model import Kind
from hfpapers._prose import is_pair
from hfpapers._runs import ENDS, Run, start_of_card
from hfpapers._signs import Sign, linked
from hfpapers._slugs import SLUG, is_account_of
from hfpapers._words import PUBLISHED_ON
from hfpapers._wrap import LONGEST_TITLE

#: A label with its count; at the end of a page a label alone may be a title that was cut off.
_LABELLED = regex.compile(r"[ug](?=[nb-])")
_UPVOTES = regex.compile(r"u(?=[nb-])")


class Layout(NamedTuple):
    """What a page prints in its cards."""

    kind: Kind | None
    #: Whether dates in bylines stand after a dot.
    dotted: bool
    #: Whether a number before a title is the votes of that title's card.
    votes_before: bool
    #: Whether the page prints votes at all.
    votes: bool
    #: Whether cards begin with who submitted them.
    submitters: bool
    #: Whether the page prints GitHub stars without a label.
    stars: bool
    #: Whether the text keeps the links to comments, so that a number without one is none.
    comments_linked: bool
    #: The mark of a heading that titles carry, or nothing.
    heading: str
    #: Whether every title is a link to its paper.
    linked: bool
    #: How many pieces of prose most cards hold.
    pieces: int
    #: Whether a blank line stands between title and abstract.
    spaced: bool
    #: Whether slugs stand on lines of their own, above the names of organisations.
    slugs: bool


def infer_layout(runs: Sequence[Run]) -> Layout:
    """Infer from all runs of a page what its cards hold."""
    # Nothing that is looked for reaches over prose from one run to the next.
    kinds = "p".join([run.kinds for run in runs])
    kind = _kind(runs, kinds)
    votes_before = _votes_before(runs, kind)
    starts = _card_starts(runs)
    return Layout(
        kind=kind,
        dotted="·d" in kinds,
        votes_before=votes_before,
        votes=_UPVOTES.search(kinds) is not None or _prints_votes(runs, votes_before),
        submitters="s" in kinds,
        stars=kind == "daily" and _prints_stars(runs),
        comments_linked="c" in "".join([run.links for run in runs]),
        heading=_heading(starts),
        linked=_most([linked(prose[0], "paper") is not None for prose in starts]),
        pieces=_usual_pieces(runs, 1 if kind == "daily" else 2),
        spaced=_most([_is_spaced(prose) for prose in starts if len(prose) > 1]),
        slugs=_prints_slugs(runs),
    )


def _card_starts(runs: Sequence[Run]) -> list[list[Sign]]:
    """Return the prose of cards: what a byline closes, or else what a card's items stand above."""
    closed = [
        _without_organisation(run.prose, below.kinds)
        for run, below in pairwise(runs)
        if run.prose and not below.fresh and not ENDS.isdisjoint(below.kinds)
    ]
    closed = closed or [run.prose for run in runs if run.prose and run.items]
    return closed or [run.prose for run in runs if run.prose]


def _without_organisation(prose: list[Sign], closing: str) -> list[Sign]:
    """Leave out what names an organisation: a byline shows that, or authors."""
    return prose if "a" in closing or len(prose) < 3 else prose[:-1]


def _kind(runs: Sequence[Run], kinds: str) -> Kind | None:
    if "x" in kinds or _LABELLED.search(kinds) or _prints_published(runs):
        return "trending"
    dated = sum(("·" in run.kinds and "d" in run.kinds) or "ad" in run.kinds for run in runs)
    authors = kinds.count("a")
    if dated and dated * 2 >= authors:
        return "search"
    longs = [any(len(sign.text) > LONGEST_TITLE for sign in run.prose) for run in runs if run.prose]
    if "s" in kinds:
        # Daily cards have no abstracts.
        return "trending" if sum(longs) * 2 > len(longs) else "daily"
    if not authors or any(longs):
        return None
    paired = sum(len(run.prose) > 1 and is_pair(*run.prose[:2]) for run in runs)
    return "daily" if paired * 2 <= len(longs) else None


def _prints_published(runs: Sequence[Run]) -> bool:
    dates = [sign.text for run in runs for sign in run.items if sign.date is not None]
    return any(text.startswith(PUBLISHED_ON) for text in dates)


def _votes_before(runs: Sequence[Run], kind: Kind | None) -> bool:
    """Whether the page prints votes before each title, and no submitter before them."""
    first = True
    for index, run in enumerate(runs):
        if not run.prose or "s" in run.kinds:
            continue
        if index + 1 == len(runs) and not first:
            break
        free = run.kinds[run.closed :]
        if not (free or first):
            continue
        numbers = free.count("n") + free.count("-")
        if "b" in free or "-" in free or "v" in run.links[run.closed :]:
            return True
        if numbers > (1 if kind == "search" else 2) or (numbers and _holds_comments(run)):
            return True
        if first and (_is_cut_off(runs, index) or not ENDS.isdisjoint(runs[index + 1].kinds)):
            if numbers:
                return True
            first = False
    return False


def _holds_comments(run: Run) -> bool:
    """Whether a number on the line of a date is the comments, so that another one is not."""
    return run.kinds[: run.closed].endswith("dn")


def _prints_votes(runs: Sequence[Run], votes_before: bool) -> bool:
    """Whether a number stands at the start of any card."""
    numbered = [run for run in runs if "n" in run.kinds or "-" in run.kinds]
    heads = [run.kinds[start_of_card(run, votes_before) :] for run in numbered]
    return any("n" in head or "-" in head for head in heads)


def _is_cut_off(runs: Sequence[Run], index: int) -> bool:
    """Whether a page ends with the prose of a run, or in the midst of the byline below it."""
    return index + 1 == len(runs) or (index + 2 == len(runs) and not runs[-1].prose)


def _prints_stars(runs: Sequence[Run]) -> bool:
    """Whether a daily page prints stars: two counts in one card, or one that is rounded."""
    for run in runs:
        tail = run.items[: start_of_card(run, False)]
        counts = [sign for sign in tail if sign.kind == "count"]
        if len(counts) > 1 or any(sign.rounded for sign in counts):
            return True
    return False


def _usual_pieces(runs: Sequence[Run], otherwise: int) -> int:
    """Return how many pieces most cards hold without an organisation, if a byline closes them."""
    sizes = [
        len(run.prose) - ("a" not in below.kinds)
        for run, below in pairwise(runs)
        if "a" in below.kinds or "·" in below.kinds
    ]
    closed = Counter(sizes)
    most = max(closed.values(), default=0)
    return min((size for size, count in closed.items() if count == most), default=otherwise)


def _prints_slugs(runs: Sequence[Run]) -> bool:
    """Whether what stands above the names of all organisations may be slugs, and surely once.

    The title itself stands there in a daily card that prints none.
    """
    pairs = [
        run.prose[-2:]
        for run, below in pairwise(runs)
        if len(run.prose) > 1 and "a" not in below.kinds and not below.fresh
    ]
    named = any(is_account_of(above.text, name.text) for above, name in pairs)
    return named and all(SLUG.fullmatch(above.text) for above, _ in pairs)


def _is_spaced(prose: Sequence[Sign]) -> bool:
    return True in [sign.piece.gap for sign in prose[1:]]


def _heading(proses: Sequence[Sequence[Sign]]) -> str:
    """Return the mark that most cards begin with; other headings are an abstract's own signs."""
    marks = [prose[0].piece.heading for prose in proses]
    mark, count = Counter(marks).most_common(1)[0] if any(marks) else ("", 0)
    return mark if count * 2 > len(proses) else ""


def _most(tests: Sequence[bool]) -> bool:
    return sum(tests) * 2 > len(tests)
