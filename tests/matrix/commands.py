"""The command line tools that dump pages as text; each gets the page as a file."""

from __future__ import annotations

import subprocess
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

BASE = '<base href="https://huggingface.co/papers">'
SECONDS = 120

_W3M = ("w3m", "-dump", "-T", "text/html", "-I", "UTF-8", "-O", "UTF-8")
_LYNX = ("lynx", "-dump", "-force_html", "-assume_charset=utf-8", "-display_charset=utf-8")
_LINKS = ("links", "-dump", "-html-assume-codepage", "utf-8", "-codepage", "utf-8")
_ELINKS = ("elinks", "-dump", "1", "-dump-charset", "utf-8")
_PANDOC = ("pandoc", "-f", "html")

COMMANDS: dict[str, tuple[str, ...]] = {
    "w3m": _W3M,
    "w3m-wide": (*_W3M, "-cols", "160"),
    "w3m-numbers": (*_W3M, "-o", "display_link_number=1"),
    "lynx": _LYNX,
    "lynx-nolist": (*_LYNX, "-nolist"),
    "lynx-wide": (*_LYNX, "-nolist", "-width=120"),
    "links": _LINKS,
    "links-numbers": (*_LINKS, "-html-numbered-links", "1"),
    "elinks": _ELINKS,
    "elinks-bare": (*_ELINKS, "-no-numbering", "-no-references"),
    "pandoc-plain": (*_PANDOC, "-t", "plain"),
    "pandoc-plain-nowrap": (*_PANDOC, "-t", "plain", "--wrap=none"),
    "pandoc-gfm": (*_PANDOC, "-t", "gfm"),
    "pandoc-gfm-pure": (*_PANDOC, "-t", "gfm-raw_html", "--wrap=none"),
    "pandoc-references": (*_PANDOC, "-t", "gfm-raw_html", "--reference-links"),
    "pandoc-markdown": (*_PANDOC, "-t", "markdown"),
    "pandoc-markdown-references": (*_PANDOC, "-t", "markdown", "--reference-links"),
}


def runner(argv: tuple[str, ...]) -> Callable[[str], str]:
    """Make the function that runs one tool on one page."""

    def extract(html: str) -> str:
        with tempfile.TemporaryDirectory() as directory:
            page = Path(directory, "page.html")
            page.write_text(html.replace("<head>", f"<head>{BASE}", 1), encoding="utf-8")
            done = subprocess.run(
                [*argv, str(page)], capture_output=True, timeout=SECONDS, check=True
            )
        return done.stdout.decode("utf-8", "replace")

    return extract
