"""The vocabulary of the invented papers, pages and foreign texts: nothing but data."""

from __future__ import annotations

SUBJECTS = ("Pebbles", "Geese", "Kettles", "Lighthouses", "Folded Maps", "Ship Logs", "Tide Tables")
METHODS = ("Sorting", "Counting", "Hearing", "Re-Reading", "3D-Folding", "Weighing", "Sketching")
ENDINGS = (
    "",
    " by Ear",
    ": A Second Look",
    " with 12 Authors and No Labels",
    " in Less than 2,000 Steps",
    " Twice",
    "?",
)
ODD_TITLES = (
    "Thimble",
    "Whistles",
    "2048: A Year of Tides",
    "1.58-bit Buckets for Small Beaches",
    "3D Gardens from One Photo",
    "$R^2$-Flow: Residual Routing on $\\mathbb{Z}_n$ Beaches",
    "When Does $\\alpha \\to 0$ Hurt? A Note on Wet Slate",
    "What Changed on May 5, 2024: A Post-Mortem of a Tide Gauge",
    "How Many Authors Does It Take? 12 Authors and One Bucket",
    "静かな石：小さな注意の再検討",
    "稀疏的海滩：长日志推理的缓存方法",
    "Тихая галька: учёт редких волн без учителя",
    "희소한 등대를 위한 느린 신호",
    "הקשבה לחלוקי נחל: מבט שני",
    "सुनो: कंकड़ों की छँटाई",
    "[Re] Reproducing the Slow-Start Effect in Gull Rankings",
    "Tern*: Search on Shingle with Learned Heuristics",
    "code_loom: Snake_Case Names as Supervision",
    "Salt & Sand & Salt Again",
    'The "Last Mile" of Lighthouse Keeping',
    "From <ebb> to <flow>: Tokens That Steer Tides",
    "O(n log n) Gulls Are Enough",
    "Weekly Habits of Slow Optimizers",
    "Documents, Spaces, Datasets and Models",
    "Submitted by Midnight: Deadline Effects at Sea",
    "Published on Slate: A Survey of 40 Cliffs",
    "Get Daily Papers to Read Themselves",
    "E-Values · P-Values: The Case of 10k Probes",
    "Upvote the Whale: Preference Learning without Preferences",
    " ".join(["A Very Long Walk Along a Very Long Beach"] * 6),
)

SENTENCES = (
    "We ask how far a careful listener can get with nothing but a stopwatch and a bucket of slate.",
    "Earlier work assumes that the tide is known, which holds in tables but seldom on beaches.",
    "Our method needs no labels: it compares each stone with the one that fell before it.",
    "On four public collections the error falls by a third, from 0.31 to 0.19 on average.",
    "We prove that the search ends after a number of steps that is linear in the creases, $O(n)$.",
    "However, maps with coffee on them remain out of reach, and we discuss at length why that is.",
    "Of the 3 authors • two listened, and 3 authors · counted; on May 5, 2024 they traded places.",
    "The corpus was frozen on Nov 13, 2024 and on Jan 7; it holds 12 books, 3 bells and 1 gull.",
    "Code and sounds are at https://example.org/papers/pebbles and https://example.org/b?q=1_2.",
    "At $\\alpha\\in[0,1]$ and $R^2 > 0.9$, \\textbf{pebbles} \\& sand~\\cite{tide} agree by 5\\%.",
    "Markdown such as **bold**, _soft_, `code`, # and > is kept, as are [1], [x] and [a](b) in it.",
    "Наш метод слышит гальку в 12 раз лучше, чем прежние, и не требует ни одной метки на берегу.",
    "我们在四个公开的数据集上评估了这种方法，平均误差从百分之三十一下降到百分之十九，并公开了全部录音。",
    "Models such as {kettle-7B}, Gull_v2 and C++ decoders see 1.2k tokens; upvotes differ.",
    "Submitted by nobody, it was published on Jun 2 by daily papers of a small harbour (1,024 kB).",
    "The answer - if there is one - is 42; we give 7 more.",
    "All of the code, models and recordings will be made public at https://example.org/tides",
)
#: Words that a search may have marked; a text node of its own begins and ends there.
MARKED = ("listener", "labels", "search", "maps", "method", "stone")

