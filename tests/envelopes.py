"""Envelopes: what people and programs put a page into, each a function from a page to a text.

Each stands for its kind. What is invented here is what stands round the page, never the page.
"""

from __future__ import annotations

import base64
import bz2
import gzip
import io
import json
import lzma
import pprint
import quopri
import zipfile
import zlib
from collections.abc import Callable, Sequence
from html import escape

URL = "https://huggingface.co/papers"


def chunks(text: str, size: int) -> list[str]:
    """Cut a text into pieces of one size."""
    return [text[start : start + size] for start in range(0, len(text), size)]


def rows(text: str) -> list[str]:
    """Cut a text into lines that keep their ends; only line feeds end a line in a notebook."""
    return [f"{row}\n" for row in text.split("\n")[:-1]] + [text.rsplit("\n", maxsplit=1)[-1]]


def events(text: str) -> str:
    """A stream of events, each of which adds a few letters."""
    pieces = (json.dumps({"delta": {"content": piece}}) for piece in chunks(text, 40))
    return "".join(f"data: {piece}\n\n" for piece in pieces) + "data: [DONE]\n"


def template(text: str) -> str:
    inside = text.replace("\\", "\\\\").replace("`", "\\`").replace("$", "\\$")
    return f"const page = `{inside}`;\n"


def single_quoted(text: str) -> str:
    inside = text.replace("\\", "\\\\").replace("'", "\\'").replace("\n", "\\n")
    return f"export default '{inside}'"


def leaf(text: str, encoding: str) -> str:
    data = text.encode("utf-8", "surrogatepass")
    if encoding == "quoted-printable":
        text = quopri.encodestring(data).decode("ascii")
    if encoding == "base64":
        text = base64.encodebytes(data).decode("ascii")
    headers = f"Content-Type: text/html; charset=utf-8\nContent-Transfer-Encoding: {encoding}"
    return f"{headers}\n\n{text}"


def mail(text: str) -> str:
    return (
        f"From: mara\nSubject: Daily\n Papers\nMIME-Version: 1.0\n{leaf(text, 'quoted-printable')}"
    )


def saved(text: str, encoding: str) -> str:
    """A page as browsers save it, with a picture and a style."""
    kind = 'multipart/related;\n\ttype="text/html";\n\tboundary="----b--Xy----"'
    head = f"From: <Saved>\nSnapshot-Content-Location: {URL}\nContent-Type: {kind}"
    parts = [
        leaf(text, encoding),
        "Content-Type: image/png\nContent-Transfer-Encoding: base64\n\niVBORw0KGgo=",
        "Content-Type: text/css\n\nbody {color: red}",
    ]
    return (
        f"{head}\n\n\n"
        + "".join(f"------b--Xy----\n{part}\n" for part in parts)
        + "------b--Xy------\n"
    )


def record(kind: str, body: str) -> str:
    return f"WARC/1.0\r\nWARC-Type: {kind}\r\nContent-Length: 9\r\n\r\n{body}\r\n\r\n"


def web_archive(text: str) -> str:
    return (
        record("warcinfo", "software: a crawler")
        + record("request", "GET /papers HTTP/1.1\r\nHost: x")
        + record("response", f"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n{text}")
        + record("metadata", "fetchTimeMs: 1")
    )


def notebook(output: dict[str, object]) -> str:
    cells = [
        {"cell_type": "markdown", "source": ["# Papers\n", "A note on papers, by two authors."]},
        {"cell_type": "code", "source": ["import json\n", "text"], "outputs": [output]},
    ]
    return json.dumps({"cells": cells, "nbformat": 4}, indent=1)


def chat(text: str) -> str:
    call = {"id": "c1", "function": {"name": "fetch", "arguments": json.dumps({"url": URL})}}
    return json.dumps(
        {
            "messages": [
                {"role": "system", "content": "You are helpful.\nYou may fetch pages."},
                {"role": "user", "content": "Which papers are new? Name all authors, please."},
                {"role": "assistant", "content": None, "tool_calls": [call]},
                {"role": "tool", "tool_call_id": "c1", "content": text},
                {"role": "assistant", "content": "There are papers today, each by its authors."},
            ]
        }
    )


