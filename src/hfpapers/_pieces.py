"""Pieces: the smallest runs of text that the extractor kept apart, and what the marks said.

A piece is a line, or the part of a line that is a link of its own. Headings, list marks, bold,
rules, fences and escapes are taken off here.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import TypeAlias

import regex

from hfpapers._addresses import give_to_titles, hold_addresses, read_address
from hfpapers._clean import Piece, hangs
from hfpapers._edits import ALT, EDGE, LINK
from hfpapers._links import Link, read_link
from hfpapers._marks import Marked, take_links
from hfpapers._slugs import is_account_of
from hfpapers._words import AUTHORS, RULE_SIGNS, SUBMITTED_BY
from hfpapers._wrap import SHORTEST

_HEADING = regex.compile(
    r"(?P<mark>[*=]{2,6})\s++(?P<text>.+)\s(?P=mark)$"
    r"|(?:(?P<mark>\#{1,6})\s++|(?P<mark>[■▌█◆▶►])\s*+)(?P<text>.+)$"
)
_HEADING_ID = regex.compile(r"\s\{\#[^{}]++\}$")
_BULLET = regex.compile(
    r"(?:[*•‣◦▪●+]\ufe0f?|-(?=\s+\S)|>)\s++|[•‣◦▪●](?=\S)|[*+](?=·|$)|[•‣◦▪●]$"
    # The marks of a whole list may stand in one line, before the item of it that is no image.
    rf"|(?:[*•+-]\s?){{2,}}+(?=·|[0-9,]++ {AUTHORS}$)"
    # Before what begins a card, a number with a dot is the number of the card.
    rf"|[0-9]{{1,3}}[.)]\s++(?=(?:[0-9]{{1,6}}(?: {AUTHORS})?|[·-]|{SUBMITTED_BY}.*+)$)"
)
_BOLD = regex.compile(r"(?P<mark>\*\*|__)(?P<text>[^\s*_](?:.*[^\s*_])?)(?P=mark)$")
#: Where an image was: its name, or words for it in any language, in brackets.
_PLACEHOLDER = regex.compile(r"(?:\[(?![ xX-]\])[^\[\]]{0,60}+\]\s*+)++$")
#: The target of a link that is nowhere.
_DEFINITION = regex.compile(r"\[[^\[\]]++\]:\s\S++$")
_DIGIT = regex.compile(r"\d")
_EMPTY = regex.compile(r"^(?:\[\]\s*+)++|(?<!\[\]\s?)\s*+(?:\[\]\s*+)++$|(?<=\s)\[\] (?=[0-9])")
#: The marks that close a heading, apart from its text.
_CLOSING = regex.compile(r"(?:^|\s)\#++$")
#: A sign that would begin a list, heading or quotation, escaped so that it does not.
_ESCAPED = regex.compile(r"\\(?=[-+*\#>·](?:\s|$))")
#: Markdown's hard line break, in a text that may hold LaTeX; also below no word; and anywhere.
_BREAK_TWICE = regex.compile(r"\\\\$")
_BREAK_ALONE = regex.compile(r"\\\\$|^\W+$")
_BREAK = regex.compile(r"\\$")
_EMPHASIS = regex.compile(r"(?<!\S)(?:[*_~]{1,3}|={2,6} ?)$")
#: A dash, or votes, and a link behind them.
_DASHED, _COUNTED = f"- {EDGE}", regex.compile(rf"[0-9][0-9.,]*+[kKM]? ?{EDGE}")
_UNDERLINE = regex.compile(r"={3,}+$|-{3,}+$")
#: What every mark at the start of a row begins with.
_MARKS = frozenset(["", *"#*-+•‣◦▪●>|_=[]`~:\\━─═—–{}h<■▌█◆▶►"])
#: Only a list mark begins with a number.
_ANY_MARKS = _MARKS | frozenset("0123456789")
_FENCES = ("```", "~~~", ":::")
#: What says nothing: rules, frames, comments, lone list marks, brackets of lost images.
_RULE = regex.compile(
    rf"<!--.*-->$|<![^<>]*+>$|[{RULE_SIGNS}`|+>•\[\]{{}}]{{2,}}+$|(?!-)[{RULE_SIGNS}|+>•\[\]{{}}]$"
)


#: A text without its marks, the mark of its heading, and its list mark.
_Unmarked: TypeAlias = tuple[str, str, str]


def read_pieces(lines: Sequence[Piece]) -> list[Piece]:
    """Take the marks off the lines, and return the pieces of text that are left."""
    marked = take_links(lines)
    lines, rows = marked.lines, _without_dashes(marked.rows)
    addressed = hold_addresses(rows)
    if addressed:
        lines, rows = give_to_titles(lines, rows)
    links = _read_links(marked.targets)
    line_break = _line_break(marked)
    pieces: list[Piece] = []
    lost: list[Piece] = []
    known: dict[str, _Unmarked] = {}
    waiting: Piece | None = None
    for line, row in zip(lines, rows, strict=True):
        if addressed and (link := read_address(row)):
            _attach(pieces, line._replace(text="", link=link))
        elif waiting is None and EDGE not in row and not row.endswith("\\"):
            if row == line.text and row[0] not in _ANY_MARKS:
                pieces.append(line)
            else:
                _add_plain(pieces, lost, line, row, known)
        else:
            found = _row_pieces(line, row, links, line_break)
            waiting = _add_marked(pieces, lost, found, waiting)
    lost += [waiting] if waiting else []
    return _with_lost(_with_whole_headings(pieces), lost)


def _with_lost(pieces: list[Piece], lost: Sequence[Piece]) -> list[Piece]:
    """Put what has no text but words of an image, and no link, where it stood."""
    words = [piece for piece in lost if piece.alt and piece.link is None]
    return sorted([*pieces, *words], key=lambda piece: piece.row) if words else pieces


def _without_dashes(rows: Sequence[str]) -> Sequence[str]:
    """Take list marks off rows that begin with a link: `- [Title](url)`.

    Only where other links stand right behind a number is such a dash the votes.
    """
    if not any(row.startswith(_DASHED) for row in rows) or any(map(_COUNTED.match, rows)):
        return rows
    return [row[2:] if row.startswith(_DASHED) else row for row in rows]


def _with_whole_headings(pieces: list[Piece]) -> list[Piece]:
    """Put headings together that were broken, where each line of one has its mark.

    Other headings stand below blank lines on such a page, or the second line hangs.
    """
    headed = [piece for piece in pieces if piece.heading[:1] == "#"]
    spaced = sum(piece.gap for piece in headed) * 2 > len(headed)
    whole: list[Piece] = []
    for piece in pieces:
        if whole and piece.heading[:1] == "#" and _goes_on(whole[-1], piece, spaced):
            above = whole[-1]
            first = above.text.removesuffix("\\")
            text, link = f"{first} {piece.text}", above.link or piece.link
            whole[-1] = above._replace(text=text, last=piece.last, link=link)
        else:
            whole.append(piece)
    return whole


def _goes_on(above: Piece, piece: Piece, spaced: bool) -> bool:
    """Whether a heading is the second line of the one above it."""
    marked = above.heading == piece.heading and not piece.gap and len(above.text) >= SHORTEST
    return marked and (spaced or hangs(piece, above) or above.text.endswith("\\"))


def _line_break(marked: Marked) -> regex.Pattern[str]:
    """Return what Markdown's hard line break is on a page: one in a line of its own shows more."""
    if not marked.targets:
        return _BREAK_TWICE
    return _BREAK if "\\" in marked.rows else _BREAK_ALONE


