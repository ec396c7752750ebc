"""Marks of Markdown that stand where they do not belong: taken off before links are looked for."""

from __future__ import annotations

import regex

#: The mark of a list that begins with an image, at the end of the title before it.
_STRAY_BULLET = regex.compile(r"(?<=\S)-(?= \[!\[[^\[\]\n]*+\]\([^\s()]*+\)\]\()")
#: Words that the query marks, as some dialects of Markdown write them.
_HIGHLIGHT = regex.compile(r"(?<![\w=])==(?=[^\s=])(?P<words>[^=\n]{1,80}+)(?<=\S)==(?![\w=])")


def mended(text: str) -> str:
    """Take off the marks that a converter left at the ends of titles and round words."""
    if "- [![" in text:
        text = _STRAY_BULLET.sub("", text)
    if "==" in text and len(_HIGHLIGHT.findall(text)) > 1:
        text = _HIGHLIGHT.sub(r"\g<words>", text)
    return text
