"""Runs: the signs of a page where its cards meet, with furniture and false signs taken out.

Between two titles stand the end of the card above and the start of the next. A run holds these
items and the prose below them; an abstract that merely says "3 authors" or "May 5, 2024" is told
from a byline by how the bylines of its page go on.

What a page holds is looked at as a string with one letter for the kind of each sign (`LETTERS`):
`pa·dnp` is prose, authors, a dot, a date, a count, and prose again. So evidence is a pattern.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

import regex

from hfpapers._links import LinkKind
from hfpapers._signs import Sign, SignKind, linked
from hfpapers._words import GITHUB, SITE_ACCOUNT, SITE_NAME, WEAK

NUMBERS = ("count", "dash")

LETTERS: dict[SignKind, str] = {
    "prose": "p",
    "authors": "a",
    "date": "d",
    "count": "n",
    "dash": "-",
    "dot": "·",
    "box": "b",
    "submitter": "s",
    "upvote": "u",
    "github": "g",
    "arxiv": "x",
    "header": "H",
    "footer": "F",
    "weak": "w",
    "silent": "l",
}
#: The links that tell what an item is; any other sign has a dot.
_LINKS: dict[LinkKind, str] = {"vote": "v", "comments": "c"}
#: Signs that only a card holds; dates that stand below a dot do, too.
_ANCHOR = regex.compile(r"[asugx]|(?<=·)d")
_LAST_ANCHOR = regex.compile(r"(?r)[asugx]|(?<=·)d")
#: Authors that a date follows, with nothing but dots between.
_DATED = regex.compile(r"a(?=[·l]{0,2}d)")
#: What authors are in the text of a page whose bylines go on to a date.
_FALSE_AUTHORS = regex.compile(r"a(?=[pan-])")
#: What a dot is in the text of a page whose dots stand before dates.
_FALSE_DOT = regex.compile(r"(?<=p)·(?=p)")
#: What a date without a dot is in the text of a page whose bylines have dots.
_FALSE_DATE = regex.compile(r"(?<=p)d(?=p)")
#: What may be the name of the organisation that the site itself is, below a title.
_BELOW_PROSE = regex.compile(r"(?<=p)w")
#: A word of the header or footer that stands alone.
_LONE_WORD = regex.compile(r"(?<![HFw])w(?![HFw])")
#: Words or a label of the site in the midst of an abstract, as a query marks them.
_MARKED_WORDS = regex.compile(r"(?<=p)(?:w{1,2}|[ug])(?=p)")
#: What an abstract goes on with below them.
_MID_SENTENCE = regex.compile(r"[^\p{Lu}\p{Lo}\p{N}\[]")
#: Words of the site in the place of an organisation; in a daily card, right below the title.
_NAMES, _DAILY_NAMES = regex.compile(r"(?<=p)[wg](?=[a·])"), regex.compile(r"(?<=[^p]p)w(?=[n-])")
#: No name is a whole menu in one line, nor a link to another page of the list.
_PHRASES = (WEAK | {GITHUB.lower()}) - {"previous", "next"}
#: What the first card cannot reach back over: anything but prose, a word or two in it, and a dot.
_BEFORE_PROSE = regex.compile(r"(?r)[^pw·]|www")
_BETWEEN_FURNITURE = regex.compile(r"[^HFw]+")
#: What shows that votes stand on the line of the byline above: a second number, a dash for zero
#: votes, or a number behind the day of the header.
_CROWDED = regex.compile(r"d(?:n?-|nn)|(?<=[Hw])d[n-]")
#: The items of a run, and its prose.
_RUN = regex.compile(r"(?=.)([^p]*+)(p*+)")
#: Signs that end no header and no junk, but only a card.
ENDS = frozenset("a·ugx")


class Run(NamedTuple):
    """Items, and the prose that follows them: the end of one card, and the start of the next."""

    items: list[Sign]
    prose: list[Sign]
    #: Whether furniture stands before it, so that nothing in it belongs to a card above.
    fresh: bool
    #: The letters of the items, and those of their links.
    kinds: str
    links: str
    #: How many of the items surely belong to the card above.
    closed: int


def letters(signs: Sequence[Sign]) -> str:
    """Return the kinds of signs as a string, one letter for each."""
    return "".join([LETTERS[sign.kind] for sign in signs])


def _link_letters(signs: Sequence[Sign]) -> str:
    """Return what signs link to as a string, one letter or dot for each."""
    links = [sign.piece.link for sign in signs]
    return "".join(["." if link is None else _LINKS.get(link.kind, ".") for link in links])


def read_runs(signs: list[Sign]) -> list[Run]:
    """Split a page into runs, with furniture apart and signs that are none read as prose."""
    kinds = _true_kinds(signs, letters(signs))
    if "l" in kinds:
        signs = [sign for sign, kind in zip(signs, kinds, strict=True) if kind != "l"]
        kinds = kinds.replace("l", "")
    links = _link_letters(signs)
    runs: list[Run] = []
    crowded = any(_on_one_line(signs, match) for match in _CROWDED.finditer(kinds))
    for stretch in _BETWEEN_FURNITURE.finditer(kinds):
        fresh, start = True, stretch.start()
        for held, prose in _RUN.findall(kinds, *stretch.span()):
            below = start + len(held)
            items, end = signs[start:below], below + len(prose)
            closed = _closed_items(items, held, crowded and prose != "")
            runs.append(Run(items, signs[below:end], fresh, held, links[start:below], closed))
            fresh, start = False, end
    if not runs or kinds[-1] in "HFw":
        runs.append(Run([], [], True, "", "", 0))
    return runs


def _on_one_line(signs: Sequence[Sign], match: regex.Match[str]) -> bool:
    """Whether a date and the numbers behind it stand on one line, where they were not glued."""
    date, last = signs[match.start()], signs[match.end() - 1]
    same_line = date.piece.row == last.piece.row and not last.piece.glued
    return same_line and linked(last, "comments") is None


def _true_kinds(signs: Sequence[Sign], kinds: str) -> str:
    """Take signs that go on unlike the bylines of their page, and lone words, for prose."""
    authors, anchor = kinds.count("a"), _ANCHOR.search(kinds)
    dated = len(_DATED.findall(kinds)) * 2 >= authors if authors else "·d" in kinds
    false = [match.start() for match in _FALSE_AUTHORS.finditer(kinds)] if dated else []
    last = _LAST_ANCHOR.search(kinds)
    if anchor is not None and last is not None:
        first, end = anchor.end(), last.start()
        false += [match.start() for match in _LONE_WORD.finditer(kinds, first, end)]
        false += _words_in_prose(signs, kinds, anchor.start(), last.end())
        if kinds.count("·d") * 2 >= kinds.count("d"):
            false += [match.start() for match in _FALSE_DATE.finditer(kinds, first, end)]
    false += _linked_names(signs, kinds)
    if "·d" in kinds:
        dots = [match.start() for match in _FALSE_DOT.finditer(kinds)]
        false += [place for place in dots if signs[place + 1].text[0].islower()]
    if not false:
        return kinds
    true = list(kinds)
    for index in false:
        true[index] = "p"
    return "".join(true)


def _words_in_prose(signs: Sequence[Sign], kinds: str, anchor: int, end: int) -> Iterator[int]:
    """Go through the words and labels inside of cards, given where the first and last card end."""
    before = _BEFORE_PROSE.search(kinds, 0, anchor)
    start = before.end() if before else 0
    for match in _MARKED_WORDS.finditer(kinds, start, end):
        if _MID_SENTENCE.match(signs[match.end()].text):
            yield from range(*match.span())
    names = [*_NAMES.finditer(kinds, start, end), *_DAILY_NAMES.finditer(kinds, start)]
    for place in [match.start() for match in names]:
        # Image text in brackets may stand before it.
        if signs[place].text.lower().rpartition("] ")[2] in _PHRASES:
            yield place


def _linked_names(signs: Sequence[Sign], kinds: str) -> Iterator[int]:
    """Go through the places where the site is an organisation, for it links to its own account."""
    for place in [match.start() for match in _BELOW_PROSE.finditer(kinds)]:
        account = linked(signs[place], "organisation")
        if account == SITE_ACCOUNT and signs[place].text.lower() == SITE_NAME:
            yield place


def start_of_card(run: Run, votes_before: bool) -> int:
    """Return how many of the items end the card above; those after them start the next one."""
    kinds, links, closed = run.kinds, run.links, run.closed
    if "s" in kinds:
        return kinds.index("s")
    for index in range(closed, len(kinds)):
        if kinds[index] == "b" or links[index] == "v":
            return index
    # At the end of a page there is no next card, but for one that was cut off before its title.
    needed = 1 if run.prose or kinds[-1:] == "-" else 2
    return len(kinds) - (votes_before and len(kinds) - closed >= needed)


def _closed_items(items: Sequence[Sign], kinds: str, crowded: bool) -> int:
    """Return how many of the items surely belong to the card above.

    On a `crowded` page, the last number of a line is the votes of the next card.
    """
    least = len(kinds.rstrip("nbs-"))
    for index in range(len(kinds), max(least, 1), -1):
        if kinds[index - 1] in "n-" and _belongs_above(items, index - 1):
            return index - (crowded and kinds[index - 2 :] in ("dn", "d-"))
    return least


def _belongs_above(items: Sequence[Sign], index: int) -> bool:
    """Whether a number is the count of the item before it: by label, by link, or on its line."""
    sign, above = items[index], items[index - 1]
    if above.kind == "box" and index > 1:
        above = items[index - 2]
    if above.kind in ("upvote", "github"):
        return True
    if linked(sign, "vote"):
        return False
    same_line = above.piece.row == sign.piece.row and not sign.piece.glued and sign.kind == "count"
    if same_line and above.kind in ("date", "authors"):
        return True
    return sign.piece.link is not None and sign.piece.link.kind in ("comments", "github")
