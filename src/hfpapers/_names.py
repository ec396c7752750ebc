"""Names of authors in one text: a cell of a table, or what somebody put together.

cell    := name ("; " name)*      as this library writes it
name    := any but ";", quotes and "[" in front | '"' any '"', with quotes inside doubled
literal := "[" (quoted ("," quoted)*)? "]"      as Python and JSON write a list
"""

from __future__ import annotations

import ast
import csv
from collections.abc import Sequence

import regex

_QUOTED = r"(?:'(?:[^'\\]|\\.)*+'|\"(?:[^\"\\]|\\.)*+\")"
_LITERAL = regex.compile(rf"\[\s*+(?:{_QUOTED}(?:\s*+,\s*+{_QUOTED})*+)?+\s*+\]")
_PARTS = regex.compile(r"\s*+,\s*+(?:(?:and|&)\s++)?+|\s++(?:and|&)\s++")
#: Not all names are there where a list ends so.
_AND_OTHERS = regex.compile(r"\bet\.? al\b|\bothers?\b|\bmore\b|…|\.\.\.|\d", regex.IGNORECASE)


def join_names(names: Sequence[str]) -> str:
    """Write names into one cell, so that `split_names` gives the same ones.

    >>> join_names(["Ada Quill", "Marsh; Bo"])
    'Ada Quill; "Marsh; Bo"'
    """
    return "; ".join(map(_quoted, names))


def split_names(cell: str) -> list[str] | None:
    """Read names from a cell as this library or Python writes it; None if it is none of these.

    >>> split_names('Ada Quill; "Marsh; Bo"'), split_names("['Ada Quill']"), split_names("[Ada")
    (['Ada Quill', 'Marsh; Bo'], ['Ada Quill'], None)
    """
    if cell.startswith("["):
        return list(ast.literal_eval(cell)) if _LITERAL.fullmatch(cell) else None
    try:
        (names,) = csv.reader([cell], delimiter=";", skipinitialspace=True)
    except (ValueError, csv.Error):
        return None
    return names


def guess_names(text: str) -> list[str] | None:
    """Read names that somebody put into one text; None if it does not show where they end.

    >>> guess_names("Ada Quill, Bo Marsh and Chidi Abara")
    ['Ada Quill', 'Bo Marsh', 'Chidi Abara']
    >>> guess_names("Quill, Ada and Marsh, Bo"), guess_names("Ada Quill et al.")
    (None, None)
    """
    if ";" in text or text.startswith("["):
        return split_names(text)
    if _AND_OTHERS.search(text):
        return None
    names = _PARTS.split(text)
    return names if len(names) == 1 or all(" " in name for name in names) else None


def _quoted(name: str) -> str:
    if name.startswith("[") or any(sign in name for sign in ';"\r\n'):
        return '"{}"'.format(name.replace('"', '""'))
    return name
