"""Reading: envelopes are opened one after another, until a page is found or nothing opens."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

import attrs

from hfpapers._account import empty_problem, unread_problems
from hfpapers._bytes import decode
from hfpapers._envelopes import HEAD, Read
from hfpapers._envelopes._archives import unpacked
from hfpapers._envelopes._choice import Candidate, pages_of_their_own, score, together
from hfpapers._envelopes._encoded import open_encoded
from hfpapers._envelopes._envelope import Envelope, Form, joined, text_of
from hfpapers._envelopes._fences import open_fence
from hfpapers._envelopes._mail import open_mail, open_mail_bytes
from hfpapers._envelopes._quoted import open_quoted
from hfpapers._envelopes._strings import may_be_page, open_json, open_value
from hfpapers._envelopes._tagged import open_tagged
from hfpapers._model import Page, Problem

#: So many envelopes may stand in each other.
_DEEPEST = 4
_BLANK = "\ufeff \t\r\n"


_EMPTY = Page(problems=(empty_problem(),))
#: What JSON begins with, alone, behind a guard or in a stream of events.
_JSON = ("{", "[", '"', "data:", "event:", "id:", "retry:", ":", ")]}", "while(1);", "for(;;);")


class _Found(NamedTuple):
    page: Page
    #: The envelopes that were opened, from the outside in.
    names: tuple[str, ...] = ()


def read_enveloped(text: str, plain: Read, inner: Read, own: str) -> Page:
    """Read a text that may be an envelope.

    `plain` reads it where it is none, and is sure of what begins with one of its `own` signs;
    `inner` reads what stands inside.
    """
    return _noted(_read(text, plain, inner, 0, own))


def read_loaded(value: object, page: Page, inner: Read) -> Page:
    """Read what was loaded from JSON, of which a page was made already, as an envelope."""
    envelope = None if page.papers else open_value(value)
    if envelope is None:
        return page
    found = _read_inside(envelope, inner, 0)
    return _noted(found) if found.page.papers else page


def read_bytes(data: bytes, plain: Read, inner: Read, own: str) -> Page:
    """Read bytes: of an archive, of a message, or of a text."""
    envelope = _opened_bytes(data)
    if envelope is not None:
        return _noted(_read_inside(envelope, inner, 0))
    text, doubts = decode(data)
    page = read_enveloped(text, plain, inner, own)
    return attrs.evolve(page, problems=(*doubts, *page.problems))


def _opened_bytes(data: bytes) -> Envelope | None:
    """Open an archive or a message; None if the bytes are a text."""
    archive = unpacked(data)
    if archive is None:
        return open_mail_bytes(data)
    parts: list[str | Envelope] = []
    problems = list(archive.problems)
    for _, held in archive.files:
        part: str | Envelope | None = open_mail_bytes(held)
        if part is None:
            part, doubts = decode(held)
            problems += doubts
        parts.append(part)
    name = ", with ".join(archive.names) or "a file"
    form = Form("", tuple(parts), apart=True)
    return Envelope(name, (form,), certain=True, problems=tuple(problems))


def opened(text: str) -> Envelope | None:
    """Open a text if it is an envelope; all but a few texts are seen not to be at once."""
    head = text[:HEAD].lstrip(_BLANK)
    if head.startswith(_JSON):
        envelope = open_json(text)
        if envelope is not None:
            return envelope
    for open_one in (open_tagged, open_mail, open_fence, open_encoded, open_quoted):
        envelope = open_one(text)
        if envelope is not None:
            return envelope
    return None


def _read(part: str | Envelope, plain: Read, inner: Read, depth: int, own: str = "") -> _Found:
    """Read a text: as what it is or, if more comes out so, what stands in it."""
    if isinstance(part, Envelope):
        return _read_inside(part, inner, depth)
    first: Page | None = None
    sign = part[:HEAD].lstrip(_BLANK)[:1]
    if sign in ("{", "[", "<"):
        # What was handed to the wrong function is read by the right one.
        plain = plain if sign in own else inner
        # Most JSON is data of the Hub, and most HTML a page.
        first = plain(part)
        if first.papers and _is_sure(part, first, own):
            return _Found(first)
    envelope = opened(part) if depth < _DEEPEST else None
    if envelope is None:
        return _Found(plain(part) if first is None else first)
    found = _read_inside(envelope, inner, depth)
    if first is None and not (envelope.certain or _is_whole(envelope, found.page)):
        first = plain(part)
    if first is None or (score(found.page) >= score(first) and found.page.papers):
        return found
    return _Found(first)


def _is_whole(envelope: Envelope, page: Page) -> bool:
    """Whether a page was found, and nothing of it can stand outside of its envelope."""
    return len(page) > 0 and not (envelope.before or envelope.after)


def _is_sure(text: str, page: Page, own: str) -> bool:
    """Whether papers were read from data or HTML, and not from a text that begins like them."""
    if any(problem.code == "not-text" for problem in page.problems):
        return True
    head = text[:HEAD].lstrip(_BLANK)
    return head[:1] in tuple(own) and not head.startswith("<?xml")


def _read_inside(envelope: Envelope, inner: Read, depth: int) -> _Found:
    """Read what stands in an envelope, and choose the page from it."""
    founds = [_read_form(form, inner, depth + 1) for form in envelope.forms]
    candidates = [
        Candidate(found.page, text_of(form))
        for found, form in zip(founds, envelope.forms, strict=True)
    ]
    taken, left = pages_of_their_own(candidates, strict=True)
    # Without papers, what the first says of itself will do.
    chosen = taken or list(range(len(founds)))[:1]
    page = together([founds[index].page for index in chosen]) if chosen else _EMPTY
    places = [envelope.forms[index].where for index in chosen]
    name = envelope.name + _in(places)
    problems = [*envelope.problems, *(one for one in page.problems if one.code != "not-text")]
    if left:
        problems.append(_left_problem([envelope.forms[index].where for index in left]))
    page = attrs.evolve(page, problems=tuple(problems))
    names = founds[chosen[0]].names if chosen else ()
    return _Found(_with_outside(page, envelope), (name, *names))


def _read_form(form: Form, inner: Read, depth: int) -> _Found:
    """Read the parts of a form: one by one or, where more comes out so, as one text."""
    if len(form.parts) == 1:
        return _read(form.parts[0], inner, inner, depth)
    parts = [part for part in dict.fromkeys(form.parts) if form.apart or _is_worth(part)]
    founds = [_read(part, inner, inner, depth) for part in parts]
    candidates = [
        Candidate(found.page, part if isinstance(part, str) else "")
        for found, part in zip(founds, parts, strict=True)
    ]
    taken, _ = pages_of_their_own(candidates, strict=False)
    chosen = [founds[index] for index in taken] or founds[:1] or [_Found(_EMPTY)]
    apart = _Found(together([found.page for found in chosen]), chosen[0].names)
    texts = [part for part in form.parts if isinstance(part, str)]
    if form.apart or len(texts) < len(form.parts):
        return apart
    whole = _read(joined(texts), inner, inner, depth)
    return whole if score(whole.page) > score(apart.page) else apart


def _is_worth(part: str | Envelope) -> bool:
    return not isinstance(part, str) or may_be_page(part)


def _with_outside(page: Page, envelope: Envelope) -> Page:
    """Account for the lines of a text that stand before and after what it holds."""
    rows = [*envelope.before, *envelope.after]
    if not (rows and page.papers):
        return page
    problems = [*page.problems, *unread_problems([number for number, _ in rows])]
    return attrs.evolve(
        page,
        problems=tuple(sorted(problems, key=lambda problem: problem.line or 0)),
        leftovers=(
            *(row for _, row in envelope.before),
            *page.leftovers,
            *(row for _, row in envelope.after),
        ),
    )


def _in(places: Sequence[str]) -> str:
    """Say where in an envelope the page stood."""
    named = [f"`{place}`" for place in places if place]
    return f" ({', '.join(named[:3])}{', …' if named[3:] else ''})" if named else ""


def _left_problem(places: Sequence[str]) -> Problem:
    message = (
        f"More papers seem to stand elsewhere in the envelope{_in(places)}, but nothing shows "
        "whether they are of another page. Pass that text alone to read it."
    )
    return Problem(code="envelope-unread", message=message)


def _noted(found: _Found) -> Page:
    """Name the envelopes that were opened."""
    if not found.names:
        return found.page
    message = (
        f"The page stood in {', in that in '.join(found.names)}, and was read as what it is. "
        "Lines are counted in the text that was found there."
    )
    note = Problem(code="envelope-opened", message=message, level="info")
    return attrs.evolve(found.page, problems=(note, *found.page.problems))
