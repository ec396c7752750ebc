"""Habits of extraction that no installed tool shows: exporters' dialects, accidents of encoding."""

from __future__ import annotations

import html
import re
import unicodedata
from typing import TYPE_CHECKING

import attrs

from tests.matrix.extractors import Extractor, no_package, one_by_one
from tests.matrix.nodes import BREAK, Dialect, write
from tests.matrix.nodes import LINE_END as KEPT_END
from tests.matrix.papers import collapsed

if TYPE_CHECKING:
    from collections.abc import Callable


BACKSLASH, LINE_END = "\\", "\n"
GLUE = "\x01"  # stands where a space in the page does not reach the text


def reference_link(text: str, _url: str, number: int) -> str:
    """`[Title][32]`."""
    return f"[{text}][{number}]"


def numbered_link(text: str, _url: str, number: int) -> str:
    """`[23]Title`."""
    return f"[{number}]{text.lstrip(' ' + BREAK)}"


def numbered_behind(text: str, _url: str, number: int) -> str:
    """`Title[23]`."""
    return with_mark(text, f"[{number}]")


def cited_link(text: str, _url: str, number: int) -> str:
    """`Title ⟨23⟩`."""
    return with_mark(text, f" ⟨{number}⟩")


def with_mark(text: str, mark: str) -> str:
    """Put a mark right behind the text of a link, before the blocks that it ends with."""
    shown = text.rstrip(" " + BREAK)
    return shown + mark + text[len(shown) :]


def on_one_line(text: str) -> str:
    """Put the blocks of a text side by side."""
    return collapsed(text.replace(BREAK, " "))


def inline_link(text: str, url: str, _number: int) -> str:
    """`[Title](url)`, blocks within a link on one line."""
    return f"[{on_one_line(text)}]({url})"


def beside(template: str) -> Callable[[str, str, int], str]:
    """Write the url of a link beside its text, the blocks of which stand on one line."""
    return lambda text, url, _number: template.format(text=on_one_line(text), url=url)


def url_on_line(text: str, url: str, _number: int) -> str:
    """The text, then the url on a line of its own; a list in a link keeps its brackets."""
    shown = on_one_line(text)
    if shown.endswith(" authors"):
        return f"{BREAK}[{BREAK}{shown}]({url}){BREAK}"
    return f"{BREAK}{shown}{BREAK}{url}{BREAK}"


def underlined_link(text: str, _url: str, _number: int) -> str:
    """`Title_of_a_Paper`: a text terminal underlines the spaces, too."""
    return re.sub(r"(?<=[^\s\x00]) (?=[^\s\x00])", "_", text)


def labelled_link(text: str, url: str, _number: int) -> str:
    """`[LINK: GitHub 11.3k](url)` for what leaves the site; the vote buttons are dropped."""
    if "huggingface.co" not in url:
        return f"{BREAK}[LINK: {on_one_line(text)}]({url}){BREAK}"
    return "" if "/login" in url else text


def markdown_link(text: str, url: str, _number: int) -> str:
    r"""Links over several lines, with `\\` where the exporter saw a line end."""
    return f"[{with_breaks(text, BACKSLASH * 2 + BREAK)}]({url})"


def crawled_link(text: str, url: str, _number: int) -> str:
    r"""`\` and two spaces for arXiv's own line end in a title, `\\` and a line end elsewhere."""
    text = re.sub(f"{KEPT_END} +", lambda _: f"{BACKSLASH}  ", text)
    return markdown_link(text.replace(KEPT_END, BACKSLASH * 2 + LINE_END), url, 0)


def clipped_link(text: str, url: str, _number: int) -> str:
    """Blank lines between the brackets of a link round a text of several blocks, or an image's."""
    shown = text.strip(" " + BREAK)
    if BREAK in text or shown.startswith("!"):
        return f"[{BREAK}{shown}{BREAK}]({url})"
    return inline_link(text, url, 0)


def broken_link(text: str, url: str, _number: int) -> str:
    """Links over several lines, with Markdown's hard line break at every line end."""
    return f"[{with_breaks(text, f'{BACKSLASH}{LINE_END}' * 2)}]({url})"


def with_breaks(text: str, sign: str) -> str:
    """Put a sign where the blocks of a link's text part."""
    return re.sub(f"(?:{BREAK} *)+", lambda _: sign, text.strip(" " + BREAK))


def flat_link(text: str, url: str, number: int) -> str:
    """A list in a link on one line, its marks side by side."""
    if not text.lstrip(" " + BREAK).startswith("*"):
        return inline_link(text, url, number)
    shown = re.sub(f" *{BREAK} *", "", text)
    return f"[{re.sub(r'[*](?=[^*!])', '* ', shown)}]({url})"


