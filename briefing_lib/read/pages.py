"""Web pages to text: one paragraph a line, blank lines between, without what surrounds the piece."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from selectolax.lexbor import LexborHTMLParser, LexborNode

from briefing_lib.read.metadata import read_metadata

# Never part of the piece, wherever they stand.
_DROPPED = frozenset((
    "script", "style", "noscript", "template", "head", "nav", "footer", "aside", "form", "button", "select",
    "option", "input", "textarea", "label", "svg", "canvas", "iframe", "object", "embed", "audio", "video",
    "map", "dialog", "math", "link", "meta", "img", "picture", "source", "track", "progress", "meter",
    "datalist",
))  # fmt: skip
_ROLES = frozenset((
    "navigation", "banner", "contentinfo", "search", "menu", "menubar", "dialog", "alert", "alertdialog",
    "toolbar", "tablist",
))  # fmt: skip
_BLOCKS = frozenset((
    "html", "body", "main", "article", "section", "header", "div", "p", "h1", "h2", "h3", "h4", "h5", "h6",
    "ul", "ol", "li", "dl", "dt", "dd", "blockquote", "figure", "figcaption", "pre", "address", "table",
    "thead", "tbody", "tfoot", "caption", "tr", "hr", "center", "details", "summary", "fieldset", "hgroup",
))  # fmt: skip
# Parts of names of classes: 'share-buttons', 'related_posts', 'cookie-banner'
_FURNITURE = re.compile(
    r"(?:^|[\s_-])(?:share|sharing|social|related|breadcrumbs?|cookies?|newsletter|promo|advert(?:s|isement)?|ads?"
    r"|banner|comments?"
    r"|sidebar|menu|navbar|navigation|nav|footer|pagination|pager|subscribe|subscription|recommend(?:ed|ations?)?"
    r"|popup|modal"
    r"|overlay|skip|toolbar|tools|print|hidden|sr-only|visually-hidden|screen-reader-text|outbrain|taboola|paywall"
    r"|signup|login"
    r"|most-read|trending|widget|copyright|mw-editsection|noprint|navbox|infobox-nav|toc)(?:$|[\s_-])",
    re.IGNORECASE,
)
_SPACE = re.compile(r"\s+")
_INVISIBLE = re.compile("[\u00ad\u200b\u200c\u200d\u2060\ufeff]")
# '<b>MR. PRICE:</b>', '<strong>Question</strong>:': a speaker's label
_LABEL = re.compile(r"[A-ZÀ-Þ\[(][^\n]{0,78}?:?\s*$")
_FOOTNOTE = re.compile(r"\s*(?:\[\w{1,3}\]|\d{1,2}|[*†‡]+)\s*$")  # '[3]', '*'; not the letters of '75th'
_HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)


class Page(NamedTuple):
    """Web page as read: its text, and what it states of itself (columns of sources.csv)."""

    text: str
    stated: dict[str, str]


def read_page(html: str) -> Page:
    """Read a web page.

    >>> page = read_page("<nav>Home</nav><h1>Talks fail</h1><p>They met. <b>Lee:</b> We tried.<p>It is&nbsp;over.")
    >>> page.text
    'Talks fail\\n\\nThey met.\\n\\nLee: We tried.\\n\\nIt is over.\\n'
    """
    tree = LexborHTMLParser(html)
    stated = read_metadata(tree)
    body = tree.body
    if body is None:
        return Page("", stated)
    root = _piece(tree, body)
    lines = _Lines()
    title = _outer_title(tree, root)
    if title:
        lines.add(title)
        lines.end(2)
    _write(root, lines)
    return Page(lines.text(), stated)


def _is_furniture(node: LexborNode, root: bool = False) -> bool:
    """Tell whether an element belongs to the page and not to the piece."""
    tag = node.tag
    if tag in _DROPPED:
        return True
    attributes = node.attributes
    if not attributes:
        return False
    if "hidden" in attributes or attributes.get("aria-hidden") == "true" or attributes.get("role") in _ROLES:
        return True
    if tag == "a" and {"category", "tag"} & set((attributes.get("rel") or "").split()):
        return True
    if _HIDDEN.search(attributes.get("style") or ""):
        return True
    if tag in ("body", "html", "main", "article") or root:
        return False
    names = f"{attributes.get('class') or ''} {attributes.get('id') or ''}"
    return bool(names.strip()) and _FURNITURE.search(names) is not None and not _is_long(node)


def _is_long(node: LexborNode) -> bool:
    """Much running text under a telling name ('content-with-sidebar') is the piece all the same."""
    return sum(len(p.text(deep=True)) for p in node.css("p")) > 1500


def _running(node: LexborNode) -> int:
    return sum(len(p.text(deep=True)) for p in node.css("p")) or len(node.text(deep=True))


def _piece(tree: LexborHTMLParser, body: LexborNode) -> LexborNode:
    """Find the element that holds the piece: the innermost of the usual ones with most of the page's running text."""
    for tag in ("nav", "footer", "aside", "script", "style", "noscript", "template", "form"):
        for node in body.css(tag):
            if tag != "form" or not _is_long(node):  # old systems put the whole page into one form
                node.decompose()
            else:
                node.unwrap()
    whole = _running(body)
    for selector in ("article", "main", "[role=main]", "[itemprop=articleBody]"):
        found = max(tree.css(selector), key=_running, default=None)
        if found is not None and _running(found) > 0.5 * whole:
            return found
    return body


