"""The notebooks as files: narrative, short cells, stored outputs that read well where no kernel runs."""

from __future__ import annotations

import ast
from pathlib import Path

import nbformat
import pytest

NOTEBOOKS = sorted((Path(__file__).resolve().parents[1] / "notebooks").glob("*.ipynb"))
MOST_LINES, MOST_BYTES = 6, 100_000


@pytest.fixture(params=NOTEBOOKS, ids=lambda path: path.stem)
def notebook(request: pytest.FixtureRequest) -> nbformat.NotebookNode:
    return nbformat.read(request.param, as_version=4)


def code(notebook: nbformat.NotebookNode) -> list[nbformat.NotebookNode]:
    return [cell for cell in notebook.cells if cell.cell_type == "code"]


def test_there_are_six() -> None:
    assert len(NOTEBOOKS) == 6


def test_the_title_is_a_question_and_the_end_says_what_to_doubt(notebook: nbformat.NotebookNode) -> None:
    assert notebook.cells[0].source.startswith("# ") and notebook.cells[0].source.splitlines()[0].endswith("?")
    assert "What to doubt" in notebook.cells[0].source
    headings = [line for cell in notebook.cells if cell.cell_type == "markdown" for line in cell.source.splitlines()]
    assert [line for line in headings if line.startswith("## ")][-1] == "## What to doubt"
    assert notebook.cells[-1].cell_type == "markdown"


def test_cells_are_short_and_hold_no_programme(notebook: nbformat.NotebookNode) -> None:
    for cell in code(notebook):
        assert len([line for line in cell.source.splitlines() if line.strip()]) <= MOST_LINES, cell.source
        kinds = {type(node) for node in ast.walk(ast.parse(cell.source))}
        assert not kinds & {ast.FunctionDef, ast.ClassDef, ast.For, ast.While, ast.Lambda, ast.ListComp}, cell.source


def test_prose_stands_before_every_figure(notebook: nbformat.NotebookNode) -> None:
    for before, cell in zip(notebook.cells, notebook.cells[1:], strict=False):
        if cell.cell_type == "code" and "bl.explore(" in cell.source:
            assert before.cell_type == "markdown"


def test_a_control_is_set_from_code_so_that_its_callback_runs(notebook: nbformat.NotebookNode) -> None:
    assert any(".controls[" in cell.source and ".value =" in cell.source for cell in code(notebook))
    assert any("# NBVAL_CHECK_OUTPUT" in cell.source for cell in code(notebook))


def test_outputs_are_stored_and_small(notebook: nbformat.NotebookNode) -> None:
    assert "widgets" not in notebook.metadata
    for cell in code(notebook):
        assert cell.execution_count, cell.source
        assert not any(output.output_type == "error" or output.get("name") == "stderr" for output in cell.outputs)
        assert all(len(str(output)) < MOST_BYTES for output in cell.outputs), cell.source


def test_figures_and_sentences_can_be_seen_where_no_kernel_runs(notebook: nbformat.NotebookNode) -> None:
    shown = [cell for cell in code(notebook) if "bl.explore(" in cell.source and ".table" not in cell.source]
    pages = ["".join(o.get("data", {}).get("text/html", "") for o in cell.outputs) for cell in shown]
    assert all("<img" in page for page in pages)
    assert any("<mark" in page for page in pages)
