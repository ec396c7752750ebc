"""Sources: text, HTML and JSON, from which the same papers are read.

What reads them is imported by the first call: a program that imports this library may never call
it, and most call only one of the three.
"""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, Any, get_args

from hfpapers._model import Page, UnlabelledCount, accepted

if TYPE_CHECKING:
    from hfpapers._envelopes import Read


def parse_page(
    text: str,
    *,
    today: dt.date | None = None,
    unlabelled_count: UnlabelledCount = "votes",
    strict: bool = False,
) -> Page:
    """Read the text of a Daily Papers page.

    Args:
        text: The page as text, however it was extracted. HTML and JSON are recognised and read as
            `parse_html` and `parse_json` read them.
        today: The day on which the page was fetched; a datetime counts as its day. The site
            leaves out the year of dates in that year. Without it, the page's own evidence is used.
        unlabelled_count: Where the text shows no votes at all, one number after the date is left,
            without a label. On the live page it is the number of comments, but it is the only
            count in the text, so it is read as votes unless this says `"comments"`.
        strict: Raise a `ParseError` if the page left a warning.

    Returns:
        The page: its papers in order, what was not read, and what is in doubt.

    Raises:
        TypeError: `text` is not a string, or `today` is not a date.
        ValueError: `unlabelled_count` is neither `"votes"` nor `"comments"`.
        ParseError: With `strict=True`, if any problem is a warning.

    >>> page = parse_page('''
    ... 12
    ... Sorting Pebbles by Ear
    ... We ask whether a listener can tell the size of a pebble from its click alone.
    ... 3 authors
    ... ·
    ... May 7, 2024
    ... ''')
    >>> page[0].title, page[0].author_count, page[0].date, page[0].votes
    ('Sorting Pebbles by Ear', 3, datetime.date(2024, 5, 7), 12)
    """
    if not isinstance(text, str):
        raise TypeError(
            f"text must be a str, not {type(text).__name__}; pass the text of the page. Bytes go "
            "to parse_html or parse_json, or are decoded first, as in data.decode('utf-8'); JSON "
            "that was loaded goes to parse_json."
        )
    day = _checked(today, unlabelled_count)
    read = _reader(day, unlabelled_count)
    return accepted(_opened(text, read, read, ""), strict)


def parse_html(
    html: str | bytes,
    *,
    today: dt.date | None = None,
    unlabelled_count: UnlabelledCount = "votes",
    strict: bool = False,
) -> Page:
    """Read the HTML of a Daily Papers page: its data if it carries any, else its markup.

    Args:
        html: The page, or a part of it that holds whole cards. Bytes are decoded by their byte
            order mark, by the encoding that the page declares, or as UTF-8.
        today: The day on which the page was fetched, as for `parse_page`. Data has full dates.
        unlabelled_count: As for `parse_page`. Data and markup tell what each number counts.
        strict: Raise a `ParseError` if the page left a warning.

    Returns:
        The page: its papers in order, what was not read, and what is in doubt.

    Raises:
        TypeError: `html` is neither a string nor bytes, or `today` is not a date.
        ValueError: `unlabelled_count` is neither `"votes"` nor `"comments"`.
        ParseError: With `strict=True`, if any problem is a warning.

    >>> page = parse_html('''
    ... <article>
    ...   <a href="/login?next=%2Fpapers%2F2511.00001"><div>12</div></a>
    ...   <h3><a href="/papers/2511.00001">Sorting Pebbles by Ear</a></h3>
    ...   <p>We ask whether a listener can tell the size of a pebble from its click alone.</p>
    ...   <ul><li>3 authors</li></ul> <div>·</div>
    ...   <div>Nov 3, 2024 <a href="/papers/2511.00001#community">2</a></div>
    ... </article>
    ... ''')
    >>> page[0].arxiv_id, page[0].votes, page[0].comments
    ('2511.00001', 12, 2)
    """
    day = _checked(today, unlabelled_count)
    if not isinstance(html, str | bytes):
        raise TypeError(
            f"html must be a str or bytes, not {type(html).__name__}; pass the page as it was "
            "fetched, such as response.text, or str() of an element of a parsed page."
        )
    from hfpapers._html import read_html

    def read(text: str) -> Page:
        return read_html(text, day, unlabelled_count)

    inner = _reader(day, unlabelled_count)
    return accepted(_opened(html, read, inner, "<"), strict)


def parse_json(data: str | bytes | list[Any] | dict[str, Any], *, strict: bool = False) -> Page:
    """Read papers from JSON of the Hub, of its Python client, of this library or of other people.

    Args:
        data: A list of items, as `/api/daily_papers` and `/api/papers/search` return it; an object
            with `dailyPapers` or `searchResults`, as pages hold it; one item; JSON Lines; records
            or a page of this library; anything that holds objects with a title and an arXiv id or
            a link to the paper. As text, as bytes, or as what a JSON parser made of it. CSV, too.
        strict: Raise a `ParseError` if the data left a warning.

    Returns:
        The page: its papers in order, and a problem for each item that could not be read.

    Raises:
        TypeError: `data` is none of these.
        ParseError: With `strict=True`, if any problem is a warning.

    >>> page = parse_json('[{"paper": {"id": "2511.00001", "title": "Sorting Pebbles by Ear", '
    ...                   '"publishedAt": "2025-11-03T17:54:27.000Z", "upvotes": 0}}]')
    >>> page[0].title, page[0].date, page[0].votes
    ('Sorting Pebbles by Ear', datetime.date(2025, 11, 3), 0)
    """
    if not isinstance(data, str | bytes | list | dict):
        raise TypeError(
            f"data must be a str, bytes, list or dict, not {type(data).__name__}; pass the body of "
            "the Hub's answer, or what json.loads made of it."
        )
    from hfpapers._json import read_document, read_json

    inner = _reader(None, "votes")
    if isinstance(data, str | bytes):
        return accepted(_opened(data, read_json, inner, "[{"), strict)
    from hfpapers._envelopes import read_loaded

    return accepted(read_loaded(data, read_document(data), inner), strict)


def _checked(today: object, unlabelled_count: object) -> dt.date | None:
    """Refuse options of the wrong type, and return `today` as a day."""
    if today is not None and not isinstance(today, dt.date):
        raise TypeError(
            f"today must be a datetime.date or None, not {type(today).__name__}; "
            "pass datetime.date(2025, 11, 25), or datetime.date.fromisoformat('2025-11-25')."
        )
    if unlabelled_count not in get_args(UnlabelledCount):
        raise ValueError(
            f"unlabelled_count must be 'votes' or 'comments', not {unlabelled_count!r}."
        )
    # A subclass may know a time, or anything else.
    return dt.date.fromordinal(dt.date.toordinal(today)) if today is not None else None


def _reader(day: dt.date | None, unlabelled_count: UnlabelledCount) -> Read:
    """Return what reads a text, whatever it is."""
    from hfpapers._page import read_text
    from hfpapers._route import read_other

    def read(text: str) -> Page:
        page = read_other(text, day, unlabelled_count)
        return read_text(text, day, unlabelled_count) if page is None else page

    return read


def _opened(data: str | bytes, plain: Read, inner: Read, own: str) -> Page:
    """Read data with `plain`, unless a page stands inside of them, which is read with `inner`."""
    from hfpapers._envelopes import read_bytes, read_enveloped

    if isinstance(data, bytes):
        return read_bytes(data, plain, inner, own)
    return read_enveloped(str.__str__(data), plain, inner, own)
