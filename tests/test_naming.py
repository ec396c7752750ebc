"""What a text without papers is called, and what its message says to do."""

from __future__ import annotations

import pytest

from hfpapers import parse_html, parse_page
from tests.foreign.forms import invent, nodes
from tests.foreign.templates import TEMPLATES

FEED = (
    '<rss version="2.0"><channel><title>Hugging Face Papers</title>'
    + "".join(
        f"<item><title>Geese {number}</title>"
        f"<link>https://huggingface.co/papers/2603.0000{number}</link>"
        "<description>We count geese. View arXiv page</description>"
        "<pubDate>Thu, 15 May 2025 06:01:21 +0000</pubDate></item>"
        for number in (1, 2, 3)
    )
    + "</channel></rss>"
)
FRAME = "new\nGet trending papers in your email inbox once a day!\nDaily Papers\nMar 8\n"


def said(text: str, code: str = "no-papers") -> str:
    """Return the message of the only problem of a text without papers."""
    page = parse_page(text)
    (problem,) = page.problems
    assert (len(page), problem.code, problem.level) == (0, code, "warning")
    return problem.message


@pytest.mark.parametrize(
    "path",
    [
        "page.html", "pages/2025-11-25.txt", "/srv/pages/one page.HTML", "./page", "../a/b",
        "~/x.md",
        "C:\\pages\\page.json", "file:///srv/page", "\\\\server\\page", " pages/page.jsonl \n",
        "/papers/2511.00001",
    ],
)  # fmt: skip
def test_a_path_is_told_to_be_read_first(path: str) -> None:
    message = said(path)
    assert "This is a path" in message
    assert "read_bytes()" in message


@pytest.mark.parametrize(
    "url",
    [
        "https://huggingface.co/papers", "http://hf.co/papers/date/2025-11-25?x=1#y",
        "huggingface.co/papers/trending", "https://mirror.example/papers/page.html",
    ],
)  # fmt: skip
def test_a_url_is_told_to_be_fetched_first(url: str) -> None:
    assert "This is a url" in said(url)
    assert "This is a url" in parse_html(url).problems[0].message


@pytest.mark.parametrize(
    "text", ["geese", "12 geese. And more.txts", "page.html\npage.txt", "/" + "x" * 3000, "and/or"]
)
def test_other_lines_are_no_addresses(text: str) -> None:
    assert "does not look like" in said(text)


@pytest.mark.parametrize("text", [FEED, f'<?xml version="1.0"?>\n<!-- x -->\n{FEED}'])
def test_a_feed_is_called_one(text: str) -> None:
    assert "This is a feed" in said(text)
    assert "This is a feed" in parse_html(text).problems[0].message


def test_the_text_of_a_feed_is_called_one() -> None:
    text = FEED.replace("><", ">\n<").replace("<", "\n<").replace(">", ">\n")
    lines = [line for line in text.splitlines() if not line.startswith("<")]
    assert "This is a feed" in said("\n".join(lines))


def test_an_atom_feed_is_called_one() -> None:
    assert "This is a feed" in said('<feed xmlns="x"><entry><title>Geese</title></entry></feed>')


@pytest.mark.parametrize(
    "line",
    [
        "404", "Error 404", "HTTP 503", "Sorry, we can't find the page you are looking for.",
        "Too Many Requests", "Just a moment...", "Please enable JavaScript to go on",
    ],
)  # fmt: skip
def test_an_error_page_is_called_one(line: str) -> None:
    assert "This is an error page" in said(f"Hugging Face\nModels\n\n{line}\n")


def test_a_page_to_log_in_is_called_one() -> None:
    assert "This is a page to log in" in said("Log In\nSign Up\nEmail\nPassword\nForgot it?\n")
    assert "does not look like" in said("Password\nThe word was geese.\n")


def test_what_the_page_says_of_its_empty_list_is_repeated() -> None:
    for line in ("No papers for this date.", "No results found"):
        assert repr(line) in said(FRAME + line, "page-empty")


def test_a_frame_alone_may_have_lost_its_cards() -> None:
    assert "extractor dropped the cards" in said(FRAME, "page-empty")
    names = "".join(f"Submitted by\n{name}\n" for name in ("mara", "joost", "wren"))
    assert "extractor dropped the cards" in said(names + FRAME + names, "page-empty")


@pytest.mark.parametrize("name", ["spaces", "collections", "blog", "datasets", "posts"])
def test_another_list_of_the_hub_is_called_by_its_name(name: str) -> None:
    for host in ("", "https://huggingface.co"):
        text = "\n\n".join(f"[Geese {n}]({host}/{name}/mara/geese-{n})\n\n12" for n in (1, 2, 3))
        assert f"the Hub's list of {name}" in said(text)


def test_a_list_of_repositories_is_called_one() -> None:
    (models,) = [template for template in TEMPLATES if template.name == "models with plain dots"]
    page = invent(models, 3)
    assert len(page.items) > 2
    assert "models or datasets" in said(nodes(page))


def test_a_text_that_links_to_papers_is_said_to_do_so() -> None:
    text = "## Geese\n\nPublished on 6 Apr, 2024\n\n### Abstract\n\nA click.\n\n"
    text += "**Link:** [https://hf.co/papers/2603.00001](https://hf.co/papers/2603.00001)\n"
    assert "links to 1 paper of the Hub" in said(text)
    assert "single" not in said(text)


def test_the_page_of_a_single_paper_is_known_by_two_of_its_words() -> None:
    assert "single paper" in said("View PDF\nAdd to collection\n")
    assert "does not look like" in said("Abstract\nView PDF\n")


@pytest.mark.parametrize("data", [b"12", bytearray(b"12"), None, ["12"]])
def test_what_is_no_text_is_told_where_to_go(data: object) -> None:
    with pytest.raises(TypeError, match=r"parse_html or parse_json.*decode"):
        parse_page(data)  # type: ignore[arg-type]
