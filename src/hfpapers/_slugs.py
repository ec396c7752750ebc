"""Slugs: the names that organisations have as accounts on the Hub, told from what they are made of.

The site's image text for an organisation is its slug, and its links lead to it. Slugs have no
spaces: they are the display name without any, `shi-labs` of `SHI Labs`, or short for it.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from typing import NamedTuple

import regex

SLUG = regex.compile(r"[A-Za-z0-9](?:[\w.-]{0,94}\w)?")
#: Image text in brackets, perhaps after a word for "image"; empty where there was none.
BRACKETED = regex.compile(r"\[(?:[^\[\]:]*+:\s*+)?+(?P<alt>[^\[\]]*+)\]\s*+(?=\S)")
_NOT_LETTERS = regex.compile(r"[^\p{L}\p{N}]++")
_LETTER = regex.compile(r"\p{L}")
_LATIN = regex.compile(r"\p{Latin}")
_WORDS = regex.compile(r"[\p{L}\p{N}]++")
#: The parts of a slug, `WickUniversity` too.
_PARTS = regex.compile(r"\p{Lu}?[\p{Ll}\p{N}]++|[\p{Lu}\p{N}]+(?!\p{Ll})")
#: A short slug may hold any letters of the name, `sjvu` of `S'elm Jorvik University`, or its
#: initials in any order.
_SHORT = 6


class Split(NamedTuple):
    """A text cut where a slug may end and a name begin; a text that cannot be has no slug."""

    slug: str
    name: str
    #: How alike they are: 2 where one begins as the other does, 1 where the slug is short for it.
    likeness: int


def shows_account(text: str) -> bool:
    """Whether a text is the slug of an organisation, and then its display name.

    >>> shows_account("shi-labs SHI Labs"), shows_account("[shi-labs] SHI Labs")
    (True, True)
    >>> shows_account("SHI Labs")
    False
    """
    if match := BRACKETED.match(text):
        return is_account_of(match["alt"], text[match.end() :])
    return split_word(text).likeness > 0


def is_account_of(text: str, name: str) -> bool:
    """Whether a text is the slug of an organisation, given its display name.

    >>> is_account_of("shi-labs", "SHI Labs"), is_account_of("Geese", "SHI Labs")
    (True, False)
    """
    return SLUG.fullmatch(text) is not None and _likeness(text, name) > 0


def split_word(text: str) -> Split:
    """Cut a text behind its first word, where that is the slug of the name that follows.

    >>> split_word("shi-labs SHI Labs").likeness, split_word("SHI Labs").likeness
    (2, 0)
    """
    slug, _, name = text.partition(" ")
    if not name[:1].isalnum() or SLUG.fullmatch(slug) is None:
        return Split("", text, 0)
    # `Harbour UC Harbour`: no name says a word twice that way.
    return Split(slug, name, _likeness(slug, name) or int(name.endswith(f" {slug}")))


def split_glued(text: str) -> Split:
    """Cut a text where a slug runs into the name that it is made of.

    >>> split_glued("appleApple")
    Split(slug='apple', name='Apple', likeness=2)
    >>> split_glued("Apple").likeness
    0
    """
    whole = _letters(text)
    twice = whole == whole[: len(whole) // 2] * 2
    splits = [(text[:end], text[end:]) for end in range(2, len(text) - 1) if text[end].isalnum()]
    found = [
        Split(slug, name, _likeness(slug, name))
        for slug, name in splits
        if _may_part(slug, name, twice)
    ]
    return max(found, key=lambda split: split.likeness, default=Split("", text, 0))


def repeats(split: Split) -> bool:
    """Whether a slug in small letters says what follows again: no one's name is `honk-ai Honk`.

    Its letters are those of the name, or it has a hyphen and begins as the name does.
    """
    small = split.slug.islower() and not split.name.islower()
    whole = _letters(split.slug) == _letters(split.name)
    return small and (whole or ("-" in split.slug and split.likeness > 1))


def _may_part(slug: str, name: str, twice: bool) -> bool:
    """Whether a slug may end and a name begin side by side; capitals in a row are one word."""
    if SLUG.fullmatch(slug) is None:
        return False
    if twice:
        # `Gullgull` is one name, and none of the two halves a slug.
        begins = slug.islower() or not name[0].islower()
        return slug == name or (begins and _letters(slug) == _letters(name))
    capitals = slug[-1].isupper() and name[:2].isupper() and not name.startswith(slug)
    return not (name[0].islower() or capitals)


def _likeness(slug: str, name: str) -> int:
    """Return how alike a slug and a display name are, as `Split` has it.

    Slugs are Latin; whatever they were made of, a name in another script is not it.
    """
    if slug.islower() and _LETTER.search(name) and not _LATIN.search(name):
        return 1
    plain = unicodedata.normalize("NFKD", name)
    short, long = _letters(slug), _letters(plain)
    if not short or not long:
        return 0
    if short.startswith(long) or long.startswith(short):
        return 2
    words = _WORDS.findall(plain.casefold())
    # Words that are not in small letters throughout may begin a name.
    if slug == short and 2 < len(short) <= _SHORT:
        held = short[0] == long[0] and _holds(long, short)
        if held or {*short} <= {word[0] for word in words}:
            return 1
    parts = [part.casefold() for part in _PARTS.findall(slug)]
    if len(parts) > 1 and any(len(part) > 1 and part in words for part in parts):
        return 1
    capitals = "".join(char for char in plain if char.isupper()).casefold()
    longs = [part for part in (short, *parts) if len(part) > 2]
    return int(any(part == capitals or _is_short_for(part, words) for part in longs))


def _is_short_for(part: str, words: Sequence[str]) -> bool:
    """Whether a part is put together of initials and words, in their order: `uharbour`, `OGSLA`."""
    rest = part
    for word in words:
        if word != part and rest.startswith(word):
            rest = rest.removeprefix(word)
        elif rest.startswith(word[0]):
            rest = rest[1:]
    return not rest


def _holds(text: str, letters: str) -> bool:
    """Whether a text holds letters in their order, whatever stands between them."""
    rest = iter(text)
    return all(letter in rest for letter in letters)


def _letters(text: str) -> str:
    return _NOT_LETTERS.sub("", text).casefold()
