"""The page of a single paper: pieces in, a page with one paper out, and what was not read.

The signs of the page cut its text into parts: `_single_signs` finds them, `_single_parts` reads
what stands between two of them, and here they become a paper.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence
from typing import NamedTuple

import attrs
import regex

from hfpapers._account import leftovers, unread_lines, unread_problems, without_furniture
from hfpapers._clean import hangs
from hfpapers._links import Link
from hfpapers._model import Page, Paper, Problem
from hfpapers._papers import join_prose, read_date
from hfpapers._signs import Sign, piece_signs
from hfpapers._single_byline import read_byline, read_visit, visit_of_list
from hfpapers._single_cut import Cut, Part
from hfpapers._single_parts import (
    Names,
    above_frame,
    below_names,
    is_alone,
    is_frame,
    is_two_texts,
    read_names,
    read_organisation,
    read_title,
)
from hfpapers._words import LOGO

#: What stands above the title, and below it where the date is lost; and what links to the paper.
_ABOVE = ("id", "crumb", "name", "")
_TITLED = frozenset({"submitter", "authors", "abstract"})
_BUTTONS = ("arxiv", "pdf", "votes", "collection")
_LABELS = frozenset({"arxiv", "pdf", "collection"})
#: The signs below an abstract.
_BELOW = frozenset({"arxiv", "pdf", "collection", "project", "github", "community"})
#: The marks of a heading above all others.
_FIRST = ("#", "=")
#: So many words a keyword has at most.
_KEYWORD = 4
#: What somebody numbers headings with.
_NUMBER = regex.compile(r"^\#?[0-9]{1,3}[.)]?\s++")


def read_single(text: str, cut: Cut, today: dt.date | None) -> Page:
    """Read the page of a single paper, given its text as it was cut at its signs."""
    title, body = _title(cut), _body(cut)
    if not title or body is None:
        return _accounted(text, cut, (), None, [_no_ends(cut)])
    byline, known = read_byline(cut), _arxiv_id(cut)
    visit = read_visit(cut, byline, known, today)
    date, date_problem = read_date(byline.date, visit)
    listed, listed_problem = read_date(byline.listed, visit_of_list(byline, visit))
    has_image_text = any(LOGO in part.text.lower() for part in cut.parts[""])
    organisation, named = read_organisation(byline.other, has_image_text)
    names = read_names(body.names)
    texts = [*title, *_page_name(cut), *body.names, *body.summary, *body.abstract]
    used = [*texts, *byline.used, *named]
    paper = Paper(
        title=_unnumbered(cut, " ".join(" ".join([part.text for part in title]).split())),
        abstract=_text(body.abstract),
        author_count=names.total,
        date=date,
        votes=_votes(cut),
        org=organisation.name,
        org_slug=organisation.slug,
        comments=_count(cut, "community"),
        arxiv_id=known,
        submitted_by=byline.submitter,
        github_url=_repository(cut),
        github_stars=_count(cut, "github"),
        lines=_lines(cut, used),
        authors=names.names,
        ai_summary=_text(body.summary),
        project_page=_project_page(cut),
        listed=listed,
    )
    doubts = (date_problem, listed_problem, body.problem, _names_problem(cut, names))
    problems = [attrs.evolve(doubt, paper=0) for doubt in doubts if doubt]
    return _accounted(text, cut, used, paper, problems)


def _title(cut: Cut) -> Sequence[Part]:
    """Find the title: a heading, or what stands right above the date.

    Where the date is lost, all that stands between the paper's id and the next sign is one, unless
    that sign stands behind a name.
    """
    above = [name for name in _ABOVE if name in cut.parts]
    below_id = above[0] in ("id", "crumb")
    found = read_title(cut.parts[above[0]], below_id and "date" in cut.parts)
    if found and (found[0].piece.heading or "date" in cut.parts):
        return found
    follows = next((name for name in cut.parts if name not in _ABOVE), "")
    if found and below_id and follows in _TITLED and is_alone(found, cut.parts[above[0]]):
        return found
    # Some extractors put the title above all else; the page's own name holds it, too.
    parts = [part for name in reversed(above) for part in cut.parts[name]]
    heads = [part for part in parts if part.piece.heading in _FIRST and not is_frame(part.text)]
    return heads[:1] or _page_name(cut)


def _page_name(cut: Cut) -> Sequence[Part]:
    """Return the parts of the title in the name of the page."""
    parts = cut.parts.get("name", ())
    below = [part for part in parts[1:2] if not is_frame(part.text)]
    return [*parts[:1], *(part for part in below if hangs(part.piece, parts[0].piece))]


def _unnumbered(cut: Cut, title: str) -> str:
    """Take a number off a title where the headings of the page have numbers."""
    lead = cut.marks["abstract"].lead if "abstract" in cut.marks else ""
    return _NUMBER.sub("", title) if _NUMBER.fullmatch(lead) else title


class _Body(NamedTuple):
    """The names of authors, the Hub's summary and the abstract."""

    names: Sequence[Part] = ()
    summary: Sequence[Part] = ()
    abstract: Sequence[Part] = ()
    problem: Problem | None = None


def _body(cut: Cut) -> _Body | None:
    """Tell names, summary and abstract apart; None if nothing shows where the names end."""
    names, texts = cut.parts.get("authors", ()), cut.parts.get("abstract", ())
    if names and "abstract" not in cut.marks:
        count = below_names(names)
        names, texts = names[:count], names[count:]
        if read_names(names).total is None:
            return None
    if "summary" in cut.marks:
        return _Body(names, texts, _whole(cut, cut.parts["summary"]))
    texts = _whole(cut, texts)
    # Where the buttons stand, labels do, too.
    if is_two_texts(texts) and _LABELS.isdisjoint(cut.marks):
        return _Body(names, problem=_two_texts(texts[0]))
    return _Body(names, (), texts)


