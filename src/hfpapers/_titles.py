"""Titles: what someone put before all of them, and where one ends that runs into its abstract.

An organisation that the abstract runs into is found here, too. Nothing in such text shows the end
of a title for certain, so whoever splits there says so in a problem. Titles
are mostly printed in capitals at the start of each word, abstracts begin with a sentence: the
split is put before the capital where the two stretches look most like that.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import islice

import regex

from hfpapers._words import COMPANY

#: Numbers before titles: `1. `, `(1) `, `#1 `, `Paper 1: `, `1 - `.
_NUMBERED = regex.compile(
    r"(?P<before>(?:(?:No\.|Nr\.|Paper)\s)?[#(]?)(?P<number>[0-9]{1,3}+)"
    r"(?P<after>[.):]{1,2}|\s[-–—:]|(?<=[#.][0-9]{1,3}|\. [0-9]{1,3})) (?P<title>.+)$"
)
#: A sign that someone put before each title.
_MARKED = regex.compile(r"(?P<mark>[\p{So}→»›>§=#*†‡]++)\s*+(?P<title>\S.*)$")
#: Signs that stand on both sides of titles, so many of them at most.
_MIRRORED, _MOST_SIGNS = str.maketrans("([{<«“‘„", ")]}>»”’“"), 3
_WORD = regex.compile(r"\S++")
_LETTER = regex.compile(r"\p{L}")
#: No title has more words than this.
_LONGEST = 40
#: What ends a title, and no word in the midst of one.
_TITLE_ENDS = ("?", "!", "…", "...")
#: So many words after the end of a title are looked at.
_AFTER = 5
FUNCTION_WORDS = frozenset(
    {
        "a", "an", "and", "as", "at", "by", "for", "from", "in", "into", "is", "it", "its",
        "of", "on", "or", "over", "the", "to", "under", "via", "with", "without", "vs",
        "toward", "towards", "can", "how", "what", "when",
    }
)  # fmt: skip
#: Words that begin an abstract far more often than they stand in the midst of a title.
_OPENERS = frozenset(
    {
        "we", "this", "these", "our", "in", "recent", "existing", "despite", "although",
        "however", "while", "large", "most", "current", "prior", "previous", "many", "to",
        "the", "as", "with", "recently",
    }
)  # fmt: skip
#: What is written with a dot that ends no sentence: initials, and the ends of companies' names.
_DOTTED = rf"\b(?:\p{{Lu}}|{COMPANY})"
_LAST_WORDS = regex.compile(
    rf"(?:(?<!{_DOTTED})[.?!]\s|[。！？]\s?)"
    rf"(?P<name>[^.?!。！？]++(?:(?:[.?!]\S|(?<={_DOTTED})\.(?:\s|$))[^.?!。！？]*+)*+)$"
)


def without_marks(titles: Sequence[str], headed: bool) -> Sequence[str]:
    """Take the numbers or the signs that someone put round all titles of a page off them.

    One title alone may have lost its page; if it is `headed`, it is the first.
    """
    bare = _unwrapped(_without_numbers(titles, headed))
    if bare != titles:
        return bare
    matches = _matches(_MARKED, titles)
    alike = len({match["mark"] for match in matches}) == 1 < len(set(titles))
    return [match["title"] for match in matches] if alike else titles


def _without_numbers(titles: Sequence[str], headed: bool) -> Sequence[str]:
    """Take the numbers off titles that are counted upwards."""
    matches = _matches(_NUMBERED, titles)
    numbers = [int(match["number"]) for match in matches]
    forms = {(match["before"], match["after"]) for match in matches}
    # A title of its own may be `3: Geese`, as both copies of a card are.
    counted = len(set(numbers)) > 1 or forms <= {("", "."), ("", ")")}
    alike = len(forms) == 1 and counted and numbers == sorted(numbers)
    alone = alike and numbers == [1] and headed
    if alike and (len(titles) > 1 or alone):
        return [match["title"] for match in matches]
    return titles


def _unwrapped(titles: Sequence[str]) -> Sequence[str]:
    """Take off signs that all titles stand between: `*Geese*`, `"Geese"`, `[[Geese]]`."""
    for size in range(_MOST_SIGNS, 0, -1):
        before = titles[0][:size] if len(set(titles)) > 1 else ""
        behind = before[::-1].translate(_MIRRORED)
        if before and not any(char.isalnum() or char.isspace() for char in before):
            inside = [title.removeprefix(before).removesuffix(behind) for title in titles]
            pairs = zip(titles, inside, strict=True)
            if all(
                one == f"{before}{bare}{behind}" and before not in bare and bare.strip()
                for one, bare in pairs
            ):
                return [bare.strip() for bare in inside]
    return titles


def _matches(pattern: regex.Pattern[str], titles: Sequence[str]) -> list[regex.Match[str]]:
    """Match every title; nothing is found unless all of them match."""
    found: list[regex.Match[str]] = []
    for title in titles:
        match = pattern.match(title)
        if match is None:
            return []
        found.append(match)
    return found


def split_title(text: str) -> tuple[str, str]:
    """Split a text that holds a title and an abstract where the title most likely ends."""
    # The last place where a title may end is judged by the words after it, too.
    matches = list(islice(_WORD.finditer(text), _LONGEST + 1 + _AFTER))
    likes = [_title_like(match[0]) for match in matches]
    best, best_score, score = len(text), 0.0, 0.0
    caseless = True
    for index, match in enumerate(matches[: _LONGEST + 1]):
        word, start = match[0], match.start()
        turns = index > 0 and caseless and not _has_no_case(word)
        if (index > 1 or turns) and _may_open(word) and index + 3 < len(matches):
            total = score - sum(likes[index + 1 : index + 1 + _AFTER])
            total += 1.0 if word.lower().strip(",") in _OPENERS else 0.0
            total += 1.0 if text[: start - 1].endswith(_TITLE_ENDS, start - 4) else 0.0
            total += 1.0 if turns else 0.0
            if total > best_score:
                best, best_score = start, total
        score += likes[index]
        caseless = caseless and _has_no_case(word)
    return text[:best].strip(), text[best:].strip()


def split_name(text: str) -> tuple[str, str]:
    """Split a text behind its last sentence; what stands there may be an organisation's name."""
    match = _LAST_WORDS.search(text)
    return (text[: match.start("name")].strip(), match["name"]) if match else (text, "")


def _may_open(word: str) -> bool:
    """Whether an abstract can begin with a word."""
    return not word[0].islower() and _LETTER.search(word) is not None


def _title_like(word: str) -> float:
    """How much a word speaks for standing in a title, from -1 to 1."""
    lowered = word.lower()
    if lowered == word.upper() or lowered in FUNCTION_WORDS:
        return 0.0
    return 1.0 if word != lowered else -1.0


def _has_no_case(word: str) -> bool:
    """Whether a word is written in a script without capitals."""
    return word.lower() == word.upper() and _LETTER.search(word) is not None