def _read_links(targets: Sequence[str]) -> list[Link | None]:
    """Read each target once: a card links to its paper from many places. An empty one is none."""
    known = {target: read_link(target) if target else None for target in set(targets)}
    return [known[target] for target in targets]


def _add_plain(
    pieces: list[Piece], lost: list[Piece], line: Piece, row: str, known: dict[str, _Unmarked]
) -> None:
    """Add a row without links and images: one piece, or nothing if it is but a mark.

    What was made of a row is `known`, since many rows of a page are the same.
    """
    if row not in known:
        known[row] = _take_line_marks(row)
    text, heading, bullet = known[row]
    piece = line if text == line.text else Piece(text, *line[1:7], heading, bullet, line.link)
    if text:
        pieces.append(piece)
    elif heading:
        _underline(pieces, piece)
    elif row[:1] == "[" or row[:4] == "<!--":
        lost.append(piece._replace(alt=row))


def _add_marked(
    pieces: list[Piece], lost: list[Piece], row: Iterable[Piece], waiting: Piece | None
) -> Piece | None:
    """Add the pieces of a row; return what waits for the next text: a link or image without any."""
    for piece in row:
        if piece.link and piece.link.kind == "day" and not any(map(str.isalnum, piece.text)):
            # An arrow to the day before or after.
            pieces.append(piece._replace(text=""))
        elif piece.text:
            if waiting:
                # Image text that stood alone is no caption, but the account of an organisation.
                above = waiting.alt if is_account_of(waiting.alt or "", piece.text) else None
                piece = piece._replace(link=piece.link or waiting.link, alt=piece.alt or above)
                lost += [] if above else [waiting]
            pieces.append(piece)
            waiting = None
        elif piece.heading:
            _underline(pieces, piece)
        elif piece.link and piece.link.kind in ("day", "query"):
            pieces.append(piece)
        elif waiting is None:
            waiting = piece
        else:
            waiting = piece._replace(link=piece.link or waiting.link, alt=piece.alt or waiting.alt)
    return waiting


def _underline(pieces: list[Piece], rule: Piece) -> None:
    """Make a heading of the text that a rule as long stands right below; `---` also parts cards."""
    if not pieces or rule.gap:
        return
    if rule.heading[0] == "=" or len(rule.heading) * 2 >= len(pieces[-1].text):
        pieces[-1] = pieces[-1]._replace(heading=rule.heading[0])


