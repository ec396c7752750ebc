"""Marks of links and images: taken out of the text, remembered for the text that they stood at.

The result is still one text line by line; where a link or an image was, it holds in-band marks
(`_edits`). `_pieces` splits the lines at them.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

import regex

from hfpapers._beside import targets_beside
from hfpapers._clean import Piece
from hfpapers._edits import ALT, EDGE, JOIN, LINK, Edit, apply_edits, target_mark
from hfpapers._escapes import without_escapes
from hfpapers._labels import is_label
from hfpapers._mended import mended
from hfpapers._references import LONGEST_LABEL, NAME, NO_NUMBERS, label, numbered_links, read_table
from hfpapers._tags import holds_tags, linked_text, tags_to_marks
from hfpapers._words import DOMAIN, HOST, UPVOTE

#: Wrappers break a url at its hyphens.
_URL = r"(?:[^\s()<>]++|(?<=-)\n(?!\n)|\([^\s()<>]*+\))*+"
_TARGET = rf"\((?!\n\n)\s?+<?(?P<url>{_URL})>?(?:\s\"[^\"\n]*+\")?+\s?+\)"
_ATTRIBUTES = r"(?:[ ]?\{[.\#](?:[^{}\n]|\n(?!\n)){0,2000}+\})*+"
_MARK = regex.compile(
    rf"""
      (?P<gap>\n\n)
    | !\[(?P<alt>(?:[^\[\]\n]|\n(?!\n))*+)\](?P<shown>{_TARGET}|\[[0-9]*+\])?+{_ATTRIBUTES}
    | \]{_TARGET}{_ATTRIBUTES}
    | \][ ]?\[(?P<ref>{NAME}{{0,{LONGEST_LABEL}}}+)\]{_ATTRIBUTES}
    | \](?P<span>\{{[.\#](?:[^{{}}\n]|\n(?!\n)){{0,2000}}+\}})
    | \\[\[\]]
    | (?P<open>\[)
    | (?P<close>\])(?:[ ]\{{\#[^{{}}\n]++\}})?+
    """,
    regex.VERBOSE,
)
#: Brackets of a link that spans paragraphs, which a formatter of Markdown took for text.
_ESCAPED_OPEN = regex.compile(rf"^\\\[(?=(?:{UPVOTE})?$|\\?[*+-]\s)", regex.MULTILINE)
_ESCAPED_CLOSE = regex.compile(rf"\\\](?=\((?:{HOST})?/(?:papers/[0-9]|login\?))")
#: So many line ends with backslashes show that an extractor writes them.
_FEWEST_BREAKS = 2
#: Where a link of the site leads; in a page from an archive, to the archive, and that to the site.
_SITE = regex.compile(rf"[/\#?]|(?:\w+:)?//(?:{DOMAIN}|[^/\s]*+/(?:papers|login)\b|\S*?/{HOST})|$")
#: What a link begins with that holds a list, and how long a text that stands above one may be.
_LIST_BEGINS, _SHORT = frozenset("\n*-+!"), 40
_NEW_ITEM = regex.compile(r"\n[*+•-](?:\s|$)")
_LINE_END = regex.compile(r"\n")
#: A line without text, perhaps with Markdown's hard line break.
_BLANK_LINE = regex.compile(r"\n\\{0,2}+\n")
#: The backslashes of a hard line break inside of a link, where its line end was joined or not.
_JOINED_BREAK = regex.compile(rf"(?<!\\)\\{{1,2}}+(?={JOIN})")
_JOINS = regex.compile(rf"{JOIN}++")
_ROW_BREAK = regex.compile(r"(?<!\\)\\{1,2}+$", regex.MULTILINE)
#: Marks before the bracket that a row begins with, and those of a heading at their end.
_ROW_MARKS, _ROW_HEADING = regex.compile(r"[*•+>\# -]*+"), regex.compile(r"\#{1,6}+(?= ?$)")
#: No link of the site has a longer text.
_LONGEST_TEXT = 6000
#: The start of a line, with no more than so many signs of list marks after it.
_LINE_BEGINS, _LINE_MARKS = regex.compile(r"(?s:.*\n)?[*•+ -]*+"), 8
#: A word that the query marks, in the midst of a sentence.
_QUERY_MARK = "{.mark}"
_SPACES = regex.compile(" ++")
#: What an extractor that escapes signs of Markdown leaves somewhere.
_ESCAPED_SIGN = regex.compile(r"\\[*\[_`<|\#~]")


class Marked(NamedTuple):
    """Lines, the text of each with in-band marks, and the targets of the links by number."""

    lines: Sequence[Piece]
    rows: Sequence[str]
    targets: Sequence[str]


def take_links(lines: Sequence[Piece]) -> Marked:
    """Replace links, images and tags by in-band marks."""
    texts = [line.text for line in lines]
    tagged = holds_tags(texts)
    if not (tagged or _holds_links(texts) or _holds_escapes(texts)):
        return Marked(lines, texts, [])
    text = "\n".join([f"\n{line.text}" if line.gap else line.text for line in lines])
    if "\\](" in text:
        text = _ESCAPED_CLOSE.sub("]", _ESCAPED_OPEN.sub("[", text))
    text = mended(text)
    raw = linked_text(text) if tagged else ""
    if tagged:
        text = _SPACES.sub(" ", tags_to_marks(text))
    targets: list[str] = []
    edits: list[Edit] = list(targets_beside(text, targets))
    numbers = numbered_links(text) if "[" in text or "⟨" in text else NO_NUMBERS
    bracketed = "[" in text and any(mark in text for mark in ("](", "][", "] [", "]{", "]:"))
    table: dict[str, str] = {}
    if numbers.matches or bracketed:
        table, found = read_table(text)
        edits += found
    for match in numbers.matches:
        mark = target_mark(table.get(match["number"], ""), targets)
        edits.append(Edit(*match.span(), mark + EDGE if numbers.behind else EDGE + mark))
    if bracketed:
        edits += _bracketed_links(text, None if numbers.matches else table, targets)
    if not (edits or tagged or "\\" in text):
        return Marked(lines, texts, [])
    attributed = "){." in text or "]{." in text
    text = _without_breaks(apply_edits(text, edits)) if edits else text
    text = without_escapes(text, attributed, raw)
    pairs = list(_rows(text, lines))
    return Marked([line for line, _ in pairs], [row for _, row in pairs], targets)


def _holds_links(rows: Sequence[str]) -> bool:
    """Whether anything in a text can be a link or an image."""
    bracketed = [row for row in rows if "[" in row or "⟨" in row]
    pathed = [row for row in rows if "/" in row]
    return bool(bracketed) or any("/papers" in row or "/login?" in row for row in pathed)


def _holds_escapes(rows: Sequence[str]) -> bool:
    """Whether a sign may be escaped as Markdown does, in what holds neither links nor images."""
    found = [row for row in rows if "\\" in row]
    if not found:
        return False
    return any(map(_ESCAPED_SIGN.search, found)) or "#" in [row[:1] for row in rows]


def _without_breaks(text: str) -> str:
    r"""Take hard line breaks out of the texts of links, if most line ends in them are such.

    An author's own `\\` ends few of the lines of an abstract.
    """
    if f"\\{JOIN}" not in text:
        return text
    broken = len(_JOINED_BREAK.findall(text))
    more = len(_ROW_BREAK.findall(text))
    if broken * 2 < len(_JOINS.findall(text)) or broken + more < _FEWEST_BREAKS:
        return text
    return _JOINED_BREAK.sub("", text)


def _bracketed_links(
    text: str, table: Mapping[str, str] | None, targets: list[str]
) -> Iterator[Edit]:
    """Find `[text](url)`, `[text][label]` and `![image text](url)`; labels only given a table.

    Text of the page may hold brackets of its own, even lone ones. So a target closes the first
    bracket of its paragraph that is still open: the site never puts a link into a link. Where none
    is, it closes the one that a row above began with.
    """
    openers: list[int] = []
    held: int | None = None
    for match in _MARK.finditer(text):
        sign = text[match.start()]
        if sign == "[":
            openers.append(match.start())
        elif sign == "\n":
            begun = (start for start in openers if _row_marks(text, start) is not None)
            held = next(begun, held)
            openers = [start for start in openers[-1:] if _spans_paragraphs(text, start, match)]
        elif sign == "!" and (match["shown"] or label(match["alt"]) in (table or ())):
            alt = match["alt"].replace("-\n", "-").replace("\n", " ")
            yield Edit(*match.span(), f"{EDGE}{ALT}{alt}{ALT}{EDGE}")
        elif sign == "]":
            named = table or match.lastgroup != "close"
            target = _target(text, match, openers, table) if named else None
            if target is None:
                del openers[-1:]
            else:
                if held is not None and not openers and match.start() - held < _LONGEST_TEXT:
                    openers = [held] if _SITE.match(target) else []
                held = None
                yield from _closed_link(text, match, openers, target, targets)


def _target(
    text: str, match: regex.Match[str], openers: Sequence[int], table: Mapping[str, str] | None
) -> str | None:
    """Return where a link that closes here leads, perhaps unknown; None if it is no link."""
    if match["url"] is not None or match["span"]:
        return match["url"] or ""
    if table is None:
        return None
    ref = match["ref"]
    if ref and ref.isdecimal():
        return table.get(ref, "")
    if ref is None and text[match.end() : match.end() + 1] == ":":
        return None
    # A longer text is no label, and one more character shows that.
    start = max(openers[-1] + 1, match.start() - LONGEST_LABEL - 1) if openers else match.start()
    name = ref or text[start : match.start()]
    if name.isdecimal() or len(name) > LONGEST_LABEL:
        return None
    return table.get(label(name), "" if name and ref == "" else None)


def _closed_link(
    text: str,
    match: regex.Match[str],
    openers: list[int],
    target: str,
    targets: list[str],
) -> Sequence[Edit]:
    """Close a link at its target, and take the bracket that opened it from those still open."""
    if not openers:
        return (Edit(*match.span(), target_mark(target, targets) + EDGE),)
    # A reference is the page's own wherever it leads, since its table is.
    if match["ref"] is None and not _is_mark(text, openers[-1], match, target):
        openers.pop()
        return ()
    # Brackets that open side by side are one in another; else the first one is the link's.
    if match["span"] or openers[-1] - openers[0] == len(openers) - 1:
        start = openers.pop()
    else:
        start = openers[0]
        openers.clear()
    if match["span"] == _QUERY_MARK:
        return Edit(start, start + 1, ""), Edit(*match.span(), "")
    mark = target_mark(target, targets) + EDGE
    if text[start + 1 : match.start()] == target:
        # Some write the target for a text that is not there.
        return (Edit(start, match.end(), EDGE + mark),)
    end = len(text[start : match.start()].rstrip("\n\\ ")) + start
    ends = [Edit(*match.span(), mark)]
    if "\n" in text[end : match.start()] and end > start + 1:
        ends = [Edit(end, end, mark), Edit(*match.span(), "")]
    return Edit(start, start + 1, EDGE), *_joins(text, start, match.start()), *ends


def _spans_paragraphs(text: str, opener: int, gap: regex.Match[str]) -> bool:
    """Whether a bracket opens a link of more than one paragraph: alone, or before a short one."""
    if text[opener + 1] in _LIST_BEGINS:
        return True
    inside = text[opener + 1 : gap.start()]
    return inside == UPVOTE or (text[opener - 1 : opener] in ("\n", "") and len(inside) < _SHORT)


def _row_marks(text: str, opener: int) -> str | None:
    """Return the marks before a bracket that a row begins with; None if it stands elsewhere."""
    start = max(0, opener - _LINE_MARKS)
    start = max(start, text.rfind("\n", start, opener) + 1)
    begins = start == 0 or text[start - 1] == "\n"
    return text[start:opener] if begins and _ROW_MARKS.fullmatch(text, start, opener) else None


def _is_mark(text: str, opener: int, close: regex.Match[str], target: str) -> bool:
    """Whether a link is the page's own; inside of prose, a link elsewhere is its author's text."""
    if _SITE.match(target):
        return True
    if is_label(text, opener, close.start()):
        return True
    alone = _LINE_BEGINS.fullmatch(text, max(0, opener - _LINE_MARKS), opener)
    return alone is not None and text[close.end() : close.end() + 1] in ("", "\n")


def _joins(text: str, start: int, end: int) -> Sequence[Edit]:
    """Join the lines of a link's text, unless it is a list or spans paragraphs.

    That of a heading is one line. Some write the mark of a heading before each line of it.
    """
    inside = text[start:end]
    if "\n" not in inside:
        return ()
    if heading := _ROW_HEADING.search(_row_marks(text, start) or ""):
        ends = regex.finditer(rf"\n++(?:\\{{1,2}}+\n++)*+(?:{heading[0]} )?+", inside)
        return [Edit(start + one.start(), start + one.end(), JOIN) for one in ends]
    if _is_list(inside) or _BLANK_LINE.search(inside):
        return ()
    return [Edit(*match.span(), JOIN) for match in _LINE_END.finditer(text, start, end)]


def _is_list(inside: str) -> bool:
    """Whether a link's text is a list; a line of a wrapped abstract may begin as an item does."""
    items = len(_NEW_ITEM.findall(inside))
    begins = inside[1] in _LIST_BEGINS or inside.index("\n") < _SHORT
    return items > 0 if begins else items * 2 > inside.count("\n") + 1


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
