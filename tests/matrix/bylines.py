"""Looks up what stands round the body of a card: byline, labels, links, submitter."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from tests.matrix import counts
from tests.matrix.cards import printed_date
from tests.matrix.papers import abbreviated
from tests.matrix.textview import TextView, has_letters, skeleton_of

if TYPE_CHECKING:
    from tests.matrix.papers import InventedPaper
    from tests.matrix.replicas import Replica
    from tests.matrix.sightings import Sighting, Span

PLACEHOLDERS = r"(?:\[[^\]\n]*\]|\W)*"  # image text in brackets
IMAGE = re.compile(r"!\[[^\]]*\]\([^()]*\)")
FOOTER = "Previous"
DOTS = ("·", "\ufffd")


def byline_fields(
    view: TextView, sighting: Sighting, paper: InventedPaper, replica: Replica
) -> tuple[set[str], int]:
    """List what the byline gives, and find where it ends."""
    tail = view.bare[sighting.tail[0] : sighting.tail[1]]
    found: dict[str, int] = {}
    # A sentence goes on: "its 12 authors and the date".
    if authors := re.search(rf"(?<!\d){paper.author_count}\s+authors\b(?! +[a-z])", tail):
        found["author_count"] = authors.end()
    if paper.date is not None:
        today = replica.today if replica.kind == "search" else None
        printed = re.escape(printed_date(paper.date, today)).replace(r"\ ", r"\s+")
        if date := re.search(rf"\b{printed}(?!\d|,\s+\d{{4}})", tail):
            found["date"] = date.end()
    if place := organisation_place(view, sighting, paper):
        found["org"] = place[1] - sighting.tail[0]
        if is_slug_shown(view, sighting, paper, place[0]):
            found["org_slug"] = found["org"]
    return set(found), sighting.tail[0] + max(found.values(), default=0)


def organisation_place(view: TextView, sighting: Sighting, paper: InventedPaper) -> Span | None:
    """Find the name of the organisation, alone on a line or behind its image text."""
    if paper.org is None or paper.org_slug is None:
        return None
    slug, name = skeleton_of(paper.org_slug), skeleton_of(paper.org)
    # An account that runs into a name may be a part of it, but for `appleApple`.
    alike = paper.org_slug.islower() and slug.casefold() == name.casefold() != name
    for start, end in view.spans(paper.org, sighting.tail[0]):
        if end > sighting.tail[1]:
            break
        after = view.bare[end : view.line_end(end)]
        before = view.bare[view.line_start(start) : start]
        letters = "".join(c for c in before if c.isalnum())
        glued = bool(letters) and before[-1:].isalnum()
        ends = not has_letters(after) or after.lstrip(" ])")[:1] in DOTS
        ends = ends or view.text[end : end + 2] in ("](", "][")
        if is_cut_footer(view, end):
            break
        if ends and (not letters or letters.endswith(slug)) and (alike or not glued):
            return start, end
    return None


def is_alike(paper: InventedPaper) -> bool:
    """Tell whether the name of an organisation begins as its account does, or the reverse."""
    slug, name = (skeleton_of(text or "").casefold() for text in (paper.org_slug, paper.org))
    return slug.startswith(name) or name.startswith(slug)


def account_before_name(view: TextView, sighting: Sighting, paper: InventedPaper) -> bool:
    """Tell whether nothing but letters says that image text stands before an organisation's name.

    `9lives 9Lives AI` may be one name, if neither a mark nor a link tells the account.
    """
    place = organisation_place(view, sighting, paper)
    if place is None or is_linked(view, sighting, paper):
        return False
    before = view.bare[view.line_start(place[0]) : place[0]]
    return re.search(rf"{re.escape(paper.org_slug or '')}\s*$", before) is not None


def is_one_word(view: TextView, paper: InventedPaper) -> bool:
    """Tell whether account and name are one word that shows nothing.

    It begins with a capital, as `PaddlePaddle` does, which is a name, or the two are not alike.
    """
    slug = paper.org_slug or ""
    glued = slug != "" and f"{slug}{paper.org}" in view.text
    return glued and (slug[0].isupper() or not is_alike(paper))


def shows_accounts(view: TextView, replica: Replica, sightings: list[Sighting]) -> bool:
    """Tell whether several organisations of a page have their accounts before their names."""
    names = set()
    for sighting in sightings:
        paper = replica.papers[sighting.paper]
        if account_before_name(view, sighting, paper) and is_alike(paper):
            names.add(paper.org)
    return len(names) > 1


def is_cut_footer(view: TextView, end: int) -> bool:
    """Tell whether the text ends in the midst of the footer's first word, which may be a name."""
    begun = view.skeleton_from(end)
    return begun != "" and FOOTER.startswith(begun) and begun != FOOTER


