"""Texts that are no page of papers, put together from lines as such texts have them."""

from __future__ import annotations

from collections.abc import Sequence

PROSE = (
    "The harbour office opened at eight, and by nine the three of them had counted boats twice.",
    "On May 5, 2024 the council met again. 3 authors of the report were there; 2 of them spoke.",
    "“Twelve,” she said.",
    "Chapter 7",
    "12",
    "Nobody had asked the geese.",
    "It rained on Nov 13.",
    "* * *",
)
LOG = (
    "2024-05-05 12:00:01,204 INFO  harbour.gauge: level 3.12 m, 3 sensors",
    "2024-05-05 12:00:02,118 WARN  harbour.gauge: sensor 2 silent for 41 s",
    "May  5 12:00:03 slate kernel: [ 1234.567890] usb 1-2: new device number 7",
    "Traceback (most recent call last):",
    '  File "gauge.py", line 12, in read',
    "ValueError: level must not be negative",
    "[INFO] 12/41 buckets done (29%)",
    "GET /papers/2511.00001 HTTP/1.1 200 5120",
)
README = (
    "# bucket",
    "[![tests](https://example.org/badge.svg)](https://example.org/ci)",
    "Counts pebbles in a bucket. Written by 3 authors in 2024.",
    "## Install",
    "```sh\npip install bucket\n```",
    "- fast\n- small\n- 12 tests",
    "1. Fill the bucket.\n2. Call `bucket.count()`.",
    "| pebbles | seconds |\n|---|---|\n| 12 | 0.3 |",
    "See [the docs](https://example.org/docs) and [GitHub](https://github.com/harbour/bucket).",
    "Upvote the issue that you care about.",
    "## Licence\n\nMIT",
)
LICENCE = (
    "The Harbour Licence, version 2, January 2004",
    "Copyright (c) 2024 the bucket authors",
    "1. Definitions.",
    '"Work" means the bucket and all that is in it, in whatever form the authors have left it.',
    "2. Grant. Each of the authors lets you carry the bucket, changed or not, at no charge.",
    "THE BUCKET IS PROVIDED AS IT IS, WITHOUT WARRANTY OF ANY KIND, SUCH AS THAT OF HOLDING WATER.",
    "a)",
    "END OF TERMS",
)
LISTING = (
    "Harbour Science",
    "New submissions for Wednesday, 5 November 2025",
    "[1] arXiv:2511.00001 [pdf, html, other]",
    "Title: Sorting Pebbles by Ear",
    "Authors: M. Tide, J. Slate, K. Gull",
    "Comments: 12 pages, 3 figures",
    "Subjects: Sound (hs.SD); Beaches (hs.BE)",
    "Abstract: We ask how far a careful listener can get with a stopwatch and a bucket.",
    "Total of 41 entries",
    "Submitted on 5 Nov 2025 by M. Tide",
)
NEWS = (
    "The Harbour Post",
    "Nov 13, 2025",
    "Geese Close the Harbour for a Third Day",
    "By Mara Tide",
    "The harbour was closed on Wednesday, as the geese would not leave the slipway. Nobody sailed.",
    "12 comments",
    "Share",
    "Read more",
    "Nov 12",
    "3",
)
LOGIN = (
    "Log In",
    "Don't have an account? Sign Up",
    "Username or Email address",
    "Password",
    "Forgot your password?",
    "Log in with SSO",
    "TOS",
    "Privacy",
    "Hugging Face",
)
TABLE = (
    "date,pebbles,geese",
    "2024-05-05,12,3",
    "2024-05-06,-,41",
    "total\t53\t7",
    "| 2024 | 12 | 3 |",
)

KINDS = {
    "prose": PROSE,
    "log": LOG,
    "readme": README,
    "licence": LICENCE,
    "listing": LISTING,
    "news": NEWS,
    "log-in page": LOGIN,
    "table": TABLE,
}


def text(kind: str, choices: Sequence[int]) -> str:
    """Return the whole text of a kind, or lines of it by number; odd sums go without gaps."""
    lines = KINDS[kind]
    chosen = [lines[choice % len(lines)] for choice in choices] or list(lines)
    return ("\n" if sum(choices) % 2 else "\n\n").join(chosen)
