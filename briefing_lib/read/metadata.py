"""What a web page states of itself: title, author, publisher and day of publication."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from datetime import date
from email.utils import parsedate
from typing import Any

from selectolax.lexbor import LexborHTMLParser

_TITLE = ("og:title", "twitter:title", "dc.title", "dcterms.title", "citation_title", "headline")
_AUTHOR = ("author", "article:author", "dc.creator", "dcterms.creator", "parsely-author", "sailthru.author", "byl")
_PUBLISHER = (
    "og:site_name",
    "dc.publisher",
    "dcterms.publisher",
    "citation_publisher",
    "publisher",
    "application-name",
)
_PUBLISHED = (
    "article:published_time", "og:article:published_time", "og:published_time", "datepublished", "date", "dc.date",
    "dc.date.issued", "dcterms.date", "dcterms.created", "dcterms.issued", "citation_publication_date", "citation_date",
    "parsely-pub-date", "sailthru.date", "pubdate", "publishdate", "publish-date", "publication_date", "ptime",
    "article.published", "date.release", "uploaddate", "ya:ovs:upload_date",
)  # fmt: skip
_ARTICLES = frozenset((
    "Article", "NewsArticle", "ReportageNewsArticle", "AnalysisNewsArticle", "OpinionNewsArticle",
    "BlogPosting", "Report", "PressRelease", "ScholarlyArticle", "WebPage", "Interview",
))  # fmt: skip
# '2024-05-20T10:15:00Z', '2024/5/20', '20240520'
_DAY = re.compile(r"\s*(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})|\s*(\d{4})(\d\d)(\d\d)(?!\d)")
_LINK = re.compile(r"https?://|^@|^www\.")
BASIS = "stated in the page's metadata"


def read_metadata(tree: LexborHTMLParser) -> dict[str, str]:
    """Return what a page states, by column of ``sources.csv``; what it does not state is left out.

    >>> page = '<html><head><meta property="article:published_time" content="2024-05-20T10:15:00Z"></head></html>'
    >>> read_metadata(LexborHTMLParser(page))
    {'published': '2024-05-20', 'published_basis': "stated in the page's metadata"}
    """
    meta = _metas(tree)
    linked = _linked_data(tree)
    heading = tree.css_first("h1")
    publisher = _first(meta, _PUBLISHER) or linked.get("publisher", "")
    titled = " ".join(heading.text(deep=True).split()) if heading is not None else ""
    title = tree.css_first("title")
    fallback = " ".join(title.text(deep=True).split()) if title is not None else ""
    stated = {
        "title": titled or linked.get("title", "") or _first(meta, _TITLE) or _without_site(fallback, publisher),
        "author": linked.get("author", "") or _first(meta, _AUTHOR),
        "publisher": publisher,
        "published": linked.get("published", "") or _first_day(meta) or _time(tree),
    }
    if _LINK.search(stated["author"]) or stated["author"].casefold() == publisher.casefold():
        stated["author"] = ""
    if stated["published"]:
        stated["published_basis"] = BASIS
    return {column: value[:300] for column, value in stated.items() if value}


def iso_day(value: str) -> str:
    """Return the day that a machine's date names, as an ISO date, or ''.

    >>> iso_day("2024-05-20T23:10:00+02:00"), iso_day("Mon, 20 May 2024 10:15:00 GMT"), iso_day("yesterday")
    ('2024-05-20', '2024-05-20', '')
    """
    hit = _DAY.match(value)
    parts = [int(part) for part in hit.groups() if part] if hit else list((parsedate(value) or ())[:3])
    try:
        return date(*parts).isoformat() if len(parts) == 3 and 1800 <= parts[0] <= 2100 else ""
    except ValueError:
        return ""


def _metas(tree: LexborHTMLParser) -> dict[str, str]:
    found: dict[str, str] = {}
    for node in tree.css("meta"):
        attributes = node.attributes
        content = " ".join((attributes.get("content") or "").split())
        for key in ("property", "name", "itemprop", "http-equiv"):
            name = (attributes.get(key) or "").casefold()
            if name and content:
                found.setdefault(name, content)
    return found


def _first(meta: dict[str, str], names: tuple[str, ...]) -> str:
    return next((meta[name] for name in names if name in meta), "")


def _first_day(meta: dict[str, str]) -> str:
    return next((day for name in _PUBLISHED if name in meta and (day := iso_day(meta[name]))), "")


def _time(tree: LexborHTMLParser) -> str:
    """Return the day of the one ``time`` that says it is of publication, else of the first in the piece's head."""
    for selector in ("[itemprop=datePublished]", "time[pubdate]", "article header time", "article time", "time"):
        for node in tree.css(selector)[:1]:
            attributes = node.attributes
            day = iso_day(attributes.get("datetime") or attributes.get("content") or "")
            if day:
                return day
    return ""


def _without_site(title: str, publisher: str) -> str:
    """'Talks fail | The Paper' less the paper's name."""
    for mark in (" | ", " • ", " — ", " – ", " - ", " :: ", " » "):
        head, found, tail = title.rpartition(mark)
        if found and (tail.casefold() == publisher.casefold() or (mark == " | " and " " in head)):
            return head
    return title


def _linked_data(tree: LexborHTMLParser) -> dict[str, str]:
    """Read the page's JSON-LD as far as it describes an article."""
    for node in tree.css('script[type="application/ld+json"]'):
        try:
            data = json.loads(node.text(deep=True))
        except (ValueError, RecursionError):
            continue
        for thing in _things(data):
            kind = thing.get("@type")
            kinds = kind if isinstance(kind, list) else [kind]
            if _ARTICLES.intersection(k for k in kinds if isinstance(k, str)) and thing.get("headline"):
                return {
                    "title": _name(thing.get("headline")),
                    "author": _name(thing.get("author") or thing.get("creator")),
                    "publisher": _name(thing.get("publisher")),
                    "published": iso_day(str(thing.get("datePublished") or thing.get("dateCreated") or "")),
                }
    return {}


def _things(data: Any) -> Iterator[dict[str, Any]]:
    if isinstance(data, list):
        for item in data:
            yield from _things(item)
    elif isinstance(data, dict):
        yield data
        yield from _things(data.get("@graph", []))


def _name(value: Any) -> str:
    """'Ann Lee', {'name': 'Ann Lee'} or a list of either."""
    if isinstance(value, list):
        return ", ".join(filter(None, (_name(item) for item in value[:5])))
    if isinstance(value, dict):
        return _name(value.get("name"))
    return " ".join(value.split()) if isinstance(value, str) else ""
