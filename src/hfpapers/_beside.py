"""Targets beside text: urls of the site that stand behind the text that links there, or before it.

    behind := [open] text lead url close     Title (/papers/2511.00001)     Title: https://…
    before := open url lead text [close]     [/papers/2511.00001] Title     [[https://…][Title]]

How a page writes its links is read off it: from what stands round the site's own urls at the edges
of its lines. A bracket or quotation mark that is left open on one side of the text stands on the
other side of it, too. Other urls that are written so may be an author's own words.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator
from itertools import zip_longest
from typing import Literal, NamedTuple, TypeAlias

import regex

from hfpapers._edits import EDGE, Edit, apply_edits, target_mark
from hfpapers._words import ARXIV_PAGE, GITHUB, HOST, MONTHS, PROJECT_PAGE, VIEW_ARXIV, VIEW_PDF

#: A url that stands in no attribute of a tag.
_URL = regex.compile(r"(?<![\w.%/-])(?<!https:|.http:|=\")(?:https?:/)?/[^\s()\[\]<>{}|\"'`]*+")
#: A link to a paper, to vote for one, to the list of a day, or to what the header links to.
_OWN_PATH = regex.compile(
    r"/(?:papers/(?:[0-9]{4}\.[0-9]|date/|week/)|login\?"
    r"|(?:models|datasets|spaces|docs|pricing|join)(?![\w/-]))"
)
_OWN = regex.compile(rf"(?:{HOST})?{_OWN_PATH.pattern}")
#: A link to a list of papers that stands apart.
_LIST = regex.compile(rf"(?<!\S)(?:{HOST})?/papers/(?:(?:date|week|month)/[\w-]++|trending)(?!\S)")
#: The address of an image, alone in brackets, and the target of a link that holds nothing else.
_IMAGE = regex.compile(
    r"(?<!\])[\[<](?:https?:/)?/[^\s()\[\]<>]*?\.(?:png|svg|jpe?g|webp|gif)[\]>](?!\()"
    rf"(?P<link>\s?+(?:{HOST})?(?P<paper>/papers/[0-9]{{4}}\.[0-9]++)(?!\S))?+"
)
_PAPER = regex.compile(r"/papers/[0-9]{4}\.[0-9]++")
#: The targets of votes and of comments, with their numbers.
_COUNTED = rf"(?:{HOST})?/(?:login\?|papers/[0-9.]++\#)[^\s()\[\]<>{{}}|\"'`]{{0,200}}+"
_COUNT = r"(?:[0-9][0-9,.]*+[kKM]?+|-)"
_BELOW_COUNT = regex.compile(rf"(?m)(?:^|(?<=(?<!,)\s)){_COUNT}\s[^\w\s]{{0,4}}{_COUNTED}")
_BEFORE_COUNT = regex.compile(rf"{_COUNTED}[^\w\s]{{0,4}}\s?{_COUNT}(?!\w)")
_WORD = regex.compile(r"[^\W_]")
#: The signs before a url, behind one that ends its line, and behind one that begins it.
_SIGNS_BEFORE = regex.compile(r"[^\w\n]{1,6}+$")
_SIGNS_AT_START = regex.compile(r"\S++$|\S{1,4}\s$")
_SIGNS_BEHIND = regex.compile(r"(?:[^\w\s]|_){0,4}+")
_SIGNS_TO_TEXT = regex.compile(r"[^\w\s]{0,3}+ ?")
_FEW = 8
#: An entry of a table of links.
_ENTRY = regex.compile(r"\W*[0-9]+(?:\.|[\]⟩]:?)\s")
#: So many links show where nothing stands between a text and its url that a sentence has not, too;
#: but no author writes an address without its host.
_FEWEST = 3
#: A line so long may be prose, the end of which is a url of its author's.
_LONG = 200
#: So many ways to write links are weighed.
_WEIGHED = 20
_CLOSES = {"(": ")", "[": "]", "<": ">", "{": "}", '"': '"', "'": "'", "`": "`"}
_MIRROR = str.maketrans("()[]<>{}", ")(][><}{")
_ARROW = regex.compile("[-=~]>")
_MONTH = "|".join(MONTHS)
_LABELS = f"(?:{GITHUB}|{ARXIV_PAGE}|{VIEW_ARXIV}|{VIEW_PDF}|{PROJECT_PAGE})"

_Side: TypeAlias = Literal["behind", "before", "below", "apart"]
_Signs: TypeAlias = tuple[str, str]


class _Notation(NamedTuple):
    """What stands round the text of a link and its url."""

    open: str
    lead: str
    close: str
    behind: bool


def targets_beside(text: str, targets: list[str]) -> Iterator[Edit]:
    """Find the targets that stand beside their text; those of images lead nowhere."""
    images = list(_images(text))
    yield from images
    notation = _notation(apply_edits(text, images).replace(EDGE, "") if images else text)
    if notation is None:
        return
    done = 0
    matches = list(_pattern(notation).finditer(text))
    for match, below in zip_longest(matches, matches[1:]):
        start, end = match.span()
        mark = "" if "/avatars/" in match["url"] else target_mark(match["url"], targets)
        if notation.behind:
            yield Edit(start, end, mark + EDGE)
            sign = notation.open
            place = _opening(text, done, start, sign)
        else:
            yield Edit(start, end, EDGE + mark)
            sign = notation.close
            place = _closing(text, end, below.start() if below else len(text), sign)
        if place >= 0:
            yield Edit(place, place + len(sign), EDGE)
        done = end
    # The arrows round the day in the header have no text.
    for match in _LIST.finditer(text):
        yield Edit(*match.span(), EDGE + target_mark(match[0], targets) + EDGE)


def _images(text: str) -> Iterator[Edit]:
    """Find the images, each with its link's target if a text links there, too."""
    matches = list(_IMAGE.finditer(text))
    of_images = Counter(match["paper"] for match in matches if match["paper"])
    of_all = Counter(_PAPER.findall(text)) if of_images else of_images
    for match in matches:
        known = of_all[match["paper"]] > of_images[match["paper"]]
        end = match.end() if known else match.end() - len(match["link"] or "")
        yield Edit(match.start(), end, EDGE)


