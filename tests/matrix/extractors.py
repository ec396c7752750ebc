"""The real tools that turn a page into text, under the names that the reports print."""

from __future__ import annotations

import importlib.util
import io
import re
import shutil
from html.parser import HTMLParser
from importlib import import_module
from typing import TYPE_CHECKING

import attrs

from tests.matrix import browser, commands, node

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

SITE = "https://huggingface.co"


@attrs.frozen
class Extractor:
    """One way to get text from pages; it takes many at once because a browser starts slowly."""

    name: str
    needs: str
    extract_all: Callable[[Sequence[str]], list[str]]
    #: What tells why `needs` cannot be used here, or None if it can.
    reason: Callable[[str], str | None]

    def missing(self) -> str | None:
        """Say why this extractor cannot run here, or None if it can."""
        return self.reason(self.needs)


def no_package(name: str) -> str | None:
    """Say why a package of Python cannot be used, or None if it can."""
    return None if importlib.util.find_spec(name) else f"{name} is not installed"


def no_program(name: str) -> str | None:
    """Say why a program cannot be used, or None if it can."""
    return None if shutil.which(name) else f"{name} is not installed"


def one_by_one(extract: Callable[[str], str | None]) -> Callable[[Sequence[str]], list[str]]:
    """Lift an extractor of one page to many; a tool that finds nothing returns None."""
    return lambda pages: [extract(page) or "" for page in pages]


def soup_text(separator: str = "", *, strip: bool = False) -> Callable[[str], str]:
    """BeautifulSoup on the whole page."""
    return lambda html: (
        import_module("bs4").BeautifulSoup(html, "html.parser").get_text(separator, strip=strip)
    )


def soup_cards(separator: str) -> Callable[[str], str]:
    """BeautifulSoup on each card, a blank line between cards: the habit of short scrapers."""
    return lambda html: "\n\n".join(
        card.get_text(separator, strip=True)
        for card in import_module("bs4").BeautifulSoup(html, "html.parser").select("article")
    )


def lxml_content(html: str) -> str:
    """lxml's text_content, scripts and all."""
    return str(import_module("lxml.html").fromstring(html).text_content())


def lxml_lines(html: str) -> str:
    """Each text node of the body on a line."""
    tree = import_module("lxml.html").fromstring(html)
    nodes = tree.xpath("//body//text()[not(parent::script)]")
    return "\n".join(text for node in nodes if (text := node.strip()))


def selectolax_text(separator: str, strip: bool) -> Callable[[str], str]:
    """selectolax with its lexbor parser."""

    def extract(html: str) -> str:
        tree = import_module("selectolax.lexbor").LexborHTMLParser(html)
        tree.strip_tags(["script", "style"])
        return str(tree.body.text(separator=separator, strip=strip))

    return extract


def parsel_text(separator: str) -> Callable[[str], str]:
    """parsel (Scrapy) on the text nodes of the cards."""

    def extract(html: str) -> str:
        nodes = import_module("parsel").Selector(text=html).css("article ::text").getall()
        return separator.join(text for node in nodes if (text := node.strip()))

    return extract


def html2text_text(**options: object) -> Callable[[str], str]:
    """html2text with some of its attributes set."""

    def extract(html: str) -> str:
        converter = import_module("html2text").HTML2Text()
        for name, value in options.items():
            setattr(converter, name, value)
        return str(converter.handle(html))

    return extract


def function_of(module: str, name: str, **options: object) -> Callable[[str], str | None]:
    """A tool that is one function."""

    def extract(html: str) -> str | None:
        text = getattr(import_module(module), name)(html, **options)
        return None if text is None else str(text)

    return extract


def inscriptis_links(html: str) -> str:
    """inscriptis with links and image text shown."""
    inscriptis, model = import_module("inscriptis"), import_module("inscriptis.model.config")
    config = model.ParserConfig(display_links=True, display_images=True)
    return str(inscriptis.get_text(html, config))


def justext_text(html: str) -> str:
    """All paragraphs of jusText, boilerplate too."""
    justext = import_module("justext")
    paragraphs = justext.justext(html.encode(), justext.get_stoplist("English"))
    return "\n\n".join(paragraph.text for paragraph in paragraphs)


def html_to_markdown_text(html: str) -> str:
    """html-to-markdown, which returns more than the text."""
    return str(import_module("html_to_markdown").convert(html).content)


def markitdown_text(html: str) -> str:
    """markitdown on the page as bytes of HTML."""
    markitdown = import_module("markitdown")
    info = markitdown.StreamInfo(extension=".html", charset="utf-8")
    stream = io.BytesIO(html.encode())
    return str(markitdown.MarkItDown().convert_stream(stream, stream_info=info).markdown)


class TextCollector(HTMLParser):
    """The standard library's parser, as a short script would use it."""

    def __init__(self) -> None:
        super().__init__()
        self.texts: list[str] = []

    def handle_data(self, data: str) -> None:
        """Keep every text node, scripts too."""
        self.texts.append(data)


def stdlib_text(html: str) -> str:
    """All text nodes, glued."""
    collector = TextCollector()
    collector.feed(html)
    return "".join(collector.texts)


