"""Read a scraped Hugging Face Daily Papers page, as text, HTML or JSON, into typed papers."""

from __future__ import annotations

from hfpapers._model import COLUMNS, PROBLEM_CODES, Page, Paper, ParseError, Problem
from hfpapers._sources import parse_html, parse_json, parse_page

__all__ = [
    "COLUMNS",
    "PROBLEM_CODES",
    "Page",
    "Paper",
    "ParseError",
    "Problem",
    "__version__",
    "parse_html",
    "parse_json",
    "parse_page",
]

__version__ = "0.1.0"
