"""How fast quantities are found, beside quantulum3 and Recognizers-Text: one run, one core, the same text for all.

    python benchmarks/quantities.py FOLDER [--documents N] [--characters N] [--repeat N]

FOLDER holds plain text files. Each of the others is installed in an environment of its own, in a temporary folder;
every tool runs in a process of its own, reads the same documents and is timed around its functions - not around its
start, its imports or a first document, which compiles what is compiled once. Each figure is the best of several
repetitions. The last column counts the sums below whose value a tool reads as it is meant. Prints a Markdown table.
"""

from __future__ import annotations

import argparse
import json
import math
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

from environments import make_environment

ROOT = Path(__file__).resolve().parent.parent
# Recognizers-Text needs what setuptools had until version 80 and emoji until 1.7.
PACKAGES = {
    "quantulum3": ["quantulum3", "setuptools<80"],
    "Recognizers-Text": ["recognizers-text-suite", "setuptools<80", "emoji<1.7"],
}
DISTRIBUTIONS = {"quantulum3": "quantulum3", "Recognizers-Text": "recognizers-text-number-with-unit"}
# Sentences and dates are found once for all that is found in a document, so they are given; a row of its own has them
# timed too.
OURS, WITH_SENTENCES = "briefing_lib", "briefing_lib, its sentences and dates timed too"

# As wire stories write them: the value that a reader takes from each.
SUMS = [
    ("Trade reached US$240.1bn that year.", 240.1e9),
    ("The loan of $1.2 billion was signed.", 1.2e9),
    ("They pledged 300m euros to the fund.", 300e6),
    ("The port cost Rs 3,000 crore.", 3e10),
    ("Exports fell to 2.3 trillion yuan.", 2.3e12),
    ("Half a million tonnes were shipped.", 5e5),
    ("The stake is worth RM79 million.", 79e6),
    ("Sales rose by 12.4 per cent.", 12.4),
    ("They sold 1.5 mln barrels a day.", 1.5e6),
    ("The deal is worth two and a half billion dollars.", 2.5e9),
    ("Debt was $US113 trillion.", 113e12),
    ("Exports totalled 45.6 billion dollars.", 45.6e9),
]


def finder(tool: str) -> Callable[[Any], list[float]]:
    """Return a function that gives the values a tool finds in a text; ours takes its sentences and dates too."""
    if tool == "quantulum3":
        from quantulum3 import parser

        return lambda text: [quantity.value for quantity in parser.parse(text)]
    if tool == "Recognizers-Text":
        from recognizers_number import Culture, recognize_number, recognize_percentage
        from recognizers_number_with_unit import recognize_currency, recognize_dimension

        recognizers = (recognize_currency, recognize_dimension, recognize_percentage, recognize_number)

        def others(text: str) -> list[float]:
            found = [result.resolution for recognize in recognizers for result in recognize(text, Culture.English)]
            values = [str(resolution.get("value") or "").rstrip("%") for resolution in found if resolution]
            return [float(value) for value in values if value.replace(".", "", 1).replace("-", "", 1).isdigit()]

        return others
    sys.path.insert(0, str(ROOT))
    from briefing_lib.find.quantities import find_quantities

    def ours(prepared: tuple[str, list[Any], list[Any]]) -> list[float]:
        return [quantity.value for quantity in find_quantities(*prepared)]

    if tool == OURS:
        return ours
    return lambda text: ours(prepared(text))


def prepared(text: str) -> tuple[str, list[Any], list[Any]]:
    """Cut a text into sentences and find its dates."""
    sys.path.insert(0, str(ROOT))
    from briefing_lib.find.dates import find_dates
    from briefing_lib.read.passages import split_passages
    from briefing_lib.read.sentences import split_sentences

    sentences = split_sentences(text, split_passages("document", text))
    return text, sentences, find_dates(text, sentences, "2019-05-06")


def work(tool: str, repeat: int) -> dict[str, Any]:
    """Time a tool over the documents on standard input, a JSON list of texts."""
    texts: list[Any] = json.load(sys.stdin)
    find = finder(tool)
    sums: list[tuple[Any, float]] = list(SUMS)
    if tool == OURS:
        texts = [prepared(text) for text in texts]
        sums = [(prepared(text), value) for text, value in SUMS]
    find(texts[0])
    best, found = 0.0, 0
    for _ in range(repeat):
        begun = time.perf_counter()
        found = sum(len(find(text)) for text in texts)
        seconds = time.perf_counter() - begun
        best = min(best or seconds, seconds)
    right = sum(any(math.isclose(got, value, rel_tol=1e-6) for got in find(text)) for text, value in sums)
    return {"seconds": best, "found": found, "right": right}


def environment(tool: str, folder: Path) -> tuple[str, str]:
    """Return the interpreter that runs a tool, and the tool's version; ours has none of its own."""
    if tool not in PACKAGES:
        return sys.executable, ""
    return make_environment(tool, PACKAGES[tool], DISTRIBUTIONS[tool], folder)


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path, nargs="?")
    parser.add_argument("--documents", type=int, default=10, help="read this many documents, evenly spread")
    parser.add_argument("--characters", type=int, default=20_000, help="read this much of each document")
    parser.add_argument("--repeat", type=int, default=3)
    parser.add_argument("--worker", help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.worker:
        print(json.dumps(work(options.worker, options.repeat)))
        return
    if not options.folder:
        parser.error("which folder of text files?")
    paths = sorted(options.folder.rglob("*.txt"))
    paths = paths[:: max(1, len(paths) // options.documents)][: options.documents]
    texts = [path.read_text(encoding="utf-8", errors="replace")[: options.characters] for path in paths]
    size = sum(len(text.encode()) for text in texts) / 1e6
    lines, ours = [], 0.0
    with tempfile.TemporaryDirectory() as folder:
        for tool in (OURS, WITH_SENTENCES, *PACKAGES):
            python, version = environment(tool, Path(folder))
            command = [python, str(Path(__file__).resolve()), "--worker", tool, "--repeat", str(options.repeat)]
            ran = subprocess.run(
                command, input=json.dumps(texts), check=True, capture_output=True, text=True, cwd=folder
            )
            result = json.loads(ran.stdout.splitlines()[-1])
            speed = size / result["seconds"]
            ours = ours or speed
            name = f"{tool} {version}".strip()
            lines.append(
                f"| {name} | {result['found']} | {result['seconds']:.3f} | {speed:.3f} | {ours / speed:.0f} "
                f"| {result['right']} of {len(SUMS)} |"
            )
            print(name, "done", file=sys.stderr)
    print(
        f"{len(texts)} documents, {size:.2f} MB, Python {sys.version.split()[0]}, one core, best of {options.repeat}\n"
    )
    print("| tool | quantities found | seconds | MB/s | slower than briefing_lib by | sums read as meant |")
    print("|---|---|---|---|---|---|\n" + "\n".join(lines))


if __name__ == "__main__":
    main()
