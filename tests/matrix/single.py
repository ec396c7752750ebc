"""Renders the page of a single paper, in the structure of the real one."""

from __future__ import annotations

import datetime as dt
import json
import re
from html import escape, unescape
from random import Random
from typing import TYPE_CHECKING

import attrs

from tests.matrix import words
from tests.matrix.cards import MONTHS, SVG, picture, printed_date
from tests.matrix.papers import InventedPaper, abbreviated, collapsed, fill, invent_papers

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from hfpapers import Page

LARGEST = 100
SUMMARY = "{name} uses {method} for {noun}, which lowers its cost by {pct} percent."
HEADER = """
<header class="border-b border-gray-100"><div class="container"><a href="/">\
<img alt="Hugging Face's logo" src="/front/assets/huggingface_logo-noborder.svg">
<span>Hugging Face</span></a></div>
<nav aria-label="Main"><ul><li><a href="/models">{svg} Models</a></li>
<li><a href="/datasets">{svg} Datasets</a></li> <li><a href="/spaces">{svg} Spaces</a></li>
<li><button type="button">{svg} Community</button></li> <li><a href="/docs">{svg} Docs</a></li>
<li><a href="/enterprise">{svg} Enterprise</a></li> <li><a href="/pricing">Pricing</a></li>
<li><a href="/login">Log In</a></li> <li><a href="/join">Sign Up</a></li></ul></nav></header>"""
FOOTER = """
<footer class="b-12 mb-2 flex"><nav><div>{svg} System theme</div> <div>Company</div>
<a href="/terms-of-service">TOS</a> <a href="/privacy">Privacy</a> <a href="/huggingface">About</a>
<a href="/jobs">Jobs</a> <a href="/">{svg}</a> <div>Website</div> <a href="/models">Models</a>
<a href="/datasets">Datasets</a> <a href="/spaces">Spaces</a> <a href="/pricing">Pricing</a>
<a href="/docs">Docs</a></nav></footer>"""


@attrs.frozen(kw_only=True)
class Single:
    """A page of one paper beside the truth: what it prints, and nothing else."""

    html: str
    paper: InventedPaper
    today: dt.date
    authors: tuple[str, ...]
    listed: dt.date | None
    ai_summary: str | None
    project_page: str | None


def invent_single(seed: int, *, spaced: bool = False) -> Single:
    """Invent a page; `spaced` writes single spaces between elements, as the site does since 2026.

    Every part that the site may leave out is missing from some pages.
    """
    rng = Random(f"single-{seed}")
    today = dt.date(2025, 3, 1) + dt.timedelta(days=rng.randrange(560))
    (paper,) = invent_papers(rng, 1, today)
    names = tuple(
        f"{rng.choice(words.GIVEN)} {rng.choice(words.SURNAMES)}"
        for _ in range(rng.choice((1, 2, 3, 5, 8, 16, LARGEST)))
    )
    assert paper.date is not None
    listed = min(paper.date + dt.timedelta(days=rng.randrange(1, 9)), today)
    is_listed = rng.random() < 0.85
    single = Single(
        html="",
        paper=attrs.evolve(
            paper,
            author_count=len(names),
            comments=None,
            abstract=paper.abstract or "We ask.",
            abstract_markup=paper.abstract_markup or "We ask.",
            submitted_by=rng.choice((*words.USERS, *names)) if is_listed else None,
            org=None if paper.org is None else paper.org.strip(),
        ),
        today=today,
        authors=names,
        listed=listed if is_listed else None,
        ai_summary=fill(rng, SUMMARY) if rng.random() < 0.6 else None,
        project_page="https://kettle.example/page/" if rng.random() < 0.4 else None,
    )
    html = render(single, rng)
    return attrs.evolve(single, html=single_spaced(html) if spaced else html)


