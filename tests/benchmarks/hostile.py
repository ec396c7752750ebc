"""Hostile texts: what no page holds, and what a parser that looks back or ahead is slow at."""

from __future__ import annotations

#: What each text says again and again, and how many bytes of it make the text.
HOSTILE = {
    "dots": ("·", 1_000_000),
    "digits": ("7", 1_000_000),
    "numbers": ("7 ", 1_000_000),
    "open brackets": ("[", 1_000_000),
    "closed brackets": ("](", 1_000_000),
    "dates": ("Nov 13, 2024 ", 1_000_000),
    "10 MB in one line": ("geese ", 10_000_000),
    "10 MB in one word": ("a", 10_000_000),
    "spaces": (f"a{' ' * 1000}", 1_000_000),
    "links in links": ("[a](", 1_000_000),
    "nested links": ("[[a](/papers/2511.00001)](/papers/2511.00001)", 1_000_000),
    "tags": ("<a ", 1_000_000),
    "comments": ("<!--", 1_000_000),
    "entities": ("&amp;", 1_000_000),
    "escapes": ("\\[", 1_000_000),
    "invisible": ("\u200b", 1_000_000),
}
#: The same, but of lines so short that what each line costs is all that counts.
SHORT_LINES = {
    "blank lines": ("\n", 1_000_000),
    "bullets by turns": ("*\n-\n", 1_000_000),
    "dots on lines": ("·\n", 1_000_000),
    "digits on lines": ("7\n", 1_000_000),
    "dates on lines": ("Nov 13, 2024\n", 1_000_000),
}


def text_of(unit: str, size: int) -> str:
    """Say one thing until a text has so many bytes."""
    return unit * (size // len(unit.encode()))