def _opening(text: str, start: int, end: int, sign: str) -> int:
    """Return where the text of a link is opened, on the line of its url or above; -1 if nowhere."""
    if not sign:
        return -1
    place = text.find(sign, max(start, text.rfind("\n", start, end)), end)
    return place if place >= 0 else text.find(sign, max(start, text.rfind("\n\n", start, end)), end)


def _closing(text: str, start: int, end: int, sign: str) -> int:
    """Return where the text of a link is closed, on the line of its url or below; -1 if nowhere."""
    if not sign:
        return -1
    line, paragraph = text.find("\n", start, end), text.find("\n\n", start, end)
    place = text.rfind(sign, start, end if line < 0 else line)
    return place if place >= 0 else text.find(sign, start, end if paragraph < 0 else paragraph)


def _notation(text: str) -> _Notation | None:
    """Infer from its lines how a page writes links beside their text, if it does."""
    seen: defaultdict[_Side, Counter[_Signs]] = defaultdict(Counter)
    for row in text.split("\n"):
        urls = list(_URL.finditer(row)) if "/" in row and _OWN_PATH.search(row) else []
        found = _side(row, urls[0], urls[-1]) if urls else None
        relative = urls and urls[0][0][0] == "/"
        if found and (relative or len(row) < _LONG):
            side, signs = found
            seen[side][signs] += _FEWEST if relative else 1
    is_behind = seen["behind"].total() >= seen["before"].total()
    chosen = (seen["behind"] or seen["below"]) if is_behind else seen["before"]
    if not is_behind and _is_closed(seen["below"]) and _stand_below_counts(text):
        is_behind, chosen = True, seen["behind"] + seen["below"]
    return _chosen(chosen, is_behind) if chosen.total() > seen["apart"].total() else None


def _is_closed(seen: Counter[_Signs]) -> bool:
    """Whether the signs round urls that stand alone leave no bracket open, as before a text."""
    return bool(seen) and not _left_open("".join(seen.most_common(1)[0][0]))


def _stand_below_counts(text: str) -> bool:
    """Whether the urls of votes and comments stand below their numbers, and not before them."""
    return len(_BELOW_COUNT.findall(text)) > len(_BEFORE_COUNT.findall(text))