def real_single(html: str) -> Single:
    """Return the truth of a real page, as its own data has it."""
    found = (json.loads(unescape(held)) for held in re.findall(r"data-props='([^']*)'", html))
    props = next(one for one in found if "paper" in one)
    paper, org = props["paper"], props["submitterOrganization"]
    names = tuple(author["name"] for author in paper["authors"])
    return Single(
        html=html,
        paper=InventedPaper(
            title=collapsed(paper["title"]),
            title_markup=paper["title"],
            abstract=collapsed(paper["summary"]),
            abstract_markup=paper["summary"],
            author_names=names,
            author_count=len(names),
            org=org["fullname"],
            org_slug=org["name"],
            date=dt.date.fromisoformat(paper["publishedAt"][:10]),
            votes=paper["upvotes"],
            comments=None,
            github_stars=paper["githubStars"],
            github_url=paper["githubRepo"],
            submitted_by=paper["submittedOnDailyBy"]["fullname"],
            arxiv_id=paper["id"],
        ),
        today=dt.date.fromisoformat(paper["submittedOnDailyAt"][:10]) + dt.timedelta(days=1),
        authors=names,
        listed=dt.date.fromisoformat(paper["submittedOnDailyAt"][:10]),
        ai_summary=paper["ai_summary"],
        project_page=paper["projectPage"],
    )


def single_spaced(html: str) -> str:
    """Write one space for each stretch of white space beside a tag."""
    return re.sub(r"\s+(?=<)", " ", re.sub(r"(?<=>)\s+", " ", html))


def render(single: Single, rng: Random) -> str:
    """Render a page of one paper."""
    title = escape(single.paper.title_markup)
    return f"""<!DOCTYPE html>
<html class=""><head><meta charset="utf-8"/>
<title>Paper page - {title}</title></head>
<body class="flex flex-col min-h-dvh bg-white"><div class="flex min-h-dvh flex-col">\
{HEADER.format(svg=SVG)}
<main class="flex flex-1 flex-col"><div class="container relative flex flex-col md:grid">\
<section class="pt-8 border-gray-100 md:col-span-7 relative">
<div class="pb-10 md:pt-3">{crumbs(single)}
\t<h1 class="mb-2 text-2xl font-semibold">{title}</h1>
\t{byline(single, rng)}
\t<div class="flex flex-wrap items-start gap-2 pb-8 md:hidden">{votes(single, 8)}</div>
\t{names(single)}</div>
<div class="pb-8 pr-4 md:pr-16">{abstract(single, rng)}</div>
<div class="flex flex-wrap gap-2 pb-10">{buttons(single)}</div>
{community(rng)}</section>
<section class="pt-8 md:col-span-5">{votes(single, 12)}
{citing(rng)}</section></div></main>{FOOTER.format(svg=SVG)}</div></body></html>"""


def crumbs(single: Single) -> str:
    """Render the link to the list, and the paper's id."""
    return (
        '<div class="mb-8 inline-flex items-center leading-5"><a class="flex items-center" '
        f'href="/papers">{SVG}\n\t\tPapers</a>\n\t<div class="flex items-center rounded-full">{SVG}'
        f'\n\t\tarxiv:{single.paper.arxiv_id}\n\t\t<button type="button" '
        f'title="Copy to clipboard">{SVG}</button></div></div>'
    )


