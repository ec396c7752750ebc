"""Titles that run into their abstracts: where a line holds both, the likeliest end of the title.

Nothing in such text shows the end for certain, so whoever splits here says so in a problem. Titles
are mostly printed in capitals at the start of each word, abstracts begin with a sentence: the
split is put before the capital where the two stretches look most like that.
"""

from __future__ import annotations

from itertools import islice

import regex

_WORD = regex.compile(r"\S++")
_LETTER = regex.compile(r"\p{L}")
#: No title has more words than this.
_LONGEST = 40
#: What ends a title, and no word in the midst of one.
_TITLE_ENDS = ("?", "!", "…", "...")
#: So many words after the end of a title are looked at.
_AFTER = 5
_FUNCTION_WORDS = frozenset(
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


def _may_open(word: str) -> bool:
    """Whether an abstract can begin with a word."""
    return not word[0].islower() and _LETTER.search(word) is not None


def _title_like(word: str) -> float:
    """How much a word speaks for standing in a title, from -1 to 1."""
    lowered = word.lower()
    if lowered == word.upper() or lowered in _FUNCTION_WORDS:
        return 0.0
    return 1.0 if word != lowered else -1.0


def _has_no_case(word: str) -> bool:
    """Whether a word is written in a script without capitals."""
    return word.lower() == word.upper() and _LETTER.search(word) is not None
