"""Envelopes are opened: a page is read as what it is, whatever it arrives in."""

from __future__ import annotations

import base64
import bz2
import gzip
import json
import lzma
import struct
import tracemalloc
import zlib
from collections.abc import Callable
from urllib.parse import quote

import pytest

from hfpapers import Page, parse_html, parse_json, parse_page
from hfpapers._envelopes import unpacked
from tests.envelopes import ARCHIVES, TEXTS, answered, chunks, in_chunks, zipped

MARKDOWN = r"""Daily Papers

by AK and the research community

Submitted by

mara

12

### [Sorting "Pebbles" by Ear: it's $\\nabla$](https://huggingface.co/papers/2603.00001)

· 3 authors

[2](https://huggingface.co/papers/2603.00001#community)

Submitted by

joost

7

### [Counting Geese Twice](https://huggingface.co/papers/2603.00009)

· 14 authors

[5](https://huggingface.co/papers/2603.00009#community)
"""
TEXT = r"""12

Sorting Pebbles by Ear

We ask whether a listener can tell the size of a pebble from its click alone, \alpha. A small
network learns it – "quickly", it's said.

• 3 authors
·
Nov 3, 2024

3

Counting Geese Twice

Two people who count one flock never agree. We fit how counts err with the size, the height and the
noise of a flock.

• 14 authors
·
May 21, 2023
"""
HTML = """<!doctype html>
<html><head><title>Daily Papers - Hugging Face</title></head><body><main>
<article class="a"><div>Submitted by <img alt=""> mara</div>
<a href="/login?next=%2Fpapers%2F2603.00001"><div class="leading-none">12</div></a>
<h3><a href="/papers/2603.00001">Sorting Pebbles by Ear</a></h3>
<a href="/papers/2603.00001"><ul><li>· 3 authors</li></ul></a></article>
<article class="a"><div>Submitted by <img alt=""> joost</div>
<a href="/login?next=%2Fpapers%2F2603.00009"><div class="leading-none">7</div></a>
<h3><a href="/papers/2603.00009">Counting Geese – Twice</a></h3>
<a href="/papers/2603.00009"><ul><li>· 14 authors</li></ul></a></article>
</main></body></html>
"""
ITEMS = (
    json.dumps(
        [
            {
                "paper": {
                    "id": "2603.00001",
                    "title": "Sorting Pebbles by Ear",
                    "summary": "A\nclick",
                }
            },
            {"paper": {"id": "2603.00009", "title": "Counting Geese Twice", "upvotes": 4}},
        ],
        indent=2,
    )
    + "\n"
)
PAGES = {"markdown": MARKDOWN, "text": TEXT, "html": HTML, "items": ITEMS}


def codes(page: Page) -> list[str]:
    return [problem.code for problem in page.problems]


def assert_opened(page: Page, bare: Page) -> None:
    """The same as without its envelope, and one thing worth knowing more."""
    assert page.papers == bare.papers
    assert (page.kind, page.date, page.query) == (bare.kind, bare.date, bare.query)
    assert page.leftovers == bare.leftovers
    assert page.problems[0].level == "info"
    assert codes(page) == ["envelope-opened", *(code for code in codes(bare) if code != "not-text")]


@pytest.mark.parametrize("kind", PAGES)
@pytest.mark.parametrize("name", TEXTS)
def test_a_page_in_an_envelope_is_read_as_the_page(name: str, kind: str) -> None:
    bare = parse_page(PAGES[kind])
    assert len(bare) == 2
    text = TEXTS[name](PAGES[kind])
    assert_opened(parse_page(text), bare)
    assert_opened(parse_html(text), bare)


@pytest.mark.parametrize("kind", PAGES)
@pytest.mark.parametrize("name", ARCHIVES)
def test_a_page_in_an_archive_is_read_as_the_page(name: str, kind: str) -> None:
    bare = parse_page(PAGES[kind])
    data = ARCHIVES[name](PAGES[kind].encode())
    assert_opened(parse_html(data), bare)
    assert_opened(parse_json(data), bare)


# Envelopes in envelopes


@pytest.mark.parametrize("outer", ["a service's answer", "mail", "a fence", "base64"])
@pytest.mark.parametrize("name", TEXTS)
def test_an_envelope_in_an_envelope_is_opened(name: str, outer: str) -> None:
    page = parse_page(TEXTS[outer](TEXTS[name](MARKDOWN)))
    assert_opened(page, parse_page(MARKDOWN))
    assert ", in that in " in page.problems[0].message


def test_envelopes_in_each_other_are_opened_up_to_a_depth() -> None:
    text = MARKDOWN
    for _ in range(4):
        text = json.dumps({"body": text})
    assert len(parse_page(text)) == 2
    assert not parse_page(json.dumps({"body": text})).papers


