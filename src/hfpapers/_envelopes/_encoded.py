"""Base64: a page as one long word, as interfaces write what may be bytes, and as data urls do."""

from __future__ import annotations

import binascii
from urllib.parse import unquote_to_bytes

import regex

from hfpapers._bytes import decode
from hfpapers._envelopes._envelope import Envelope, one

_HEAD = 60
_WORD = regex.compile(r"[A-Za-z0-9+/_-]++")
_WHOLE = regex.compile(r"\s*+(?:[A-Za-z0-9+/_-]++\s*+)++={0,2}\s*+")
_DATA_URL = regex.compile(r"\s*+data:[\w.+/-]{0,60}+(?:;[\w.+=-]{1,60}+)*+,", regex.IGNORECASE)


def open_encoded(text: str) -> Envelope | None:
    """Open a data url, or base64 that stands for text."""
    url = _DATA_URL.match(text)
    if url is not None:
        inside = text[url.end() :]
        if url[0].lower().endswith(";base64,"):
            found = _from_base64(inside)
            return None if found is None else one("a data url", found)
        return one("a data url", decode(unquote_to_bytes(inside))[0])
    head = text[: 2 * _HEAD].lstrip()[:_HEAD]
    if len(head) == _HEAD and _WORD.fullmatch(head) and _WHOLE.fullmatch(text):
        found = _from_base64(text)
        return None if found is None else one("base64", found)
    return None


def _from_base64(text: str) -> str | None:
    """Return the text that base64 stands for, in either alphabet; None if that is no text."""
    word = "".join(text.split()).rstrip("=").translate(_ALPHABET)
    try:
        data = binascii.a2b_base64(word + "=" * (-len(word) % 4))
        return data.decode("utf-8")
    except ValueError:
        return None


_ALPHABET = str.maketrans("-_", "+/")
