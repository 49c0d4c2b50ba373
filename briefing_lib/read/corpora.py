"""The folder that is read when none is named, and what comes with this installation."""

from __future__ import annotations

import os
from pathlib import Path

CORPUS_VARIABLE = "BRIEFING_CORPUS"


def default_corpus() -> Path:
    """Return the folder named by the environment variable BRIEFING_CORPUS, else the bundled documents."""
    named = os.environ.get(CORPUS_VARIABLE)
    return Path(named) if named else bundled_folder("seeds")


def bundled_folder(name: str) -> Path:
    """Return the folder ``seeds`` or ``notebooks`` of this installation: beside the package, or inside it."""
    package = Path(__file__).resolve().parents[1]
    inside = package / "bundled" / name
    return inside if inside.is_dir() else package.parent / name
