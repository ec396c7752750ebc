"""Parts of the page of a single paper: what stands between its signs, as values.

Each function takes the parts that follow one sign, and returns what they say.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

import regex

from hfpapers._clean import hangs
from hfpapers._furniture import furniture, marked_furniture
from hfpapers._organisations import Organisation, read_organisations
from hfpapers._prose import ends_sentence, is_part
from hfpapers._signs import linked
from hfpapers._single_cut import Part
from hfpapers._slugs import is_account_of, split_glued, split_word

#: What tools print where an image or a button is, with the signs beside it; and behind a name.
_NO_TEXT = regex.compile(
    r"(?:\[[^\[\]]*+\]|\([A-Z]{3,6}\)|[\s·•|,*→>=<-]++|https?://\S++|\[(?![^\[\]]*+\]))++(?=.)"
)
_TARGET = regex.compile(r"[\s→<(\[=>-]{0,6}+https?://\S++$")
#: The target of a name's link behind it, whole or, in brackets, within the site.
_URL = regex.compile(
    r"[→<(\[=>-]{0,3}\s?https?://[^\s,<>()\[\]]++[>)\]]?|\s?[<(\[]/[^\s,<>()\[\]]++[>)\]]"
)
_BUTTON = regex.compile(r"[^\w\[]*+\[\s*+(?P<name>[^\[\]]++)\]\W*+")
#: What may stand behind a name.
_BEHIND = " \n·•|,*-"
#: No name is longer.
_LONGEST_NAME = 120
_SENTENCES = regex.compile(r"\p{Ll}{3}[.?!]\s")
#: How a list of names ends that is not printed whole, and what belongs to the name before it.
_MORE = regex.compile(r"\+\s?(?P<count>[0-9]{1,5})|\+?\s?(?P<count>[0-9]{1,5})\sauthors?")
_SUFFIX = regex.compile(r"(?:Jr|Sr|II|III|IV|Ph\.?D|M\.?D)\.?")
#: The words of the page that are no part of its paper.
_FRAME = regex.compile(
    r"[^\w+]*+(?:(?:\+\s?[0-9]++|o|[0-9]++|edit|editpreview|preview"
    r"|comment|reply|see translation"
    r"|copy to clipboard|sign up|or|log in|to comment|clicking here"
    r"|upload images, audio, and videos by.*+|dragging in the text.*+|pasting, or.*+"
    r"|tap or paste here to upload images"
    r"|start discussing about this paper|paper (?:author|submitter)|link: \p{L}++"
    r"|no (?:model|dataset|space|collection) (?:linking|including) this paper"
    r"|cite arxiv\.org/abs/\S++ in an? \w++ readme\.md to link it from(?: this)?(?: page)?"
    r"|(?:this )?page|about [0-9]++ \p{L}++ ago|button|hugging face's logo|hugging|face)"
    r"(?:[^\w+]++|$))++"
)


class Names(NamedTuple):
    """The authors that a page prints, and how many there are; None where that is not clear."""

    names: tuple[str, ...] = ()
    total: int | None = None


def is_frame(text: str) -> bool:
    """Whether a text is the site's own, or holds nothing to read."""
    text = plain_name(text)
    if not any(map(str.isalpha, text)) or _FRAME.fullmatch(text.lower()):
        return True
    return marked_furniture(text) is not None


def plain_name(text: str) -> str:
    """Take off a name what was printed for an image or a button, and the signs beside it."""
    if match := _BUTTON.fullmatch(text):
        return str(match["name"]).strip()
    match = _NO_TEXT.match(text)
    return _TARGET.sub("", text[match.end() :] if match else text).rstrip(_BEHIND)


def read_title(parts: Sequence[Part], whole: bool) -> Sequence[Part]:
    """Return the parts of a title: the last heading, or else the last block of text.

    Right below the paper's id, all of a block is the title; else only lines that hang belong to the
    last one.
    """
    parts = _without_frame(parts, whole)
    start = len(parts) - 1
    while start > 0 and _goes_on(parts[start - 1], parts[start], whole):
        start -= 1
    headings = [place for place, part in enumerate(parts) if part.piece.heading]
    if headings and headings[-1] < start:
        end = headings[-1] + 1
        while end < len(parts) and hangs(parts[end].piece, parts[end - 1].piece):
            end += 1
        return parts[headings[-1] : end]
    return parts[max(start, 0) :]


def is_alone(title: Sequence[Part], parts: Sequence[Part]) -> bool:
    """Whether a title is all that some parts hold, and no sentence."""
    return len(title) == len(_without_frame(parts, whole=False)) and not is_part(title[-1].text)


