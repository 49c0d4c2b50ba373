"""Files to text: what can be read, and what to do about the rest."""

from __future__ import annotations

import codecs
import re
from pathlib import Path
from typing import NamedTuple

PLAIN = frozenset({".txt", ".text", ".md"})
PAGES = frozenset({".html", ".htm", ".xhtml"})
READABLE = PLAIN | PAGES
_DEEPEST = 20_000  # elements within elements; a browser stops at a few hundred

_REMEDY = {
    ".pdf": "save it as plain text (for example with pdftotext) beside the original",
    ".docx": "save it as plain text from the word processor",
    ".doc": "save it as plain text from the word processor",
    ".odt": "save it as plain text from the word processor",
    ".rtf": "save it as plain text from the word processor",
    ".mhtml": "save the page as HTML or plain text from the browser",
    ".mht": "save the page as HTML or plain text from the browser",
}


class UnreadableFile(ValueError):
    """A file that gives no text: the message says what is wrong, ``remedy`` what to do."""

    def __init__(self, what: str, remedy: str):
        super().__init__(what)
        self.remedy = remedy


def decode(raw: bytes, charset: str = "") -> str:
    r"""Return the text in the bytes of a file, less a byte-order mark, with ``\n`` as line end.

    UTF-8 and whatever announces itself by a byte-order mark are read exactly; for anything else the character set
    that the file states, or else the most plausible one, is taken.

    Args:
        raw: the bytes.
        charset: the character set that the file states, if it does.

    Raises:
        UnreadableFile: the bytes are no text in any character set.

    >>> decode("\ufeffTürkiye\r\n".encode("utf-8")), decode("Türkiye im März, Südkorea".encode("utf-16"))
    ('Türkiye\n', 'Türkiye im März, Südkorea')
    """
    for mark, name in (
        (codecs.BOM_UTF8, "utf-8-sig"),
        (codecs.BOM_UTF16_LE, "utf-16"),
        (codecs.BOM_UTF16_BE, "utf-16"),
    ):
        if raw.startswith(mark):
            return _unix(raw.decode(name, errors="replace"))
    if b"\x00" in raw[:65536]:
        raise UnreadableFile("the file holds no text but binary data", "remove it, or export it as plain text (UTF-8)")
    for name in filter(None, (charset, "utf-8")):
        try:
            return _unix(raw.decode(name))
        except (UnicodeDecodeError, LookupError):
            continue
    from charset_normalizer import from_bytes

    best = from_bytes(raw).best()
    if best is None:
        raise UnreadableFile("its character set cannot be recognised", "save it as UTF-8")
    return _unix(str(best))


def _unix(text: str) -> str:
    return text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")


class Content(NamedTuple):
    """File as read: its text, its bytes, and what it states of itself (columns of sources.csv; none of plain text)."""

    text: str
    raw: bytes
    stated: dict[str, str]


def read_file(path: Path) -> Content:
    """Return the text of a file, its bytes and what it states of itself.

    Raises:
        UnreadableFile: the format is not read, the file is damaged or empty, or it cannot be opened.
    """
    suffix = path.suffix.casefold()
    if suffix not in READABLE:
        remedy = _REMEDY.get(suffix, "save it as plain text, or move it out of the folder")
        raise UnreadableFile(f"files of type {suffix or 'without suffix'} are not read", remedy)
    try:
        raw = path.read_bytes()
    except OSError as error:
        raise UnreadableFile(f"cannot be opened ({error.strerror})", "check that it exists and may be read") from error
    if suffix in PAGES:
        return _read_page(raw)
    text = decode(raw)
    if not text.strip():
        raise UnreadableFile("the file is empty", "remove it, or save its text again")
    return Content(text, raw, {})


def _read_page(raw: bytes) -> Content:
    from briefing_lib.read.pages import read_page  # only who has pages waits for the parser

    html = decode(raw, _stated_charset(raw))
    if not html.strip():
        raise UnreadableFile("the file is empty", "remove it, or save the page again")
    if _depth(html) > _DEEPEST:
        raise UnreadableFile("its elements are nested too deeply for a web page", "save the page as plain text")
    page = read_page(html)
    if not page.text.strip():
        raise UnreadableFile(
            "the page holds no text", "open it in a browser, wait until it shows its text, and save that as plain text"
        )
    return Content(page.text, raw, page.stated)


# '<meta charset="windows-1251">', '<meta http-equiv=... content="text/html; charset=koi8-r">', '<?xml encoding="..."?>'
_CHARSET = re.compile(rb"""(?:charset|encoding)\s*=\s*["']?\s*([\w.:-]{2,40})""", re.IGNORECASE)
# As browsers do: who says Latin-1 or ASCII means Windows-1252.
_MEANT = {"iso-8859-1": "cp1252", "iso8859-1": "cp1252", "ascii": "cp1252", "iso8859-9": "cp1254", "gb2312": "gb18030"}


def _stated_charset(raw: bytes) -> str:
    """Return the name of the character set that a page states at its top, or '' if none is known."""
    hit = _CHARSET.search(raw[:4096])
    try:
        name = codecs.lookup(hit.group(1).decode("ascii")).name if hit else ""
    except (LookupError, UnicodeDecodeError):
        return ""
    return "" if name.startswith("utf-16") else _MEANT.get(name, name)


_TAG = re.compile(
    r"<(/?)(?:div|span|table|tr|td|ul|ol|b|i|em|strong|font|center|blockquote|section|article)\b", re.IGNORECASE
)


def _depth(html: str) -> int:
    """Return how deeply elements are nested at most; a million of them would keep any parser busy for hours."""
    if html.count("<") < _DEEPEST:
        return 0
    depth = deepest = 0
    for hit in _TAG.finditer(html):
        depth += -1 if hit.group(1) else 1
        deepest = max(deepest, depth)
        depth = max(depth, 0)
    return deepest
