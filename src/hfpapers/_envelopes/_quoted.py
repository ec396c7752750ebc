r"""Quoted text: a page as source code writes a string, `'12\n\nSorting Pebbles by Ear\n…'`.

    text    := [code] literal (code literal)* [code]
             | inside                                   no quotes round it, but escapes in it
    literal := ["b" | "r" | "u" | "f"] quote inside quote
    inside  := (character | "\" escape)*

Printed objects, dictionaries, template strings and JSON that was cut off are code with literals in
it. Literals with nothing but white space between them are one, as printers break long ones.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

import regex

from hfpapers._bytes import decode
from hfpapers._envelopes._envelope import Envelope, Form, one

#: Code before the first literal stands on its line.
_BEGIN = regex.compile(r"[\[({\s\ufeff]*+[^\"'`\\\n]{0,120}+[\"'`]")
#: One without its closing quote ends with the text: so no quote is looked at twice.
_LITERAL = regex.compile(
    r"""(?:(?P<name>"[^"\\\n]{1,60}+"|'[^'\\\n]{1,60}+'|(?<!\w)[\w.-]{1,60}+)\s*+[:=]\s*+)?+
    (?<!\w)(?P<mark>[rbuf]{0,2})
    (?P<quote>\"{3}|'{3}|["'`])
    (?P<inside>(?:[^\\"'`]++|\\.|(?!(?P=quote))["'`])*+)
    (?P<end>(?P=quote)|\\?\Z)""",
    regex.DOTALL | regex.IGNORECASE | regex.VERBOSE,
)
_GAP = regex.compile(r"[\s+\\()]*+")
_ESCAPE = regex.compile(
    r"\\(?:u(?P<high>d[89ab][0-9a-f]{2})\\u(?P<low>d[c-f][0-9a-f]{2})"
    r"|u\{(?P<braced>[0-9a-f]{1,6}+)\}|u(?P<four>[0-9a-f]{4})|U(?P<eight>[0-9a-f]{8})"
    r"|x(?P<two>[0-9a-f]{2})|(?P<sign>[nrtbf0\"'`\\/$]|\r?\n))",
    regex.IGNORECASE,
)
_SIGNS = {"n": "\n", "r": "\r", "t": "\t", "b": "\b", "f": "\f", "0": "\0", "\n": "", "\r\n": ""}
#: A line end that is written out. Commands of LaTeX go on in small letters: `\nu`, `\nabla`.
_LINE_END = regex.compile(r"\\++n(?![a-z])")
_ANY_LINE_END = regex.compile(r"\\++n")
#: A backslash before anything else is the author's own; a writer of literals would double it.
_NO_ESCAPE = regex.compile(r"(?<!\\)(?:\\\\)*+\\(?![nrtbf0\"'`\\/$xuU\s])")
#: Fewer line ends show nothing.
_FEWEST = 3


class _Literal(NamedTuple):
    name: str
    value: str
    #: How much of the text it takes, and whether it shows that it is a literal.
    ink: int
    shown: bool


def open_quoted(text: str) -> Envelope | None:
    """Open a text that is a literal, holds literals above all, or has its line ends written out."""
    if _BEGIN.match(text):
        literals = list(_literals(text))
        code = _ink(text) - sum(literal.ink for literal in literals)
        within = sum(len(literal.value) for literal in literals)
        if code <= within and any(literal.shown for literal in literals):
            return _envelope(literals)
    if is_escaped(text):
        return one("a text with its line ends written out", unescaped(text))
    return None


def is_escaped(text: str) -> bool:
    """Whether the line ends of a text are written out, and its own are few or none."""
    if "\\n" not in text:
        return False
    written = len(_LINE_END.findall(text))
    few = text.strip().count("\n") * 2 < written
    return written >= _FEWEST and few and _NO_ESCAPE.search(text) is None


def unescaped(inside: str) -> str:
    r"""Return what the inside of a literal stands for; unknown escapes stay as they are.

    >>> unescaped(r"caf\xe9\n\"\ud83d\ude00\" \\alpha \alpha")
    'café\n"😀" \\alpha \\alpha'
    """
    return _ESCAPE.sub(_character, inside)


def _character(match: regex.Match[str]) -> str:
    if match["sign"] is not None:
        sign = match["sign"]
        return _SIGNS.get(sign.lower() if sign.isalpha() else sign, sign)
    if match["high"] is not None:
        high, low = int(match["high"], 16), int(match["low"], 16)
        return chr(0x10000 + ((high - 0xD800) << 10) + (low - 0xDC00))
    code = int(match["braced"] or match["four"] or match["eight"] or match["two"], 16)
    return chr(code) if code < 0x110000 else match[0]


def _literals(text: str) -> Iterator[_Literal]:
    """Go through the literals of a text, and put together those that belong together."""
    held: list[str] = []
    name, mark, ink, shown, end = "", "", 0, False, 0
    for match in _LITERAL.finditer(text):
        gap = _GAP.fullmatch(text, end, match.start()) is not None
        if held and not (gap and match["name"] is None):
            yield _Literal(name, _value(held, mark), ink, shown)
            held, ink, shown = [], 0, False
        if not held:
            name, mark = (match["name"] or "").strip("\"'"), match["mark"].lower()
        raw = "r" in match["mark"].lower()
        held.append(match["inside"] if raw else unescaped(match["inside"]))
        ink += _ink(match["inside"])
        shown = shown or _is_shown(match)
        end = match.end()
    if held:
        yield _Literal(name, _value(held, mark), ink, shown)


def _ink(text: str) -> int:
    """Return how many characters of a text are no white space; printers indent as they like."""
    return len("".join(text.split()))


def _is_shown(match: regex.Match[str]) -> bool:
    """Whether a literal is one beyond doubt: prose has quotation marks, too."""
    inside, whole = match["inside"], match.span() == (0, len(match.string.rstrip()))
    if _ANY_LINE_END.search(inside):
        return True
    closed = match["end"] == match["quote"]
    return closed and "\n" in inside and (whole or match["quote"] not in ("'", '"'))


def _value(held: list[str], mark: str) -> str:
    """Return what literals stand for; those of bytes are decoded as a file would be."""
    value = "".join(held)
    if "b" in mark and all(char < "\u0100" for char in value):
        return decode(value.encode("latin-1"))[0]
    return value


def _envelope(literals: list[_Literal]) -> Envelope:
    forms: dict[str, list[str]] = {}
    for literal in literals:
        forms.setdefault(literal.name, []).append(literal.value)
    name = "quoted text" if len(literals) == 1 else "code with quoted text in it"
    return Envelope(name, tuple(Form(where, tuple(parts)) for where, parts in forms.items()))
