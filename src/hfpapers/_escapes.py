"""Escapes: the backslashes that Markdown needs and a text without its marks does not.

An extractor that escapes a sign does so wherever it stands in prose; in an author's own LaTeX it
stands beside signs without a backslash, and backslashes stand before letters. One that escapes
backslashes, too, leaves hardly a lone one before a letter; so does one that gives links attributes.
One that escapes what neither Markdown's nor LaTeX's marks need escapes all signs that it can. In
the text of a link, brackets are escaped by an extractor that leaves them as they are elsewhere.

Each pattern begins with the sign that it looks for, which is rare, and then looks back: so texts
are searched fast.
"""

from __future__ import annotations

import regex

from hfpapers._edits import EDGE, LINK

#: A backslash of LaTeX: neither escaped itself nor before a sign that Markdown knows, but for the
#: dots of an umlaut inside of a word.
_LATEX = regex.compile(r"\\(?<!\\\\)(?:\\\\)*+(?:[\p{L}&%{}]|(?<=\p{L}\\)\"\p{L})")
#: A formula that is one escaped sign, `$\#$`, is LaTeX: Markdown would escape its dollars, too.
_FORMULA = regex.compile(r"\$(?<!\\\$)\\[^\s\w]\$")
_LATEX_WORD = regex.compile(r"\\(?<!\\\\)(?:\\\\)*+\p{L}")
_DOUBLED = regex.compile(r"\\(?<!\\\\)\\(?:\\\\)*+\p{L}")
#: What would begin a list or a quotation, escaped so that it does not. Its line may have been
#: joined, or be but the text behind a word that a query marks: `source\-aware`, `V3.2\. It`.
_LIST_ESCAPE = regex.compile(
    r"\\(?:(?<=(?<!\S)[0-9]{1,9}\\)(?=[.)]\s)|(?<=[0-9]\\)(?=\.\s)|(?<=\w\\)(?=-\w)"
    r"|(?<=\s\\)(?=>|[-+]{1,3}\s))"
)
#: Signs that extractors escape since they would begin a mark of Markdown, and others.
_MARK_SIGNS, _OTHER_SIGNS = "*[_`<>", "|#~&{}()!=+"
#: Of the others, those that neither Markdown's nor LaTeX's marks need escaped.
_NEEDLESS = "(=+"
#: In LaTeX, the mark of exclamation is escaped between signs of a formula, quotation marks before
#: a letter, but hardly the one in `goose's`; three dots and dashes side by side are not.
_NO_LATEX = regex.compile(
    r"\\(?:(?<=\p{L}\\)(?:!(?!\S)|'s(?!\p{L}))|[\"'](?![\p{L}{\\])|\.{3}|-\\-)"
)
#: In LaTeX, an escaped tilde is an accent over a letter.
_ACCENT = regex.compile(r"\\~[\p{L}{\\]")
_ANY_SIGN = "\\*_[]<>#`|~$^'\"@.+!()=-"
#: A sign that would begin a heading, or alone on its line a list, escaped so that it does not.
_LINE_ESCAPE = regex.compile(rf"^\\(?:\#\s|[-+*](?:$|[{EDGE}{LINK}]))", regex.MULTILINE)
#: In `C#`, nobody escapes the sign.
_HASH = regex.compile(r"\#(?<!\w\#)")
#: The first url of a word, if nothing in it is escaped, as some extractors leave all urls; `kept`
#: is another one, with all that follows in its word.
_URL = regex.compile(r"https?://[^\s\\]++(?!\S)|(?P<kept>https?://\S*+)")
#: The text of a link, and brackets in it that would have ended it, but for their backslashes.
_LINK_TEXT = regex.compile(rf"{EDGE}[^{EDGE}{LINK}]*+{LINK}")
_BRACKETED = regex.compile(r"\\\[(?P<inside>[^\\\[\]]++)\\\]")
#: Marks of lists and headings: where a line, a link or an image begins, or alone on a line.
_LIST_SIGNS = f"#*+>| -{EDGE}"
_LINKED_MARKS = regex.compile(rf"{EDGE}[\#*+>| {EDGE}-]++")
_SIGNS_ALONE = regex.compile(r"[^\w\\]+")


def without_escapes(text: str, attributed: bool, raw: str) -> str:
    """Take the backslashes of Markdown away, where this page's extractor escapes signs.

    `attributed` says whether it gives links attributes; `raw` is the text of those that it left in
    HTML, where nothing is escaped as in Markdown.
    """
    if "\\" not in text:
        return text
    prose = _prose(text)
    escaped = {sign for sign in _MARK_SIGNS + _OTHER_SIGNS if _is_escaped(sign, prose, raw)}
    thorough = not escaped.isdisjoint(_NEEDLESS) or _NO_LATEX.search(prose) is not None
    marked = LINK in text or "\n#" in text or text[:1] == "#"
    if marked:
        text = _LIST_ESCAPE.sub("", text)
    if escaped or attributed or thorough:
        latex = _LATEX_WORD if thorough else _LATEX
        lone = len(latex.findall(prose)) - len(latex.findall(raw))
        if lone <= (len(_DOUBLED.findall(prose)) if marked else 0):
            return _without_backslashes(text, _ANY_SIGN + "".join(escaped if thorough else ""))
    if marked and thorough:
        return _without_backslashes(text, "_])>" + "".join(escaped | {*_MARK_SIGNS}))
    if marked and (_LINE_ESCAPE.search(prose) or not escaped.isdisjoint(_MARK_SIGNS)):
        known = {*_MARK_SIGNS, "#"} if _ACCENT.search(prose) else {*_MARK_SIGNS, "#", "~"}
        return _without_backslashes(text, "_])>" + "".join(escaped & known))
    return _LINK_TEXT.sub(_with_brackets, text) if LINK in text and "\\[" in text else text


def _prose(text: str) -> str:
    """Return a text without the signs that nobody escapes: list marks, and those in urls."""
    rows = []
    for row in text.split("\n"):
        rest = row.lstrip(_LIST_SIGNS)
        if rest == row and row and not row[0].isalpha() and _SIGNS_ALONE.fullmatch(row):
            rest = ""
        if EDGE in rest:
            rest = _LINKED_MARKS.sub("", rest)
        rows.append(_URL.sub(r"\g<kept>", rest) if "http" in rest else rest)
    return _FORMULA.sub("", "\n".join(rows))


def _is_escaped(sign: str, prose: str, raw: str) -> bool:
    """Whether a backslash stands before a sign wherever it stands."""
    escapes = prose.count("\\" + sign)
    if not escapes:
        return False
    if sign == "#":
        return escapes == len(_HASH.findall(prose)) - len(_HASH.findall(raw))
    # The text of a link elsewhere, which its author wrote, stands in brackets of its own.
    links = prose.count("](") if sign in "[(" else 0
    return escapes == prose.count(sign) - raw.count(sign) - links


def _with_brackets(link: regex.Match[str]) -> str:
    """Take the backslashes before the brackets of a link's text away; other text has none."""
    return _BRACKETED.sub(r"[\g<inside>]", link[0])


def _without_backslashes(text: str, signs: str) -> str:
    """Take the backslashes before signs away."""
    one = f"[{regex.escape(signs)}]"
    return regex.sub(rf"\\(?:(?<!(?<!\\)\$\\)({one})|({one})(?!\$))", r"\1\2", text)