def test_the_envelope_and_the_place_in_it_are_named() -> None:
    page = parse_page(json.dumps([{"content": MARKDOWN, "note": "x"}]))
    assert page.problems[0].message.startswith("The page stood in a JSON list (`*.content`), and")
    deep: object = MARKDOWN
    for number in range(30):
        deep = {f"key {number}": deep}
    assert "`key 29.key 28." in parse_page(json.dumps(deep)).problems[0].message


# Which string it is


def test_of_several_forms_the_best_one_is_read() -> None:
    page = parse_json({"text": " ".join(TEXT.split()), "html": HTML, "markdown": MARKDOWN})
    assert page[0].comments == 2
    assert codes(page) == ["envelope-opened"]


def test_several_pages_are_put_together_and_a_paper_on_two_of_them_is_one() -> None:
    other = MARKDOWN.replace("Sorting", "Weighing").replace("2603.00001", "2603.00002")
    page = parse_page(json.dumps([{"text": MARKDOWN}, {"text": other}]))
    assert [paper.arxiv_id for paper in page] == ["2603.00001", "2603.00009", "2603.00002"]
    assert page.kind == "daily"
    mixed = parse_page(json.dumps([{"text": MARKDOWN}, {"text": TEXT.replace("ing", "ed")}]))
    assert [paper.lines for paper in mixed] == [(0, 0)] * 4
    assert mixed.kind is None


def test_what_is_in_doubt_on_one_of_several_pages_is_told_of_its_paper() -> None:
    doubtful = TEXT.replace("Nov 3, 2024", "Nov 31, 2024").replace("ing", "ed")
    page = parse_html(zipped(("a", MARKDOWN.encode()), ("b", doubtful.encode())))
    assert [(one.code, one.paper) for one in page.problems[1:]] == [("date-impossible", 2)]


def test_strings_under_two_names_are_two_pages_if_nothing_is_in_doubt() -> None:
    later = TEXT.replace("ing", "ed")
    assert len(parse_json({"monday": TEXT, "tuesday": later})) == 4
    doubtful = later.replace("Nov 3, 2024", "Nov 31, 2024")
    page = parse_json({"monday": TEXT, "tuesday": doubtful})
    assert len(page) == 2
    assert codes(page) == ["envelope-opened", "envelope-unread"]
    assert "`tuesday`" in page.problems[1].message


def test_a_text_in_chunks_is_put_together() -> None:
    for size in (70, 200, 333):
        documents = [{"text": piece} for piece in chunks(TEXT, size)]
        assert parse_page(json.dumps(documents)).papers == parse_page(TEXT).papers


def test_what_was_loaded_may_hold_itself_and_strings_of_any_class() -> None:
    class Text(str):
        __slots__ = ()

    held: list[object] = [{"body": Text(MARKDOWN)}]
    held.append(held)
    assert parse_json(held).papers == parse_page(MARKDOWN).papers


def test_cards_that_keep_no_link_but_that_of_their_comments_are_cards() -> None:
    cards = [
        f"Submitted by {name}\n\n### {title}\n\n[\n\nGoose Office\n\n](https://huggingface.co/geese)"
        f"\n\n[{number}](https://huggingface.co/papers/2604.0000{number}#community)\n\n"
        for number, (name, title) in enumerate([("joost", "Geese"), ("wren", "A Slow Modem")], 5)
    ]
    page = parse_page(json.dumps("".join(cards)))
    assert [(paper.submitted_by, paper.comments) for paper in page] == [("joost", 5), ("wren", 6)]


# What stands round it


@pytest.mark.parametrize("kind", ["html", "text", "items"])
def test_a_sentence_round_a_fence_is_left_over(kind: str) -> None:
    text = f"Here is the page:\n\n```{kind}\n{PAGES[kind]}```\n\nAsk me for more.\n"
    page = parse_page(text)
    assert page.papers == parse_page(PAGES[kind]).papers
    assert page.leftovers == ("Here is the page:", "Ask me for more.")
    assert codes(page)[0] == "envelope-opened"
    unread = [problem.line for problem in page.problems if problem.code == "unread-text"]
    assert unread == [1, text.count("\n")]


def test_what_elements_of_xml_say_of_a_page_is_left_over() -> None:
    text = f"<doc>\n<source>a page</source>\n<content>\n{TEXT}</content>\n</doc>"
    page = parse_page(text)
    assert page.papers == parse_page(TEXT).papers
    assert page.leftovers == ("<source>a page</source>",)
    assert page[0].lines[0] == 4


def test_elements_of_xml_that_were_cut_off_are_opened() -> None:
    page = parse_page(f"<doc>\n<content>\n{TEXT}")
    assert_opened(page, parse_page(TEXT))


