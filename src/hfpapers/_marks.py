"""Marks of links and images: taken out of the text, remembered for the text that they stood at.

The result is still one text line by line; where a link or an image was, it holds in-band marks
out of the control characters that cleaning has removed. `_pieces` splits the lines at them.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

import regex

from hfpapers._clean import Piece
from hfpapers._tags import holds_tags, tags_to_marks
from hfpapers._words import ARXIV_PAGE, GITHUB

#: In-band marks: the edge of a link, a link's number (between two), image text (between two),
#: and a line end inside of a link's text.
EDGE, LINK, ALT, JOIN = "\x1c", "\x1d", "\x1e", "\x1f"

#: Wrappers break a url at its hyphens.
_URL = r"(?:[^\s()<>]|(?<=-)\n(?!\n)|\((?:[^\s()<>])*+\))*+"
_TARGET = rf"\((?!\n\n)\s?+<?(?P<url>{_URL})>?(?:\s\"[^\"\n]*+\")?+\s?+\)"
_ATTRIBUTES = r"(?:[ ]?\{[.\#](?:[^{}\n]|\n(?!\n)){0,2000}+\})*+"
_MARK = regex.compile(
    rf"""
      (?P<gap>\n\n)
    | !\[(?P<alt>[^\[\]\n]*+)\](?:{_TARGET}|\[[0-9]*+\]){_ATTRIBUTES}
    | \]{_TARGET}{_ATTRIBUTES}
    | \][ ]?\[(?P<ref>[0-9]{{1,4}})\]
    | \](?P<span>\{{[.\#](?:[^{{}}\n]|\n(?!\n)){{0,2000}}+\}})
    | \\[\[\]]
    | (?P<open>\[)
    | (?P<close>\])
    """,
    regex.VERBOSE,
)
#: `Title (/papers/2511.12142)`: a path of the site in brackets after the text that links there.
_TRAILING = regex.compile(
    r"(?:^|[ ])\((?P<url>/[\w%?=&.\#/-]*+"
    r"|https?://(?:www\.)?huggingface\.co/(?:papers/[0-9]|login\?)[^\s()]*+"
    rf"|(?<=(?:{GITHUB}|{ARXIV_PAGE})[^\n()]{{0,12}}\()https?://[^\s()]++)\)",
    regex.MULTILINE,
)
_SITE_PATH = regex.compile("/papers/")
#: `[23]Title`: the number of a link before its text; `[23]` alone where the link has none.
_NUMBER = r"\[(?P<number>[0-9]{1,4})\]"
_NUMBERED = regex.compile(
    rf"(?<![\w)\].,]){_NUMBER}(?=[^\s,.;:)!?(]|$)"
    rf"|(?:^|(?<=^[•*+-] )){_NUMBER}(?= (?!\w++://))"
    rf"|(?<= ){_NUMBER}(?= [0-9]{{1,6}}$)",
    regex.MULTILINE,
)
#: A line of the table of links at the end: `  23. https://...` or `[23]: /papers/...`.
_TABLE = regex.compile(
    r"^(?:\[(?P<number>[0-9]{1,4})\]:?|(?P<number>[0-9]{1,4})\.)"
    r"(?:[ \n]<?(?P<url>(?:\w+://|/)\S*+)(?: \"[^\"\n]*+\")?+)?+$",
    regex.MULTILINE,
)
#: The labels of links that lead away from the site: "GitHub 11.3k", "arXiv Page".
_LABEL = regex.compile(rf"(?:{GITHUB}\s[0-9.,]+[kM]?|{GITHUB}|{ARXIV_PAGE})\s?(?=\])")
_LABEL_LENGTH = 24
_SITE = regex.compile(
    r"[/\#?]|(?:\w+:)?//(?:(?:[\w-]+\.)*huggingface\.co|[^/\s]*+/(?:papers|login))\b|$"
)
#: A page that was cut may begin with any number; so many are tried as its first.
_FIRST_NUMBERS = 12
_NEW_ITEM = regex.compile(r"\n[*+•-](?:\s|$)")
#: The start of a line, with no more than so many signs of list marks after it.
_LINE_BEGINS, _LINE_MARKS = regex.compile(r"(?s:.*\n)?[*•+ -]*+"), 8
#: A word that the query marks, in the midst of a sentence.
_QUERY_MARK = "{.mark}"
_SPACES = regex.compile(" ++")
#: A backslash of LaTeX: neither escaped itself nor before a sign that Markdown knows.
_LATEX = regex.compile(r"(?<!\\)(?:\\\\)*+\\[\p{L}&%{}]")
_LATEX_WORD = regex.compile(r"(?<!\\)(?:\\\\)*+\\\p{L}")
_DOUBLED = regex.compile(r"(?<!\\)(?:\\\\)++\p{L}")
#: What an extractor that escapes signs of Markdown leaves somewhere.
_ESCAPED_SIGN = regex.compile(r"\\[*\[_`<|\#~]")
#: A number that would begin a list, escaped so that it does not; its line may have been joined.
_LIST_ESCAPE = regex.compile(r"(?<!\S)[0-9]{1,9}\K\\(?=[.)]\s)")
#: Signs that extractors escape since they would begin a mark of Markdown, and others.
_MARK_SIGNS, _OTHER_SIGNS = "*[_`<", "|#~&{}()!=+"
_ANY_SIGN = "\\*_[]<>#`|~$^'\"@.+!()=-"
_LINE_START = regex.compile(rf"^[\#*+>|\s{EDGE}-]++", regex.MULTILINE)


class Marked(NamedTuple):
    """Lines, the text of each with in-band marks, and the targets of the links by number."""

    lines: Sequence[Piece]
    rows: Sequence[str]
    targets: Sequence[str]
    #: Whether none of the rows holds a mark.
    plain: bool


class _Edit(NamedTuple):
    start: int
    end: int
    text: str


def take_links(lines: Sequence[Piece]) -> Marked:
    """Replace links, images and tags by in-band marks."""
    text = "\n".join([line.text for line in lines])
    tagged = holds_tags(text)
    if not tagged and _is_plain(text, lines):
        return Marked(lines, [line.text for line in lines], [], True)
    text = "\n".join([f"\n{line.text}" if line.gap else line.text for line in lines])
    if tagged:
        text = _SPACES.sub(" ", tags_to_marks(text, JOIN))
    targets: list[str] = []
    edits: list[_Edit] = []
    bracketed = "[" in text and ("](" in text or "][" in text or "] [" in text or "]{" in text)
    numbered = _numbered_links(text) if "[" in text else []
    table: dict[int, str] = {}
    if numbered or bracketed:
        for match in _TABLE.finditer(text):
            if match["url"]:
                table[int(match["number"])] = match["url"]
                edits.append(_Edit(*match.span(), "\n" * match[0].count("\n")))
    for match in numbered:
        mark = _target(table.get(int(match["number"]), ""), targets)
        edits.append(_Edit(*match.span(), EDGE + mark))
    if bracketed:
        edits += _bracketed_links(text, None if numbered else table, targets)
    if "(/" in text or "(http" in text:
        for match in _TRAILING.finditer(text):
            edits.append(_Edit(*match.span(), _target(match["url"], targets) + EDGE))
    attributed = "){." in text or "]{." in text
    text = _unescape(_apply(text, edits) if edits else text, attributed)
    found = list(_rows(text, lines))
    rows = [row for _, row in found]
    return Marked([line for line, _ in found], rows, targets, not targets and EDGE not in text)


def _is_plain(text: str, lines: Sequence[Piece]) -> bool:
    """Whether nothing in a text can be a link, an image, or Markdown's way to escape a sign."""
    if "[" in text or _SITE_PATH.search(text):
        return False
    if "\\" not in text:
        return True
    return not _ESCAPED_SIGN.search(text) and not any(line.text[0] == "#" for line in lines)


def _numbered_links(text: str) -> list[regex.Match[str]]:
    """Find the numbers before links; they count upwards through the page, unlike citations."""
    matches = list(_NUMBERED.finditer(text))
    chains = (_chain(matches[start:]) for start in range(min(len(matches), _FIRST_NUMBERS)))
    longest = max(chains, key=len, default=[])
    return longest if len(longest) >= 3 else []


def _chain(matches: Sequence[regex.Match[str]]) -> list[regex.Match[str]]:
    """Follow numbers from the first one upwards, in steps that leave few out."""
    found: list[regex.Match[str]] = []
    last = int(matches[0]["number"]) - 1
    for match in matches:
        if last < int(match["number"]) <= last + 3:
            found.append(match)
            last = int(match["number"])
    return found


def _bracketed_links(
    text: str, table: dict[int, str] | None, targets: list[str]
) -> Iterator[_Edit]:
    """Find `[text](url)`, `[text][23]` and `![image text](url)`; `[23]` only given a table.

    Text of the page may hold brackets of its own, even lone ones. So a target closes the first
    bracket of its paragraph that is still open: the site never puts a link into a link.
    """
    openers: list[int] = []
    for match in _MARK.finditer(text):
        if match["open"]:
            openers.append(match.start())
        elif match["close"] or (match["ref"] and table is None):
            del openers[-1:]
        elif match["gap"]:
            openers = [start for start in openers[-1:] if _spans_paragraphs(text, start, match)]
        elif match["alt"] is not None:
            yield _Edit(*match.span(), f"{EDGE}{ALT}{match['alt']}{ALT}{EDGE}")
        elif match[0][0] == "]":
            yield from _closed_link(text, match, openers, table or {}, targets)


def _closed_link(
    text: str,
    match: regex.Match[str],
    openers: list[int],
    table: dict[int, str],
    targets: list[str],
) -> Iterator[_Edit]:
    """Close a link at its target, and take the bracket that opened it from those still open."""
    target = table.get(int(match["ref"]), "") if match["ref"] else match["url"] or ""
    if openers and not _is_mark(text, openers[-1], match, target):
        openers.pop()
        return
    if openers:
        # Brackets that open side by side are one in another; else the first one is the link's.
        if match["span"] or openers[-1] - openers[0] == len(openers) - 1:
            start = openers.pop()
        else:
            start = openers[0]
            openers.clear()
        if match["span"] == _QUERY_MARK:
            yield _Edit(start, start + 1, "")
            yield _Edit(*match.span(), "")
            return
        yield _Edit(start, start + 1, EDGE)
        yield from _joins(text, start, match.start())
    yield _Edit(*match.span(), _target(target, targets) + EDGE)


def _spans_paragraphs(text: str, opener: int, gap: regex.Match[str]) -> bool:
    """Whether a bracket opens a link of more than one paragraph: alone, or before a short one."""
    if text[opener + 1 : opener + 2] in ("\n", "*", "-", "+", "!"):
        return True
    return text[opener - 1 : opener] in ("\n", "") and gap.start() - opener < 40


def _is_mark(text: str, opener: int, close: regex.Match[str], target: str) -> bool:
    """Whether a link is the page's own; inside of prose, a link elsewhere is its author's text."""
    if _SITE.match(target):
        return True
    if _LABEL.search(text, max(opener, close.start() - _LABEL_LENGTH), close.end()):
        return True
    alone = _LINE_BEGINS.fullmatch(text, max(0, opener - _LINE_MARKS), opener)
    return alone is not None and text[close.end() : close.end() + 1] in ("", "\n")


def _joins(text: str, start: int, end: int) -> Iterator[_Edit]:
    """Join the lines of a link's text, unless it is a list or spans paragraphs."""
    inside = text[start:end]
    if "\n" in inside and "\n\n" not in inside and not _NEW_ITEM.search(inside):
        for match in regex.finditer(r"\n", inside):
            yield _Edit(start + match.start(), start + match.end(), JOIN)


def _target(target: str, targets: list[str]) -> str:
    """Remember a target, and return the in-band mark that stands for it."""
    targets.append("".join(target.split()))
    return f"{LINK}{len(targets) - 1}{LINK}"


def _unescape(text: str, attributed: bool) -> str:
    """Take the backslashes of Markdown away, where this page's extractor escapes signs.

    An extractor that escapes a sign does so wherever it stands in prose; in an author's own LaTeX
    it stands beside signs without a backslash, and backslashes stand before letters. One that
    escapes backslashes, too, leaves hardly a lone one before a letter; so does one that gives
    links attributes.
    """
    if "\\" not in text:
        return text
    prose = _LINE_START.sub("", text)
    signs = {sign: prose.count(sign) for sign in _MARK_SIGNS + _OTHER_SIGNS}
    # The text of a link elsewhere, which its author wrote, stands in brackets of its own.
    signs["["] -= prose.count("](")
    signs["("] -= prose.count("](")
    escaped = {sign for sign, count in signs.items() if 0 < prose.count("\\" + sign) == count}
    # One that escapes what neither Markdown's nor LaTeX's marks need escapes all that it can.
    thorough = not escaped.isdisjoint("(=+")
    marked = LINK in text or "\n#" in text or text[:1] == "#"
    if marked:
        text = _LIST_ESCAPE.sub("", text)
    if escaped or attributed:
        lone = len((_LATEX_WORD if thorough else _LATEX).findall(prose))
        if lone <= (len(_DOUBLED.findall(prose)) if marked else 0):
            return _without_escapes(text, _ANY_SIGN + ("&" if thorough else ""))
    if not marked or escaped.isdisjoint("*[_`<(=+"):
        return text
    return _without_escapes(text, "_])>" + "".join(escaped if thorough else escaped & {*"*[_`<"}))


def _without_escapes(text: str, signs: str) -> str:
    """Take the backslashes before signs away."""
    return regex.sub(rf"\\([{regex.escape(signs)}])", r"\1", text)


def _apply(text: str, edits: list[_Edit]) -> str:
    """Carry out the edits in one pass; of two that overlap, the first one is carried out."""
    parts: list[str] = []
    done = 0
    for edit in sorted(edits):
        if edit.start >= done:
            kept = edit.text.count("\n") + edit.text.count(JOIN)
            swallowed = text.count("\n", edit.start, edit.end) - kept
            parts += (text[done : edit.start], edit.text, JOIN * swallowed)
            done = edit.end
    parts.append(text[done:])
    return "".join(parts)


def _rows(text: str, lines: Sequence[Piece]) -> Iterator[tuple[Piece, str]]:
    """Go through the text and the lines it was made of side by side."""
    rows = iter(text.split("\n"))
    remaining = iter(lines)
    for line in remaining:
        if line.gap:
            next(rows)
        row = next(rows)
        if JOIN in row:
            last = line
            for _ in range(row.count(JOIN)):
                last = next(remaining)
            line = line._replace(last=last.last)
            row = _SPACES.sub(" ", row.replace(JOIN, " ")).replace(f" {LINK}", LINK)
        yield line, row.strip(" ")
