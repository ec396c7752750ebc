"""Soil: what saving, copying and extracting does to the characters and lines of a page."""

from __future__ import annotations

from collections.abc import Callable

from hypothesis import strategies as st

_INVISIBLE = ("\u200b", "\ufeff", "\u2060", "\u200e")
_LINE_ENDS = ("\n", "\r\n", "\r", "\u2028")
_POSITIONS = st.lists(st.integers(0, 400), max_size=6)


@st.composite
def soiled(draw: st.DrawFn, text: str) -> str:
    """Soil a text with everything that may change no field, whatever the text is."""
    lines = text.split("\n")
    for position in draw(_POSITIONS):
        number = position % len(lines)
        lines[number] = draw(_LINE_SOIL)(lines[number])
    text = "\n".join(lines)
    for position in draw(_POSITIONS):
        text = _insert(text, position * 7, draw(st.sampled_from(_INVISIBLE)))
    if draw(st.booleans()):
        text = text.replace(" ", "\xa0")
    if draw(st.booleans()):
        indent = draw(st.sampled_from((" ", "    ", "\t")))
        text = "\n".join(indent + line for line in text.split("\n"))
    text = text.replace("\n", draw(st.sampled_from(_LINE_ENDS)))
    return "\ufeff" + text if draw(st.booleans()) else text


def _repeat_blank(line: str) -> str:
    return line if line.strip() else "\n  \n\t\n"


_LINE_SOIL = st.sampled_from(
    (
        _repeat_blank,
        lambda line: f"{line}   ",
        lambda line: f"    {line}",
        lambda line: f"\t{line}\t",
        lambda line: f"\xa0{line}\xa0",
        lambda line: line.replace(" ", "\xa0", 1),
    )
)


def _insert(text: str, position: int, char: str) -> str:
    """Put a character without width into a text, at the end of a line or inside of it."""
    position %= len(text) + 1
    return text[:position] + char + text[position:]


@st.composite
def respaced(draw: st.DrawFn, text: str) -> str:
    """Add and remove blank lines between the lines of a text that is not hard-wrapped."""
    lines = [line for line in text.split("\n") if line.strip()]
    gaps = draw(st.lists(st.integers(0, 3), min_size=len(lines), max_size=len(lines)))
    return "".join("\n" * gap + line + "\n" for line, gap in zip(lines, gaps, strict=True))


Habit = Callable[[str], str]


def _misread(text: str) -> str:
    """Read UTF-8 as Windows-1252, as browsers and spreadsheets do, where that is possible."""
    try:
        return text.encode("utf-8").decode("cp1252")
    except UnicodeError:
        return text


#: What happens to bytes and characters of the marks of structure on the way to us.
ACCIDENTS: dict[str, Habit] = {
    "misread dots and bullets": lambda text: text.replace("·", "Â·").replace("•", "â€¢"),
    "a dot as an entity": lambda text: text.replace("·", "&middot;").replace("•", "&bull;"),
    "numbered entities": lambda text: text.replace("·", "&#183;").replace("•", "&#8226;"),
    "spaces as entities": lambda text: text.replace("3 authors", "3&nbsp;authors"),
    "all of it misread": _misread,
    "all of it escaped": lambda text: (
        text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace('"', "&quot;")
    ),
}