def _whole(cut: Cut, abstract: Sequence[Part]) -> Sequence[Part]:
    """Return an abstract down to the next sign or, where all of those are lost, to the footer."""
    return abstract if _BELOW & cut.marks.keys() else above_frame(abstract)


def _text(parts: Sequence[Part]) -> str | None:
    """Join the parts of a text; separators of a user's own stand round its keywords."""
    short = [part.text.casefold() for part in parts if part.text.count(" ") < _KEYWORD]
    return join_prose([part.sign() for part in parts], frozenset(short)) or None


def _votes(cut: Cut) -> int | None:
    """Return the votes; a dash is none."""
    mark = cut.marks.get("votes")
    return 0 if mark is not None and mark.match["none"] else _count(cut, "votes")


def _count(cut: Cut, name: str) -> int | None:
    """Return the count that a sign holds."""
    shown = cut.marks[name].match["count"] if name in cut.marks else None
    if shown is None:
        return None
    signs = piece_signs([cut.pieces[name]._replace(text=shown)])
    return next((sign.number for sign in signs if sign.kind == "count"), None)


def _arxiv_id(cut: Cut) -> str | None:
    """Return the id that the page shows, or that its buttons lead to."""
    if "id" in cut.marks:
        return str(cut.marks["id"].match["known"])
    pieces = [part.piece for name in _ABOVE for part in cut.parts.get(name, ())]
    pieces += [cut.pieces[name] for name in ("crumb", *_BUTTONS) if name in cut.pieces]
    links = [piece.link for piece in pieces if piece.link is not None]
    found = next((link.value for link in links if link.kind in ("arxiv", "vote", "paper")), None)
    texts = [part.piece.link for parts in cut.parts.values() for part in parts if part.piece.link]
    return found or next((link.value for link in texts if link.kind == "paper"), None)


def _target(cut: Cut, name: str) -> Link | None:
    """Return where a button leads, unless links of the page were given to the wrong texts."""
    links = [cut.pieces[one].link for one in ("arxiv", "pdf") if one in cut.pieces]
    if name not in cut.pieces or any(link and link.kind != "arxiv" for link in links):
        return None
    return cut.pieces[name].link or cut.ends[name].link


def _repository(cut: Cut) -> str | None:
    """Return where the button of the repository leads."""
    link = _target(cut, "github")
    return link.value if link is not None and link.kind == "github" else None


def _project_page(cut: Cut) -> str | None:
    """Return where the button of the project's page leads."""
    link = _target(cut, "project")
    if link is None:
        return None
    url = f"https://huggingface.co/{link.value}" if link.kind == "organisation" else link.value
    return url if url.startswith(("http://", "https://")) else None


def _lines(cut: Cut, used: Sequence[Part]) -> tuple[int, int]:
    """Return the first and the last line of the paper."""
    pieces = [part.piece for part in used]
    pieces += [cut.pieces[name] for name in cut.parts if name in cut.pieces]
    return min(piece.number for piece in pieces), max(piece.last for piece in pieces)


def _accounted(
    text: str, cut: Cut, used: Sequence[Part], paper: Paper | None, problems: Sequence[Problem]
) -> Page:
    """Say of every line that was not read that it was not; what stands below the paper is none."""
    read = [part.sign() for part in used] + [Sign("silent", "", one) for one in cut.signs]
    known = {id(part) for part in used}
    above = [part for parts in cut.parts.values() for part in parts if id(part) not in known]
    numbers, below = (
        unread_lines(without_furniture(_unread(parts)), read) for parts in (above, cut.below)
    )
    if paper is not None:
        problems = [*problems, *unread_problems(numbers), *_below_problem(below)]
    numbers = sorted({*numbers, *below})
    return Page(
        papers=(paper,) if paper else (),
        kind="paper" if paper else None,
        problems=tuple(sorted(problems, key=lambda problem: problem.line or 0)),
        leftovers=leftovers(text, numbers),
    )


def _unread(parts: Sequence[Part]) -> Sequence[Sign]:
    return [part.sign() for part in parts if not is_frame(part.text)]


def _below_problem(numbers: Sequence[int]) -> Iterator[Problem]:
    if numbers:
        message = (
            f"{len(numbers)} lines of comments and lists stand round the paper on its page; they "
            "are no part of it, and are in `leftovers`."
        )
        yield Problem(code="unread-text", message=message, line=numbers[0], level="info")


def _no_ends(cut: Cut) -> Problem:
    """Say that this is the page of a single paper, and why it was not read."""
    known = _arxiv_id(cut)
    which = f" ({known})" if known else ""
    message = (
        f"This is the Hub's page of a single paper{which}, but nothing in the text shows where its "
        "title or the names of its authors end. Extract the page with line ends, or pass its HTML."
    )
    return Problem(code="no-papers", message=message)


def _two_texts(part: Part) -> Problem:
    message = (
        "Two texts stand where the abstract should, and nothing tells which one is the Hub's "
        "summary; both were left out. Extract the page with all of its labels."
    )
    return Problem(code="abstract-ambiguous", message=message, line=part.piece.number)


def _names_problem(cut: Cut, names: Names) -> Problem | None:
    if "authors" not in cut.marks or names.total == len(names.names):
        return None
    message = (
        f"The page names {names.total} authors, but the text holds the names of only "
        f"{len(names.names)}: some extractors leave out the buttons that the others are."
        if names.total
        else "The names of the authors are lost, or could not be told apart. Try another extractor."
    )
    line = cut.pieces["authors"].number
    return Problem(code="authors-incomplete", message=message, line=line)