def byline(single: Single, rng: Random) -> str:
    """Render the dates, the submitter, the rank and the organisation."""
    paper, dot = single.paper, '<span class="text-gray-300 max-sm:hidden">·</span>'
    parts = [f"<div>Published on {date_of(paper.date, single.today)}</div>"]
    if paper.submitted_by is not None:
        user = paper.submitted_by
        parts.append(
            f'<div class="flex items-center gap-1">{dot} {SVG}\n\t\t<span>Submitted by</span>\n'
            '\t\t<span class="inline-block"><span class="contents"><a class="underline" '
            f'href="/{account_of(user)}"><img alt="" src="/avatars/{picture(user)}.svg">\n\t\t\t'
            f"{escape(user)}</a></span></span>\n\t\t<span>on "
            f"{date_of(single.listed, single.today)}</span></div>"
        )
        if rng.random() < 0.4:
            parts.append(
                f'<a href="/papers?date={single.listed}"><span class="truncate border">'
                f"#{rng.choice((1, 2, 3))} Paper of the day</span></a>"
            )
    if paper.org is not None:
        slug = escape(paper.org_slug or "")
        parts.append(
            f'<div class="flex items-center gap-1">{dot}\n\t\t<a class="inline-flex rounded-full" '
            f'href="/{slug}"><img alt="{slug}" src="/avatars/{picture(paper.org)}.png">\n\t\t\t'
            f'<span class="font-medium">{escape(paper.org)}</span></a></div>'
        )
    inner = "\n\t\t".join(parts)
    return f'<div class="mb-6 flex flex-wrap gap-2 text-sm text-gray-500">{inner}</div>'


def date_of(date: dt.date | None, today: dt.date) -> str:
    """Print a date: the year of the visit goes without saying."""
    assert date is not None
    return printed_date(date, today)


def account_of(name: str) -> str:
    """Name the account of a person."""
    return re.sub(r"[^A-Za-z0-9]", "", name) or MONTHS[0]


def votes(single: Single, avatars: int) -> str:
    """Render the vote button, those who voted, and how many more did."""
    count = single.paper.votes or 0
    shown = min(avatars, count)
    voters = "".join(
        f'<li class="-mr-2 h-5 w-5 rounded-full" title="voter{number}"><a href="/voter{number}" '
        f'title="voter{number}"><img alt="" src="/avatars/{picture(str(number))}.svg"></a></li>\n'
        for number in range(shown)
    )
    more = (
        f'<li class="text-gray-600 order-last ml-3"><button class="btn">+{count - shown}</button>'
        "</li>"
        if count > shown
        else ""
    )
    return (
        f'<div class="z-1"><a class="self-start" href="/login?next=%2Fpapers%2F'
        f'{single.paper.arxiv_id}"><div class="shadow-alternate flex items-center">'
        f'<input class="peer hidden" disabled type="checkbox">{SVG}\n\t\tUpvote\n\t\t'
        f'<div class="font-semibold text-orange-500">{count or "-"}</div></div></a>\n\t\t'
        f'<ul class="flex items-center">{voters}{more}</ul></div>'
    )


def names(single: Single) -> str:
    """Render the authors: links for those with an account, buttons for the others."""
    parts = []
    for number, name in enumerate(single.authors, 1):
        comma = "," if number < len(single.authors) else ""
        tag = f'a class="underline" href="/{account_of(name)}"' if number % 3 == 1 else "button"
        image = f'<img alt="" src="/avatars/{picture(name)}.svg">\n' if number % 3 == 1 else ""
        parts.append(
            f'<div class="relative"><span class="author flex items-center">{image}\t\t'
            f'<span class="inline-block"><span class="contents"><{tag}>{escape(name)}'
            f"</{tag.partition(' ')[0]}></span></span>{comma}</span></div>"
        )
    return (
        '<div class="relative flex flex-wrap items-center gap-2"><span class="mr-1">Authors:'
        "</span>\n\t\t" + "\n\t\t".join(parts) + "</div>"
    )


def abstract(single: Single, rng: Random) -> str:
    """Render the abstract, links round its keywords, perhaps below the Hub's summary."""
    summary = ""
    if single.ai_summary is not None:
        summary = (
            f'<div class="bg-blue-500/6 px-4 py-3"><p class="text-gray-500">'
            f"{escape(single.ai_summary, quote=False)}</p>\n\t\t"
            f'<div class="text-blue-700">{SVG}\n\t\t\tAI-generated summary</div></div>\n\t\t'
        )
    text = escape(single.paper.abstract_markup or "", quote=False)
    if rng.random() < 0.7:
        found = re.findall(r"(?<=\s)[a-z]{5,}(?=[\s.,])", text)
        for word in rng.sample(sorted(set(found)), k=min(3, len(set(found)))):
            link = f'<a class="hover:underline" href="/papers?q={word}">{word}</a>'
            text = re.sub(rf"(?<=\s){word}(?=[\s.,])", link, text)
    return (
        f'<h2 class="mb-5 text-xl font-semibold">Abstract</h2>\n\t<div class="flex flex-col">'
        f'{summary}<p class="text-gray-600">{text}</p></div>'
    )