def is_slug_shown(view: TextView, sighting: Sighting, paper: InventedPaper, place: int) -> bool:
    """Tell whether the slug stands before the name or in a link."""
    before = view.bare[view.line_start(place) : place]
    return (paper.org_slug or "") in before or is_linked(view, sighting, paper)


def is_linked(view: TextView, sighting: Sighting, paper: InventedPaper) -> bool:
    """Tell whether a link or marked image text gives the slug."""
    slug = re.escape(paper.org_slug or "")
    card = view.text[sighting.tail[0] : sighting.tail[1]]
    link = rf"(?:!\[(?:\w+ \d+: )?{slug}\]|(?:\]\(|href=\"|huggingface\.co)/{slug}(?![\w.-]))"
    table = rf"(?m)^\s*(?:\d+\.|\[\d+\]:)\s+\S*/{slug}$"
    return bool(re.search(link, card) or re.search(table, view.text))


def linked_fields(view: TextView, sighting: Sighting, paper: InventedPaper) -> set[str]:
    """List what the urls and the links of the numbers give."""
    found: set[str] = set()
    page = rf"(?<!thumbnails/)papers(?:/|%2F){re.escape(paper.arxiv_id)}"
    if re.search(rf"{page}|arxiv.org/(?:abs|pdf)/{re.escape(paper.arxiv_id)}", view.text):
        found.add("arxiv_id")
    # What the abstract says of the repository, in each of two copies, is no link.
    repository = rf"{re.escape(paper.github_url)}(?![\w/-])" if paper.github_url else "$^"
    named = 2 * len(re.findall(repository, paper.abstract or ""))
    if len(re.findall(repository, view.text)) > named:
        found.add("github_url")
    if any("/login" in url for url in urls_of(view, sighting.head, counts.printed_votes(paper))):
        found.add("votes")
    if any("#community" in url for url in urls_of(view, sighting.tail, str(paper.comments))):
        found.add("comments")
    if paper.github_stars is not None:
        urls = urls_of(view, sighting.tail, abbreviated(paper.github_stars))
        if any(re.search(rf"{page}$", url) for url in urls):
            found.add("github_stars")
    return found


def urls_of(view: TextView, span: Span, printed: str) -> set[str]:
    """Find where the links of a printed number lead, in any of the ways to write a link."""
    text = IMAGE.sub("", view.text[slice(*span)])
    count = re.escape(printed)
    shown = rf"\[[^\[\]\w-]*{count}[^\[\]\w-]*\]"
    beside = rf"{shown}\((\S+?)\)|(?<![\w.-]){count}\s*\(((?:https?:/)?/\S+?)\)"
    below = rf"(?<![\w.-]){count}[ \t]*\n\s*(https?://\S+)"
    alone = rf"{count}(?![\w.]|\s+authors)"
    numbered = rf"{shown}\[(\d+)\]|\[(\d+)\](?:\[[ x-]?\]|[^\w\[\]-])*{alone}"
    urls = {url for found in re.findall(f"{beside}|{below}", text) for url in found if url}
    entries = {entry for found in re.findall(numbered, text) for entry in found if entry}
    for entry in entries:
        urls.update(re.findall(rf"(?m)^[ \t]*(?:{entry}\.|\[{entry}\]:)[ \t]+(\S+)$", view.text))
    return urls


def labelled_counts(view: TextView, sighting: Sighting, paper: InventedPaper) -> set[str]:
    """List the counts that stand behind a label on trending pages."""
    tail = view.bare[sighting.tail[0] : sighting.tail[1]]
    found: set[str] = set()
    votes = counts.printed_votes(paper)
    if re.search(rf"Upvote[^\w-]*{re.escape(votes)}(?![\w.])", tail):
        found.add("votes")
    if paper.github_stars is not None:
        stars = re.escape(abbreviated(paper.github_stars))
        if re.search(rf"GitHub[^\w]*{stars}(?![\w.])", tail):
            found.add("github_stars")
    return found


def is_submitter_known(
    view: TextView, sighting: Sighting, paper: InventedPaper, replica: Replica
) -> bool:
    """Tell whether the submitter's name stands before the card, and where it ends."""
    name = re.escape(paper.submitted_by or "").replace(r"\ ", r"\s+")
    head = view.bare[sighting.head[0] : sighting.head[1]]
    found = list(re.finditer(rf"Submitted\s+by{PLACEHOLDERS}{name}(?!\w)", head))
    if not name or not found:
        return False
    end = sighting.head[0] + found[-1].end()
    if view.ends_line(end):
        return True
    votes = re.match(r"\s+(?:\d+|-)\s", view.bare[end:])
    return replica.kind != "trending" and votes is not None and not re.search(r"\d$", name)
