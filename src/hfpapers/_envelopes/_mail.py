"""Headers before a page: of mail and saved pages (MIME), of HTTP, and of web archives (WARC).

    records := ("WARC/1.0" line end message)*
    message := [status] header+ blank line body
    status  := "HTTP/1.1 200 OK" line end, or the request that was answered
    body    := message | text | encoded text | (boundary message)*

What headers say of a body is believed where it fits: many tools decode a body and leave its headers
as they were. The standard library's reader of mail calls itself for each part within a part, and
would stop at a few hundred.
"""

from __future__ import annotations

import binascii
from collections.abc import Iterator
from typing import NamedTuple

import regex

from hfpapers._bytes import decode
from hfpapers._envelopes._archives import BOUND, inflated
from hfpapers._envelopes._envelope import Envelope, Form
from hfpapers._model import Problem

#: How much of a text may tell, and how deep parts may stand in parts.
_HEAD, _DEEPEST = 200, 8
_STATUS = rb"(?:[A-Z]{3,7} \S{1,2000} )?HTTP/[0-9.]{1,3}\b[^\n]*+\n"
_BEGIN = regex.compile(
    rb"\s*+(?:%s|WARC/[0-9.]{1,4}\s|From [^\n]++\n|[A-Za-z][A-Za-z0-9-]{0,60}+:)" % _STATUS
)
_FIRST_LINE = regex.compile(rb"\s*+(?:%s|WARC/[0-9.]{1,4}[ \t\r]*+\n|From [^\n:]*+\n)?+" % _STATUS)
_RECORD = regex.compile(rb"^WARC/[0-9]\.[0-9]{1,2}[ \t]*+\r?$", regex.MULTILINE)
_FIELD = regex.compile(
    rb"([A-Za-z][A-Za-z0-9-]{0,60}+):[ \t]*+([^\n]*+(?:\n[ \t]++[^\s][^\n]*+)*+)(?:\n|\Z)"
)
_END = regex.compile(rb"[ \t\r]*+(?:\n|\Z)")
_AGAIN = regex.compile(rb"\s*+HTTP/[0-9.]{1,3} [0-9]{3}\b")
#: Other texts have lines with colons as well; without one of these fields they are no headers.
_TELLING = frozenset(
    {
        b"content-type", b"content-length", b"content-encoding", b"content-transfer-encoding",
        b"mime-version", b"transfer-encoding", b"warc-type",
    }
)  # fmt: skip
_PARAMETER = regex.compile(
    rb";\s*+([a-z-]{1,40}+)\s*+=\s*+(?:\"([^\"]*+)\"|([^\s;\"]++))", regex.IGNORECASE
)
_CHUNK = regex.compile(rb"[ \t]*+([0-9A-Fa-f]{1,8}+)[ \t]*+(?:;[^\n]*+)?+\r?\n")
#: Records of a web archive that hold what a server sent, or the text of it.
_PAGES = (b"response", b"resource", b"conversion")
_PACKED = {b"gzip": "a gzip file", b"x-gzip": "a gzip file", b"deflate": "deflate"}


class _Message(NamedTuple):
    """A message that begins somewhere in data, and ends with them."""

    data: bytes
    status: bytes
    fields: dict[bytes, bytes]
    #: Where its body begins.
    start: int


class _Leaf(NamedTuple):
    """A text in a message, or why there is none."""

    text: str
    problems: tuple[Problem, ...] = ()


def open_mail(text: str) -> Envelope | None:
    """Open a text that begins with headers."""
    if _BEGIN.match(text[:_HEAD].encode("utf-8", "replace")) is None:
        return None
    return open_mail_bytes(text.encode("utf-8", "surrogatepass"), was_text=True)


def open_mail_bytes(data: bytes, *, was_text: bool = False) -> Envelope | None:
    """Open bytes that begin with headers; of what was a text, no charset is believed."""
    if _BEGIN.match(data[: 4 * _HEAD]) is None:
        return None
    first = _read(data, 0)
    if not _TELLING & first.fields.keys():
        return None
    if b"WARC/" in first.status:
        leaves = [leaf for record in _records(data) for leaf in _leaves(record, was_text)]
        texts = tuple(leaf.text for leaf in leaves if leaf.text)
        forms: tuple[Form, ...] = (Form("", texts, apart=True),)
        name = "a web archive (WARC)"
    else:
        leaves = list(_leaves(data, was_text))
        forms = tuple(Form("", (leaf.text,)) for leaf in leaves if leaf.text)
        name = "an HTTP response" if b"HTTP/" in first.status else "mail or a saved page (MIME)"
    problems = tuple(problem for leaf in leaves for problem in leaf.problems)
    return Envelope(name, forms, certain=True, problems=problems)


def _records(data: bytes) -> Iterator[bytes]:
    """Cut a web archive into its records, and leave out what was sent to the server."""
    starts = [match.start() for match in _RECORD.finditer(data)]
    for start, end in zip(starts, [*starts[1:], len(data)], strict=True):
        record = _read(data[start:end], 0)
        if record.fields.get(b"warc-type", b"").lower() in _PAGES:
            yield record.data[record.start :]


