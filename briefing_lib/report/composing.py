"""The page of a report, put together: sections with their figures, the sentences they rest on, and the documents."""

from __future__ import annotations

import json
from base64 import b64encode
from collections.abc import Callable, Sequence
from html import escape
from importlib import metadata, resources
from string import Template
from typing import TYPE_CHECKING, Any, NamedTuple

from plotly.offline import get_plotlyjs

from briefing_lib import view
from briefing_lib.alternative import alternative
from briefing_lib.evidence import document_page
from briefing_lib.evidence.marked import STYLE
from briefing_lib.figure import labels_of, spec_of, title_of
from briefing_lib.page.panel import count, rows_html
from briefing_lib.report.kept import Kept
from briefing_lib.report.listed import ROWS, listed
from briefing_lib.report.packing import element, packed, packed_text
from briefing_lib.report.reading import Shelf
from briefing_lib.report.sections import SECTIONS, Choice, Section
from briefing_lib.still.drawing import draw
from briefing_lib.view import View
from briefing_lib.view.drawing import theme

if TYPE_CHECKING:
    from briefing_lib.briefing import Briefing

SIZE = 20
"""Megabytes a report may have unless others are asked for: what a mail server still takes."""
LEAST = 500_000
"""Bytes kept for whole documents, however large the figures are."""
MARKS, DRAWN = 300, 2_000
"""Most marks of a figure in its list, where not all of them are drawn; and most that are drawn."""
SCRIPTS = ("unpack.js", "table.js", "place.js", "reading.js", "sections.js")
HIGH = 450
PEEK, PICTURE = 25, 60_000
"""Rows of a table, and most characters of a picture, for a page without scripts."""


class Shown(NamedTuple):
    """A choice of a section, and what its view returned."""

    choice: Choice
    view: View
    keys: list[str]
    """marks that can be opened"""


def report_html(
    briefing: Briefing,
    *,
    title: str = "",
    sections: Sequence[Section] = SECTIONS,
    size: float = SIZE,
    progress: Callable[[int], object] | None = None,
) -> str:
    """Return the page that `write_report` writes; the same for the same briefing."""
    answers: list[list[Shown]] = []
    for section in sections:
        answers.append([_shown(briefing, section, choice) for choice in section.chosen(briefing)])
        if progress:
            progress(1)
    kept = Kept(briefing, [(shown.view, shown.keys) for answer in answers for shown in answer], size)
    parts, elements = [], []
    for number, (section, answer) in enumerate(zip(sections, answers, strict=True), 1):
        parts.append(_section(f"part-{number}", section, answer))
        for n, shown in enumerate(answer):
            elements.append(element(f"part-{number}-{n}", packed(_values(briefing, section, shown, kept))))
    plotly = element("plotly", packed_text(get_plotlyjs()))
    taken = len(plotly) + sum(map(len, elements)) + sum(map(len, parts)) + len(packed(kept.linked(lambda _: ())))
    shelf = Shelf(briefing, kept.documents(), max(size * 1_000_000 - taken * 1.05, LEAST))
    if progress:
        progress(1)
    elements += [element("evidence", packed(kept.linked(shelf.link))), element("reader", packed(shelf.about()))]
    documents = f"{len(briefing.documents):,} document{'s' * (len(briefing.documents) != 1)}"
    questions = [section.question for section in sections]
    return Template(_file("page.html")).substitute(
        title=escape(title or f"Briefing of {documents}"),
        documents=escape(", ".join(filter(None, (documents, _published(briefing))))) + ".",
        counts=_counts(briefing),
        style=f"{STYLE}<style>{document_page.style()}{_file('page.css')}</style>",
        links="".join(f'<li><a href="#part-{n}">{escape(said)}</a></li>' for n, said in enumerate(questions, 1)),
        sections="".join(parts),
        left_out=_left_out(briefing, answers, kept, shelf, size),
        unread=_unread(briefing),
        elements="\n".join([*elements, *shelf.elements, plotly]),
        reader=_reader(),
        script="".join(map(_file, SCRIPTS)),
        dress=_file("dress.js"),
        version=escape(metadata.version("briefing-notebooks")),
    )


def _shown(briefing: Briefing, section: Section, choice: Choice) -> Shown:
    found: View = getattr(view, section.view)(briefing, **choice.settings)
    drawn = labels_of(found.figure)
    if len(drawn) > DRAWN:  # a browser would stand still for half a minute
        said = f"The figure would have {len(drawn):,} marks, too many for one page: see the table below."
        found, drawn = found._replace(figure=theme.nothing(title_of(found.figure), said)), {}
    first = [key for key in found.marks if key in drawn]
    return Shown(choice, found, first + [key for key in found.marks if key not in drawn][: max(MARKS - len(first), 0)])


def _values(briefing: Briefing, section: Section, shown: Shown, kept: Kept) -> dict[str, Any]:
    """Return what the page's script needs of a choice: figure, table, and for each mark its label and its rows."""
    labels = labels_of(shown.view.figure)
    marks = []
    for key in shown.keys:
        rows = shown.view.marks[key]
        names = kept.names_of(key, rows)
        notes = list(shown.view.notes.get(key, ()))
        marks.append([key, labels.get(key, key), count(rows), names, len(rows) - len(names), notes])
    return {
        **json.loads(spec_of(shown.view.figure, section.view)),
        "label": alternative(shown.view),
        "nothing": nothing_said(shown.view),
        "marks": marks,
        "unlisted": len(shown.view.marks) - len(shown.keys),
        "table": listed(shown.view, section.view),
    }