def blocks(text: str) -> str:
    result = {"type": "tool_result", "content": [{"type": "text", "text": text}]}
    words = {"type": "text", "text": "Here is the page with all of its papers:"}
    return json.dumps({"role": "user", "content": [words, result]})


def inside(text: str) -> str:
    """A JSON string without its quotation marks."""
    return json.dumps(text)[1:-1]


#: In each, one page stands whole, and nothing outside of it needs to be left over.
TEXTS: dict[str, Callable[[str], str]] = {
    "a JSON string": json.dumps,
    "a JSON string behind a byte order mark": lambda page: "\ufeff " + json.dumps(page) + "\n",
    "a service's answer": lambda page: json.dumps(
        {"success": True, "data": {"markdown": page, "metadata": {"sourceURL": URL, "n": 1.5}}}
    ),
    "an answer with links": lambda page: json.dumps(
        {"page": page, "links": [f"{URL}/2603.00001", URL], "about": "Papers chosen by AK."},
        indent=1,
    ),
    "an answer in plain text, too": lambda page: json.dumps(
        {"text": " ".join(page.split())[:300], "content": page}
    ),
    "a list of answers": lambda page: json.dumps(
        [{"link": URL, "body": page}, {"link": "x", "body": "No papers are here.\nNo authors."}]
    ),
    "answers by url": lambda page: json.dumps({URL: page}),
    "messages of a chat": chat,
    "blocks of a message": blocks,
    "JSON in JSON": lambda page: json.dumps(
        {"jsonrpc": "2.0", "result": {"content": [{"text": json.dumps({"body": page})}]}}
    ),
    "a recording of traffic": lambda page: json.dumps(
        {"log": {"entries": [{"response": {"content": {"mimeType": "x", "text": page}}}]}}
    ),
    "a file of an interface": lambda page: json.dumps(
        {"encoding": "base64", "content": base64.encodebytes(page.encode()).decode()}
    ),
    "what a notebook printed": lambda page: notebook(
        {"output_type": "stream", "name": "stdout", "text": rows(page)}
    ),
    "what a notebook showed": lambda page: notebook(
        {"output_type": "execute_result", "data": {"text/plain": rows(repr(page))}}
    ),
    "one event": lambda page: "event: message\nid: 1\ndata: " + json.dumps({"text": page}) + "\n\n",
    "many events": events,
    "lines of JSON": lambda page: (
        json.dumps({"text": "No papers are here.\n"}) + "\n" + json.dumps({"text": page}) + "\n"
    ),
    "a list of lines": lambda page: json.dumps({"lines": rows(page)}),
    "JSON behind a guard": lambda page: ")]}'\n" + json.dumps({"contents": page}),
    "JSON in a call": lambda page: f"callback({json.dumps({'contents': page, 'status': 200})});",
    "JSON before a prompt": lambda page: json.dumps({"data": {"markdown": page}}) + "\n$ ",
    "JSON that was cut off": lambda page: json.dumps({"data": {"markdown": f"{page}\n\n"}})[:-4],
    "a string in Python": repr,
    "a string in Python that is assigned": lambda page: f"text = {page!r}\n",
    "a dictionary in Python": lambda page: repr({"markdown": page, "meta": {"title": "x", "n": 1}}),
    "an object in Python": lambda page: f"[Content(type='text', text={page!r}, notes=None)]",
    "a document in Python": lambda page: f"Document(source={URL!r}, page_content={page!r})",
    "a dictionary in Python, printed at length": lambda page: pprint.pformat({"markdown": page}),
    "a string in Python, printed at length": lambda page: pprint.pformat(page, width=60),
    "bytes in Python": lambda page: repr(page.encode()),
    "three quotation marks": lambda page: 'TEXT = """\\\n' + page.replace("\\", "\\\\") + '"""\n',
    "a template string": template,
    "a string in JavaScript": single_quoted,
    "a value in YAML": lambda page: f"content: {json.dumps(page)}\nurl: {URL}\n",
    "line ends written out": inside,
    "line ends written out twice": lambda page: inside(inside(page)),
    "mail": mail,
    "a saved page": lambda page: saved(page, "quoted-printable"),
    "a saved page with carriage returns": lambda page: saved(page, "quoted-printable").replace(
        "\n", "\r\n"
    ),
    "a saved page in base64": lambda page: saved(page, "base64"),
    "a saved page as it is": lambda page: saved(page, "8bit"),
    "headers of a server": lambda page: (
        f"HTTP/2 200 \r\ncontent-type: text/html; charset=utf-8\r\nserver: x\r\n\r\n{page}"
    ),
    "headers of two servers": lambda page: (
        "HTTP/1.1 301 Moved\nLocation: x\nContent-Length: 0\n\n"
        f"HTTP/1.1 200 OK\nContent-Type: text/html\n\n{page}"
    ),
    "a question and its answer": lambda page: (
        f"GET /papers HTTP/1.1\nHost: x\nContent-Length: 0\n\nHTTP/1.1 200 OK\n\n{page}"
    ),
    "headers alone": lambda page: f"content-type: text/html\nserver: x\n\n{page}",
    "a web archive": web_archive,
    "a fence": lambda page: f"```markdown\n{page}\n```\n",
    "a fence of tildes": lambda page: f"~~~ {{.html title='page'}}\n{page}\n~~~",
    "a fence that never ends": lambda page: f"\n````\n{page}",
    "base64": lambda page: base64.encodebytes(page.encode()).decode(),
    "a data url": lambda page: (
        "data:text/html;charset=utf-8;base64," + base64.b64encode(page.encode()).decode()
    ),
    "HTML that shows a text": lambda page: (
        f"<html><head></head><body><pre style='x'>{escape(page)}</pre></body></html>"
    ),
    "a section of XML": lambda page: (
        f"<?xml version='1.0'?><response><body><![CDATA[{page}]]></body></response>"
    ),
}


