"""Bytes: which text they are."""

from __future__ import annotations

import codecs

import regex

from hfpapers._model import Problem

#: That of UTF-32 begins with that of UTF-16, and so must come first.
_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
#: A page of HTML declares its encoding near its start, if anywhere.
_HEAD = 4096
_CHARSET = regex.compile(
    rb"<meta\s[^<>]*?charset\s*+=\s*+[\"']?\s*+([A-Za-z0-9_:.-]{1,40}+)", regex.I
)
#: What pages are saved in. Python knows more codecs, some of which are no encodings of text.
_CODECS = {
    "utf8": "utf-8", "latin1": "cp1252", "iso88591": "cp1252", "usascii": "cp1252",
    "ascii": "cp1252", "iso88592": "iso8859-2", "iso88595": "iso8859-5", "iso885915": "iso8859-15",
    "windows1250": "cp1250", "windows1251": "cp1251", "windows1252": "cp1252", "cp1252": "cp1252",
    "koi8r": "koi8-r", "shiftjis": "cp932", "sjis": "cp932", "eucjp": "euc_jp", "euckr": "cp949",
    "gb2312": "gb18030", "gbk": "gb18030", "gb18030": "gb18030", "big5": "big5hkscs",
}  # fmt: skip


def decode(data: bytes, charset: str = "") -> tuple[str, tuple[Problem, ...]]:
    """Return a text, and a problem if not all of it could be decoded.

    A byte order mark tells the encoding, else the headers that the bytes came with (`charset`),
    else the declaration of a page of HTML, else it is UTF-8.
    """
    mark, codec = next(((mark, name) for mark, name in _MARKS if data.startswith(mark)), (b"", ""))
    body = data[len(mark) :]
    codec = codec or _known(charset) or _declared(body) or "utf-8"
    try:
        return body.decode(codec), ()
    except UnicodeDecodeError as error:
        before = body[: error.start].decode(codec, "replace")
        problem = Problem(
            code="bytes-replaced",
            message=f"From here on, bytes that are not {codec.upper()} were replaced by U+FFFD; "
            "save the page as UTF-8.",
            line=len((before + "?").splitlines()),
        )
        return body.decode(codec, "replace"), (problem,)


def _declared(data: bytes) -> str | None:
    """Return the encoding that a page of HTML declares, if it is a known one."""
    match = _CHARSET.search(data, 0, _HEAD) if data[:_HEAD].lstrip()[:1] == b"<" else None
    return None if match is None else _known(match[1].decode("ascii"))


def _known(name: str) -> str | None:
    """Return the codec that stands for the name of an encoding, if it is a known one."""
    return _CODECS.get("".join(char for char in name.lower() if char.isalnum()))
