"""Organisations: where a card names one, and the account names that image text puts before names.

The site's image text for an organisation is its account name, its slug. Extractors that keep
image text print it before the name: `apple Apple`, `[apple] Apple`, `appleApple`. Whether a page
does is inferred from all of its organisations together: if it does for one, it does for all.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from typing import NamedTuple

import regex

from hfpapers._layout import Layout
from hfpapers._prose import ends_sentence, goes_on
from hfpapers._signs import Sign, linked
from hfpapers._titles import FUNCTION_WORDS


class Organisation(NamedTuple):
    """An organisation as far as a card shows it."""

    name: str | None = None
    slug: str | None = None


#: The site's longest organisation names have six words.
LONGEST_NAME = 80
#: But institutes may have longer ones.
_LONGEST_INSTITUTE = 160
_NONE = Organisation()
_SLUG = regex.compile(r"[A-Za-z0-9](?:[\w.-]{0,94}\w)?")
#: Image text in brackets, perhaps after a word for "image"; empty where there was none.
_BRACKETED = regex.compile(r"\[(?:[^\[\]:]*+:\s*+)?+(?P<alt>[^\[\]]*+)\]\s*+(?=\S)")
#: Image text between signs of any kind, before the name that it is made of.
_MARKED = regex.compile(
    rf"(?P<before>(?:\p{{L}}{{1,10}}:)?\s?[^\w\s]{{0,2}}\ufe0f?)\s?(?P<alt>{_SLUG.pattern})(?P<behind>[^\w\s]{{0,2}})\s(?P<name>.+)$"
)
#: What tools print where an image is, in place of its text.
_NO_TEXT = frozenset({"", "img", "image", "inline", "link"})
_NOT_LETTERS = regex.compile(r"[^\p{L}\p{N}]++")
_LETTER = regex.compile(r"\p{L}")
_LATIN = regex.compile(r"\p{Latin}")
_WORDS = regex.compile(r"[\p{L}\p{N}]++")


def org_pieces(prose: Sequence[Sign], closing: str, layout: Layout) -> int:
    """Return how many pieces at the end name an organisation; a card has that or authors."""
    if len(prose) < 2 or "a" in closing:
        return 0
    last = prose[-1]
    if account := linked(last, "organisation"):
        image = linked(prose[-2], "organisation") == account or prose[-2].text == account
        return 2 if len(prose) > 2 and image else 1
    if last.piece.link is not None or last.piece.heading or len(last.text) > _LONGEST_INSTITUTE:
        return 0
    stands_right = layout.kind == "daily" or closing.startswith(("·", "d"))
    pieces = 2 if len(prose) > 2 and is_account_of(prose[-2].text, last.text) else 1
    if may_be_name(last):
        named = stands_right or _has_account(last)
    elif len(last.text) <= LONGEST_NAME and (pieces == 2 or _has_account(last)):
        named = stands_right
    else:
        named = stands_right and _is_one_more(prose[: len(prose) - pieces], last, layout)
    return pieces if named else 0


def _has_account(sign: Sign) -> bool:
    """Whether the account of an organisation stands before its name, as text or as image text."""
    return shows_account(sign.text) or is_account_of(sign.piece.alt or "", sign.text)


def _is_one_more(whole: Sequence[Sign], last: Sign, layout: Layout) -> bool:
    """Whether one line more than a card needs, below a whole title or abstract, is a name.

    Names may be long, or end as a sentence does: `Geese Co., Ltd.`, `Geese!`. But most of their
    words begin with capitals.
    """
    words = last.text.split()
    small = sum(word[0].islower() for word in words)
    if small * 2 > len(words) > 1 or ": " in last.text or last.piece.glued or goes_on(last):
        return False
    if layout.kind == "daily":
        # It may be the second line of a title.
        open_end = whole[-1].text.rpartition(" ")[2] in FUNCTION_WORDS
        short = len(last.text) <= LONGEST_NAME and not last.text.endswith("?")
        return len(whole) == layout.pieces and short and not open_end
    # An abstract may be broken over more lines than usual.
    return len(whole) >= max(2, layout.pieces) and ends_sentence(whole[-1].text)


def may_be_name(sign: Sign) -> bool:
    """Whether a line could be a name, by its length and its end."""
    return len(sign.text) <= LONGEST_NAME and not ends_sentence(sign.text)


def read_organisations(shown: Sequence[Sequence[Sign]]) -> list[Organisation]:
    """Read the organisations of a page, one for each card; a card without one gives none."""
    plain = [_without_image(signs) if signs else None for signs in shown]
    texts = [part.name for part in plain if part is not None and part.name and part.slug is None]
    # The last one may have been cut off with the page.
    doubled = any(shows_account(text) for text in texts) and all(map(_may_double, texts[:-1]))
    glued = any(_glued(text) for text in texts)
    return [_NONE if part is None else _separate(part, doubled, glued) for part in plain]


def _without_image(signs: Sequence[Sign]) -> Organisation:
    """Take image text that is marked as such, and the slug of a link, off the name."""
    name = signs[-1].text
    slug = next(filter(None, (linked(sign, "organisation") for sign in signs)), None)
    alt = signs[-1].piece.alt or (signs[0].text if len(signs) > 1 else None)
    while match := _BRACKETED.match(name):
        alt, name = alt or match["alt"], name[match.end() :]
    match = _MARKED.match(name)
    if match and match["before"] + match["behind"] and is_account_of(match["alt"], match["name"]):
        alt, name = alt or match["alt"], match["name"]
    alt = None if alt is not None and alt.lower() in _NO_TEXT else alt
    if slug is None and alt and _SLUG.fullmatch(alt):
        slug = alt
    # Image text that stands apart does not stand in the name as well.
    if slug and alt is None and name.startswith(slug) and len(name) > len(slug):
        name = name[len(slug) :].strip()
    return Organisation(name, slug)


def _separate(part: Organisation, doubled: bool, glued: bool) -> Organisation:
    """Take image text that runs into the name off it, where this page prints it."""
    if part.name is None or part.slug is not None:
        return part
    if doubled and _may_double(part.name):
        slug, _, name = part.name.partition(" ")
        return Organisation(name, slug)
    if glued and (split := _glued(part.name)):
        return split
    return part


def _may_double(text: str) -> bool:
    slug, _, name = text.partition(" ")
    return bool(name) and _SLUG.fullmatch(slug) is not None


def _glued(text: str) -> Organisation | None:
    """Split `appleApple` where an account name ends and the name that it is made of begins."""
    whole = _letters(text)
    twice = whole == whole[: len(whole) // 2] * 2
    for end in range(2, len(text) - 1):
        if not text[end].isalnum() or (text[end].islower() and not twice):
            continue
        slug, name = text[:end], text[end:]
        begins = not name[0].islower() or _letters(slug) == _letters(name)
        if begins and _SLUG.fullmatch(slug) and _is_made_of(slug, name):
            return Organisation(name, slug)
    return None


def shows_account(text: str) -> bool:
    """Whether a text is the account name of an organisation, and then its display name.

    >>> shows_account("shi-labs SHI Labs"), shows_account("[shi-labs] SHI Labs")
    (True, True)
    >>> shows_account("SHI Labs")
    False
    """
    if match := _BRACKETED.match(text):
        return is_account_of(match["alt"], text[match.end() :])
    account, _, name = text.partition(" ")
    return is_account_of(account, name)


def is_account_of(text: str, name: str) -> bool:
    """Whether a text is the account name of an organisation, given its display name.

    Account names are Latin; whatever they were made of, a name in another script is not it.

    >>> is_account_of("shi-labs", "SHI Labs"), is_account_of("Geese", "SHI Labs")
    (True, False)
    """
    if _SLUG.fullmatch(text) is None:
        return False
    foreign = text.islower() and _LETTER.search(name) and not _LATIN.search(name)
    return bool(foreign) or _is_made_of(text, name)


def _is_made_of(slug: str, name: str) -> bool:
    """Whether an account name looks made of a display name: `shi-labs` of `SHI Labs`."""
    plain = unicodedata.normalize("NFKD", name)
    short, long = _letters(slug), _letters(plain)
    initials = "".join(word[0] for word in _WORDS.findall(plain)).casefold()
    capitals = "".join(char for char in plain if char.isupper()).casefold()
    if not short or not long:
        return False
    if short.startswith(long) or long.startswith(short):
        return True
    parts, words = _WORDS.findall(slug.casefold()), _WORDS.findall(plain.casefold())
    named = len(parts) > 1 and any(part in words for part in parts)
    return named or any(len(part) > 2 and part in (initials, capitals) for part in (short, *parts))


def _letters(text: str) -> str:
    return _NOT_LETTERS.sub("", text).casefold()