def zipped(*files: tuple[str, bytes]) -> bytes:
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, held in files:
            archive.writestr(name, held)
    return data.getvalue()


def answered(headers: str, body: bytes) -> bytes:
    return f"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n{headers}\r\n\r\n".encode() + body


def in_chunks(data: bytes) -> bytes:
    pieces: Sequence[bytes] = (data[:500], data[500:])
    sent = b"".join(b"%x;note\r\n%s\r\n" % (len(piece), piece) for piece in pieces if piece)
    return sent + b"0\r\n\r\n"


ARCHIVES: dict[str, Callable[[bytes], bytes]] = {
    "gzip": gzip.compress,
    "gzip in parts": lambda page: gzip.compress(page[:99]) + gzip.compress(page[99:]) + b"\0" * 9,
    "bzip2": bz2.compress,
    "xz": lzma.compress,
    "zip": lambda page: zipped(
        ("saved/", b""),
        ("saved/page.html", page),
        ("saved/page_files/a.css", b"body {}"),
        ("saved/page_files/x.png", b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR"),
    ),
    "zip in gzip": lambda page: gzip.compress(zipped(("a", page))),
    "gzip in gzip": lambda page: gzip.compress(gzip.compress(page)),
    "UTF-16 in gzip": lambda page: gzip.compress(page.decode().encode("utf-16")),
    "an answer in gzip": lambda page: answered("Content-Encoding: gzip", gzip.compress(page)),
    "an answer in deflate": lambda page: answered("Content-Encoding: deflate", zlib.compress(page)),
    "an answer in chunks": lambda page: answered("Transfer-Encoding: chunked", in_chunks(page)),
    "a web archive in gzip": lambda page: gzip.compress(
        b"WARC/1.0\r\nWARC-Type: response\r\n\r\n"
        + answered("Content-Encoding: gzip", gzip.compress(page))
        + b"\r\n\r\n"
    ),
}
