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


def test_the_package_says_that_it_is_typed() -> None:
    assert files("hfpapers").joinpath("py.typed").is_file()
