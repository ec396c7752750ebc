"""Read the text of a scraped Hugging Face Daily Papers page into typed papers."""

from __future__ import annotations

from hfpapers._model import COLUMNS, PROBLEM_CODES, Page, Paper, ParseError, Problem
from hfpapers._page import parse_page

__all__ = [
    "COLUMNS",
    "PROBLEM_CODES",
    "Page",
    "Paper",
    "ParseError",
    "Problem",
    "__version__",
    "parse_page",
]

__version__ = "0.1.0"
