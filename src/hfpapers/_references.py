"""References: links whose targets stand in a table elsewhere, by a number or a name.

reference  := "[" text "]" "[" (number | name)? "]"     [Title][32], [Title][title], [Title][]
numbered   := "[" number "]" text                       [23]Title
definition := "[" (number | name) "]" ":"? url          [23]: /papers/2511.00001
| number "." url                              23. https://...
"""

from __future__ import annotations

from collections.abc import Sequence

import regex

from hfpapers._edits import Edit

#: `[23]Title`: the number of a link before its text; `[23]` alone where the link has none.
_NUMBER = r"\[(?P<number>[0-9]{1,4})\]"
_NUMBERED = regex.compile(
    rf"(?<![\w)\].,]){_NUMBER}(?=[^\s,.;:)!?(]|$)"
    rf"|(?:^|(?<=^[•*+-] )){_NUMBER}(?= (?!\w++://))"
    rf"|(?<= ){_NUMBER}(?= [0-9]{{1,6}}$)",
    regex.MULTILINE,
)
LONGEST_LABEL = 400
_REFERENCE = regex.compile(r"\][ ]?\[[0-9]{1,4}\]")
#: A label that is a name may hold brackets in pairs, or escaped ones.
NAME = r"(?:[^\[\]\n\\]|\\.|\[[^\[\]\n]*+\])"
#: A line of the table of links at the end.
_DEFINITION = regex.compile(
    r"^(?:\[(?P<label>[0-9]{1,4})\]:?|(?P<label>[0-9]{1,4})\."
    rf"|\[(?P<label>{NAME}{{1,{LONGEST_LABEL}}}+)\]:(?=[ \n]<?(?:\w+://|/|data:)))"
    r"(?:[ \n]<?(?P<url>(?:\w+://|/|data:)[^\s<>]*+)>?(?: \"[^\"\n]*+\")?+)?+$",
    regex.MULTILINE,
)
#: A page that was cut may begin with any number; so many are tried as its first.
_FIRST_NUMBERS = 12


def read_table(text: str) -> tuple[dict[str, str], list[Edit]]:
    """Read the table of links: the targets by label, and the edits that take it out of the text."""
    table: dict[str, str] = {}
    edits: list[Edit] = []
    for match in _DEFINITION.finditer(text):
        if match["url"]:
            table[label(match["label"])] = match["url"]
            edits.append(Edit(*match.span(), "\n" * match[0].count("\n")))
    return table, edits


def label(name: str) -> str:
    """Return a label as it is looked up: without its case and how its words are spaced."""
    return " ".join(name.split()).casefold()


def numbered_links(text: str) -> list[regex.Match[str]]:
    """Find the numbers before links; they count upwards through the page, unlike citations."""
    matches = list(_NUMBERED.finditer(text))
    numbers = [int(match["number"]) for match in matches]
    chains = (_chain(numbers, start) for start in range(min(len(numbers), _FIRST_NUMBERS)))
    longest = max(chains, key=len, default=[])
    # Where links are references, it is counts that stand alone in brackets.
    enough = len(longest) >= max(3, len(_REFERENCE.findall(text)))
    return [matches[index] for index in longest] if enough else []


def _chain(numbers: Sequence[int], start: int) -> list[int]:
    """Follow numbers from the first one upwards, in steps that leave few out."""
    found: list[int] = []
    last = numbers[start] - 1
    for index in range(start, len(numbers)):
        if last < numbers[index] <= last + 3:
            found.append(index)
            last = numbers[index]
    return found