def nothing_said(shown: View) -> str:
    """Return what a figure without anything to draw says, in words; empty if something is drawn."""
    if shown.figure.data:
        return ""
    said = (title_of({"layout": {"title": note.text}}) for note in shown.figure.layout.annotations or ())
    return " ".join(filter(None, said)) or "There is nothing to show."


def _section(name: str, section: Section, answer: Sequence[Shown]) -> str:
    note = f'<p class="note">{escape(section.note)}</p>' if section.note and answer else ""
    heading = f'<section id="{name}" tabindex="-1"><h2>{escape(section.question)}</h2>{note}'
    if not answer:
        return f'{heading}<p class="nothing">{escape(section.otherwise)}</p></section>'
    options = "".join(f'<option value="{n}">{escape(shown.choice.name)}</option>' for n, shown in enumerate(answer))
    hidden = " hidden" if len(answer) < 2 else ""
    first = answer[0].view
    high = 0 if nothing_said(first) else first.figure.layout.height or HIGH
    return (
        f'{heading}<p class="show"{hidden}><label>Show <select>{options}</select></label></p>'
        f'<div class="wide"><div class="figure" role="img" aria-label="{escape(alternative(first))}"'
        f' style="height:{high:.0f}px"></div></div>'
        '<p class="nothing" hidden></p><p class="choose" hidden><label>Sentences behind <select></select></label></p>'
        '<div class="evidence" role="region" aria-label="Sentences" aria-live="polite" tabindex="-1"></div>'
        f'<div class="table"></div><noscript>{_still(first)}</noscript></section>'
    )


def _still(shown: View) -> str:
    """Return a picture and the first rows, for a page that may not run scripts."""
    picture = draw(shown.figure)
    source = b64encode(picture.encode()).decode() if len(picture) <= PICTURE else ""
    image = f'<p><img alt="" src="data:image/svg+xml;base64,{source}"></p>' if source else ""
    return image + (rows_html(shown.table.head(PEEK)) if len(shown.table) else "")


def _counts(briefing: Briefing) -> str:
    names = ("words", "sentences", "actors", "quotations", "statistics", "meetings", "events")
    held = [briefing.documents["words"].sum() if name == "words" else len(getattr(briefing, name)) for name in names]
    return "".join(f"<li><b>{number:,}</b> {name}</li>" for name, number in zip(names, held, strict=True))


def _published(briefing: Briefing) -> str:
    days = sorted(day for day in briefing.documents["published"] if day)
    undated = len(briefing.documents) - len(days)
    if not days:
        return "none with a date" if undated else ""
    when = f"published {days[0]}" + (f" to {days[-1]}" if days[-1] != days[0] else "")
    return ", ".join(filter(None, (when, f"{undated:,} without a date" if undated else "")))


def _left_out(briefing: Briefing, answers: Sequence[Sequence[Shown]], kept: Kept, shelf: Shelf, size: float) -> str:
    """Say in plain lines what the page does not hold."""
    shown = [one for answer in answers for one in answer]
    long = sum(len(one.view.table) > ROWS for one in shown)
    unlisted = sum(len(one.view.marks) - len(one.keys) for one in shown)
    said = []
    if shelf.left_out:
        said.append(
            f"{shelf.total - shelf.left_out:,} of {shelf.total:,} documents can be read whole, those with most"
            f" sentences behind the figures; the others would make the file larger than {size:g} MB (--size)."
        )
    if kept.cut:
        said.append(f"Of {kept.cut:,} marks that rest on more, the first {kept.each} sentences are kept.")
    if kept.gathered:
        said.append(f"Of what rests on many places, as a meeting often told of, {kept.gathered:,} places are left out.")
    if unlisted:
        said.append(f"{unlisted:,} marks that are not drawn cannot be opened here.")
    if long:
        said.append(f"Of {long} table{'s' * (long != 1)} the first {ROWS:,} rows are kept.")
    if not said:
        return ""
    said.append("The notebooks (briefing lab) and the tables (briefing parse) have all.")
    return f'<ul class="left-out">{"".join(f"<li>{escape(line)}</li>" for line in said)}</ul>'


def _unread(briefing: Briefing) -> str:
    problems = briefing.problems
    if problems.empty:
        return ""
    more = f"<p>The first {ROWS:,} of {len(problems):,}.</p>" if len(problems) > ROWS else ""
    return (
        '<section id="unread" tabindex="-1"><h2>What could not be read or resolved</h2>'
        f'{more}<div class="rows">{rows_html(problems.head(ROWS))}</div></section>'
    )


def _reader() -> str:
    """Return the script of the notebooks' reader: its model is played by ``reading.js``."""
    return (resources.files("briefing_lib.page") / "reader.js").read_text(encoding="utf-8")


def _file(name: str) -> str:
    return (resources.files("briefing_lib.report") / name).read_text(encoding="utf-8")
