"""Fields: what an item holds, found by the meaning of its keys and read one by one."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from typing import NamedTuple, TypeVar

import regex

from hfpapers._keys import KeyNotes, is_own_record, role_of
from hfpapers._links import read_link
from hfpapers._names import guess_names, split_names
from hfpapers._values import (
    Object,
    count,
    is_gap,
    line,
    members,
    moment,
    one_line_each,
    plain,
    shown,
    url,
)

_T = TypeVar("_T")
_ARXIV_ID = regex.compile(
    r"(?:arxiv:\s?)?(?P<id>[0-9]{4}\.[0-9]{4,5})(?:v[0-9]{1,2})?", regex.IGNORECASE
)
#: No link to a paper is so long.
_LONGEST_LINK = 1_000
_DAY, _HOUR = dt.timedelta(days=1), dt.timedelta(hours=1)
#: A date that repeats another one is four or five hours off it.
_FAR = dt.timedelta(hours=6)
#: Where an account is, in the order in which the Hub has called it so.
_ACCOUNT = ("user", "username", "name")
_PAGE_TITLE = "Paper page - "
#: So much of a key is shown.
_SHOWN = 40


class _Held(NamedTuple):
    """A value, the key that it stands under, and how far it is to be preferred."""

    key: str
    value: object
    rank: int
    is_hub: bool


_NOTHING = _Held("", None, 0, True)


class Fields:
    """Takes values out of an item, and keeps a note of each that is not what it should be."""

    def __init__(self, item: Object, paper: Object, notes: KeyNotes) -> None:
        self.odd: list[str] = []
        self._notes = notes
        self._is_own = is_own_record(paper)
        self._held: dict[str, list[_Held]] = {}
        self._take(paper)
        if item is not paper:
            self._take(item, wraps=True)
        for field, found in self._held.items():
            if found[1:]:
                found.sort(key=lambda held: (_is_empty(held.value), held.rank))
            self._account(field, found)

    def _take(self, source: Object, *, wraps: bool = False) -> None:
        """Sort what an object holds by field; remember keys that mean none."""
        for key, value in source.items():
            role = role_of(key, self._is_own)
            if (role and role.field is None) or is_gap(value := plain(value)):
                continue
            if role is None or role.field is None:
                if not _is_empty(value):
                    self._notes.unread(key)
            elif not (wraps and key == "paper"):
                # What the date of the item round a paper means has drifted.
                field = "day" if wraps and role.field == "date" else role.field
                found = _Held(key, value, role.rank, role.is_hub)
                self._held.setdefault(field, []).append(found)

    def _account(self, field: str, found: list[_Held]) -> None:
        """Remember which key of somebody's own is read, and those that say something else."""
        if field == "arxiv_id":
            return
        best = found[0]
        if not best.is_hub:
            self._notes.read(best.key, field)
        for held in found[1:]:
            if held.rank != best.rank and _is_other(held.value, best.value):
                self._notes.unread(held.key)

    def _best(self, field: str) -> _Held:
        return self._held.get(field, (_NOTHING,))[0]

    def _read(self, field: str, read: Callable[[object], _T | None]) -> _T | None:
        """Read the value of a field; one that is not what it should be is noted."""
        held = self._best(field)
        found = read(held.value)
        if found is None:
            self._note(held)
        return found

    def title(self) -> str | None:
        """Return the title; the Hub's page of a paper names itself by it, with words before."""
        found = self.line("title")
        return found and (found.removeprefix(_PAGE_TITLE) or None)

    def line(self, field: str) -> str | None:
        """Return a text as one line; one in which there is nothing to see stands for none."""
        return self._line_of(self._best(field))

    def count(self, field: str) -> int | None:
        """Return a whole number; tables may write it `12.0`."""
        held = self._best(field)
        if field == "comments" and type(held.value) is list:
            # Some of the comments themselves are no number of them.
            if held.value:
                self._notes.unread(held.key)
            return None
        return self._read(field, count)

    def day(self, field: str) -> dt.date | None:
        """Return the day in UTC of a moment."""
        found = self._read(field, moment)
        return found and found.date()

    def url(self, field: str) -> str | None:
        """Return an address of the web."""
        return None if _is_empty(self._best(field).value) else self._read(field, url)

    def listed(self) -> dt.date | None:
        """Return the day of the list.

        Items of 2024 have it in the date of the item round the paper. Since 2025 that date, and
        what the Hub's client makes of it, repeats the paper's own, some hours off.
        """
        if "listed" in self._held:
            return self.day("listed")
        day, first = self._read("day", moment), moment(self._best("date").value)
        if day is None or first is None or day <= first:
            return None
        later = day - first
        # The same minute and second say nothing where both are full hours, as rounded days are.
        is_near = later < (_DAY if first.minute or first.second else _FAR)
        return None if is_near and not later % _HOUR else day.date()

    def arxiv_id(self) -> str | None:
        """Return the arXiv id that ids and links agree on."""
        held = self._held.get("arxiv_id", ())
        found = {one.key: arxiv_id_of(one.value) for one in held}
        ids = {*found.values()} - {None}
        for one in held:
            if found[one.key] is None:
                # Somebody's list may count its rows, and link to other things.
                if not ids and one.is_hub:
                    self._note(one)
                elif not one.is_hub and not _is_empty(one.value):
                    self._notes.unread(one.key)
            elif len(ids) > 1:
                self._note(one)
            elif not one.is_hub:
                self._notes.read(one.key, "arxiv_id")
        return ids.pop() if len(ids) == 1 else None

    def authors(self) -> tuple[tuple[str, ...], int | None]:
        """Return the names of the authors who are not hidden, and how many authors there are.

        The site's own author count includes hidden ones.
        """
        held = self._best("authors")
        names, number = self._names(held)
        told = self.count("author_count")
        if self._is_own:
            return names, told
        if told is not None and told < len(names):
            self._note(self._best("author_count"))
            told = None
        return names, number if told is None else told

    def _names(self, held: _Held) -> tuple[tuple[str, ...], int | None]:
        value = held.value
        if value == "":
            return (), None
        if type(value) is str:
            value = split_names(value) if self._is_own else guess_names(value)
        elif type(value) is int:
            return (), self.count("authors")
        if type(value) is not list:
            self._note(held)
            return (), None
        names = _usual_names(value)
        if names is None:
            each = [self._name(held.key, author) for author in value]
            names = [name for name in each if name is not None]
        return one_line_each(names), len(value) or None

    def _name(self, key: str, author: object) -> str | None:
        """Return the name of one author; None of a hidden one."""
        author = plain(author)
        if type(author) is dict:
            author = members(author) or {}
            hidden, name = plain(author.get("hidden")), plain(author.get("name"))
            if hidden is True:
                return None
        else:
            name = author
        if type(name) is str:
            return name
        self._note(_Held(key, author, 0, True))
        return None

    def organisation(self) -> tuple[str | None, str | None]:
        """Return the display name of the organisation, and its account."""
        held = self._best("org")
        if type(held.value) is not dict:
            if type(held.value) is str and not self._is_own:
                self._notes.read(held.key, "org")
            return self.line("org"), self.line("org_slug")
        inner = members(held.value) or {}
        return self._inner_line(held, inner, "fullname"), self._inner_line(held, inner, "name")

    def submitter(self) -> str | None:
        """Return the account of whoever submitted the paper, which is what the page prints.

        The Hub's client loses it from lists; what is left is the full name.
        """
        named: tuple[str, str] | None = None
        for held in self._held.get("submitted_by", ()):
            if type(held.value) is str:
                return line(held.value)
            if (inner := members(held.value)) is None:
                self._note(held)
                continue
            for name in _ACCOUNT:
                if account := self._inner_line(held, inner, name):
                    return account
            if full := self._inner_line(held, inner, "fullname"):
                named = named or (f"{held.key}.fullname", full)
        if named is None:
            return None
        self._notes.read(named[0], "submitted_by")
        return named[1]

    def _inner_line(self, held: _Held, inner: Object, name: str) -> str | None:
        return self._line_of(_Held(held.key, plain(inner.get(name)), 0, True))

    def _line_of(self, held: _Held) -> str | None:
        if type(held.value) is not str:
            self._note(held)
        return line(held.value)

    def _note(self, held: _Held) -> None:
        """Remember a value that was not understood; null stands for one that is missing."""
        if not is_gap(held.value):
            self.odd.append(f"{held.key[:_SHOWN]} ({shown(held.value)})")


