"""The markup of one card on each page, as the site writes it: tags, classes and white space.

Classes matter as much as tags: extractors that look for the main content judge by them.
"""

from __future__ import annotations

import hashlib
import re
from html import escape
from typing import TYPE_CHECKING

from tests.matrix.papers import InventedPaper, abbreviated

if TYPE_CHECKING:
    import datetime as dt

SVG = (
    '<svg class="text-sm" xmlns="http://www.w3.org/2000/svg" aria-hidden="true" focusable="false" '
    'role="img" width="1em" height="1em" viewBox="0 0 12 12"><path fill="currentColor" '
    'd="M5.19 2.67a.94.94 0 0 1 1.62 0l3.31 5.72a.94.94 0 0 1-.82 1.4H2.7Z"></path></svg>'
)
DOT = '<div class="mx-1">·</div>'
AVATARS_SHOWN = 5
MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")


def printed_day(date: dt.date) -> str:
    """Print a day as the site does; `%d` would pad it, `%b` would follow the locale."""
    return f"{MONTHS[date.month - 1]} {date.day}"


def printed_date(date: dt.date, today: dt.date | None) -> str:
    """Print a date as a search page does: the year of the visit goes without saying."""
    same_year = today is not None and date.year == today.year
    return printed_day(date) if same_year else f"{printed_day(date)}, {date.year}"


def search_card(paper: InventedPaper, today: dt.date, query: str | None, votes_class: str) -> str:
    """Render a card of a search page."""
    page = f"/papers/{paper.arxiv_id}"
    assert paper.date is not None
    comments = "" if paper.comments is None else comment_link(paper)
    return f"""
\t\t\t\t<article class="relative overflow-hidden border-b py-6"><div class="{votes_class}">\
{vote_button(paper)}</div>
\t\t\t\t\t<h3 class="mb-1 text-lg/6 font-semibold hover:underline">\
<a href="{page}" class="line-clamp-3 cursor-pointer">{escape(paper.title_markup)}</a></h3>
\t\t\t\t\t{abstract_link(paper, "line-clamp-4 text-sm", query)}
\t\t\t\t\t<div class="flex flex-wrap items-center text-sm">{byline(paper)}
\t\t\t\t\t\t<div class="mx-1 text-gray-400">·</div>
\t\t\t\t\t\t<div class="flex items-center">{printed_date(paper.date, today)} {comments}</div>
\t\t\t\t\t</div></article>"""


def daily_2024_card(paper: InventedPaper) -> str:
    """Render a card of a daily page of 2024: no organisation, no stars."""
    comments = "" if paper.comments is None else comment_link(paper)
    return daily_card(paper, authors_link(paper, DOT), comments)


def daily_2025_card(paper: InventedPaper) -> str:
    """Render a card of a daily, weekly or monthly page since 2025: stars before comments."""
    page = f"/papers/{paper.arxiv_id}"
    stars = comments = ""
    if paper.github_stars is not None:
        stars = (
            f'<a href="{page}" class="flex translate-y-px items-center gap-1">{SVG}\n'
            f"\t\t\t\t\t\t\t\t<span>{abbreviated(paper.github_stars)}</span></a>"
        )
    if paper.comments is not None:
        comments = (
            '\n\n<span class="inline-block "><span class="contents">'
            f"{comment_link(paper)}</span>\n\t</span>"
        )
    counts = f'<div class="flex items-center gap-2">\n{stars}\n\t\t\t\t\t\t{comments}\n</div>'
    return daily_card(paper, byline(paper, DOT), counts)


def daily_card(paper: InventedPaper, authors: str, counts: str) -> str:
    """Render what the cards of all daily pages share."""
    page = f"/papers/{paper.arxiv_id}"
    thumbnail = f"https://cdn-thumbnails.huggingface.co/social-thumbnails{page}.png"
    return f"""
\t\t\t\t<div><article class="relative flex flex-col overflow-hidden rounded-xl border">\
<a href="{page}" class="peer relative block h-56 w-full"><img src="{thumbnail}" alt="" \
class="h-full w-full object-cover">
\t\t\t\t\t\t\t</a>

\t\t\t\t\t\t{submitter(paper)}

\t\t\t\t\t\t

\t\t\t\t\t\t<div class="-mt-2 flex px-6 pb-6 pt-8"><div class="flex w-full gap-6">\
<div class="flex flex-wrap items-center gap-2.5 pt-1 ">{vote_button(paper)}
\t</div>




\t\t\t\t\t\t\t\t<div class="w-full"><h3 class="mb-1 text-lg/6 font-semibold hover:underline">\
<a href="{page}" class="line-clamp-3 cursor-pointer">{escape(paper.title_markup)}</a></h3>
\t\t\t\t\t\t\t\t\t<div class="flex items-center justify-between">{authors}
\t\t\t\t\t\t\t\t\t\t{counts}</div>
\t\t\t\t\t\t\t\t</div></div>
\t\t\t\t\t\t</div></article>
\t\t\t\t</div>"""


def trending_card(paper: InventedPaper) -> str:
    """Render a card of the trending page twice: for wide screens, then for phones."""
    return trending_copy(paper, "flex max-lg:hidden", "Published on ") + trending_copy(
        paper, "flex flex-col lg:hidden", ""
    )