def test_html_with_a_short_text_as_it_is_stays_html() -> None:
    page = parse_page(f"<!doctype html><p>{'No list. ' * 50}</p><pre>No authors</pre>")
    assert "envelope-opened" not in codes(page)


@pytest.mark.parametrize(
    "text",
    [
        f"{'A word. ' * 300}\n\n```\n{TEXT}```",
        f"{TEXT}\n```\nprint('12')\n```\n",
        f"A word about ``` here\n{TEXT}",
        f"```\nx\n```\n{TEXT}",
        f'"Geese" are birds\n\n{TEXT}',
        f"'Geese'\n\n{TEXT}",
        f"Title: a page\n\n{TEXT}",
        f"<note>\n\n{TEXT}</note> and more",
        f"<note>\n\n{TEXT}<note>x</note>\n</note>",
        f"data: none\n\n{TEXT}",
        f"{{curly}}\n\n{TEXT}",
        f": note\n\n{TEXT}",
    ],
)
def test_a_text_that_begins_like_an_envelope_and_is_none_stays_text(text: str) -> None:
    page = parse_page(text)
    assert [paper.title for paper in page] == ["Sorting Pebbles by Ear", "Counting Geese Twice"]
    assert "envelope-opened" not in codes(page)


def test_commands_of_latex_are_no_line_ends() -> None:
    abstract = (
        r"We find that $\nabla \nu \neq \nabla \mu$ and $\ni \not\in \nu$ hold for all geese. "
    )
    page = parse_page(" ".join(TEXT.replace("We ask", abstract + "We ask").split()))
    assert "envelope-opened" not in codes(page)


def test_json_of_something_else_stays_json_of_something_else() -> None:
    for data in ({"text": "short"}, {"text": "No papers, and no authors. " * 9}, [1, None]):
        assert codes(parse_page(json.dumps(data)))[0] != "envelope-opened"
    assert "envelope-opened" not in codes(parse_page(json.dumps("No papers. " * 9)))


# Headers and encodings


def test_a_message_in_a_message_is_read() -> None:
    inner = f"Content-Type: text/plain\n\n{TEXT}"
    text = f"MIME-Version: 1.0\nContent-Type: message/rfc822\n\n{inner}"
    assert parse_page(text).papers == parse_page(TEXT).papers
    deep = text
    for _ in range(12):
        deep = f"MIME-Version: 1.0\nContent-Type: message/rfc822\n\n{deep}"
    assert isinstance(parse_page(deep), Page)


def test_parts_without_their_boundary_are_one_part() -> None:
    for kind in ("multipart/mixed", 'multipart/mixed; boundary="b"'):
        text = f"MIME-Version: 1.0\nContent-Type: {kind}\n\n{MARKDOWN}"
        assert parse_page(text).papers == parse_page(MARKDOWN).papers


def test_a_message_of_pictures_has_no_papers_and_says_so() -> None:
    page = parse_page("Content-Type: image/png\nContent-Length: 9\n\nGIF")
    assert codes(page) == ["envelope-opened", "no-papers"]


@pytest.mark.parametrize(
    ("headers", "body", "word"),
    [
        ("Content-Encoding: br", b"\x8b\xff\xfe\x00" * 9, "'br' is not read"),
        ("Content-Encoding: gzip", b"\x1f\x8b\x08\xff\xfe" * 9, "damaged"),
        ("Content-Transfer-Encoding: base64", b"abcde", "base64 is damaged"),
    ],
)
def test_what_cannot_be_decoded_is_named(headers: str, body: bytes, word: str) -> None:
    page = parse_html(answered(headers, body))
    assert codes(page) == ["envelope-opened", "envelope-unread", "no-papers"]
    assert word in page.problems[1].message


@pytest.mark.parametrize("name", ["gzip", "br", "deflate", "identity"])
def test_a_body_that_was_decoded_before_keeps_its_headers(name: str) -> None:
    headers = f"Content-Encoding: {name}\r\nTransfer-Encoding: chunked"
    assert parse_html(answered(headers, MARKDOWN.encode())).papers == parse_page(MARKDOWN).papers


def test_deflate_may_lack_its_header() -> None:
    packer = zlib.compressobj(wbits=-zlib.MAX_WBITS)
    body = packer.compress(MARKDOWN.encode()) + packer.flush()
    page = parse_html(answered("Content-Encoding: deflate", body))
    assert page.papers == parse_page(MARKDOWN).papers


def test_chunks_may_be_cut_off() -> None:
    body = in_chunks(MARKDOWN.encode())
    for end in (-5, -7, -9):
        page = parse_html(answered("Transfer-Encoding: chunked", body[:end]))
        assert len(page) == 2
    broken = answered("Transfer-Encoding: chunked", b"1\r\nab\r\n" + MARKDOWN.encode())
    assert len(parse_html(broken)) == 2


