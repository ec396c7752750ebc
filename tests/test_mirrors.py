"""Mirrors and proxies of the Hub: what a link means is in its path."""

from __future__ import annotations

import pytest

from hfpapers import Page, parse_html, parse_page
from tests.matrix.extractors import SITE

ABSTRACTS = (
    "We ask whether a listener can tell the size of a pebble from its click alone.",
    "Two people who count one flock never agree. See https://gull.example/papers/2604.00009.",
)
MARKDOWN = f"""[12]({SITE}/login?next=%2Fpapers%2F2604.00001)

### [Sorting Pebbles by Ear]({SITE}/papers/2604.00001)

[{ABSTRACTS[0]}]({SITE}/papers/2604.00001)

[3 authors]({SITE}/papers/2604.00001)

·

Nov 3, 2024

[7]({SITE}/login?next=%2Fpapers%2F2604.00002)

### [Counting Geese]({SITE}/papers/2604.00002)

[{ABSTRACTS[1]}]({SITE}/papers/2604.00002)

[Teapot Laboratory]({SITE}/teapot-lab)

·

May 21, 2023 [2]({SITE}/papers/2604.00002#community)
"""
HTML = "".join(
    f'<article><a href="{SITE}/login?next=%2Fpapers%2F2604.0000{number}"><div>12</div></a>'
    f'<h3><a href="{SITE}/papers/2604.0000{number}">Geese {number}</a></h3>'
    f'<a href="{SITE}/papers/2604.0000{number}"><p>{ABSTRACTS[0]}</p></a>'
    f'<a href="{SITE}/teapot-lab">Teapot Laboratory</a><div>·</div><div>Nov 3, 2024</div></article>'
    for number in (1, 2, 3)
)
HOSTS = (
    "https://mirror.example",
    "http://hf.mirror.example:8080",
    "//mirror.example",
    "https://proxy.example/huggingface.co",
    "https://proxy.example/browse/https://huggingface.co",
    "https://huggingface-co.translate.example",
)


def table(text: str) -> str:
    """Write the links of a text as references."""
    targets = [part.partition(")")[0] for part in text.split("](")[1:]]
    for number, target in enumerate(targets, 1):
        text = text.replace(f"]({target})", f"][{number}]", 1)
    return text + "\n\n" + "".join(f"[{number}]: {one}\n" for number, one in enumerate(targets, 1))


def fields(page: Page) -> list[tuple[object, ...]]:
    """Return what links say, and the texts that hold none."""
    return [
        (one.title, one.abstract, one.votes, one.comments, one.arxiv_id, one.org, one.org_slug)
        for one in page
    ]


@pytest.mark.parametrize("host", HOSTS)
@pytest.mark.parametrize("write", [str, table])
def test_links_are_read_by_their_paths(host: str, write: type[str]) -> None:
    page = parse_page(write(MARKDOWN.replace(SITE, host)))
    assert fields(page) == fields(parse_page(MARKDOWN))
    assert page[1].org_slug == "teapot-lab"
    assert not page.problems


@pytest.mark.parametrize("host", HOSTS)
def test_links_of_html_are_read_so(host: str) -> None:
    page = parse_html(HTML.replace(SITE, host))
    assert fields(page) == fields(parse_html(HTML))
    assert {paper.org_slug for paper in page} == {"teapot-lab"}


def test_what_a_proxy_adds_to_links_says_nothing() -> None:
    page = parse_page(MARKDOWN.replace("/teapot-lab)", "/teapot-lab?lang=en)"))
    assert page[1].org_slug == "teapot-lab"


def test_a_host_is_no_page_s_own_if_most_links_have_another() -> None:
    other = MARKDOWN.replace(f"{SITE}/teapot-lab", "https://gull.example/teapot-lab")
    assert parse_page(other)[1].org_slug is None
    relative = other.replace(SITE, "")
    assert parse_page(relative)[1].org_slug is None


def test_leftovers_are_as_they_were() -> None:
    line = "kept at https://mirror.example/teapot-lab"
    page = parse_page(MARKDOWN.replace(SITE, "https://mirror.example") + f"\n{line}\n")
    assert page.leftovers == (line,)