def trending_copy(paper: InventedPaper, classes: str, before_date: str) -> str:
    """Render one of the two copies of a card."""
    page = f"/papers/{paper.arxiv_id}"
    assert paper.date is not None
    submitted = "" if paper.submitted_by is None else submitter(paper)
    github = ""
    if paper.github_stars is not None:
        github = (
            f'<a href="{paper.github_url}" target="_blank" class="flex items-center gap-1">{SVG}\n'
            f"\t\t\t\t\tGitHub <span>{abbreviated(paper.github_stars)}</span></a>"
        )
    return f"""
\t\t<article class="{classes} gap-8 py-10"><div class="flex flex-none flex-col">\
<a href="{page}" class="block"><img src="/social-thumbnails{page}.png" alt=""></a>
\t\t\t{submitted}</div>
\t\t\t<div class="space-y-4 py-2"><h3 class="text-xl font-semibold"><a href="{page}" \
class="line-clamp-2">{escape(paper.title_markup)}</a></h3>
\t\t\t\t{abstract_link(paper, "line-clamp-2", None)}
\t\t\t\t<div class="flex flex-wrap items-center gap-1.5">{byline(paper)}
\t\t\t\t\t<span>·</span> <span>{before_date}{printed_date(paper.date, None)}</span></div>
\t\t\t\t<div class="flex flex-wrap items-center gap-2">{upvote_button(paper)}
\t\t\t\t\t{github}
\t\t\t\t\t<a href="https://arxiv.org/abs/{paper.arxiv_id}" target="_blank" \
class="flex items-center gap-1">{SVG}arXiv Page</a></div></div></article>"""


def vote_button(paper: InventedPaper) -> str:
    """Render the vote button of search and daily pages; zero votes are printed as `-`."""
    if paper.votes is None:
        return ""
    return (
        f'<a href="/login?next=%2Fpapers%2F{paper.arxiv_id}" class="self-start">\n\n'
        '<div class="shadow-alternate flex h-14 w-12 gap-1 rounded-xl flex-none cursor-pointer '
        'select-none flex-col items-center justify-center self-start">'
        f'<input disabled type="checkbox"  class="peer hidden">\n\t\t{SVG}\n'
        f'\t\t<div class="leading-none">{paper.votes or "-"}</div></div></a>'
    )


def upvote_button(paper: InventedPaper) -> str:
    """Render the labelled vote button of the trending page."""
    if paper.votes is None:
        return ""
    return (
        f'<a href="/login?next=%2Fpapers%2F{paper.arxiv_id}" class="self-start">'
        '<div class="flex items-center gap-2"><input disabled type="checkbox" class="peer hidden">'
        f'{SVG} Upvote <div class="font-semibold">{paper.votes or "-"}</div></div></a>'
    )


def comment_link(paper: InventedPaper) -> str:
    """Render the number of comments, which links to the discussion."""
    return (
        f'<a href="/papers/{paper.arxiv_id}#community" class="flex items-center '
        f'gap-1">{SVG}\n\t\t\t\t\t\t\t\t\t\t\t\t{paper.comments}\n\t\t\t\t\t\t\t\t\t\t\t</a>'
    )


def submitter(paper: InventedPaper) -> str:
    """Render who put the paper on the list."""
    return (
        '<div class="pointer-events-none absolute right-2 flex h-6 items-center gap-1">'
        'Submitted by\n\t\t\t\t\t\t\t<img alt="" class="w-2.5 h-2.5 rounded-full" '
        f'src="/avatars/{picture(paper.submitted_by or "")}.svg" crossorigin="anonymous">\n'
        f"\t\t\t\t\t\t\t\t{escape(paper.submitted_by or '')}</div>"
    )


def byline(paper: InventedPaper, dot: str = "") -> str:
    """Render the organisation or, where there is none, the author count."""
    if paper.org is None:
        return authors_link(paper, dot)
    return (
        f'<a href="/{paper.org_slug}" class="flex items-center gap-1 rounded-md border">'
        f'<img alt="{escape(paper.org_slug or "")}" class="size-4 rounded" '
        f'src="/avatars/{picture(paper.org)}.png"> '
        f'<span class="truncate">{escape(paper.org)}</span></a>'
    )


def authors_link(paper: InventedPaper, dot: str = "") -> str:
    """Render the avatars and the author count, which is never singular."""
    avatars = "".join(
        f'<li class="-mr-2 h-4 w-4 rounded-full" title="{escape(name)}" '
        f'style="content-visibility:auto;">{avatar(name)}\n\t\t\t</li>'
        for name in paper.author_names[:AVATARS_SHOWN]
    )
    return (
        f'<a href="/papers/{paper.arxiv_id}" class="flex"><ul class="flex items-center '
        f'flex-row-reverse text-sm ">{avatars}\n\n\t\t<li class="text-gray-600 order-first ml-3">'
        f'<div class="flex truncate">{dot}\n'
        f"\t\t\t\t\t\t\t\t\t\t\t\t\t{paper.author_count} authors\n"
        "\t\t\t\t\t\t\t\t\t\t\t\t</div>\n\t\t\t\t\t\t\t\t\t\t\t</li></ul></a>"
    )


def avatar(name: str) -> str:
    """Render the picture of those authors who have an account."""
    if " " in name:
        return ""
    return f'<img class="overflow-hidden rounded-full" alt="" src="/avatars/{picture(name)}.svg">'


def picture(name: str) -> str:
    """Name a picture as the site does: by a hash, which some extractors print."""
    return hashlib.md5(name.encode(), usedforsecurity=False).hexdigest()


def abstract_link(paper: InventedPaper, classes: str, query: str | None) -> str:
    """Render the abstract, with marks round the words of the query."""
    if paper.abstract_markup is None:
        return ""
    text = escape(paper.abstract_markup, quote=False)
    for word in (query or "").split():
        text = re.sub(rf"(?i)\b{re.escape(word)}\b", r"<mark>\g<0></mark>", text)
    return f'<a href="/papers/{paper.arxiv_id}"><p class="{classes}">{text}</p></a>'
