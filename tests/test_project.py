"""The README, the gate, the documentation and the package agree with each other."""

from __future__ import annotations

import re
from importlib.resources import files
from pathlib import Path

import pytest

import hfpapers

ROOT = Path(__file__).parent.parent
README = (ROOT / "README.md").read_text("utf-8")


def test_the_first_shell_block_of_the_readme_is_two_commands() -> None:
    block = re.search(r"```sh\n(.*?)```", README, re.DOTALL)
    assert block
    first, second = block[1].splitlines()
    assert first.startswith("python3 -m venv .venv && .venv/bin/pip install")
    assert first.endswith("--sample")
    assert "'.[test]'" in second
    assert second.endswith("-m pytest")


def test_the_gate_takes_its_test_command_from_the_readme() -> None:
    gate = (ROOT / ".ci" / "run").read_text("utf-8")
    assert "README.md" in gate
    assert "python -m pytest\n" not in gate


@pytest.mark.parametrize("path", ["README.md", "docs/fields.md"])
def test_every_field_of_a_paper_is_described(path: str) -> None:
    text = (ROOT / path).read_text("utf-8")
    rows = [line for line in text.splitlines() if line.startswith("| `")]
    described = " ".join(row.split("|")[1] for row in rows)
    for name in (*hfpapers.COLUMNS, "lines"):
        assert f"`{name}`" in described


def test_every_problem_has_a_section_with_an_example_that_names_it() -> None:
    text = (ROOT / "docs" / "problems.md").read_text("utf-8")
    sections = dict(re.findall(r"^## ([a-z-]+)\n(.*?)(?=^## |\Z)", text, re.DOTALL | re.MULTILINE))
    assert tuple(sections) == hfpapers.PROBLEM_CODES
    for code, section in sections.items():
        assert f"'{code}'" in section.partition(">>>")[2]


#: Programs and packages that turn a page into text, and services that do.
TOOLS = (
    "beautifulsoup|bs4|lxml|selectolax|html2text|markdownify|inscriptis|html[-_]text|resiliparse"
    "|trafilatura|parsel|scrapy|justext|w3lib|readability|newspaper3k|boilerpy|goose3|turndown|jina"
    "|firecrawl|crawl4ai|w3m|lynx|elinks|pandoc|chromium|chrome|firefox|selenium|playwright"
    "|puppeteer|obsidian|notion|evernote"
)


@pytest.mark.parametrize("path", sorted((ROOT / "src").rglob("*.py")), ids=lambda path: path.name)
def test_no_source_names_an_extractor(path: Path) -> None:
    found = re.findall(rf"\b(?:{TOOLS})\b", path.read_text("utf-8"), re.IGNORECASE)
    assert not found, "layout is inferred from the page, and never from a list of known tools"


def test_the_package_says_that_it_is_typed() -> None:
    assert files("hfpapers").joinpath("py.typed").is_file()
