"""Values: what stands in an item, each made plain and read as one kind of thing.

Whatever was loaded may hold subclasses of `str` and `int`, dates, arrays and objects of other
libraries. They are made plain first, so that no method of a stranger's class is called, and none of
its objects gets into a paper.
"""

from __future__ import annotations

import datetime as dt
import math
import types
from collections.abc import Callable, Sequence
from typing import TypeAlias

import regex

from hfpapers._clean import legible
from hfpapers._dates import other_date

#: An object of JSON, the values of which may be anything.
Object: TypeAlias = dict[str, object]

#: What a JSON parser returns.
_PLAIN = frozenset({str, int, float, bool, type(None), dict, list})
#: The same for values that are nearly so, without a call of their own methods.
_COPIES: tuple[tuple[type, Callable[..., object]], ...] = (
    (str, str.__str__),
    (int, int.__int__),
    (float, float.__float__),
    (dict, lambda value: dict(_plain_items(value))),
    (list, lambda value: [*list.__iter__(value)]),
    (tuple, lambda value: [*tuple.__iter__(value)]),
    (dt.datetime, dt.datetime.isoformat),
    (dt.date, dt.date.isoformat),
)
#: Objects of these have attributes of their own, but none that were read from anywhere.
_CODE = (type, types.ModuleType, types.FunctionType, types.BuiltinFunctionType)

#: A moment as the Hub writes it: `2024-07-31T17:54:27.000Z`, and its like in other zones.
_MOMENT = regex.compile(
    r"[0-9]{4}-[0-9]{2}-[0-9]{2}"
    r"(?:[T ](?P<hour>[0-9]{2}):(?P<minute>[0-9]{2})(?::(?P<second>[0-9]{2})(?:\.[0-9]{1,9})?)?"
    r"\s?(?:Z|UTC|(?P<sign>[+-])(?P<hours>[0-9]{2}):?(?P<minutes>[0-9]{2}))?)?"
)
#: Where a table has no date, pandas has a moment that is this one.
_NO_MOMENT = "0001-01-01T00:00:00"
#: Moments have no zone here; all of them are of UTC.
_MIDNIGHT = dt.time()
_EPOCH = dt.datetime.combine(dt.date(1970, 1, 1), _MIDNIGHT)
#: From the founding of arXiv to the end of the century, in seconds since the epoch; these spans do
#: not overlap in seconds, milliseconds, microseconds and nanoseconds.
_FIRST, _LAST = 662_688_000, 4_102_444_800
_UNITS = (1, 10**3, 10**6, 10**9)

#: A count as tables and people write it: `12`, `12.0`, `1,234`, `1.2k`.
_COUNT = regex.compile(
    r"(?P<whole>[0-9]{1,13})(?:\.0+)?|(?P<whole>[0-9]{1,3}(?:,[0-9]{3}){1,4})"
    r"|(?P<short>[0-9]{1,4}(?:\.[0-9]{1,3})?)\s?(?P<unit>[kKmM])"
)
_UNIT = {"k": 10**3, "m": 10**6}
#: No count is as large as this.
_LARGE = 10**12
_URL = regex.compile(r"https?://[^\s/?#]\S*+", regex.IGNORECASE)

#: So much of a value that was not understood is shown.
_SHOWN = 40
_NAMES = {dict: "an object", list: "a list", type(None): "null", int: "a number", float: "a number"}


def plain(value: object) -> object:
    """Return a value as what a JSON parser would have returned for it, one level deep.

    >>> import datetime as dt
    >>> plain((1, 2)), plain(dt.date(2025, 11, 3))
    ([1, 2], '2025-11-03')
    """
    kind = type(value)
    if kind in _PLAIN:
        return value
    for base, copy in _COPIES:
        if issubclass(kind, base):
            # A date may have a time zone of somebody's own, which may raise anything.
            try:
                return copy(value)
            except Exception:
                return value
    return _opened(value)


def members(value: object) -> Object | None:
    """Return an object with plain keys, or None if a value is none."""
    value = plain(value)
    if type(value) is not dict:
        return None
    return value if {*map(type, value)} <= {str} else dict(_plain_items(value))


def line(value: object) -> str | None:
    """Read a text as one line; None if it is none, or holds nothing to see."""
    return one_line(value) if type(value) is str else None


def one_line(text: str) -> str | None:
    """Collapse all white space, since arXiv wraps titles and abstracts, and drop what has no ink.

    Returns None if nothing is left.
    """
    body = text.replace("\n", " ")
    # Whether it holds no white space but single spaces is cheaper to see than to collapse.
    if not body.isprintable():
        body = legible(body)
    elif "  " in body:
        body = " ".join(body.split())
    return body.strip() or None


