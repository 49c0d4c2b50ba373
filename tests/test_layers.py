"""Imports run one way: tables, lexicon < read < find < link < briefing < view < explore < cli."""

from __future__ import annotations

import ast
import subprocess
import sys
from pathlib import Path

import pytest

PACKAGE = Path(__file__).resolve().parents[1] / "briefing_lib"

# A module may import from its own layer and from those above it in this list.
LAYERS = [
    ["tables", "lexicon"],
    ["read"],
    ["find"],
    ["link"],
    ["allowed", "counting"],
    ["said_by"],
    ["choosing"],
    ["learned", "parse", "progress", "storage", "selection"],
    ["briefing", "corrections", "evidence"],
    ["scoring", "export"],
    ["view", "score"],
    ["figure"],
    ["alternative"],
    ["explore", "page", "still"],
    ["report"],
    ["cli"],
]
WITH_WIDGETS = {
    "figure",
    "explore",
    "allowed",
    "page",
}
LEVEL = {name: level for level, names in enumerate(LAYERS) for name in names}


def modules() -> list[Path]:
    return sorted(path for path in PACKAGE.rglob("*.py") if path != PACKAGE / "__init__.py")


def layer_of(path: Path) -> str:
    return path.relative_to(PACKAGE).parts[0].removesuffix(".py")


def imported(path: Path) -> set[str]:
    found = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.ImportFrom) and (node.module or "").startswith("briefing_lib"):
            parts = (node.module or "").split(".")[1:]
            found |= {parts[0]} if parts else {alias.name for alias in node.names}
        elif isinstance(node, ast.Import):
            found |= {a.name.split(".")[1] for a in node.names if a.name.startswith("briefing_lib.")}
        elif isinstance(node, ast.ImportFrom):
            assert not node.level, f"{path}: relative import"
    return found


@pytest.mark.parametrize("path", modules(), ids=lambda p: str(p.relative_to(PACKAGE)))
def test_imports_never_run_back(path: Path) -> None:
    own = layer_of(path)
    assert own in LEVEL, f"{own} has no layer: add it to LAYERS where it belongs"
    back = {name for name in imported(path) if name in LEVEL and LEVEL[name] > LEVEL[own]}
    assert not back, f"{path.name} imports {sorted(back)}, which come later in the flow"


@pytest.mark.parametrize("path", [p for p in modules() if layer_of(p) not in WITH_WIDGETS], ids=lambda p: p.name)
def test_only_the_last_layers_know_widgets(path: Path) -> None:
    source = path.read_text(encoding="utf-8")
    names = {alias.name for node in ast.walk(ast.parse(source)) if isinstance(node, ast.Import) for alias in node.names}
    names |= {node.module or "" for node in ast.walk(ast.parse(source)) if isinstance(node, ast.ImportFrom)}
    assert not {name for name in names if name.split(".")[0] in ("ipywidgets", "anywidget", "traitlets")}


def test_importing_the_package_loads_neither_widgets_nor_plotly() -> None:
    code = "import briefing_lib, sys; print([m for m in ('plotly', 'ipywidgets', 'anywidget', 'spacy') if m in sys.modules])"
    assert (
        subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout.strip() == "[]"
    )


def test_reading_a_corpus_loads_neither_widgets_nor_plotly() -> None:
    code = "import briefing_lib, sys; briefing_lib.read_briefing(); print([m for m in ('plotly', 'ipywidgets', 'sklearn') if m in sys.modules])"
    assert (
        subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout.strip() == "[]"
    )
