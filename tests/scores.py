"""Score the bundled documents against the gold, and keep the result: ``python -m tests.scores`` writes SCORES.md."""

from __future__ import annotations

import re
import tempfile
from pathlib import Path

import briefing_lib as bl
from briefing_lib.score import Measure, score_tables

ROOT = Path(__file__).resolve().parents[1]
CORPORA = {
    # name: (folder of documents, folder of gold)
    "seeds": (ROOT / "seeds", ROOT / "tests" / "gold"),
    # Invented documents about other countries and decades, written and annotated by people who knew no rule.
    "world": (ROOT / "tests" / "gold" / "world" / "documents", ROOT / "tests" / "gold" / "world"),
    "decades": (ROOT / "tests" / "gold" / "decades" / "documents", ROOT / "tests" / "gold" / "decades"),
    # The same for statistics and meetings alone; cells of the gold hold alternatives where two readings are fine.
    "trade": (ROOT / "tests" / "gold" / "trade" / "documents", ROOT / "tests" / "gold" / "trade"),
    # The same for names, voices and quotations alone, in the layouts of web pages, archives and transcripts.
    "press": (ROOT / "tests" / "gold" / "press" / "documents", ROOT / "tests" / "gold" / "press"),
    # The same for the topics of paragraphs alone.
    "topics": (ROOT / "tests" / "gold" / "topics" / "documents", ROOT / "tests" / "gold" / "topics"),
}
KEPT = ROOT / "tests" / "gold" / "SCORES.md"
_LINE = re.compile(r"\| (?P<name>[^|]+?) \| (?P<value>[\d.]+) \|")


def measure(corpus: str) -> list[Measure]:
    """Parse a corpus and score its tables."""
    documents, gold = CORPORA[corpus]
    with tempfile.TemporaryDirectory() as folder:
        bl.read_briefing(documents).save(folder, "csv")
        return score_tables(Path(folder), gold, documents).measures


def write() -> str:
    """Return the text of SCORES.md for the scores of today."""
    lines = [
        "# Scores",
        "",
        "What the extractors reach against hand-made truth; `make scores` writes this file. A test fails when a score falls by more than",
        "0.02. How the truth was made and what is compared: [GUIDELINES.md](GUIDELINES.md).",
        "",
        "The rules have been mended on all of these documents: on documents that nobody has looked at, expect less.",
        "",
    ]
    for corpus in CORPORA:
        lines += [
            f"## {corpus}",
            "",
            "| measure | F1 or accuracy | precision | recall | right | found | gold |",
            "|---|---|---|---|---|---|---|",
        ]
        for m in measure(corpus):
            p, r = ("", "") if m.precision is None else (f"{m.precision:.3f}", f"{m.recall:.3f}")
            lines.append(f"| {m.name} | {m.value:.3f} | {p} | {r} | {m.right} | {m.found} | {m.gold} |")
        lines.append("")
    return "\n".join(lines)


def read() -> dict[str, dict[str, float]]:
    """Return the kept scores by corpus and measure."""
    kept: dict[str, dict[str, float]] = {}
    for line in KEPT.read_text(encoding="utf-8").splitlines():
        if line.startswith("## "):
            kept[line.removeprefix("## ")] = {}
        elif hit := _LINE.match(line):
            kept[list(kept)[-1]][hit.group("name")] = float(hit.group("value"))
    return kept


if __name__ == "__main__":
    KEPT.write_text(write(), encoding="utf-8")
    print(KEPT.read_text(encoding="utf-8"))
