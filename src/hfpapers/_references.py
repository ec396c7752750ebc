"""References: links whose targets stand in a table elsewhere, by a number or a name.

    reference  := "[" text "]" "[" (number | name)? "]"     [Title][32], [Title][title], [Title][]
    numbered   := "[" number "]" text                       [23]Title
                | text "[" number "]"                       Title [23]
    definition := "[" (number | name) "]" ":"? url          [23]: /papers/2511.00001
                | number "." url                            23. https://...

The numbers of a page stand before its links or behind them, and count upwards.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from itertools import pairwise, zip_longest
from typing import NamedTuple

import regex

from hfpapers._edits import Edit
from hfpapers._words import HOST

#: `[23]Title`: the number of a link before its text; `[23]` alone where the link has none.
_NUMBER = r"\[(?P<number>[0-9]{1,4})\]"
_NUMBERED_BEFORE = regex.compile(
    rf"(?<![\w)\].,]){_NUMBER}(?=[^\s,.;:)!?(]|$)"
    rf"|(?:^|(?<=^[•*+-] )){_NUMBER}(?= (?!\w++://|/))"
    rf"|(?<= ){_NUMBER}(?= [0-9]{{1,6}}$)",
    regex.MULTILINE,
)
#: `Title[23]`, where the number stands behind the text, in brackets of either kind.
_NUMBERED_BEHIND = regex.compile(
    r"(?:^|(?<=[^\s\[(])[ ]?)[\[⟨](?P<number>[0-9]{1,4})[\]⟩](?![\w(\[:]|[ ](?:\w++:/)?/)",
    regex.MULTILINE,
)
#: A label that is a name may hold brackets in pairs, or escaped ones.
NAME = r"(?:[^\[\]\n\\]|\\.|\[[^\[\]\n]*+\])"
#: A target on the site, and any text in brackets.
_OWN, _BRACKETED = (
    regex.compile(rf"/|data:|{HOST}"),
    regex.compile(rf"\[(?P<name>{NAME}{{1,400}}+)\]"),
)
#: A number anywhere, but not in the table.
_ANY_NUMBER = regex.compile(rf"{_NUMBER}(?!:? ?<?(?:\w++:/)?/)")
#: What every number of a link holds, and every line of the table with a target.
_IN_BRACKETS = regex.compile(r"[\[⟨][0-9]{1,4}[\]⟩]")
_LISTED = regex.compile(r"(?:[\]⟩]:?|[0-9]\.)[ \n]<?(?:/|data:|\w++://)")
LONGEST_LABEL = 400
_REFERENCE = regex.compile(r"\][ ]?\[[0-9]{1,4}\]")
#: A line of the table of links at the end.
_DEFINITION = regex.compile(
    r"^(?:[\[⟨](?P<label>[0-9]{1,4})[\]⟩]:?|(?P<label>[0-9]{1,4})\."
    rf"|\[(?P<label>{NAME}{{1,{LONGEST_LABEL}}}+)\]:(?=[ \n]<?(?:\w+://|/|data:)))"
    r"(?:[ \n]<?(?P<url>(?:\w+://|/|data:)(?:[^\s<>]|(?<=-)\n(?=[^\s\[⟨])(?![0-9]++[.\]]))*+)>?"
    r"(?: \"[^\"\n]*+\"|(?<=:) .*+)?+"
    # Some give a link's attributes below its target.
    r"(?:[ \n]\{[.\#][^{}]{0,2000}+\})?+)?+$",
    regex.MULTILINE,
)
#: A number of the table, and how much of it stands between two links at most.
_NUMBER_OF_ENTRY, _BETWEEN = regex.compile(r"[0-9]{1,4}\."), 400
#: No page has fewer links than this, and no author cites so many works in a row.
_FEWEST, _MOST_CITED = 3, 12
#: So many numbers behind the last one that was found may be missing.
_LAST = 2
#: How much higher than the one before a number may be: links may have been lost between them.
_STEPS = range(1, 10)


def read_table(text: str) -> tuple[dict[str, str], list[Edit]]:
    """Read the table of links: the targets by label, and the edits that take it out of the text.

    Some list buttons and check boxes among the links, by what they are: `7. Button`.
    """
    table: dict[str, str] = {}
    if not _LISTED.search(text):
        return table, []
    matches = _used([match for match in _DEFINITION.finditer(text) if match["url"]], text)
    for match in matches:
        table[label(match["label"])] = match["url"].rstrip(":")
    between = [
        (above.end(), below.start())
        for above, below in pairwise(matches)
        if below.start() - above.end() < _BETWEEN and _lists_others(above, below, text)
    ]
    spans = [*(match.span() for match in matches), *between]
    return table, [Edit(start, end, "\n" * text.count("\n", start, end)) for start, end in spans]


def _used(matches: list[regex.Match[str]], text: str) -> list[regex.Match[str]]:
    """Leave out what no link refers to, and what leads away from the site: a note, not a table."""
    doubtful = [match for match in matches if match[0][0] == "[" and not _OWN.match(match["url"])]
    if not doubtful or (len(matches) >= _FEWEST and all(m["label"].isdecimal() for m in doubtful)):
        return matches
    labels = Counter(label(match["name"]) for match in _BRACKETED.finditer(text))
    unused = {match.start() for match in doubtful if labels[label(match["label"])] < 2}
    return [match for match in matches if match.start() not in unused]


def _lists_others(above: regex.Match[str], below: regex.Match[str], text: str) -> bool:
    """Whether nothing but entries without a target stand between two entries of a table."""
    rows = text[above.end() : below.start()].split()
    numbers = [word[:-1] for word in rows if _NUMBER_OF_ENTRY.fullmatch(word)]
    first, last = above["label"], below["label"]
    if not (rows and numbers and first.isdecimal() and last.isdecimal()):
        return False
    # As many numbers as are missing; there may be far fewer than a wrong label leaves out.
    whole = len(numbers) == int(last) - int(first) - 1 and _NUMBER_OF_ENTRY.fullmatch(rows[0])
    return bool(whole) and numbers == [str(one) for one in range(int(first) + 1, int(last))]


def label(name: str) -> str:
    """Return a label as it is looked up: without its case and how its words are spaced."""
    return " ".join(name.split()).casefold()


class _Numbered(NamedTuple):
    """The numbers of links, which count upwards all through a page, unlike citations."""

    matches: list[regex.Match[str]]
    #: Whether they stand behind the text of each link.
    behind: bool


NO_NUMBERS = _Numbered([], False)


def numbered_links(text: str) -> _Numbered:
    """Find the numbers before links, or behind them; few must be listed, to be no citations."""
    if len(_IN_BRACKETS.findall(text)) < _FEWEST:
        return NO_NUMBERS
    before = _longest_chain(list(_NUMBERED_BEFORE.finditer(text)))
    behind = _longest_chain(list(_NUMBERED_BEHIND.finditer(text)))
    # Where links are references, it is counts that stand alone in brackets.
    references = len(_REFERENCE.findall(text))
    enough = len(behind) >= max(_FEWEST, len(before) + 1, references * 2)
    if enough and (len(behind) > _MOST_CITED or _are_listed(behind, text)):
        return _Numbered(behind, True)
    return _Numbered(
        _filled(before, text) if len(before) >= max(_FEWEST, references) else [], False
    )


def _filled(chain: Sequence[regex.Match[str]], text: str) -> list[regex.Match[str]]:
    """Put the numbers into a chain that are missing in it, wherever in a line they stand."""
    filled: list[regex.Match[str]] = []
    for above, below in zip_longest(chain, chain[1:]):
        filled.append(above)
        first, place = int(above["number"]) + 1, above.end()
        # Behind the last one, only the very next numbers are missing.
        numbers = range(first, int(below["number"]) if below else first + _LAST)
        end = below.start() if below else len(text)
        between = _ANY_NUMBER.finditer(text, place, end) if numbers else ()
        filled += _longest_chain([match for match in between if int(match["number"]) in numbers])
    return filled


def _are_listed(matches: Sequence[regex.Match[str]], text: str) -> bool:
    """Whether a page has a table with the targets of most of its numbers."""
    listed = {match["label"] for match in _DEFINITION.finditer(text) if match["url"]}
    return sum(match["number"] in listed for match in matches) * 2 > len(matches)


def _longest_chain(matches: Sequence[regex.Match[str]]) -> list[regex.Match[str]]:
    """Return the longest chain of numbers that count upwards, in steps that leave few out."""
    # The length of the longest chain that ends with a number, and where that number stands.
    longest: dict[int, tuple[int, int]] = {}
    above: list[int] = []
    for index, match in enumerate(matches):
        number = int(match["number"])
        before = max(longest.get(number - step, (0, -1)) for step in _STEPS)
        above.append(before[1])
        longest[number] = before[0] + 1, index
    chain: list[regex.Match[str]] = []
    index = max(longest.values(), default=(0, -1))[1]
    while index >= 0:
        chain.append(matches[index])
        index = above[index]
    return chain[::-1]
