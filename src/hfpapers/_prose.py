"""Prose: what tells a title from an abstract, and a text from the midst of one."""

from __future__ import annotations

from collections.abc import Sequence

import regex

from hfpapers._signs import Sign, linked
from hfpapers._wrap import SENTENCE_ENDS

#: An abstract that stands where one could also be the line of something else is at least so long.
ABSTRACT = 120
#: An abstract that ends with a sentence may be as short as this, where any other must be longer.
_SENTENCE = 60
#: What ends a sentence or a part of one; no text begins with it.
PUNCTUATION = frozenset(".,;:!?)]}%")
_CLOSING_SIGNS = "\"'”’)]"
#: The end of one sentence and the beginning of the next; before `vs. Geese` stand fewer letters.
_SENTENCES = regex.compile(r"\p{Ll}{3}\.\s\p{Lu}")
_URL = regex.compile("https?://")


def alternate(prose: Sequence[Sign]) -> bool:
    """Whether titles and abstracts take turns, but for an organisation at the end."""
    pairs = list(zip(prose[::2], prose[1::2], strict=False))
    apart = prose[0].piece.number != prose[1].piece.number
    sure = [is_pair(title, abstract) for title, abstract in pairs]
    # A few abstracts may be shorter than their titles.
    may_be = (
        paired or (ends_sentence(abstract.text) and not is_part(title.text))
        for paired, (title, abstract) in zip(sure, pairs, strict=True)
    )
    if not apart or sum(sure) * 2 <= len(sure) or not all(may_be):
        return False
    # Words that a query marks stand apart, too, but inside of a sentence.
    sentences = all(ends_sentence(sign.text) for sign in prose[1:-2:2])
    return sentences and not any(map(goes_on, prose[2 : len(prose) // 2 * 2]))


def is_pair(title: Sign, abstract: Sign) -> bool:
    """Whether two texts can be a title and its abstract, by their lengths and ends."""
    short, long = len(title.text), len(abstract.text)
    least = _SENTENCE if ends_sentence(abstract.text) else ABSTRACT
    return short <= long >= least and not is_part(title.text)


def is_part(text: str) -> bool:
    """Whether a text is a part of prose, and no title: sentences, an open bracket, or a url."""
    return text.count("(") > text.count(")") or "://" in text or holds_sentence(text)


def holds_sentence(text: str) -> bool:
    """Whether a sentence ends in a text, or with it; three dots end none."""
    ends = text.endswith(".") and not text.endswith("..")
    return ends or _SENTENCES.search(text) is not None


def link_to_one_paper(title: Sign, abstract: Sign) -> bool:
    """Whether two texts are links to one paper, as title and abstract are."""
    paper = linked(title, "paper")
    return paper is not None and paper == linked(abstract, "paper")


def goes_on(sign: Sign) -> bool:
    """Whether a text begins in the midst of a sentence.

    Of titles and abstracts, only names begin with a small letter: `iVideo`, `s1:`, `code_loom`.
    """
    first = sign.text.partition(" ")[0]
    small = first.isalpha() and first.islower()
    return not sign.piece.heading and (small or begins_with_sign(sign.text))


def begins_with_sign(text: str) -> bool:
    """Whether a text begins with punctuation that no word follows: `), which`, but not `.NET`."""
    first = text.partition(" ")[0]
    return first[:1] in PUNCTUATION and not any(map(str.isalnum, first))


def ends_sentence(text: str) -> bool:
    """Whether a text ends as a sentence does, or with a url."""
    if text.rstrip(_CLOSING_SIGNS)[-1:] in SENTENCE_ENDS:
        return True
    return _URL.search(text, text.rfind(" ") + 1) is not None
