"""Organisations: where a card names one, and the account names that image text puts before names.

The site's image text for an organisation is its account name, its slug. Extractors that keep
image text print it before the name: `apple Apple`, `[apple] Apple`, `appleApple`. Whether a page
does is inferred from all of its organisations together: if it does for one, it does for all, and
one that only looks so, as `GeeseGeese` does, shows nothing.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import NamedTuple

import regex

from hfpapers._layout import Layout
from hfpapers._prose import ends_sentence, goes_on
from hfpapers._signs import Sign, linked
from hfpapers._slugs import (
    BRACKETED,
    SLUG,
    Split,
    is_account_of,
    repeats,
    shows_account,
    split_glued,
    split_word,
)
from hfpapers._titles import FUNCTION_WORDS
from hfpapers._words import COMPANY


class Organisation(NamedTuple):
    """An organisation as far as a card shows it."""

    name: str | None = None
    slug: str | None = None
    #: Whether the name may begin with an account, which nothing but this one name shows.
    doubtful: bool = False


#: The site's longest organisation names have six words.
LONGEST_NAME = 80
#: But institutes may have longer ones.
_LONGEST_INSTITUTE = 160
_NONE = Organisation()
#: So many different names show what a page prints.
_FEWEST = 2
#: So many of them outweigh one that may as well be a plain name.
_FOR_EACH = 4
#: Image text between signs of any kind, before the name that it is made of.
_MARKED = regex.compile(
    rf"(?P<before>(?:\p{{L}}{{1,10}}:)?\s?[^\w\s]{{0,2}}\ufe0f?)\s?(?P<alt>{SLUG.pattern})(?P<behind>[^\w\s]{{0,2}})\s(?P<name>.+)$"
)
_COMPANY = regex.compile(rf"\b(?:{COMPANY})\.$")
#: What tools print where an image is, in place of its text.
_NO_TEXT = frozenset({"", "img", "image", "inline", "link"})


def org_pieces(prose: Sequence[Sign], closing: str, layout: Layout) -> int:
    """Return how many pieces at the end name an organisation; a card has that or authors."""
    if len(prose) < 2 or "a" in closing:
        return 0
    last = prose[-1]
    if account := linked(last, "organisation"):
        image = linked(prose[-2], "organisation") == account or prose[-2].text == account
        return 2 if len(prose) > 2 and image else 1
    # A rule may stand below a name, too.
    heads = layout.heading != "" and last.piece.heading != ""
    if last.piece.link is not None or heads or len(last.text) > _LONGEST_INSTITUTE:
        return 0
    daily = layout.kind == "daily"
    stands_right = closing.startswith(("·", "d")) or (daily and not _has_open_end(prose[-2]))
    pieces = 2 if len(prose) > 2 and _is_slug_above(prose, layout) else 1
    if may_be_name(last):
        named = stands_right or _has_account(last)
    elif len(last.text) <= LONGEST_NAME and (pieces == 2 or _has_account(last)):
        named = stands_right
    else:
        named = stands_right and _is_one_more(prose[: len(prose) - pieces], last, layout)
    return pieces if named else 0


def _is_slug_above(prose: Sequence[Sign], layout: Layout) -> bool:
    """Whether the line above the last one is the slug of the organisation that this one names."""
    *_, whole, above, last = prose
    if SLUG.fullmatch(above.text) is None:
        return False
    if layout.slugs or is_account_of(above.text, last.text):
        return True
    # Below a whole abstract, it is one line more than a card needs; a title may have two lines.
    extra = layout.kind != "daily" and len(prose) == layout.pieces + 2
    return extra and ends_sentence(whole.text)


def _has_open_end(title: Sign) -> bool:
    """Whether the first line of a title goes on below, since it ends with a word such as `of`."""
    return title.text.rpartition(" ")[2] in FUNCTION_WORDS


def _has_account(sign: Sign) -> bool:
    """Whether the account of an organisation stands before its name, as text or as image text."""
    return shows_account(sign.text) or is_account_of(sign.piece.alt or "", sign.text)


def _is_one_more(whole: Sequence[Sign], last: Sign, layout: Layout) -> bool:
    """Whether one line more than a card needs, below a whole title or abstract, is a name.

    Names may be long, or end as a sentence does: `Geese Co., Ltd.`, `Geese!`. But most of their
    words begin with capitals.
    """
    if not _is_capitalised(last.text) or ": " in last.text or last.piece.glued or goes_on(last):
        return False
    if layout.kind == "daily":
        # It may be the second line of a title.
        short = len(last.text) <= LONGEST_NAME and not last.text.endswith("?")
        return len(whole) == layout.pieces and short
    # An abstract may be broken over more lines than usual.
    return len(whole) >= max(2, layout.pieces) and ends_sentence(whole[-1].text)


def may_be_name(sign: Sign) -> bool:
    """Whether a line could be a name, by its length and its end."""
    if len(sign.text) > LONGEST_NAME:
        return False
    company = _COMPANY.search(sign.text) and _is_capitalised(sign.text)
    return bool(company) or not ends_sentence(sign.text)


def _is_capitalised(text: str) -> bool:
    """Whether most words of a text begin with capitals, or it is but one."""
    words = text.split()
    return len(words) == 1 or sum(word[0].islower() for word in words) * 2 <= len(words)


def read_organisations(shown: Sequence[Sequence[Sign]]) -> list[Organisation]:
    """Read the organisations of a page, one for each card; a card without one gives none."""
    plain = _without_linked([_without_image(signs) if signs else None for signs in shown])
    texts = [part.name for part in plain if part is not None and part.name and part.slug is None]
    habit = _habit_of(texts)
    return [_NONE if part is None else _separate(part, habit) for part in plain]


class _Habit(NamedTuple):
    """How accounts run into the names of a page."""

    split: Callable[[str], Split]
    #: Whether only one name shows it.
    doubtful: bool


def _habit_of(names: Sequence[str]) -> _Habit | None:
    """Return how accounts run into the names of a page; None if they do not, as far as it shows.

    No name may be one that no account can run into; but the last one may have been cut off with the
    page. Few accounts have capitals while most names do, so that such a split speaks against it.
    """
    different = list(dict.fromkeys(names))
    found = {way: [way(name) for name in different] for way in (split_glued, split_word)}
    way = max(found, key=lambda one: sum(split.likeness for split in found[one]))
    shown = sum(split.likeness > 0 for split in found[way])
    plain = [split for split in found[way] if split.slug and not split.likeness]
    against = sum(not split.slug.islower() for split in plain)
    whole = all(split.slug for split in found[way][:-1])
    if not shown or not whole or shown <= len(plain) or against * _FOR_EACH > shown:
        return None
    return _Habit(way, doubtful=shown < _FEWEST)


class _Printed(NamedTuple):
    """What a card prints of an organisation, without image text that is marked as such."""

    name: str
    slug: str | None
    #: Whether image text stood apart from the name; then it does not stand in the name as well.
    apart: bool

    def without_slug(self) -> str:
        """Return what follows the account that a link gave, if the name begins with it."""
        if self.apart or not self.slug or not self.name.startswith(self.slug):
            return ""
        return self.name.removeprefix(self.slug).strip()


def _without_image(signs: Sequence[Sign]) -> _Printed:
    """Take image text that is marked as such off the name."""
    name = signs[-1].text
    slug = next(filter(None, (linked(sign, "organisation") for sign in signs)), None)
    alt = signs[-1].piece.alt or (signs[0].text if len(signs) > 1 else None)
    while match := BRACKETED.match(name):
        alt, name = alt or match["alt"], name[match.end() :]
    match = _MARKED.match(name)
    if (
        match
        and match["before"] + match["behind"]
        and shows_account(f"{match['alt']} {match['name']}")
    ):
        alt, name = alt or match["alt"], match["name"]
    alt = None if alt is not None and alt.lower() in _NO_TEXT else alt
    if slug is None and alt and SLUG.fullmatch(alt):
        slug = alt
    return _Printed(name, slug, alt is not None)


def _without_linked(printed: Sequence[_Printed | None]) -> list[Organisation | None]:
    """Take the accounts that links give off the names, where this page prints them as image text.

    A lone name may begin with its account all the same: `Goose Institute` has the account `Goose`.
    """
    linked_ones = [part for part in printed if part and part.slug and not part.apart]
    shown = [is_account_of(part.slug or "", part.without_slug()) for part in linked_ones]
    all_do = any(shown) and all(part.without_slug() for part in linked_ones)
    return [None if part is None else _without_slug(part, all_do) for part in printed]


def _without_slug(part: _Printed, all_do: bool) -> Organisation:
    """Take the account off a name if it is image text, as it surely is where `all_do` that."""
    rest, slug = part.without_slug(), part.slug or ""
    if not rest:
        return Organisation(part.name, part.slug)
    glued = part.name == slug + rest and rest[0].isupper()
    # A link says what the account is, so that it may be less like the name.
    alike = is_account_of(slug, rest) or is_account_of(slug.lower(), rest)
    is_image = all_do or (slug[0].islower() and rest[0].isupper()) or glued or alike
    return Organisation(rest if is_image else part.name, slug)


def _separate(part: Organisation, habit: _Habit | None) -> Organisation:
    """Take an account that runs into the name off it, where this page prints accounts so.

    `goose-office Goose Office` can be nothing else, whatever the page shows. Of a name alone, it is
    in doubt: an account that no space parts from it may be the name's own first half.
    """
    if part.name is None or part.slug is not None:
        return part
    found = max(split_word(part.name), split_glued(part.name), key=lambda one: one.likeness)
    if not repeats(found):
        if habit is None:
            return part
        found = habit.split(part.name)
        if habit.doubtful and (not found.likeness or habit.split is split_glued):
            return part._replace(doubtful=found.likeness > 0)
        return Organisation(found.name, found.slug or None, habit.doubtful)
    return Organisation(found.name, found.slug)