def test_headers_name_the_encoding_of_bytes() -> None:
    data = TEXT.encode("cp1252")
    head = b"HTTP/1.1 200 OK\r\nContent-Type: text/plain; charset=windows-1252\r\n\r\n"
    assert parse_html(head + data).papers == parse_page(TEXT).papers


def test_a_data_url_may_be_escaped_with_percent_signs_or_hold_bytes() -> None:
    assert parse_page("data:text/plain," + quote(TEXT)).papers == parse_page(TEXT).papers
    for text in ("data:image/png;base64,iVBORw0KGgo=", base64.b64encode(b"\xff" * 99).decode()):
        assert "envelope-opened" not in codes(parse_page(text))


# Archives


def packed_deep(depth: int) -> bytes:
    data = MARKDOWN.encode()
    for _ in range(depth):
        data = gzip.compress(data)
    return data


@pytest.mark.parametrize(
    ("data", "word"),
    [
        (b"%PDF-1.7\n", "a PDF"),
        (b"\x28\xb5\x2f\xfd\x00", "zstd"),
        (gzip.compress(b"a".ljust(257, b"\0") + b"ustar"), "tar"),
        (gzip.compress(b"\0\0"), "no text"),
        (gzip.compress(b""), "no text"),
        (packed_deep(5), "too deep"),
        (b"PK\x03\x04", "damaged"),
        (b"BZh91AY&SY!!!!!!!!!!!!!!!", "damaged"),
        (lzma.compress(b"x")[:-9], "too early"),
        (b"\xfd7zXZ\x00!", "too early"),
    ],
)
def test_what_cannot_be_unpacked_is_named(data: bytes, word: str) -> None:
    page = parse_html(data)
    assert not page.papers
    unread = [one.message for one in page.problems if one.code == "envelope-unread"]
    assert len(unread) == 1
    assert word in unread[0]


@pytest.mark.parametrize("cut", [1, 9, 60])
@pytest.mark.parametrize("name", ["gzip", "bzip2", "xz", "zip"])
def test_of_a_broken_archive_what_can_be_unpacked_is_read(name: str, cut: int) -> None:
    data = ARCHIVES[name]((MARKDOWN * 40).encode())
    page = parse_html(data[:-cut])
    assert "envelope-unread" in codes(page)
    assert all(paper in parse_page(MARKDOWN).papers for paper in page)


def test_a_file_of_a_zip_that_is_damaged_or_locked_is_named_and_the_others_are_read() -> None:
    data = bytearray(zipped(("a.html", b"geese " * 99), ("b.html", MARKDOWN.encode())))
    data[40] ^= 255
    page = parse_html(bytes(data))
    assert len(page) == 2
    assert "'a.html'" in page.problems[1].message


def test_no_more_than_the_bound_is_unpacked() -> None:
    data = b"geese " * 1000
    for packed in (gzip.compress(data), bz2.compress(data), zipped(("a", data), ("b", b"x"))):
        assert unpacked(packed, 6000) is not None
        found = unpacked(packed, 5999)
        assert found is not None
        assert "64 MiB" in found.problems[0].message
        assert not any(held.startswith(b"geese") for _, held in found.files)
    twice = unpacked(zipped(("a", gzip.compress(data)), ("b", gzip.compress(data))), 9000)
    assert twice is not None
    assert [len(held) for _, held in twice.files] == [6000]


@pytest.mark.parametrize("pack", [gzip.compress, bz2.compress, lzma.compress])
def test_a_bomb_takes_no_more_memory_than_the_bound(pack: Callable[[bytes], bytes]) -> None:
    data = pack(bytes(40 * 2**20))
    tracemalloc.start()
    found = unpacked(data, 16 * 2**20)
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert found is not None
    assert not found.files
    # The dictionary of xz takes 8 MiB.
    assert peak < 28 * 2**20


def test_what_is_unpacked_piece_by_piece_is_whole() -> None:
    text = MARKDOWN + "\n" * 3 * 2**20 + "kept by my list\n"
    for pack in (gzip.compress, bz2.compress, lzma.compress):
        found = unpacked(pack(text.encode()) + pack(b"more"))
        assert found is not None
        assert found.files == (("", text.encode() + b"more"),)


def test_a_zip_whose_files_overlap_is_not_unpacked() -> None:
    data = zipped(("a", b"x" * 9))
    directory, end = data.index(b"PK\x01\x02"), data.index(b"PK\x05\x06")
    size = struct.pack("<I", 10**6)
    broken = data[: directory + 20] + size + data[directory + 24 : end] + data[end:]
    assert "overlap" in parse_html(broken).problems[1].message
