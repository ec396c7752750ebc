"""Archives: files that were packed, unpacked up to a bound.

A few bytes can stand for any number of them. What is unpacked is counted as it comes, all archives
inside of archives together, and unpacking stops at the bound.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import NamedTuple, Protocol

from hfpapers._model import Problem

#: Most bytes that one call unpacks: a hundred times the largest page seen.
BOUND = 64 * 2**20
#: What a decompressor of xz may take for its dictionary; the strongest setting takes 65 MiB.
_MEMORY = 80 * 2**20
#: How deep archives may stand in archives.
_DEEPEST = 4
#: How much is fed at once: little at first, since what a short stream leaves is copied.
_FIRST, _LARGEST = 2**10, 2**16
#: How much is unpacked at once.
_PIECE = 2**20
#: What begins so, or has this further on, and is not read.
_CLOSED = (
    (0, b"%PDF-", "it is a PDF, which is not read"),
    (0, b"\x28\xb5\x2f\xfd", "it is packed with zstd, which is not read"),
    (0, b"7z\xbc\xaf\x27\x1c", "it is a 7z archive, which is not read"),
    (0, b"Rar!\x1a\x07", "it is a rar archive, which is not read"),
    (257, b"ustar", "it is a tar archive, which is not read"),
)
#: How much tells pictures and fonts from text. Headers may stand before bytes that are packed.
_HEAD = 64
_WIDE_MARKS = (b"\xff\xfe", b"\xfe\xff", b"\x00\x00\xfe\xff")


class Unpacked(NamedTuple):
    """The files in an archive, and what could not be unpacked."""

    #: What was opened, from the outside in, with its article: "a gzip file".
    names: tuple[str, ...]
    #: Each with its name in the archive; packed streams have none.
    files: tuple[tuple[str, bytes], ...]
    problems: tuple[Problem, ...]


class _Stream(Protocol):
    """What the decompressors of the standard library share."""

    @property
    def eof(self) -> bool: ...
    @property
    def unused_data(self) -> bytes: ...
    def decompress(self, data: bytes, max_length: int, /) -> bytes: ...


def unpacked(data: bytes, bound: int = BOUND) -> Unpacked | None:
    """Unpack an archive, and archives in it; None if the bytes are none."""
    if _kind(data) is None and _closed(data) is None:
        return None
    names: dict[str, None] = {}
    files: list[tuple[str, bytes]] = []
    problems: list[Problem] = []
    waiting = [("", data, 0)]
    while waiting:
        name, held, depth = waiting.pop()
        kind = _kind(held)
        if kind is None or depth == _DEEPEST:
            why = _closed(held) if kind is None else "archives stand in archives too deep"
            problems += [_unread(name, why)] if why else []
            files += [] if why or _is_binary(held) else [(name, held)]
            continue
        names[kind] = None
        found = list(_members(kind, held, bound))
        bound -= sum(len(member.data) for member in found)
        members = [(_path(name, member.name), member) for member in found]
        problems += [_unread(path, one.failure) for path, one in members if one.failure]
        waiting += [(path, one.data, depth + 1) for path, one in reversed(members) if one.data]
    if not files and not problems:
        problems.append(_unread("", "there is no text in it"))
    return Unpacked(tuple(names), tuple(files), tuple(problems))


class _Member(NamedTuple):
    name: str
    data: bytes
    failure: str | None = None


def _kind(data: bytes) -> str | None:
    """Return what kind of archive begins so."""
    if data[:3] == b"\x1f\x8b\x08":
        return "a gzip file"
    if data[:3] == b"BZh" and data[4:10] in (b"1AY&SY", b"\x17rE8P\x90"):
        return "a bzip2 file"
    if data[:6] == b"\xfd7zXZ\x00":
        return "an xz file"
    return "a zip file" if data[:4] in (b"PK\x03\x04", b"PK\x05\x06") else None


def _closed(data: bytes) -> str | None:
    return next((what for at, mark, what in _CLOSED if data.startswith(mark, at)), None)


def _is_binary(data: bytes) -> bool:
    """Whether a file beside pages, a picture or a font, is no text."""
    return b"\0" in data[:_HEAD] and not data.startswith(_WIDE_MARKS)


def _path(outer: str, name: str) -> str:
    return f"{outer}/{name}" if outer and name else outer or name


def _members(kind: str, data: bytes, room: int) -> Iterator[_Member]:
    if kind == "a zip file":
        yield from _zipped(data, room)
    else:
        yield inflated(kind, data, room)


def inflated(kind: str, data: bytes, room: int) -> _Member:
    """Unpack streams one after another; what came before damage or the bound is kept."""
    new, errors = _streams(kind)
    pieces: list[bytes] = []
    size = place = 0
    while place < len(data) and (place == 0 or _kind(data[place : place + 10]) == kind):
        stream, step, ended = new(), _FIRST, False
        while not ended:
            # One holds back what it was fed, the other returns it.
            fed = data[place : place + step] if getattr(stream, "needs_input", True) else b""
            try:
                piece = stream.decompress(fed, _PIECE)
            except errors as error:
                return _Member("", b"".join(pieces), f"it is damaged ({error})")
            ended = stream.eof
            if not (fed or piece or ended):
                return _Member("", b"".join(pieces), "it ends too early")
            size += len(piece)
            if size > room:
                return _Member("", b"", _too_large())
            pieces.append(piece)
            rest = stream.unused_data if ended else getattr(stream, "unconsumed_tail", b"")
            place += len(fed) - len(rest)
            step = min(2 * step, _LARGEST)
    return _Member("", b"".join(pieces))


def _streams(kind: str) -> tuple[Callable[[], _Stream], tuple[type[Exception], ...]]:
    """Return what begins a stream of a kind, and the errors of its damage."""
    # Hardly any call unpacks anything, and Python may be built without any of these.
    if kind == "a bzip2 file":
        import bz2

        return bz2.BZ2Decompressor, (OSError, EOFError)
    if kind == "an xz file":
        import lzma

        return lambda: lzma.LZMADecompressor(lzma.FORMAT_XZ, _MEMORY), (lzma.LZMAError, EOFError)
    import zlib

    bits = -zlib.MAX_WBITS if kind == "raw deflate" else zlib.MAX_WBITS + 32
    return lambda: zlib.decompressobj(bits), (zlib.error,)


def _zipped(data: bytes, room: int) -> Iterator[_Member]:
    """Unpack the files of a zip archive in its order."""
    import io
    import zipfile

    try:
        archive = zipfile.ZipFile(io.BytesIO(data))
        infos = archive.infolist()
        if sum(info.compress_size for info in infos) > len(data):
            yield _Member("", b"", "its files overlap")
            return
    except Exception as error:  # Damage raises errors of any kind.
        yield _Member("", b"", f"it is damaged ({error})")
        return
    for info in infos:
        if info.is_dir():
            continue
        try:
            with archive.open(info) as file:
                held = file.read(room + 1)
        except Exception as error:
            yield _Member(info.filename, b"", f"it cannot be unpacked ({error})")
            continue
        if len(held) > room:
            yield _Member(info.filename, b"", _too_large())
            return
        room -= len(held)
        yield _Member(info.filename, held)


def _too_large() -> str:
    return f"unpacked, it would be larger than the {BOUND // 2**20} MiB that are read at most"


def _unread(name: str, why: str) -> Problem:
    what = f"The file {name!r} in the archive" if name else "The file"
    message = f"{what} was not read: {why}. Unpack or convert it, and pass the pages."
    return Problem(code="envelope-unread", message=message)
