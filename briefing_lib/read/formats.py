"""Files to text: what can be read, and what to do about the rest."""

from __future__ import annotations

import codecs
from pathlib import Path

READABLE = frozenset({".txt", ".text", ".md"})

_REMEDY = {
    ".pdf": "save it as plain text (for example with pdftotext) beside the original",
    ".docx": "save it as plain text from the word processor",
    ".doc": "save it as plain text from the word processor",
    ".odt": "save it as plain text from the word processor",
    ".rtf": "save it as plain text from the word processor",
    ".html": "save the page as plain text from the browser",
    ".htm": "save the page as plain text from the browser",
}


class UnreadableFile(ValueError):
    """A file that gives no text: the message says what is wrong, ``remedy`` what to do."""

    def __init__(self, what: str, remedy: str):
        super().__init__(what)
        self.remedy = remedy


def decode(raw: bytes) -> str:
    r"""Return the text in the bytes of a plain text file, less a byte-order mark, with ``\n`` as line end.

    UTF-8 and whatever announces itself by a byte-order mark are read exactly; for anything else the most
    plausible character set is taken.

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
    try:
        return _unix(raw.decode("utf-8"))
    except UnicodeDecodeError:
        from charset_normalizer import from_bytes

        best = from_bytes(raw).best()
        if best is None:
            raise UnreadableFile("its character set cannot be recognised", "save it as UTF-8") from None
        return _unix(str(best))


def _unix(text: str) -> str:
    return text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")


def read_text(path: Path) -> tuple[str, bytes]:
    """Return the text of a file and its bytes.

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
    text = decode(raw)
    if not text.strip():
        raise UnreadableFile("the file is empty", "remove it, or save its text again")
    return text, raw
