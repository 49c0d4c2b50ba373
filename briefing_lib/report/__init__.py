"""A report of a corpus: one HTML file with figures, tables and the sentences behind every mark, which needs no kernel
and no network.

    write_report(briefing, "report.html")

Figures are drawn by the plotly.js that comes with plotly, put into the file; a click on a mark, or a choice from the
list under the figure, opens its sentences, as in a notebook. What changes with controls needs the notebooks.
"""

from __future__ import annotations

import json
import os
import tempfile
from collections.abc import Callable, Sequence
from functools import partial
from html import escape
from importlib import resources
from pathlib import Path
from string import Template
from typing import TYPE_CHECKING, Any, NamedTuple

from plotly.offline import get_plotlyjs

from briefing_lib.evidence import Row, evidence
from briefing_lib.figure import labels_of, spec_of, title_of
from briefing_lib.marked import STYLE, item_html
from briefing_lib.page.panel import count, parts_of, rows_html, table_links
from briefing_lib.view import View

if TYPE_CHECKING:
    from briefing_lib.briefing import Briefing

EACH = 60
"""Pieces of evidence kept for a mark; its number says how many there are."""
ROWS = 100
"""Rows of a table shown; the files to download have all."""


class Section(NamedTuple):
    """A part of a report: a question, and the view that answers it."""

    question: str
    view: str
    settings: dict[str, Any] = {}  # noqa: RUF012  # read only


SECTIONS = (
    Section("What is in this pile of documents?", "overview"),
    Section("What do the documents talk about?", "topics"),
    Section("Which formulas do several documents use word for word?", "formulas"),
    Section("Who is named with whom?", "cooccurrence"),
    Section("Which figures are claimed, and by whom?", "statistics"),
    Section("Which changes are claimed?", "statistics", {"show": "change"}),
    Section("Do the figures agree?", "agreements"),
    Section("Who met whom, when, where - and did it take place?", "chronology"),
    Section("What became of plans?", "outcomes"),
    Section("What is not known of the meetings?", "gaps"),
    Section("Whom does one source name, and another leave out?", "sources"),
)
"""What a report shows, in its order."""


def write_report(
    briefing: Briefing,
    file: str | os.PathLike[str],
    *,
    title: str = "",
    sections: Sequence[Section] = SECTIONS,
    progress: Callable[[int], object] | None = None,
) -> Path:
    """Write a report of a briefing, or of what a filter leaves of it, into one HTML file.

    Args:
        briefing: what to report on: ``briefing.where(actor="Kenya")`` for a part of it.
        file: where to write; a file of that name is replaced, once the new one is complete.
        title: heading of the page; the number of documents if empty.
        sections: the views to show and the settings of their controls.
        progress: called with the number of sections done since the last call.

    Returns:
        The file.

    Raises:
        FileNotFoundError: there is no folder to write into.
        ValueError: there are no documents to report on, or the file's name has no ending .html.
    """
    path = check_file(file)
    if not len(briefing.documents):
        raise ValueError("There are no documents to report on. Put texts (.txt) or web pages (.html) into the folder.")
    page = report_html(briefing, title=title, sections=sections, progress=progress)
    with tempfile.NamedTemporaryFile("w", encoding="utf-8", dir=path.parent, suffix=".part", delete=False) as part:
        part.write(page)
    os.chmod(part.name, 0o644)
    os.replace(part.name, path)
    return path


def check_file(file: str | os.PathLike[str]) -> Path:
    """Return the path of a report to write.

    Raises:
        FileNotFoundError: there is no folder to write into.
        ValueError: the file's name has no ending .html.
    """
    path = Path(file)
    if path.suffix.lower() not in (".html", ".htm"):
        raise ValueError(f"{path} has no ending .html: a browser would not open it. Name it {path.stem}.html.")
    if not path.parent.is_dir():
        raise FileNotFoundError(f"There is no folder {str(path.parent)!r} to write {path.name} into. Make it first.")
    return path


