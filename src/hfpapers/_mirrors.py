"""Mirrors: pages of the Hub that other hosts serve, by proxies too, with the same paths.

What a link means is in its path, so the host is the page's own if most of its links to papers have
it. Where it is not the Hub's, links are read as if it were; what stands in prose stays as it is.
"""

from __future__ import annotations

from collections import Counter

import regex

from hfpapers._words import DOMAIN

_HUB = "https://huggingface.co"
#: What stands before the path of a link to a paper, or to vote: nothing where links are relative.
_LINK = regex.compile(
    r"(?P<host>(?:https?:)?//[^\s\"'()<>\[\]{}|\\]{1,200}?|(?<![^\s\"'()<>\[\]=]))"
    r"/(?:papers/[0-9]{4}\.[0-9]{4}|login\?next=)"
)
_OF_HUB = regex.compile(rf"(?:\S*/)?(?:https?:)?//{DOMAIN}")
#: One link may be a note's.
_SEVERAL = 2


def on_hub(text: str) -> str:
    """Return a text, or HTML, with the links to its own host on the Hub's."""
    host = _own_host(text)
    if host is None:
        return text
    # Targets stand in brackets, quotes and tables, or alone on a line; urls of prose follow words.
    target = rf"(?m)(?:^|(?<=[(<\"'=>\]]|\]:))(?P<space>[^\S\n]*+){regex.escape(host)}(?=[/?#]|$)"
    return regex.sub(target, rf"\g<space>{_HUB}", text)


def _own_host(text: str) -> str | None:
    """Return the host of most links to papers, if it is another one than the Hub's."""
    if "//" not in text or not ("/papers/" in text or "/login?" in text):
        return None
    if text.count(f"{_HUB}/papers/") * 2 >= text.count("/papers/"):
        # Nearly all texts end here.
        return None
    hosts = Counter(match["host"] for match in _LINK.finditer(text))
    (host, count), *_ = hosts.most_common(1) or [("", 0)]
    own = host and count >= _SEVERAL and count * 2 > hosts.total()
    return host if own and not _OF_HUB.fullmatch(host) else None