def count(value: object) -> int | None:
    """Read a whole number that is not negative and not absurdly large.

    >>> count(12), count(12.0), count("12"), count("1.2k"), count("1,234"), count(-1), count(True)
    (12, 12, 12, 1200, 1234, None, None)
    """
    if type(value) is str:
        number = _written_count(value.strip())
    elif type(value) is float and abs(value) < _LARGE and value.is_integer():
        number = int(value)
    else:
        number = value if type(value) is int else None
    return number if number is not None and 0 <= number < _LARGE else None


def moment(value: object) -> dt.datetime | None:
    """Read a moment as one of UTC without a zone: ISO, a spelled date, or time since the epoch.

    >>> moment("2024-08-01T01:30:00+02:00"), moment(1762190067000)
    (datetime.datetime(2024, 7, 31, 23, 30), datetime.datetime(2025, 11, 3, 17, 14, 27))
    """
    if type(value) is int or (type(value) is float and math.isfinite(value)):
        return _since_epoch(value)
    if type(value) is not str:
        return None
    if (match := _MOMENT.fullmatch(value.strip())) is None:
        return _spelled(value)
    hour, minute, second = (int(match[name] or 0) for name in ("hour", "minute", "second"))
    try:
        day = dt.date.fromisoformat(match[0][:10])
        found = dt.datetime.combine(day, dt.time(hour, minute, second))
        if match["sign"] is None:
            return found
        offset = dt.timedelta(hours=int(match["hours"]), minutes=int(match["minutes"]))
        return found - offset if match["sign"] == "+" else found + offset
    except (ValueError, OverflowError):
        return None


def moment_day(value: object) -> dt.date | None:
    """Return the day in UTC of a moment, or None if the value is none.

    >>> moment_day("2024-07-31T17:54:27.000Z"), moment_day("2024-08-01T01:30:00+02:00")
    (datetime.date(2024, 7, 31), datetime.date(2024, 7, 31))
    """
    found = moment(value)
    return found and found.date()


def url(value: object) -> str | None:
    """Read an address of the web; a page that shows it as a link runs no script then.

    >>> url(" https://pebbles.example "), url("javascript:alert(1)")
    ('https://pebbles.example', None)
    """
    found = line(value)
    return found if found is not None and _URL.fullmatch(found) else None


def one_line_each(names: Sequence[str]) -> tuple[str, ...]:
    """Collapse white space in names, of which there are many and hardly one has any to spare."""
    joined = f"|{'|'.join(names)}|"
    if joined.isprintable() and not any(space in joined for space in ("  ", "| ", " |", "||")):
        return tuple(names)
    return tuple(filter(None, map(one_line, names)))


def is_gap(value: object) -> bool:
    """Whether a value stands for a missing one, as the number that is none does in a table."""
    if type(value) is float:
        return math.isnan(value)
    return value is None or (type(value) is str and value == _NO_MOMENT)


def shown(value: object) -> str:
    """Show the beginning of a text, or a number; of all else, only what it is."""
    if type(value) is str:
        return repr(value[:_SHOWN])
    # A number may have more digits than Python is willing to print.
    if type(value) in (int, float, bool) and abs(value) < _LARGE:  # type: ignore[arg-type]
        return repr(value)
    return _NAMES.get(type(value), type(value).__name__)


def _plain_items(value: dict[object, object]) -> list[tuple[str, object]]:
    """Return the members of an object; a key that is no text is shown as such a value is."""
    pairs = ((plain(key), member) for key, member in dict.items(value))
    return [(key if type(key) is str else shown(key), member) for key, member in pairs]


def _opened(value: object) -> object:
    """Return an array as a list, and an object of somebody's class as its attributes."""
    try:
        if callable(convert := getattr(value, "tolist", None)):
            found = convert()
            return found if type(found) in _PLAIN else value
        held = getattr(value, "__dict__", None)
    except Exception:
        return value
    return held if type(held) is dict and not isinstance(value, _CODE) else value


def _written_count(text: str) -> int | None:
    """Read a count that is a text."""
    if (match := _COUNT.fullmatch(text)) is None:
        return None
    if match["short"]:
        return round(float(match["short"]) * _UNIT[match["unit"].lower()])
    return int(match["whole"].replace(",", ""))


def _since_epoch(number: float) -> dt.datetime | None:
    for unit in _UNITS:
        if _FIRST * unit <= number < _LAST * unit:
            return _EPOCH + dt.timedelta(seconds=int(number // unit))
    return None


def _spelled(text: str) -> dt.datetime | None:
    """Read a date as people spell it, if it has a year and can only mean one day."""
    found = other_date(text.strip())
    if found is None or found.year is None or found.swappable:
        return None
    return dt.datetime.combine(dt.date(found.year, found.month, found.day), _MIDNIGHT)