def _attach(pieces: list[Piece], url: Piece) -> None:
    """Give a url on a line of its own to the text above it."""
    assert url.link is not None
    if pieces and pieces[-1].link is None and url.link.kind not in ("day", "query"):
        pieces[-1] = pieces[-1]._replace(link=url.link)
    else:
        pieces.append(url)


def _row_pieces(
    line: Piece, row: str, links: Sequence[Link | None], line_break: regex.Pattern[str]
) -> Iterator[Piece]:
    """Split a row at the edges of its links and images."""
    heading = bullet = ""
    alt = None
    first = True
    mark = row.partition(" ")[0] if row[:1] == "#" else ""
    for place, part in enumerate(_without_emphasis(_with_keywords(row.split(EDGE), links))):
        text, link, found_alt = _read_part(part, links)
        alt = found_alt or alt
        if text[-1:] == "\\" and line_break.search(text):
            text = text.rstrip("\\ ")
        if mark and place:
            text = _heading_text(text, mark)
        underline = ""
        if first and text:
            text, found, list_mark = _take_line_marks(text)
            heading, bullet = heading or found, bullet or list_mark
            underline = "" if text else found
        elif _ESCAPED.match(text):
            text = text[1:]
        elif text[:1] == "[" and _PLACEHOLDER.match(text) and not _DIGIT.search(text):
            text = ""
        if text or link or underline:
            yield Piece(text, *line[1:7], heading, bullet, link, alt if text else None)
        if text:
            first, alt, bullet = False, None, ""
    if first and alt:
        yield Piece("", *line[1:7], alt=alt)


def _with_keywords(parts: list[str], links: Sequence[Link | None]) -> list[str]:
    """Put words that link to a search back where they stand in a text, with the spaces they have.

    A query that stands alone is the page's own.
    """
    keywords = [LINK in part and _is_query(part, links) for part in parts]
    rest = [part for part, keyword in zip(parts, keywords, strict=True) if not keyword]
    if not any(keywords) or not any(map(str.isalnum, "".join(rest))):
        return parts
    joined: list[str] = []
    for part, keyword, above in zip(parts, keywords, [False, *keywords], strict=False):
        text = "".join(part.split(LINK)[::2]) if keyword else part
        if joined and (keyword or above):
            joined[-1] += text
        else:
            joined.append(text)
    return joined


def _is_query(part: str, links: Sequence[Link | None]) -> bool:
    """Whether a part of a row is a text that links to a search."""
    text, link, _ = _read_part(part, links)
    return bool(text) and link is not None and link.kind == "query"


def _without_emphasis(parts: list[str]) -> list[str]:
    """Take the marks away that stand on both sides of a link: `**[Title](url)**`."""
    for place in range(1, len(parts) - 1):
        opens = _EMPHASIS.search(parts[place - 1])
        if opens and parts[place + 1].startswith(opens[0]):
            parts[place - 1] = parts[place - 1][: opens.start()]
            parts[place + 1] = parts[place + 1][len(opens[0]) :]
    return parts


def _read_part(part: str, links: Sequence[Link | None]) -> tuple[str, Link | None, str | None]:
    """Return the text of a part of a row, its link, and image text, as the in-band marks say."""
    if LINK not in part and ALT not in part:
        return part.strip(), None, None
    # Every second stretch stands between two marks of a kind.
    stretches = part.split(ALT)
    alts = [alt.strip() for alt in stretches[1::2]]
    stretches = "".join(stretches[::2]).split(LINK)
    found = [links[int(number)] for number in stretches[1::2]]
    link = next(filter(None, reversed(found)), None)
    return "".join(stretches[::2]).strip(), link, next(filter(None, reversed(alts)), None)


def _take_line_marks(text: str) -> _Unmarked:
    """Take heading, list mark and bold off a text; a rule, fence or placeholder leaves nothing."""
    heading = bullet = ""
    if "[]" in text:
        text = _EMPTY.sub("", text)
    start = 0
    while match := _BULLET.match(text, start):
        bullet = bullet or match[0]
        start = match.end()
    text = text[start:]
    if text[:1] not in _MARKS:
        return text, heading, bullet
    if match := _HEADING.match(text):
        heading = match["mark"]
        text = _heading_text(match["text"], heading)
    if match := _BOLD.match(text):
        heading, text = heading or match["mark"], match["text"]
    if _UNDERLINE.match(text):
        return "", text, bullet
    if _says_nothing(text):
        return "", "", bullet
    return (text[1:] if _ESCAPED.match(text) else text), heading, bullet


def _heading_text(text: str, mark: str) -> str:
    """Take the mark off that closes a heading, or that stands before each line of it."""
    text = _CLOSING.sub("", _HEADING_ID.sub("", text))
    return text.removeprefix(f"{mark} ").replace(f" {mark} ", " ") if len(mark) > 1 else text


def _says_nothing(text: str) -> bool:
    """Whether a text is a rule, a fence, or what stands where an image was."""
    fence = text.startswith(_FENCES) or _RULE.match(text)
    alone = text[:1] == "[" and (_PLACEHOLDER.match(text) or _DEFINITION.match(text))
    return bool(fence or alone)
