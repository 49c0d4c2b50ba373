"""What an explorer looks like where no kernel runs: on GitHub, in nbviewer, in a report, in a notebook just opened.

A cell that shows an explorer has two outputs. The first is the page made here: a picture of the figure, the
sentences behind its marks and the table, in HTML without scripts. The second is the widget; once it is drawn
the page hides the first. Measured in JupyterLab 4.6 with a stored notebook that was not run:

- both in one output, notebook not trusted (as a download is): the HTML is shown. Trusted (run here before):
  "Error displaying widget: model not found" and no HTML.
- two outputs: the HTML is shown in both; the style sheet in it hides that error.
- nbconvert, which nbviewer and GitHub use, shows the HTML in either case.
- a page without scripts or styles keeps pictures only as ``<img>`` with a ``data:`` address, not as ``<svg>``,
  and folds what is in ``<details>``.

The page is the same for the same briefing and stays under 100 kB: pictures of the bundled documents take 5 to
30 kB, `EVIDENCE` and `TABLE` limit the rest.
"""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Callable, Sequence
from html import escape

from briefing_lib.alternative import alternative
from briefing_lib.evidence import Evidence
from briefing_lib.evidence.marked import STYLE, to_html
from briefing_lib.figure import labels_of, title_of
from briefing_lib.page.panel import count, parts_of, rows_html
from briefing_lib.still.drawing import draw
from briefing_lib.view import View

PICTURE, EVIDENCE, TABLE = 55_000, 22_000, 12_000
"""Most characters of the picture, the sentences and the table."""
MARKS = 60
"""Marks looked up; fewer have room."""
PIECES = 3
"""Sentences shown for each mark."""
ROWS = 25

HIDDEN = """<style>
.jp-OutputArea-child:has(.bl-static) + .jp-OutputArea-child .jupyter-widgets:not(:has(*)) { display: none; }
.bl-static summary { cursor: pointer; }
.bl-static img { max-width: 100%; }
</style>"""


def still(view: View, said: str, selected: str, evidence: Callable[..., Sequence[Evidence]]) -> str:
    """Return what an explorer shows as HTML that needs neither kernel nor script.

    Args:
        view: figure, table and marks.
        said: what the controls and the filter say.
        selected: key of the chosen mark, whose sentences are open.
        evidence: gives the words behind rows.
    """
    return (
        f'<div class="bl-static">{HIDDEN}{STYLE}<p>{escape(said)}</p>{_picture(view, selected)}'
        f"{_sentences(view, selected, evidence)}{_table(view)}"
        "<p><i>A saved picture. Run the notebook to change the controls and to click the marks.</i></p></div>"
    )


def _picture(view: View, selected: str) -> str:
    title, words_for_it = title_of(view.figure), alternative(view)
    for words in (True, False):
        picture = draw(view.figure, selected, words)
        if picture and len(picture) * 4 / 3 <= PICTURE:
            source = b64encode(picture.encode()).decode()
            return f'<p><img alt="{escape(words_for_it)}" src="data:image/svg+xml;base64,{source}"></p>'
    return f"<p><b>{escape(title)}</b></p>"


def _sentences(view: View, selected: str, evidence: Callable[..., Sequence[Evidence]]) -> str:
    keys = sorted(view.marks, key=lambda key: (key != selected, -len(view.marks[key])))
    labels = labels_of(view.figure)
    parts: list[str] = []
    size = 0
    for key in keys[:MARKS]:
        rows = view.marks[key]
        shown = evidence(rows[:PIECES], naming=parts_of(key))[:PIECES]
        more = f"<p>… and {len(rows) - PIECES:,} more.</p>" if len(rows) > PIECES else ""
        heading = f"<summary><b>{escape(labels.get(key, key))}</b>: {escape(count(rows))}</summary>"
        opened = " open" if key == selected else ""
        part = f"<details{opened}>{heading}{to_html(shown, style=False)}{more}</details>"
        if size + len(part) > EVIDENCE:
            break
        parts.append(part)
        size += len(part)
    if not parts:
        return ""
    left = len(view.marks) - len(parts)
    rest = f"<p>{left:,} more marks: run the notebook.</p>" if left else ""
    opened = " open" if selected else ""
    return f"<details{opened}><summary>Sentences behind the marks</summary>{''.join(parts)}{rest}</details>"


def _table(view: View) -> str:
    total = len(view.table)
    for rows in (ROWS, 8, 3):
        body = rows_html(view.table.head(rows))
        if len(body) <= TABLE:
            more = f", the first {rows} of {total:,} rows" if total > rows else f", {total:,} rows"
            return f"<details><summary>Table behind the figure{more}</summary>{body}</details>" if total else ""
    return ""