def buttons(single: Single) -> str:
    """Render the links that lead away from the page."""
    paper = single.paper
    found = [
        (f"https://arxiv.org/abs/{paper.arxiv_id}", "View arXiv page"),
        (f"https://arxiv.org/pdf/{paper.arxiv_id}", "View PDF"),
    ]
    if single.project_page is not None:
        found.append((single.project_page, "Project page"))
    if paper.github_url is not None:
        stars = f"\n\t\t<span>{SVG}\n\t\t\t{abbreviated(paper.github_stars or 0)}</span>"
        found.append((paper.github_url, f"GitHub{stars}"))
    found.append((f"/login?next=%2Fpapers%2F{paper.arxiv_id}", "Add to collection"))
    return "\n\t\t".join(
        f'<a class="btn inline-flex h-9 items-center" href="{url}">{SVG}\n\t\t\t{text}</a>'
        for url, text in found
    )


def community(rng: Random) -> str:
    """Render the discussion, in which papers may be listed that are not this one."""
    comments = (
        comment("mara", "<p>Nice kettles! How long do they take to boil?</p>"),
        comment(
            "tidebot",
            '<p>Papers like this one:</p><ul><li><a href="https://huggingface.co/papers/2401.00017">'
            "Weighing Hollow Lanterns</a> (2024)</li><li>"
            '<a href="https://huggingface.co/papers/2402.00019">Counting Quiet Ropes</a> (2024)'
            "</li></ul>",
        ),
    )[: rng.choice((0, 1, 2))]
    return (
        f'<div class="pt-4"><h3 class="font-semibold" id="community">{SVG} Community</h3>\n\t'
        f'<div>{"".join(comments)}</div>\n\t<div><button type="button">Edit</button>'
        '<button type="button">Preview</button></div>\n\t<div>Upload images, audio, and videos by '
        "dragging in the text input, pasting, or <span>clicking here</span>.</div>\n\t<div>Tap or "
        "paste here to upload images</div>\n\t<div><button disabled>Comment</button>\n\t<p>"
        '<span>·</span> <a href="/join">Sign up</a> or <a href="/login">log in</a> to comment</p>'
        "</div></div>"
    )


def comment(user: str, html: str) -> str:
    """Render one comment."""
    return (
        f'<div class="discussion"><div><img alt="" src="/avatars/{picture(user)}.svg">\n\t\t'
        f'<a href="/{user}">{user}</a>\n\t\t<span>Paper submitter</span>\n\t\t<time>about 19 hours '
        f"ago</time></div>\n\t\t<div>{html}</div>\n\t\t<button>Reply</button></div>"
    )


