"""Papers: what the signs of one card mean on its page, as values."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Sequence, Set
from itertools import pairwise

import regex

from hfpapers._cards import Card
from hfpapers._copies import Reading
from hfpapers._counts import Counts
from hfpapers._dates import PrintedDate
from hfpapers._doubts import card_doubts, name_doubts
from hfpapers._edges import Edges, read_edges, with_own_marks, without_mark_behind
from hfpapers._model import Code, Kind, Paper, Problem
from hfpapers._organisations import Organisation, read_organisations
from hfpapers._prose import PUNCTUATION
from hfpapers._signs import Sign, linked
from hfpapers._wrap import is_spaceless
from hfpapers._years import Visit, lies_ahead, resolve


def read_papers(
    cards: Sequence[Card],
    counts: Sequence[Counts],
    visit: Visit,
    kind: Kind | None,
    query: str | None,
    has_links: bool,
) -> list[Reading]:
    """Read each card of a page, perhaps with links, given the counts of each card."""
    organisations = read_organisations([card.org for card in cards])
    # Only the words that a search marks are text nodes of their own inside of an abstract.
    marked = _marked_words(cards, query) if kind == "search" else frozenset()
    edges = read_edges(cards)
    readings = [
        _read_paper(card, one, organisation, visit, edges, marked, has_links)
        for card, one, organisation in zip(cards, counts, organisations, strict=True)
    ]
    for place, problem in name_doubts(cards, kind):
        readings[place].problems.append(problem)
    return readings


def _read_paper(
    card: Card,
    counts: Counts,
    organisation: Organisation,
    visit: Visit,
    edges: Edges,
    marked: Set[str],
    has_links: bool,
) -> Reading:
    """Read one card as a paper."""
    authors = dated = submitter = None
    for sign in card.tail:
        if sign.kind == "authors" and authors is None:
            authors = sign.number
        elif sign.kind == "date" and dated is None:
            dated = sign
    for sign in card.head:
        if sign.kind == "submitter":
            submitter = sign.text or None
    date, date_problem = read_date(dated, visit)
    paper = Paper(
        title=_title(card, edges),
        abstract=_abstract(card, edges, marked),
        author_count=authors,
        date=date,
        votes=counts.votes,
        org=organisation.name,
        org_slug=organisation.slug,
        comments=counts.comments,
        arxiv_id=arxiv_id(card) if has_links else None,
        submitted_by=submitter,
        github_url=_repository(card) if has_links else None,
        github_stars=counts.stars,
        lines=card.lines(),
    )
    return Reading(
        paper, [*filter(None, (date_problem,)), *card_doubts(card, counts, organisation)]
    )


def _title(card: Card, edges: Edges) -> str:
    title = without_mark_behind(_joined(card.title), edges.behind_title)
    return with_own_marks(title, card.title[0], edges)


def _abstract(card: Card, edges: Edges, marked: Set[str]) -> str | None:
    text = join_prose(card.abstract, marked)
    return without_mark_behind(text, edges.behind_abstract) or None


def _joined(signs: Sequence[Sign]) -> str:
    return _with_single_spaces(" ".join([sign.text for sign in signs]))


def _with_single_spaces(text: str) -> str:
    # Pieces are stripped; few of them, cut out of others, hold or end with a space too many.
    spaced = "  " in text or text[:1] == " " or text[-1:] == " "
    return " ".join(text.split()) if spaced else text


def arxiv_id(card: Card) -> str | None:
    """Return the arXiv id that the links of a card give, that of its title before all others."""
    signs = (*card.title, *card.abstract, *card.tail, *card.org, *card.head)
    links = [sign.piece.link for sign in signs if sign.piece.link is not None]
    for kind in ("paper", "comments", "vote", "arxiv"):
        for link in links:
            if link.kind == kind:
                return link.value
    return None


def _repository(card: Card) -> str | None:
    """Return the repository that the labels or counts of a card link to."""
    return next(filter(None, (linked(sign, "github") for sign in card.tail)), None)


#: List marks and signs of quotation that an abstract may hold as signs of its own.
_BULLETS = ("-", "*", "+", "•", ">")


#: No white space stands before these, nor behind the signs that open brackets: where a text was
#: cut there, it was by the marks of a query.
_CLOSING = regex.compile(rf"[{regex.escape(''.join(sorted(PUNCTUATION)))}]++(?!\S)")
#: The end of a word with a hyphen, of which a query marks the beginning.
_HYPHENED = regex.compile(r"-\p{L}")
_OPENING = ("(", "[", "{")


def _marked_words(cards: Sequence[Card], query: str | None) -> Set[str]:
    """List the words of a search page round which a user's separators come from marks of the query.

    They stand so in several abstracts, or the query is known; and where separators are more than
    authors would write, whatever single word stands beside one is marked.
    """
    words = Counter[str]()
    found = 0
    for card in cards:
        beside = [pair for pair in pairwise(card.abstract) if _joint(*pair)]
        found += len(beside)
        words.update({sign.text.casefold() for pair in beside for sign in pair})
    fewest = 1 if found > len(cards) else 2
    marked = {word for word, count in words.items() if count >= fewest and " " not in word}
    asked = (query or "").casefold()
    return marked.union([asked], asked.split())


def _joint(above: Sign, below: Sign) -> str:
    """Return the separator of a user's own between two pieces of prose."""
    apart = above.piece.last != below.piece.number
    return "" if apart or not below.piece.joint.strip() else below.piece.joint


