"""The frame of every page: navigation, banner, header, day, footer."""

from __future__ import annotations

import datetime as dt
from html import escape

from tests.matrix.cards import SVG, printed_day

HEAD = """<!doctype html>
<html class="">
\t<head>
\t\t<meta charset="utf-8" />
\t\t<meta name="description" content="Your daily dose of AI research from AK" />
\t\t<meta property="og:title" content="Daily Papers - Hugging Face" />
\t\t<title>{title} - Hugging Face</title>
\t\t<script>
\t\t\twindow.plausible = window.plausible || function () {{}};
\t\t</script>
\t</head>
\t<body class="flex flex-col min-h-screen bg-white DailyPapersPage">
\t\t<div class="flex min-h-screen flex-col">
"""
TAIL = """</div>

\t\t<script>
\t\t\timport("/front/build/kube-0000000/index.js");
\t\t</script>
\t</body>
</html>
"""
BANNER = f"""<div class="-mt-px flex h-9 w-full justify-center text-gray-600">{SVG}
\t<div class="flex items-center justify-center gap-3"><div class="text-xs uppercase">new</div>
\t\t\t<p class="hidden sm:inline">Get trending papers in your email inbox once a day!</p>
\t\t\t<p class="inline sm:hidden">Get trending papers in your email inbox!</p>
\t\t\t<a href="/login?next=%2Fpapers" class="btn !px-2 text-sm leading-none">Subscribe</a></div>
\t{SVG}</div>
"""
SEARCH_BOX = f"""<div class="order-last"><button class="relative mx-auto flex w-full" \
title="Search papers"><div class="flex grow items-center justify-center">{SVG}
\t\t\t\t\tSearch by arxiv id or title
\t\t\t\t</div>
\t\t\t\t<span class="rounded border max-sm:hidden"><kbd class="font-sans"></kbd></span>\
</button></div>
\t\t<div class="order-3"><a href="/spaces/huggingface/HuggingDiscussions/discussions/32" \
class="btn w-full cursor-pointer">{SVG}Submit a paper</a></div>
"""
PERIODS = f"""<div class="flex gap-2"><a href="/papers/date/{{day}}" class="block">Daily</a> \
<a href="/papers/week/{{week}}" class="block">Weekly</a> \
<a href="/papers/month/{{month}}" class="block">Monthly</a>
\t\t<a href="/papers/trending" class="flex items-center gap-1">{SVG}</a></div>
"""
FOOTER = f"""
\t<footer class="b-12 mb-2 flex"><nav class="container flex flex-col justify-between"><div \
class="font-semibold md:hidden">Company</div>
\t\t<div class="order-last pt-6" href="Terms">© Hugging Face</div>
\t\t<a class="hover:underline" href="/terms-of-service">TOS</a>
\t\t<a class="hover:underline" href="/privacy">Privacy</a>
\t\t<a class="hover:underline" href="/huggingface">About</a>
\t\t<a class="hover:underline" href="https://jobs.example.org/">Jobs</a>
\t\t<a href="/" class="group order-first flex-none">{SVG}</a>
\t\t<div class="pt-6 font-semibold md:hidden md:pt-0">Website</div>

\t\t<a class="hover:underline" href="/models">Models</a>
\t\t<a class="hover:underline" href="/datasets">Datasets</a>
\t\t<a class="hover:underline" href="/spaces">Spaces</a>
\t\t<a class="hover:underline" href="/pricing">Pricing</a>
\t\t<a class="hover:underline" href="/docs">Docs</a></nav></footer>"""


def render_page(
    body: str,
    *,
    heading: str,
    day: dt.date,
    query: str | None,
    split_day: bool,
    periods: bool,
    glued_curator: bool,
    navigation: bool,
    footer: bool,
) -> str:
    """Put the frame round the cards."""
    parts = [
        HEAD.format(title=heading),
        render_navigation() if navigation else "",
        f'\n\t<main class="flex flex-1 flex-col">{BANNER}',
        '\t<section class="container relative mb-20 mt-8"><div class="mb-12 grid items-start">',
        render_heading(heading, "by" if glued_curator else "by "),
        SEARCH_BOX if query is None else f'<div class="order-last">{escape(query)}</div>\n',
        render_periods(day) if periods else "",
        "" if heading == "Trending Papers" else render_day(day, split_day),
        f'</div>\n\t<div class="relative grid grid-cols-1 gap-5">{body}',
        "" if query is not None else render_neighbours(day),
        "</div></section>\n\n\n\n\n\n</main>\n",
        FOOTER if footer else "",
        TAIL,
    ]
    return "".join(parts)