def tags_removed(html: str) -> str:
    """Tags cut with a pattern; the entities stay."""
    return re.sub(r"(?s)<(script|style).*?</\1>|<[^>]+>", " ", html)


TRAFILATURA = "trafilatura"
RESILIPARSE = "resiliparse.extract.html2text"
PYTHON_TOOLS: dict[str, tuple[str, Callable[[str], str | None]]] = {
    "soup": ("bs4", soup_text()),
    "soup-lines": ("bs4", soup_text("\n", strip=True)),
    "soup-spaces": ("bs4", soup_text(" ", strip=True)),
    "soup-pipes": ("bs4", soup_text("|", strip=True)),
    "soup-cards-lines": ("bs4", soup_cards("\n")),
    "soup-cards-spaces": ("bs4", soup_cards(" ")),
    "lxml": ("lxml", lxml_content),
    "lxml-lines": ("lxml", lxml_lines),
    "selectolax": ("selectolax", selectolax_text("", strip=False)),
    "selectolax-lines": ("selectolax", selectolax_text("\n", strip=True)),
    "parsel-lines": ("parsel", parsel_text("\n")),
    "parsel-spaces": ("parsel", parsel_text(" ")),
    "html2text": ("html2text", html2text_text()),
    "html2text-nolinks": ("html2text", html2text_text(ignore_links=True)),
    "html2text-nowrap": ("html2text", html2text_text(body_width=0)),
    "html2text-references": ("html2text", html2text_text(inline_links=False, baseurl=SITE)),
    "html2text-bare": (
        "html2text",
        html2text_text(body_width=0, ignore_links=True, ignore_images=True),
    ),
    "html2text-escapes": ("html2text", html2text_text(escape_snob=True)),
    # As crawl4ai sets its copy of html2text, without all else that crawl4ai needs.
    "html2text-crawler": (
        "html2text",
        html2text_text(body_width=0, single_line_break=True, mark_code=True, baseurl=SITE),
    ),
    "markdownify": ("markdownify", function_of("markdownify", "markdownify")),
    "markdownify-atx": (
        "markdownify",
        function_of("markdownify", "markdownify", heading_style="ATX", bullets="-"),
    ),
    "markdownify-closed": (
        "markdownify",
        function_of("markdownify", "markdownify", heading_style="ATX_CLOSED"),
    ),
    "markdownify-bare": (
        "markdownify",
        function_of("markdownify", "markdownify", strip=["a", "img"]),
    ),
    "html-to-markdown": ("html_to_markdown", html_to_markdown_text),
    "markitdown": ("markitdown", markitdown_text),
    "inscriptis": ("inscriptis", function_of("inscriptis", "get_text")),
    "inscriptis-links": ("inscriptis", inscriptis_links),
    "html-text": ("html_text", function_of("html_text", "extract_text")),
    "html-text-flat": (
        "html_text",
        function_of("html_text", "extract_text", guess_layout=False),
    ),
    "resiliparse": ("resiliparse", function_of(RESILIPARSE, "extract_plain_text")),
    "resiliparse-main": (
        "resiliparse",
        function_of(RESILIPARSE, "extract_plain_text", main_content=True),
    ),
    "resiliparse-links": (
        "resiliparse",
        function_of(RESILIPARSE, "extract_plain_text", links=True, form_fields=True),
    ),
    "trafilatura": (TRAFILATURA, function_of(TRAFILATURA, "extract")),
    "trafilatura-links": (
        TRAFILATURA,
        function_of(TRAFILATURA, "extract", include_links=True),
    ),
    "trafilatura-recall": (
        TRAFILATURA,
        function_of(TRAFILATURA, "extract", favor_recall=True),
    ),
    "trafilatura-markdown": (
        TRAFILATURA,
        function_of(TRAFILATURA, "extract", output_format="markdown"),
    ),
    "trafilatura-markdown-links": (
        TRAFILATURA,
        function_of(TRAFILATURA, "extract", output_format="markdown", include_links=True, url=SITE),
    ),
    "trafilatura-html2txt": (TRAFILATURA, function_of(TRAFILATURA, "html2txt")),
    "justext": ("justext", justext_text),
    "w3lib": ("w3lib", function_of("w3lib.html", "remove_tags")),
    "stdlib": ("html", stdlib_text),
    "tags-removed": ("html", tags_removed),
}


def all_extractors() -> dict[str, Extractor]:
    """Every extractor by its name, in the order of the report."""
    found = [
        Extractor(name, package, one_by_one(extract), no_package)
        for name, (package, extract) in PYTHON_TOOLS.items()
    ]
    found += [
        Extractor(name, argv[0], one_by_one(commands.runner(argv)), no_program)
        for name, argv in commands.COMMANDS.items()
    ]
    found += [
        Extractor(name, browser.COMMAND, browser.reader(styles), no_program)
        for name, styles in browser.STYLES.items()
    ]
    found += [
        Extractor(name, package, node.converter(script), node.missing)
        for name, (package, script) in node.CONVERTERS.items()
    ]
    return {extractor.name: extractor for extractor in found}