def _outer_title(tree: LexborHTMLParser, root: LexborNode) -> str:
    """Return the page's first heading of the first rank where it stands outside the piece."""
    if root.tag == "body" or root.css_first("h1") is not None:
        return ""
    heading = tree.css_first("h1")
    return " ".join(heading.text(deep=True).split()) if heading is not None else ""


class _Lines:
    """Text as it is written: words into a line, lines into paragraphs."""

    def __init__(self) -> None:
        self._parts: list[str] = []
        self._line: list[str] = []

    def add(self, words: str) -> None:
        self._line.append(words)

    def current(self) -> str:
        return _SPACE.sub(" ", "".join(self._line)).strip()

    def end(self, breaks: int) -> None:
        """End the line; two breaks leave a blank line."""
        words = self.current()
        self._line.clear()
        if words:
            self._parts.append(words)
            self._parts.append("\n" * breaks)
        elif self._parts and breaks > len(self._parts[-1]):
            self._parts[-1] = "\n" * breaks

    def text(self) -> str:
        self.end(2)
        text = "".join(self._parts).strip("\n")
        return _INVISIBLE.sub("", text) + "\n" if text else ""


def _steps(root: LexborNode) -> Iterator[tuple[LexborNode, bool]]:
    """Walk the tree without recursion: each node as it is entered (True), each element as it is left (False).

    What is sent back for an element entered tells whether to go into it.
    """
    node: LexborNode | None = root
    while node is not None:
        enter = yield node, True
        child = node.child if enter is not False else None
        if child is not None:
            node = child
            continue
        while node is not None:
            if node.tag != "-text":
                yield node, False
            if node.mem_id == root.mem_id:
                return
            if node.next is not None:
                node = node.next
                break
            node = node.parent


def _write(root: LexborNode, lines: _Lines) -> None:
    steps = _steps(root)
    step = next(steps, None)
    while step is not None:
        node, entered = step
        go_in = True
        tag = node.tag or ""
        if tag == "-text":
            _write_text(node, lines)
        elif tag.startswith(("-", "!")):
            go_in = False
        elif entered:
            go_in = _enter(node, tag, lines, node.mem_id == root.mem_id)
        else:
            _leave(node, tag, lines)
        try:
            step = steps.send(go_in) if entered else next(steps)  # type: ignore[attr-defined]
        except StopIteration:
            step = None


def _write_text(node: LexborNode, lines: _Lines) -> None:
    words = node.text(deep=False) or ""
    parent = node.parent
    if parent is not None and parent.tag == "pre":
        for order, line in enumerate(words.split("\n")):
            if order:
                lines.end(1)
            lines.add(line)
    else:
        lines.add(words)


def _enter(node: LexborNode, tag: str, lines: _Lines, is_root: bool) -> bool:
    """Write what an element puts before its words, and tell whether its words are wanted."""
    if tag == "br":
        lines.end(1)
        return False
    if tag == "hr":
        lines.end(2)
        lines.add("***")
        lines.end(2)
        return False
    if not is_root and (_is_furniture(node) or (tag in ("ul", "ol") and _is_link_list(node))):
        return False
    if tag == "header" and not is_root and node.css_first("h1") is None and not _is_long(node):
        return False
    if tag == "sup" and _FOOTNOTE.match(node.text(deep=True)):
        return False
    if tag in _BLOCKS or (tag in ("td", "th") and _has_blocks(node)):
        lines.end(2)
    elif tag in ("td", "th") and lines.current():
        lines.add(" | ")
    elif tag in ("b", "strong") and _is_label(node) and lines.current():
        lines.end(2)
    elif tag == "q":
        lines.add("“")
    return True


def _leave(node: LexborNode, tag: str, lines: _Lines) -> None:
    if tag in _BLOCKS or (tag in ("td", "th") and _has_blocks(node)):
        lines.end(2)
    elif tag == "q":
        lines.add("”")


def _is_label(node: LexborNode) -> bool:
    words = node.text(deep=True).strip()
    after = node.next.text(deep=True) if node.next is not None else ""
    return _LABEL.match(words) is not None and (words.endswith(":") or after.lstrip().startswith(":"))


def _has_blocks(node: LexborNode) -> bool:
    return node.css_first("p, div, table, br, ul, ol, h1, h2, h3, h4, blockquote") is not None


def _is_link_list(node: LexborNode) -> bool:
    """'Home | News | Contact': a list whose every word is a link."""
    links = node.css("a")
    if len(links) < 3:
        return False
    words = len("".join(node.text(deep=True).split()))
    return sum(len("".join(link.text(deep=True).split())) for link in links) > 0.85 * words