def render_navigation() -> str:
    """Render the bar at the top of every page of the site."""
    items = "".join(
        f'<li><a class="group flex items-center px-2" href="/{name.lower()}">{SVG}\n'
        f"\t\t\t\t\t{name}</a>\n\t\t\t</li>"
        for name in ("Models", "Datasets", "Spaces", "Posts", "Docs", "Enterprise")
    )
    return f"""\t<header class="border-b border-gray-100 "><div class="flex h-16 items-center">\
<a class="mr-5 flex flex-none items-center" href="/"><img alt="Hugging Face's logo" class="w-7" \
src="/front/assets/huggingface_logo-noborder.svg">
\t\t\t\t<span class="hidden whitespace-nowrap md:block">Hugging Face</span></a>
\t\t\t<div class="relative flex-1"><input autocomplete="off" class="w-full" name="" \
placeholder="Search models, datasets, users..."   spellcheck="false" type="text" value="">
\t{SVG}
\t</div></div>
\t\t<nav aria-label="Main" class="ml-auto hidden lg:block"><ul class="flex items-center">{items}
\t\t<li><a class="group flex items-center px-2" href="/pricing">Pricing
\t\t\t</a></li>
\t\t<li><hr class="h-5 w-0.5 border-none"></li>
\t\t<li><a class="block cursor-pointer px-2" href="/login">Log In
\t\t\t\t</a></li>
\t\t\t<li><a class="rounded-full border px-3" href="/join">Sign Up
\t\t\t\t\t</a></li></ul></nav></header>
"""


def render_heading(heading: str, by: str) -> str:
    """Render the name of the page and of its curator."""
    return f"""<div class="order-1"><h1 class="text-2xl font-bold"><a href="/papers" \
class="hover:text-gray-600">{heading}</a></h1>

\t\t\t<h2 class="flex flex-wrap items-center gap-x-2 text-gray-500">{by}<a href="/akhaliq" \
class="flex items-center gap-2"><img alt="" class="h-4" src="/front/assets/papers-by.png">\
<span class="underline">AK</span></a> <span>and the research community</span></h2></div>
\t\t"""


def render_periods(day: dt.date) -> str:
    """Render the choice between the daily, the weekly and the monthly list."""
    year, week, _ = day.isocalendar()
    return PERIODS.format(day=day.isoformat(), week=f"{year}-W{week:02}", month=f"{day:%Y-%m}")


def render_day(day: dt.date, split: bool) -> str:
    """Render the day of the page between the links to its neighbours."""
    before, after = day - dt.timedelta(days=1), day + dt.timedelta(days=1)
    month, number = printed_day(day).split()
    shown = f"{month} {number}"
    if split:
        shown = (
            f'<span class="rounded-t-lg text-xs uppercase leading-none">{month}</span>\n'
            f'\t\t<span class="rounded-b-lg text-xl">{number}</span>'
        )
    return f"""<div class="order-2 flex justify-end"><div class="flex items-stretch ">\
<a href="/papers/date/{before}" class="group flex w-8">{SVG}</a>
\t<time class="relative flex flex-col items-stretch" datetime="{day}T00:00:00.000Z">{shown}</time>
\t<a href="/papers/date/{after}" class="group flex w-8">{SVG}</a></div></div>"""


def render_neighbours(day: dt.date) -> str:
    """Render the links below the cards of a list page."""
    before, after = day - dt.timedelta(days=1), day + dt.timedelta(days=1)
    return f"""
\t\t\t<div class="col-span-1 mt-8 flex"><a class="btn gap-2" href="/papers/date/{before}">{SVG}\
Previous</a>
\t\t\t\t<a class="btn ml-auto gap-2" href="/papers/date/{after}">Next{SVG}</a></div>"""