def _without_frame(parts: Sequence[Part], whole: bool) -> Sequence[Part]:
    """Leave out the site's own words, but for the end of a title: `Models` may be its last word."""
    kept: list[Part] = []
    for part in parts:
        below = bool(kept) and not part.piece.gap and any(map(str.isalnum, part.text))
        if not is_frame(part.text) or (below and (whole or hangs(part.piece, kept[-1].piece))):
            kept.append(part)
    return kept


def _goes_on(above: Part, below: Part, whole: bool) -> bool:
    """Whether a title that stands on several lines goes on from one to the next."""
    if above.piece.row == below.piece.row or hangs(below.piece, above.piece):
        return True
    if below.piece.gap:
        return False
    # A line below a text makes a heading of the last line alone.
    underlined = below.piece.heading[:1] in ("=", "-") and not above.piece.heading
    return (whole and above.piece.heading == below.piece.heading) or underlined


def above_frame(parts: Sequence[Part]) -> Sequence[Part]:
    """Return the parts of a text below which no sign stands, down to a heading or the footer."""
    for place, part in enumerate(parts):
        if place and (part.piece.heading or furniture(part.text) in ("header", "footer")):
            return parts[:place]
    return parts


def name_and_rest(part: Part) -> tuple[Part, Sequence[Part]]:
    """Cut a name at the dot that stands behind it, and return what follows the dot, too."""
    name, _, rest = part.text.partition("·")
    return part._replace(text=name), [part._replace(text=rest)] if rest else []


def read_names(parts: Sequence[Part]) -> Names:
    """Read the names of authors, between commas: on lines of any width, or one on each.

    Some extractors print the names of those who have an account, and of all others only the commas.
    """
    shown = [_URL.sub("", part.text) for part in parts]
    texts: Sequence[str] = [text for one in shown if (text := plain_name(one) + _comma(one))]
    more = _MORE.fullmatch(texts[-1]) if texts else None
    texts = _with_commas(texts[:-1] if more else texts)
    listed = " ".join(texts).rstrip("," if more else "").split(",")
    found: list[str] = []
    for name in map(plain_name, listed):
        if found and _SUFFIX.fullmatch(name):
            found[-1] += f", {name}"
        else:
            found.append(name)
    prose = any(len(name) > _LONGEST_NAME or _SENTENCES.search(name) for name in found)
    if prose or not any(found):
        return Names()
    return Names(tuple(filter(None, found)), len(found) + (int(more["count"]) if more else 0))


def _comma(text: str) -> str:
    return "," if text.rstrip(_BEHIND.replace(",", "")).endswith(",") else ""


def _with_commas(texts: Sequence[str]) -> Sequence[str]:
    """Put a comma behind each name of those that stand on lines of their own, where it was lost."""
    if any("," in text.rstrip(",") for text in texts):
        return texts
    return [
        above if above.endswith(",") or below == "," else f"{above},"
        for above, below in pairwise([*texts, ","])
    ]


def below_names(parts: Sequence[Part]) -> int:
    """Return how many parts hold names where the heading of the abstract is lost below them.

    A name goes on in the next part if a comma ends it there, or begins the next.
    """
    for place, (above, below) in enumerate(pairwise(parts), 1):
        if not (above.text.endswith(",") or below.text.startswith(",")):
            return place
    return len(parts)


def read_organisation(
    parts: Sequence[Part], has_image_text: bool
) -> tuple[Organisation, Sequence[Part]]:
    """Read the organisation; return what it was read from, too, which is nothing if unclear.

    On a page that prints the text of its images, the account stands before the name.
    """
    parts = [part._replace(text=text) for part in parts if (text := part.text.strip(" ·•|\n"))]
    parts = [part for part in parts if not is_frame(part.text)]
    found = [part for part in parts if linked(part.sign(), "organisation")] or parts
    if len(found) == 2 and _is_account(found[0].text, found[1]):
        found = [found[1]._replace(piece=found[1].piece._replace(alt=found[0].text))]
    if len(found) != 1:
        return Organisation(), ()
    organisation = read_organisations([[found[0].sign()]])[0]
    ways = (split_word, split_glued) if has_image_text and organisation.name else ()
    splits = (way(organisation.name or "") for way in ways)
    split = next((one for one in splits if one.likeness), None)
    return Organisation(split.name, split.slug) if split else organisation, found


def _is_account(text: str, name: Part) -> bool:
    """Whether a text is the account of an organisation, as its link or its name tells."""
    return text == linked(name.sign(), "organisation") or is_account_of(text, name.text)


def is_two_texts(parts: Sequence[Part]) -> bool:
    """Whether an abstract may be two texts: the Hub's summary, without its label, and its own."""
    if len(parts) < 2 or parts[0].piece.row == parts[1].piece.row:
        return False
    return ends_sentence(parts[0].text) and parts[1].text[:1].isupper()