def report_html(
    briefing: Briefing,
    *,
    title: str = "",
    sections: Sequence[Section] = SECTIONS,
    progress: Callable[[int], object] | None = None,
) -> str:
    """Return the page that `write_report` writes; the same for the same briefing."""
    known: dict[Row, list[str]] = {}
    specs: dict[str, Any] = {}
    parts = []
    for number, section in enumerate(sections, 1):
        view = _view_of(section)(briefing)
        name = f"part-{number}"
        specs[name] = _spec(briefing, view, section.view, known)
        parts.append(_section(name, section, view))
        if progress:
            progress(1)
    documents = f"{len(briefing.documents):,} document{'s' * (len(briefing.documents) != 1)}"
    links = "".join(
        f'<li><a href="#part-{number}">{escape(section.question)}</a></li>'
        for number, section in enumerate(sections, 1)
    )
    return Template(_file("page.html")).substitute(
        title=escape(title or f"Briefing of {documents}"),
        documents=escape(documents),
        counts=escape(_counts(briefing)),
        style=STYLE + f"<style>{_file('page.css')}</style>",
        links=links,
        sections="".join(parts) + _unread(briefing),
        data=_embedded(specs),
        evidence=_embedded({f"{table}:{label}": pieces for (table, label), pieces in known.items()}),
        plotly=get_plotlyjs().replace("</script", "<\\/script"),
        script=_file("page.js"),
    )


def _view_of(section: Section) -> Callable[..., View]:
    from briefing_lib import view

    return partial(getattr(view, section.view), **section.settings)


def _spec(briefing: Briefing, view: View, name: str, known: dict[Row, list[str]]) -> dict[str, Any]:
    """Return what the page's script needs of a view: the figure, and for each mark its label and its rows."""
    labels = labels_of(view.figure)
    marks = {}
    for key, rows in view.marks.items():
        shown = rows[:EACH]
        naming = parts_of(key)
        # What is marked in a sentence depends on the mark, so sentences are kept for each mark.
        own = [f"{table}:{label}" for table, label in shown]
        if any(table in ("sentences", "passages") for table, _ in shown):
            pieces = evidence(briefing, shown, naming)
            own = []
            for piece in pieces:
                at = (f"{piece.table}~{'|'.join(naming)}", piece.index)
                known.setdefault(at, [item_html(piece)])
                own.append(f"{at[0]}:{at[1]}")
        else:
            new = [row for row in dict.fromkeys(shown) if row not in known]
            for row in new:
                known[row] = []
            for piece in evidence(briefing, new):
                known[(piece.table, piece.index)].append(item_html(piece))
        marks[key] = {"label": labels.get(key, key), "count": count(rows), "rows": own, "more": len(rows) - len(shown)}
    return {**json.loads(spec_of(view.figure, name)), "marks": marks}


def _section(name: str, section: Section, view: View) -> str:
    total = len(view.table)
    more = f"The first {ROWS} of {total:,} rows; the files have all." if total > ROWS else ""
    table = (
        f'<details class="table"><summary>Table behind the figure, {total:,} row{"s" * (total != 1)}</summary>'
        f"<p>{table_links(view.table, section.view)} {more}</p><div>{rows_html(view.table.head(ROWS))}</div></details>"
        if total
        else ""
    )
    return (
        f'<section id="{name}"><h2>{escape(section.question)}</h2>'
        f'<div class="figure" role="img" aria-label="{escape(title_of(view.figure))}"></div>'
        '<p class="choose"><label>Sentences behind <select></select></label></p>'
        f'<div class="evidence" aria-live="polite"></div>{table}</section>'
    )


def _counts(briefing: Briefing) -> str:
    names = ("sentences", "actors", "quotations", "statistics", "meetings", "events")
    return ", ".join(f"{len(getattr(briefing, name)):,} {name}" for name in names)


def _unread(briefing: Briefing) -> str:
    problems = briefing.problems
    if problems.empty:
        return ""
    return f"<section><h2>What could not be read or resolved</h2>{rows_html(problems.head(ROWS))}</section>"


def _embedded(value: Any) -> str:
    r"""Return a value as JSON that may stand in a script element, whatever words it holds.

    >>> _embedded({"text": "</script><!--"})
    '{"text": "\\u003c/script>\\u003c!--"}'
    """
    return json.dumps(value, ensure_ascii=False).replace("<", "\\u003c").replace("\u2028", "\\u2028")


def _file(name: str) -> str:
    return (resources.files("briefing_lib.report") / name).read_text(encoding="utf-8")