BULLET = "  • "
HEADING = "{marks} "
MARKDOWN = Dialect(
    heading=HEADING,
    image="![{alt}](/avatars/x.svg)",
    image_without_text="![](/avatars/x.svg)",
    bullet="- ",
    empty_bullets=True,
)
MARKDOWN_LINKS = attrs.evolve(MARKDOWN, link=inline_link)
#: So many characters at once come from a tool of an agent.
FETCHED = 5000
DIALECTS = {
    "blocks": Dialect(bullet=BULLET, image="{alt} "),
    "blocks-tight": Dialect(bullet="- ", gap="\n"),
    "reference-links": Dialect(
        link=reference_link, check_box="[ ] ", bullet="* ", empty_bullets=True
    ),
    "reference-links-table": Dialect(
        link=reference_link, heading=HEADING, link_table="[{number}]: {url}"
    ),
    "numbered-links": Dialect(
        link=numbered_link, check_box="[ ] ", bullet="  * ", empty_bullets=True, gap="\n"
    ),
    "numbers-behind-links": Dialect(
        link=numbered_behind, bullet="* ", gap="\n", link_table="{number}. {url}"
    ),
    "citations": Dialect(
        link=cited_link, heading=HEADING, empty_bullets=True, link_table="⟨{number}⟩ {url}: a link"
    ),
    "underlines": Dialect(link=underlined_link, check_box="⁰" + BREAK, bullet="    * ", gap="\n"),
    "urls-behind": Dialect(link=beside("{text} {url}")),
    "urls-behind-arrows": Dialect(link=beside("{text} → {url}"), bullet="* ", gap="\n"),
    "urls-behind-in-angles": Dialect(link=beside("{text} <{url}>"), gap="\n"),
    "urls-behind-in-brackets": Dialect(link=beside("{text} ({url})"), bullet="- "),
    "urls-below-in-brackets": Dialect(
        link=beside(f"{{text}}{LINE_END}[{{url}}] "),
        image_without_text="[/avatars/x.svg] ",
        gap="\n",
    ),
    "urls-before": Dialect(link=beside(f"{BREAK}=> {{url}} {{text}}{BREAK}"), gap="\n"),
    "urls-before-in-angles": Dialect(link=beside("<{url}> {text}"), bullet="* "),
    "urls-in-pairs-of-brackets": Dialect(link=beside("[[{url}][{text}]]"), gap="\n"),
    "urls-on-lines": Dialect(link=url_on_line, check_box="[-] "),
    "labelled-links": Dialect(link=labelled_link, heading=HEADING, bullet="- ", gap="\n"),
    "markdown-backslashes": attrs.evolve(MARKDOWN, link=markdown_link),
    "markdown-hard-breaks": attrs.evolve(MARKDOWN, link=broken_link),
    "markdown-flat-lists": attrs.evolve(
        MARKDOWN, link=flat_link, image_without_text=" ![](/avatars/x.svg)", bullet="*"
    ),
    "markdown-numbered-images": Dialect(
        link=inline_link,
        heading=HEADING,
        image="![Image {number}: {alt}](https://huggingface.co/avatars/x.png) ",
        image_without_text="![Image {number}](https://huggingface.co/avatars/x.svg)",
        bullet="*   ",
        empty_bullets=True,
    ),
    "markdown-crawled": attrs.evolve(MARKDOWN, link=crawled_link, line_ends=True),
    "markdown-clipped": attrs.evolve(MARKDOWN, link=clipped_link),
    "check-boxes": Dialect(check_box="[-] ", bullet="- ", gap="\n"),
    "check-marks": Dialect(check_box="☐ ", bullet="◦ "),
    "image-glued": Dialect(image="{alt}" + GLUE),
    "image-brackets": Dialect(image="[{alt}] ", bullet=BULLET),
    "image-placeholders": Dialect(image="[image] {alt} ", image_without_text="[image] ", gap="\n"),
    "image-words": Dialect(
        image="[Bild: {alt}] ", image_without_text="[Bild ohne Text] ", bullet="* "
    ),
    "empty-bullets": Dialect(bullet="• ", empty_bullets=True, gap="\n"),
    "numbered-sections": Dialect(heading="## {number}. ", bullet="* "),
    "anchors": Dialect(heading='<a id="p-{number}"></a>' + BREAK + "### "),
    "bullets-of-text-browsers": Dialect(bullet="o ", check_box="□ "),
    "bullets-of-word-processors": Dialect(bullet="\uf0b7\t", gap="\n"),
    "signs-before-titles": Dialect(heading="■ ", bullet="→ "),
    "numbers-before-titles": Dialect(heading="#{number} ", bullet="1. "),
    "image-lines": Dialect(image=f"{{alt}}{BREAK}", gap="\n"),
    "image-round-brackets": Dialect(image="({alt}) ", bullet="- "),
    "separator-semicolons": Dialect(gap=" ;; "),
    "separator-tabs": Dialect(gap="\t"),
    "separator-bars": Dialect(gap=" | ", image="{alt} "),
}


