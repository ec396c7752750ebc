"""Routes: HTML and JSON that were handed over as the text of a page.

Text is told from them by how it begins, and a text of a page never begins so: with the declaration
of HTML or its outermost element, with a tag if cards of the site follow, or with an object of JSON,
alone or in a list. A text that merely talks about HTML or JSON, or has tags left in it, is text.
"""

from __future__ import annotations

import datetime as dt

import attrs
import regex

from hfpapers._model import Page, Problem, UnlabelledCount

#: What may stand before the first character that tells.
_BLANK = "\ufeff \t\r\n"
_BEGINS = frozenset(f"{_BLANK}<[{{")
#: Tags follow upon tags; words right behind the first one would show that a text talks about it.
_DOCUMENT = regex.compile(
    r"(?:<\?xml[^<>]*+>\s*+|<!--(?:[^-]++|-(?!->))*+-->\s*+)*+<(?:!doctype\s++html|html)\b[^<>]*+>\s*+<",
    regex.IGNORECASE,
)
_PART = regex.compile(
    r"(?:<!--(?:[^-]++|-(?!->))*+-->\s*+)*+<[a-z][^<>]{0,500}?(?:>\s*+<|\sdata-props=)",
    regex.IGNORECASE,
)
#: What every card of the site has, and what carries the data of a page.
_CARD, _TITLE, _DATA = "<article", "<h3", "data-props="
#: The first line of a table may name its columns: one of them has titles.
_HEADING = regex.compile(r"[\ufeff\s]*+[^\n]{0,2000}?title", regex.IGNORECASE)
#: So begins an object, a list of them, or a table that is kept as a list of rows.
_OBJECT = regex.compile(
    r"(?:\[\s*+)?+\{\s*+(?:\"[^\"\\\n]{1,80}+\"\s*+:|\}\s*+[,\]])|\[\s*+\[\s*+\"[^\"\\\n]{0,80}+\"\s*+,"
)


def read_other(text: str, today: dt.date | None, unlabelled_count: UnlabelledCount) -> Page | None:
    """Read a text that is HTML or JSON in truth; None if it is text."""
    body = text.lstrip(_BLANK) if text[:1] in _BEGINS else ""
    if body[:1] == "<" and _is_html(body):
        # Most calls need neither, and both take longer to import than a page to read.
        from hfpapers._html import read_html

        return _noted(read_html(text, today, unlabelled_count), "HTML", "parse_html(text)")
    if body[:1] in ("[", "{") and _OBJECT.match(body):
        from hfpapers._json import read_json

        page = read_json(text)
        if not page.papers and any(problem.code == "data-unread" for problem in page.problems):
            from hfpapers._page import read_text

            # It may be a text of a page after all, and merely begin so.
            found = read_text(text, today, unlabelled_count)
            return found if found.papers else page
        return _noted(page, "JSON", "parse_json(text)")
    if _HEADING.match(text):
        from hfpapers._csv import is_table
        from hfpapers._json import read_json

        if is_table(text):
            return _noted(read_json(text), "a table", "parse_json(text)")
    return None


def _is_html(text: str) -> bool:
    """Whether a text that begins with `<` is a page of HTML, or a part of one with cards."""
    if _DOCUMENT.match(text):
        return True
    marked = (_CARD in text and _TITLE in text) or _DATA in text
    return marked and _PART.match(text) is not None


def _noted(page: Page, what: str, call: str) -> Page:
    message = f"The text was {what} and was read as such. Call {call} where you know that it is."
    note = Problem(code="not-text", message=message, level="info")
    return attrs.evolve(page, problems=(note, *page.problems))
