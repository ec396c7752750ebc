"""The words of the site: what huggingface.co/papers itself prints round and inside its cards."""

from __future__ import annotations

import regex

#: English month names as the site prints them, in order.
MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")

#: What follows the number of authors. The site prints "1 authors"; others mend that.
AUTHORS = "authors?"
#: No count is larger, whether of votes, comments, stars or authors, and none has so many digits.
LARGEST_COUNT, MOST_DIGITS = 10**12, 20

SUBMITTED_BY = "Submitted by"
PUBLISHED_ON = "Published on"
UPVOTE = "Upvote"
GITHUB = "GitHub"
ARXIV_PAGE = "arXiv Page"
#: The links of a paper's own page that lead away from the site.
VIEW_ARXIV, VIEW_PDF, PROJECT_PAGE = "View arXiv page", "View PDF", "Project page"
#: The Hub's domain, long and short, with those below it; and the beginning of an address there.
DOMAIN = r"(?:[\w-]+\.)*(?:huggingface|hf)\.co(?![\w.-])"
HOST = rf"https?://{DOMAIN}"
#: What rules between cards are drawn with.
RULE_SIGNS = "-=_*~#─━═—–"
#: What is left of the dot of a byline where text is forced into ASCII.
ASCII_DOTS = "?."
#: The links of the header to the lists of a day, a week and a month, side by side.
TABS = "Daily Weekly Monthly"

#: The titles of the pages, which stand above whatever else a text holds.
PAGE_TITLES = frozenset({"daily papers - hugging face", "trending papers - hugging face"})

#: Header phrases that begin a page; a second one after cards begins a second page.
PAGE_START = frozenset(
    {
        "get trending papers in your email inbox once a day!",
        "get trending papers in your email inbox!",
        "by ak and the research community",
        "byak and the research community",
        "and the research community",
    }
)

#: Phrases that nothing but the site's header prints.
OWN = PAGE_TITLES | PAGE_START | {"search by arxiv id or title"}
#: Phrases that are furniture wherever they stand; calls for papers print the last one, too.
HEADER = OWN | {"submit a paper"}

#: Phrases that nothing but the site's footer prints.
FOOTER = frozenset(
    {
        "trending papers ranked by github stars activity",
        "system theme",
        "© hugging face",
        "tos",
    }
)

#: What the site prints in place of cards.
EMPTY_LIST = frozenset({"no papers for this date.", "no papers for this date", "no results found"})

#: The text of the image at the top of each page.
LOGO = "hugging face's logo"

#: Words that are furniture in the header and the footer, and may be anything inside a card.
WEAK = EMPTY_LIST | frozenset(
    {
        "new", "subscribe", "daily papers", "trending papers", "by", "ak", "papers-by", "daily",
        "weekly", "monthly", "previous", "next", "company", "terms", "privacy", "about", "careers",
        "jobs", "website", "models", "datasets", "spaces", "posts", "community", "buckets", "docs",
        "enterprise", "solutions", "pricing", "log in", "sign up", "hugging face", "buckets new",
        LOGO, "papers", "references", "links", "links:", "visible links",
        "visible links:", "hidden links", "hidden links:", "light", "dark", "menu", "more",
        "search models, datasets, users...",
    }
)  # fmt: skip

#: What else the Hub lists, by the first part of the paths.
OTHER_LISTS = frozenset({"models", "datasets", "spaces", "collections", "posts", "blog"})

#: The site itself is an organisation, too.
SITE_NAME, SITE_ACCOUNT = "hugging face", "huggingface"

#: How companies end their names; sentences hardly end so.
COMPANY = "Co|Corp|Inc|LLC|Ltd"


def any_of(phrases: frozenset[str]) -> str:
    """Return a pattern for any of the phrases, longer ones first."""
    return "|".join(regex.escape(phrase) for phrase in sorted(phrases, key=len, reverse=True))