ORGANISATIONS = (
    "Teapot Laboratory",
    "Goose Office",
    "SLATE",
    "University of Low Tides",
    "Kettle & Sons",
    "Институт Гальки",
    "石の研究所",
    "gull-ai",
    "3rd Harbour",
)
USERS = ("mara", "AK", "joost_k", "gull-42", "Тоня", "kettle fan", "石", "a")

BANNERS = (
    "Get trending papers in your email inbox once a day!",
    "Get trending papers in your email inbox!",
)
CURATORS = ("by AK and the research community", "byAK and the research community")
FOOTER = (
    "Previous", "Next", "Company", "TOS", "Privacy", "About", "Careers", "Website", "Models",
    "Datasets", "Spaces", "Pricing", "Docs", "© Hugging Face",
)  # fmt: skip
QUERIES = ("pebble sorting", "gulls", "tides 2024", "как считать гусей")

#: Lines that are none of a page's own, as readers, printers and note tools add them.
JUNK = (
    "kept by my reading list",
    "advertisement: buy better buckets",
    "page 2 of 3 of the print-out",
    "[note to self] read this one",
    "##### clipped from the web #####",
    "file:///home/mara/saved.html",
    "читать позже",
    "> quoted by a mail program",
    "{{ template.slot }}",
    "* * * scissors here * * *",
)

#: Fragments that pages are made of, and that hostile texts shuffle.
FRAGMENTS = (
    "3 authors", "1 authors", "·", "•", "-", "12", "0", "1.2k", "Nov 13", "Feb 30, 2024",
    "May 5, 2024", "2024-05-05", "05/06/2024", "Submitted by", "Submitted by mara", "Upvote",
    "GitHub", "GitHub 843", "arXiv Page", "Published on Jun 2, 2024", "[ ]", "[x] 7", "[-] 12",
    "Daily Papers", "Previous", "new", "by AK and the research community", "Sorting Pebbles by Ear",
    "Teapot Laboratory", "### [Geese](/papers/2511.00002)", "[3](/papers/2511.00002#community)",
    "![gull](/a.png)", "[23]Thimble", "[12](/login?next=%2Fpapers%2F2511.00002)", "[Kettle][7]",
    "  7. https://huggingface.co/papers/2511.00003", "https://huggingface.co/papers/2511.00004",
    "<a href=\"/gull\">", "</a>", "<div>", "&middot;", "&#10;", "&amp;", "Â·", "â€¢", "\ufeff",
    "\u200b", "\xa0", "\t", "\r", "\x1c", "\x1d0\x1d", "\x1e", "\x1f", "\x85", "\u2028", "\x00",
    "\ud800", "\udfff", "[", "](", ")", "\\[", "**", "---", "===", "```", "|", "9" * 20,
    "Aug", "31", "Aug 1", "Slate · 3 authors · Nov 13", "/papers/date/2024-05-05", *SENTENCES[:9],
)  # fmt: skip

#: Texts that bring out the worst in a parser that looks back, ahead, or inside.
HOSTILE = {
    "one long word": "a",
    "one long line": "geese ",
    "one line each": "geese\n",
    "open brackets": "[",
    "closed brackets": "](",
    "links in links": "[a](",
    "images": "![",
    "escapes": "\\[",
    "tags": "<a ",
    "open tags": '<a href="/x">',
    "entities": "&amp",
    "numbered links": "[1]a ",
    "link table": "1. https://example.org\n",
    "numbers": "1\n",
    "long number": "1",
    "commas": "1,111,",
    "dots": "·",
    "dots on lines": "·\n",
    "dashes": "-\n",
    "boxes": "[ ]\n",
    "list marks": "* ",
    "quotations": "> ",
    "authors": "3 authors\n",
    "bylines": "3 authors\n·\nNov 13, 2024\n",
    "months": "Nov ",
    "dates": "Nov 13\n",
    "submitters": "Submitted by\n",
    "furniture": "daily ",
    "banners": "Subscribe\nby AK and the research community\n3 authors\n",
    "blank lines": "\n",
    "spaces": " ",
    "half a surrogate": "\ud800",
    "combining marks": "\u0301",
    "invisible": "\u200b",
    "in-band marks": "\x1c\x1d\x1e\x1f",
    "same card": "12\nPebbles\nA click tells the size.\n3 authors\n·\nNov 13, 2024\n",
    "linked titles": "[Pebbles](/papers/2511.00001)\n",
    "headings": "### Pebbles\n",
    "wrapped": "a click that tells the size of a pebble from its sound and from nothing else at\n",
}