def _separator(above: Sign, below: Sign, marked: Set[str]) -> str:
    """Return the separator between two pieces of prose if it is part of the prose."""
    beside = (above.text.casefold(), below.text.casefold())
    return "" if not marked.isdisjoint(beside) else _joint(above, below)


def _space(above: str, below: str) -> str:
    signs = above.endswith(_OPENING) or _CLOSING.match(below)
    hyphened = above[-1:].isalpha() and _HYPHENED.match(below)
    return "" if signs or hyphened or is_spaceless(above, below) else " "


def join_prose(signs: Sequence[Sign], marked: Set[str]) -> str:
    """Join the pieces of an abstract; what looked like the mark of a heading or list is its own."""
    if len(signs) == 1 and not signs[0].piece.heading:
        return _joined(signs)
    text = ""
    quoted = signs[0].piece.bullet[:1] == ">" if signs else False
    for index, sign in enumerate(signs):
        # Extractors put marks before a whole text; in the midst of it they are its own.
        bullet = sign.piece.bullet.strip() if index else ""
        own = bullet in _BULLETS and not (quoted and bullet == ">")
        marks = (bullet if own else "", sign.piece.heading, sign.text)
        part = " ".join(filter(None, marks))
        if index:
            separator = _separator(signs[index - 1], sign, marked)
            part = f"{separator or _space(text, part)}{part}"
        text += part
    return _with_single_spaces(text)


def read_date(sign: Sign | None, visit: Visit) -> tuple[dt.date | None, Problem | None]:
    """Return the date of a card, or why it has none."""
    if sign is None or sign.date is None:
        return None, None
    day = resolve(sign.date, visit)
    if day is not None and not sign.date.swappable and not lies_ahead(sign.date, day, visit):
        return day, None
    code, message = _why_no_date(sign.text, sign.date, day, visit)
    return None, Problem(code=code, message=message, line=sign.piece.number)


def _why_no_date(
    text: str, date: PrintedDate, day: dt.date | None, visit: Visit
) -> tuple[Code, str]:
    """Say why a date that a card prints was left out, and what to do about it."""
    advice = "Pass the day on which the page was fetched as `today`."
    if date.swappable:
        why = f"In the date {text}, day and month could change places; it was left out. "
        return "date-ambiguous", why + "Look it up on the paper's own page."
    if day is not None:
        why = f"The date {text} would lie after today ({visit.today}); it was left out. "
        return "date-in-future", why + advice
    if date.year is None and visit.year is None:
        why = f"The date {text} has no year, and nothing on the page tells it; it was left out. "
        return "year-unknown", why + advice
    why = f"There is no {text} in {date.year or visit.year}; the date was left out. "
    return "date-impossible", why + advice
