"""A report of a corpus: one HTML file with figures, tables, the sentences behind every mark and the documents
themselves, which needs no kernel and no network.

    write_report(briefing, "report.html")

Figures are drawn by the plotly.js that comes with plotly, put into the file; a click on a mark, or a choice from the
list under the figure, opens its sentences, and a sentence opens its document, as in a notebook. What the controls of
a notebook would show is there as a few choices for each question; see `briefing_lib.report.sections`.
"""

from __future__ import annotations

import os
import tempfile
from collections.abc import Callable, Sequence
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

from briefing_lib.report.composing import SIZE, report_html
from briefing_lib.report.sections import SECTIONS, Choice, Section

if TYPE_CHECKING:
    from briefing_lib.briefing import Briefing

__all__ = ["SECTIONS", "SIZE", "Choice", "Section", "check_file", "report_html", "write_report"]

NOTHING = "Put texts (.txt, .md) or saved web pages (.html) into the folder."


def write_report(
    briefing: Briefing,
    file: str | os.PathLike[str],
    *,
    title: str = "",
    sections: Sequence[Section] = SECTIONS,
    size: float = SIZE,
    progress: Callable[[int], object] | None = None,
) -> Path:
    """Write a report of a briefing, or of what a filter leaves of it, into one HTML file.

    Args:
        briefing: what to report on: ``briefing.where(actor="Kenya")`` for a part of it.
        file: where to write; a file of that name is replaced, once the new one is complete.
        title: heading of the page; the number of documents if empty.
        sections: the questions to answer, and the views that do.
        size: megabytes the file may have; whole documents are put in until it is reached. The page says how many
            documents, sentences and rows it leaves out.
        progress: called with 1 for each section, and when the documents are in.

    Returns:
        The file.

    Raises:
        FileNotFoundError: there is no folder to write into.
        IsADirectoryError: the file is a folder.
        PermissionError: nothing can be written there.
        ValueError: there are no documents to report on, or the file's name has no ending .html.
    """
    path = check_file(file)
    if not len(briefing.documents):
        raise ValueError(f"There are no documents to report on. {NOTHING}")
    page = report_html(briefing, title=title, sections=sections, size=size, progress=progress)
    part = _new(path)
    try:
        part.write_text(page, encoding="utf-8", errors="surrogatepass", newline="\n")
        part.chmod(0o644)
        os.replace(part, path)
    except BaseException:
        with suppress(OSError):
            part.unlink()
        raise
    return path


def check_file(file: str | os.PathLike[str]) -> Path:
    """Return the path of a report to write, after trying that it can be written.

    Raises:
        FileNotFoundError: there is no folder to write into.
        IsADirectoryError: the file is a folder.
        PermissionError: nothing can be written there.
        ValueError: the file's name has no ending .html.
    """
    path = Path(file)
    if path.is_dir():
        raise IsADirectoryError(f"{str(path)!r} is a folder. Name a file in it: {path / 'report.html'}.")
    if path.suffix.lower() not in (".html", ".htm"):
        raise ValueError(f"{path} has no ending .html: a browser would not open it. Name it {path.stem}.html.")
    if not path.parent.is_dir():
        raise FileNotFoundError(f"There is no folder {str(path.parent)!r} to write {path.name} into. Make it first.")
    _new(path).unlink()
    return path


def _new(path: Path) -> Path:
    """Make an empty file beside the report, to be moved into its place."""
    try:
        handle, name = tempfile.mkstemp(suffix=".part", dir=path.parent)
    except OSError as error:
        folder, why = str(path.parent), error.strerror or error
        raise PermissionError(f"Nothing can be written into {folder!r} ({why}). Name another folder.") from error
    os.close(handle)
    return Path(name)