def _side(row: str, first: regex.Match[str], last: regex.Match[str]) -> tuple[_Side, _Signs] | None:
    """Tell on which side of their text a row shows urls to stand, and between which signs.

    A row that begins and ends with one tells nothing: one of them has no text, or has it on another
    line. A url alone may belong to the text above; one without a sign has a line of its own.
    """
    left, right = row[: first.start()], row[last.end() :]
    begins, ends = not _WORD.search(left), not _WORD.search(right)
    signs = _SIGNS_BEHIND.match(right)
    if _ENTRY.match(row) or (begins and ends and not left.strip() and first[0][0] != "/"):
        return "apart", ("", "")
    if begins and ends and first.start() == last.start():
        return "below", (f" {left.strip()[-_FEW:]}", signs[0] if signs else "")
    if ends and not begins and _OWN.match(last[0]):
        lead = _SIGNS_BEFORE.search(row, max(0, last.start() - _FEW), last.start())
        if lead and signs and "]" not in lead[0]:
            return "behind", (lead[0], signs[0])
    if begins and not ends and _OWN.match(first[0]):
        opening, lead = _SIGNS_AT_START.search(left[-_FEW:]), _SIGNS_TO_TEXT.match(row, first.end())
        return "before", (opening[0] if opening else "", lead[0] if lead else "")
    return None


def _chosen(seen: Counter[_Signs], is_behind: bool) -> _Notation | None:
    """Choose the signs that most links have; others there are those of the texts themselves."""
    support = {signs: _support(seen, signs, is_behind) for signs, _ in seen.most_common(_WEIGHED)}
    first, second = max(support, key=lambda signs: (support[signs], signs))
    bare = not (first + second).strip(" .,:;!?")
    if support[first, second] < max(_FEWEST if bare else 1, seen.total() / 2):
        return None
    signs = _ARROW.sub("", first + second)
    if "](" in signs:
        return None
    if is_behind:
        return _Notation(_mirror(_left_open(_mirror(signs))), first, second, True)
    return _Notation(first, second, _left_open(signs), False)


def _support(seen: Counter[_Signs], signs: _Signs, is_behind: bool) -> int:
    """Return how many links may have some signs, and others of their text beside them."""
    first, second = signs
    if is_behind:
        same = [one for one in seen if one[0].endswith(first) and one[1] == second]
    else:
        same = [one for one in seen if one[0] == first and one[1].startswith(second)]
    return sum(seen[one] for one in same)


def _mirror(signs: str) -> str:
    return signs[::-1].translate(_MIRROR)


def _left_open(signs: str) -> str:
    """Return what closes the brackets and quotation marks that are left open among some signs."""
    waiting: list[str] = []
    for sign in signs:
        if waiting and sign == waiting[-1]:
            waiting.pop()
        elif sign in _CLOSES:
            waiting.append(_CLOSES[sign])
    return "".join(reversed(waiting))


def _pattern(notation: _Notation) -> regex.Pattern[str]:
    """Return the pattern of a url in a notation, with all that is taken out beside it."""
    if notation.behind:
        return _behind(notation.lead, notation.close)
    return _before(notation.open, notation.lead)


def _behind(lead: str, close: str) -> regex.Pattern[str]:
    """Right below a text its url belongs to it; in round brackets it may be a link without text."""
    char = rf"[^\s<>{regex.escape(close[:1])}]"
    signs, end = regex.escape(lead.lstrip()).replace(r"\ ", r"\s"), regex.escape(close)
    below = "" if "(" in lead else r"|(?<=[^\n])\n|(?<=[\])>])"
    space = rf"(?:^|[ ]{below})" if lead[0] == " " else ""
    # A sentence may end behind a url.
    page = rf"(?:{HOST})?/(?:papers(?![\w-])|login\?|avatars/)(?:(?![.,;:](?:\s|$)){char})*+"
    # After the label of a link that leads away from the site, any url is its target.
    away = rf"(?<={_LABELS}[^\n]{{0,12}}\s?{signs})https?://{char}++"
    # Other paths stand in prose, too: they count before a line end, a dot or a date.
    path = rf"(?:{HOST})?/[\w%?=&.\#/-]*+(?={end}(?:,?$|\ ·|\ on\ (?:{_MONTH})\ [0-9]))"
    relative = r"|/[\w%?=&.\#/-]*+" if "(" in lead else ""
    return regex.compile(
        rf"{space}{signs}(?P<url>{page}|{away}|{path}{relative}){end}(?![\w(])", regex.MULTILINE
    )


def _before(opening: str, lead: str) -> regex.Pattern[str]:
    char = rf"[^\s<>{regex.escape(lead.strip()[:1])}]"
    own = rf"{HOST}{char}*+|/[\w%?=&.\#/-]*+"
    away = rf"https?://{char}++(?={regex.escape(lead)}{_LABELS})"
    signs = regex.escape(lead.rstrip())
    return regex.compile(
        rf"(?<!\S){regex.escape(opening)}(?P<url>{own}|{away}){signs}(?:[ ]|$|(?=\S))",
        regex.MULTILINE,
    )