def dialect_writer(name: str) -> Callable[[str], str]:
    """Write a page in a dialect; image text glued to a name swallows the space between."""
    return lambda page: re.sub(f"{GLUE} ?", "", write(page, DIALECTS[name]))


def clipping(page: str) -> str:
    """What a clipper saves: empty values and tags in front, and videos where pictures are."""
    page = re.sub(
        r'<img src="(https://cdn-thumbnails[^"]*)png"[^>]*>',
        r'&lt;video src="\1mp4" loop&gt;&lt;/video&gt;',
        page,
    )
    head = '---\ntitle: "Daily Papers - Hugging Face"\nsource: "https://huggingface.co/papers"\n'
    head += 'author:\npublished:\ncreated: 2026-01-02\ndescription:\ntags:\n  - "clippings"\n---\n'
    return head + write(page, DIALECTS["markdown-clipped"])


def fetched(page: str) -> str:
    """The first part of what a tool of an agent fetches, to the last line end; then an error."""
    text = write(page, MARKDOWN_LINKS)
    if len(text) > FETCHED:
        whole = text[:FETCHED].rpartition(LINE_END)[0]
        text = f"{whole}\n\n<error>Content truncated. Ask for more from {FETCHED} on.</error>"
    return f"Contents of https://huggingface.co/papers:\n{text}"


def front_matter(text: str) -> str:
    """What note tools put before a page, and a fence round it."""
    head = "---\ntitle: Daily Papers\nurl: https://huggingface.co/papers\nsaved: 2026-01-02\n---\n"
    return f"{head}\n# Saved page\n\n```text\n{text}\n```\n"


def entities(text: str) -> str:
    """Entities left in."""
    text = html.escape(text, quote=False)
    return text.replace("·", "&middot;").replace("•", "&bull;").replace("’", "&rsquo;")


def mojibake(text: str) -> str:
    """UTF-8 read as a Windows code page, where it hurts most."""
    return text.replace("•", "\u00e2\u20ac\u00a2").replace("·", "\u00c2\u00b7")


def zero_width(text: str) -> str:
    """Characters that nobody sees, at line starts and after dots and digits."""
    return re.sub(r"(?m)^(?=\S)|(?<=[·\d]) ", lambda found: f"{found[0]}\u200b", text)


def cut_off(text: str) -> str:
    """The page ends anywhere."""
    return text[: len(text) * 4 // 5]


ACCIDENTS: dict[str, Callable[[str], str]] = {
    "front-matter": front_matter,
    "entities": entities,
    "mojibake": mojibake,
    "replacement-characters": lambda text: re.sub("[•·]", "\ufffd", text),
    "decomposed": lambda text: unicodedata.normalize("NFD", text),
    "no-break-spaces": lambda text: text.replace(" ", "\u00a0"),
    "crlf": lambda text: text.replace("\n", "\r\n"),
    "lone-cr": lambda text: text.replace("\n", "\r"),
    "line-separators": lambda text: text.replace("\n", "\u2028"),
    "zero-width": zero_width,
    "byte-order-mark": lambda text: "\ufeff" + text,
    "trailing-spaces": lambda text: text.replace("\n", "  \n"),
    "indented": lambda text: re.sub("(?m)^", "\t    ", text),
    "quoted": lambda text: re.sub("(?m)^", "> ", text),
    "line-numbers": lambda text: "\n".join(
        f"{number:6}\t{row}" for number, row in enumerate(text.split("\n"), 1)
    ),
    "more-blank-lines": lambda text: text.replace("\n\n", "\n\n\n\n"),
    "cut-off": cut_off,
}


def accident_writer(name: str, dialect: str) -> Callable[[str], str]:
    """Let an accident happen to a page that was written in a dialect."""
    return lambda page: ACCIDENTS[name](dialect_writer(dialect)(page))


def all_habits() -> dict[str, Extractor]:
    """Every habit by its name; accidents happen to the clean form and to the tight one."""
    found = {name: dialect_writer(name) for name in DIALECTS}
    found["clipping"] = clipping
    found["fetched"] = fetched
    for name in ACCIDENTS:
        found[name] = accident_writer(name, "blocks")
        found[f"{name}-tight"] = accident_writer(name, "blocks-tight")
    return {name: Extractor(name, "html", one_by_one(found[name]), no_package) for name in found}
