"""Labels: the texts of links that lead away from the site, by which these are told from prose."""

from __future__ import annotations

import regex

from hfpapers._words import ARXIV_PAGE, GITHUB, PROJECT_PAGE, VIEW_ARXIV, VIEW_PDF

_LEAD_AWAY = "|".join((ARXIV_PAGE, VIEW_ARXIV, VIEW_PDF, PROJECT_PAGE)).replace(" ", r"\s")
#: The labels of links that lead away from the site: "GitHub 11.3k", "arXiv Page".
_LABEL = regex.compile(rf"(?:{GITHUB}\s{{1,3}}+[0-9.,]+[kKM]?|{GITHUB}|{_LEAD_AWAY})\s?(?=\])")
_LABEL_LENGTH = 24
_IMAGE = r"(?:!\[[^\[\]\n]*+\](?:\([^()\s]*+\)|\[[0-9]*+\])(?:\{[^{}]*+\})?+\s?+)"
#: The same, with drawings before its parts.
_DRAWN_LABEL = regex.compile(rf"\[{_IMAGE}?+{GITHUB}\s{_IMAGE}[0-9.,]++[kKM]?+\s?+\]")


def is_label(text: str, opener: int, close: int) -> bool:
    """Whether a link, from its first bracket to the one that closes its text, has such a label."""
    if _LABEL.search(text, max(opener, close - _LABEL_LENGTH), close + 1):
        return True
    return _DRAWN_LABEL.match(text, opener) is not None