def _read(data: bytes, place: int) -> _Message:
    """Read a status line, if there is one, and headers up to the blank line."""
    match = _FIRST_LINE.match(data, place)
    status, place = (match[0], match.end()) if match else (b"", place)
    fields: dict[bytes, bytes] = {}
    while field := _FIELD.match(data, place):
        fields.setdefault(field[1].lower(), field[2].strip())
        place = field.end()
    end = _END.match(data, place) if fields or status.strip() else None
    return _Message(data, status, fields, end.end() if end else place)


def _leaves(data: bytes, was_text: bool) -> Iterator[_Leaf]:
    """Go through the texts in a message, in order."""
    waiting = [(data, 0)]
    room = BOUND
    while waiting:
        held, depth = waiting.pop()
        message = _read(held, 0)
        while b"HTTP/" in message.status and _AGAIN.match(held, message.start):
            # A server that sent elsewhere, or said to go on, answers again.
            message = _read(held, message.start)
        kind, parameters = _content_type(message)
        if kind.startswith(b"multipart/") and depth < _DEEPEST:
            parts = list(_split(held[message.start :], parameters.get(b"boundary", b"")))
            waiting += ((part, depth + 1) for part in reversed(parts))
            continue
        if not _is_page(kind):
            continue
        body, failure = _decoded(message, room)
        room -= len(body)
        if failure is not None:
            yield _Leaf("", (_unread(failure),))
        if kind == b"message/rfc822" and depth < _DEEPEST:
            waiting.append((body, depth + 1))
        elif was_text and body == held[message.start :]:
            # Blank lines stand for the headers, so that the lines of a text keep their numbers.
            before = held.count(b"\n", 0, message.start) if depth == 0 else 0
            yield _Leaf("\n" * before + body.decode("utf-8", "surrogatepass"))
        else:
            yield _Leaf(*decode(body, parameters.get(b"charset", b"").decode("ascii", "replace")))


def _content_type(message: _Message) -> tuple[bytes, dict[bytes, bytes]]:
    """Return what the body is, such as `text/html`, and what is said of it further."""
    field = message.fields.get(b"content-type", b"")
    found = _PARAMETER.finditer(field)
    parameters = {match[1].lower(): match[2] or match[3] or b"" for match in found}
    return field.partition(b";")[0].strip().lower(), parameters


def _is_page(kind: bytes) -> bool:
    """Whether a body may be a page, and not a picture or a style of one."""
    if not kind or kind.startswith(b"text/"):
        return kind not in (b"text/css", b"text/javascript")
    return kind.startswith((b"multipart/", b"message/")) or kind.endswith((b"json", b"xml"))


def _split(body: bytes, boundary: bytes) -> Iterator[bytes]:
    """Cut a body at its boundary; all of it is one part if that stands nowhere."""
    mark = b"\n--" + boundary
    pieces = (b"\n" + body).split(mark) if boundary else [body]
    if len(pieces) == 1:
        yield b"\n" + body
    for piece in pieces[1:]:
        if piece[:2] == b"--":
            return
        # The rest of the line of the boundary is blank.
        yield piece.partition(b"\n")[2]


def _decoded(message: _Message, room: int) -> tuple[bytes, str | None]:
    """Take the encodings off a body, or say why that cannot be done."""
    body = message.data[message.start :]
    if b"chunked" in message.fields.get(b"transfer-encoding", b"").lower():
        body = _without_chunks(body)
    encoding = message.fields.get(b"content-transfer-encoding", b"").lower()
    try:
        if encoding == b"quoted-printable":
            body = binascii.a2b_qp(body)
        elif encoding == b"base64":
            body = binascii.a2b_base64(body)
    except binascii.Error as error:
        return b"", f"its base64 is damaged ({error})"
    return _unpacked(body, message.fields.get(b"content-encoding", b"").lower(), room)


def _without_chunks(body: bytes) -> bytes:
    """Put a body together that was sent in chunks, each after its length."""
    place, chunks = 0, []
    while match := _CHUNK.match(body, place):
        size = int(match[1], 16)
        chunks.append(body[match.end() : match.end() + size])
        place = match.end() + size
        if size == 0:
            return b"".join(chunks)
        end = _END.match(body, place)
        if end is None:
            break
        place = end.end()
    return b"".join(chunks) if chunks and place >= len(body) else body


def _unpacked(body: bytes, encoding: bytes, room: int) -> tuple[bytes, str | None]:
    """Unpack a body, unless whoever saved it did and left the header as it was."""
    kind = _PACKED.get(encoding)
    if kind is None:
        packed = encoding not in (b"", b"identity") and _is_binary(body)
        why = f"its encoding {encoding[:20].decode('ascii', 'replace')!r} is not read"
        return (b"", why) if packed else (body, None)
    if not _is_binary(body):
        return body, None
    if kind == "deflate" and body[:1] != b"x":
        kind = "raw deflate"
    found = inflated(kind, body, room)
    return found.data, found.failure


def _is_binary(body: bytes) -> bool:
    """Whether bytes are no text in UTF-8."""
    try:
        body[:_HEAD].decode("utf-8")
    except UnicodeDecodeError as error:
        return error.start < _HEAD - 4
    return False


def _unread(why: str) -> Problem:
    message = f"A part of the message was not read: {why}. Save the page anew, and pass it as HTML."
    return Problem(code="envelope-unread", message=message)