def citing(rng: Random) -> str:
    """Render what cites the paper, and the collections that it is in."""
    count = rng.choice((0, 1))
    model = (
        '<article class="overview-card-wrapper"><a href="/kettle-lab/kettle-7b"><header><h4>'
        "kettle-lab/kettle-7b</h4></header><div>Text Generation <span>•</span> <span>8B</span> "
        "<span>•</span> <span>Updated Oct 3</span> <span>•</span> 12.4k <span>•</span> 301</div>"
        "</a></article>"
        if count
        else "<p>No model linking this paper</p>"
    )
    parts = [f"<h2>{SVG} Models citing this paper <span>{count}</span></h2>\n<div>{model}</div>"]
    parts += [
        f"<h2>{SVG} {kind.capitalize()}s citing this paper <span>0</span></h2>\n<div><p>No "
        f"{kind} linking this paper</p></div>\n<div>Cite arxiv.org/abs/2401.00017 in a {kind} "
        "README.md to link it from this page.</div>"
        for kind in ("dataset", "Space")
    ]
    parts.append(
        f"<h2>{SVG} Collections including this paper <span>{count}</span></h2>\n<div>"
        + (
            '<article><a href="/collections/ada/kettles-68a5"><h4>Kettles to read</h4><div>'
            "Collection</div><div><span>260 items</span> <span>•</span> <span>Updated <time>about "
            "8 hours ago</time></span></div></a></article></div>"
            if count
            else "<p>No Collection including this paper</p></div>"
        )
    )
    return "\n".join(parts)


#: Signs of the page, two of which a text must have to be read.
SIGNS = (
    "Paper page - ",
    "arxiv:",
    "Paper of the day",
    "Upvote",
    "AI-generated",
    "View arXiv page",
    "Add to collection",
    "citing this paper",
)
#: What must stand in a text for a field to be asked for, if its value does not.
LABELS = {
    "ai_summary": "AI-generated summary",
    "votes": "Upvote",
    "github_stars": "GitHub",
    "date": "Published on",
    "listed": "Submitted by",
}
FIELDS = (
    "title",
    "abstract",
    "ai_summary",
    "date",
    "listed",
    "votes",
    "submitted_by",
    "org",
    "github_stars",
    "github_url",
    "project_page",
    "arxiv_id",
)


def truth(single: Single) -> dict[str, object]:
    """Return what the page prints, by the name of the field."""
    own = {"listed", "ai_summary", "project_page"}
    return {name: getattr(single if name in own else single.paper, name) for name in FIELDS}


def faults(page: Page, single: Single, text: str, unasked: Sequence[str] = ()) -> list[str]:
    """Say what was read otherwise than the page prints it, of all that its text still holds.

    A field that is `unasked` may be None: its value stands elsewhere in the text, too.
    """
    held = spaceless(text)
    if not page.papers:
        whole = all(spaceless(part) in held for part in (single.paper.title, "Publishedon"))
        signs = sum(spaceless(sign) in held for sign in SIGNS)
        return ["no paper"] if whole and signs > 2 else []
    if len(page) > 1 or page.kind != "paper":
        return [f"{len(page)} papers of kind {page.kind}"]
    found = [
        f"{name} is {getattr(page[0], name)!r}, not {value!r}"
        for name, value in truth(single).items()
        if is_asked(name, value, held)
        and spaceless(getattr(page[0], name)) != spaceless(value)
        and not (name in unasked and getattr(page[0], name) is None)
    ]
    return found + list(name_faults(page, single, held))


def is_asked(name: str, value: object, held: str) -> bool:
    """Tell whether a text holds a value; one that is not on the page must not be found, either."""
    if name == "title":
        return True
    if value is None:
        return name != "abstract"
    return spaceless(LABELS.get(name, value)) in held


def name_faults(page: Page, single: Single, held: str) -> Iterator[str]:
    """Say what is wrong with the names of authors; some extractors leave most of them out."""
    paper = page[0]
    said = any(problem.code == "authors-incomplete" for problem in page.problems)
    whole = all(spaceless(name) in held for name in single.authors) and "Authors:" in held
    if whole and not said:
        if (paper.authors, paper.author_count) != (single.authors, len(single.authors)):
            yield f"authors are {paper.authors}, {paper.author_count}, not {single.authors}"
    elif paper.author_count not in (None, len(single.authors)):
        yield f"author count is {paper.author_count}, not {len(single.authors)}"
    elif not set(paper.authors) <= set(single.authors):
        yield f"authors are {paper.authors}, not of {single.authors}"


def spaceless(value: object) -> str:
    """Write a value without white space."""
    return "".join(str(value).split())