def arxiv_id_of(value: object) -> str | None:
    """Return the arXiv id that a value is, or that it links to.

    >>> arxiv_id_of("arXiv:2511.00001v2"), arxiv_id_of("https://arxiv.org/abs/2511.00001")
    ('2511.00001', '2511.00001')
    """
    if type(value) is not str or len(value) > _LONGEST_LINK:
        return None
    if match := _ARXIV_ID.fullmatch(value.strip()):
        return match["id"]
    link = read_link(value.strip()) if "/" in value else None
    return link.value if link and link.kind in ("paper", "comments", "arxiv") else None


def _usual_names(authors: list[object]) -> list[str] | None:
    """Return names of authors that are written as the Hub writes them; there may be hundreds."""
    objects = [author for author in authors if type(author) is dict]
    if len(objects) < len(authors) or {type(key) for one in objects for key in one} != {str}:
        return None
    shown = [one.get("name") for one in objects if one.get("hidden") is not True]
    names = [name for name in shown if type(name) is str]
    return names if len(names) == len(shown) else None


def _is_empty(value: object) -> bool:
    return type(value) in (str, list, dict) and not value


def _is_other(value: object, best: object) -> bool:
    """Whether a value says something that the one that was read does not."""
    if type(value) not in (str, int, float, bool) or _is_empty(value):
        return False
    return type(value) is not type(best) or value != best
