"""A folder of invented documents, each with its day, read as a briefing."""

from __future__ import annotations

from pathlib import Path

import briefing_lib as bl


def read(folder: Path, wires: dict[str, tuple[str, str]]) -> bl.Briefing:
    """Write texts, given with their days of publication, into a folder and read it."""
    for name, (_, text) in wires.items():
        (folder / f"{name}.txt").write_text(text, encoding="utf-8")
    lines = [f"{name},{day}" for name, (day, _) in wires.items()]
    (folder / "sources.csv").write_text("\n".join(["document,published", *lines]), encoding="utf-8")
    return bl.read_briefing(folder)
