"""How fast dates are found, beside dateparser and Recognizers-Text: one run, one core, the same text for all.

    python benchmarks/dates.py FOLDER [--documents N] [--characters N] [--repeat N]

FOLDER holds plain text files. Each of the others is installed in an environment of its own, in a temporary folder;
every tool runs in a process of its own, reads the same documents and is timed around its one function - not around its
start, its imports or a first document, which compiles what is compiled once. Each figure is the best of several
repetitions. Prints a Markdown table.
"""

from __future__ import annotations

import argparse
import json
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
PACKAGES = {"dateparser": ["dateparser"], "Recognizers-Text": ["recognizers-text-suite", "setuptools<80", "emoji<1.7"]}
DISTRIBUTIONS = {"dateparser": "dateparser", "Recognizers-Text": "recognizers-text-date-time"}
# Sentences are cut once for all that is found in a document, so they are given; a row of its own has them timed too.
OURS, WITH_SENTENCES = "briefing_lib", "briefing_lib, its sentences timed too"


def finder(tool: str) -> Callable[[Any], int]:
    """Return a function that finds the dates of a text with a tool and counts them; ours takes its sentences too."""
    if tool == "dateparser":
        from dateparser.search import search_dates

        return lambda text: len(search_dates(text, languages=["en"]) or ())
    if tool == "Recognizers-Text":
        from recognizers_date_time import Culture, recognize_datetime

        return lambda text: len(recognize_datetime(text, Culture.English))
    sys.path.insert(0, str(ROOT))
    from briefing_lib.find.dates import find_dates
    from briefing_lib.find.durations import find_durations

    def ours(prepared: tuple[str, list[Any]]) -> int:
        text, sentences = prepared
        dates = find_dates(text, sentences, "2019-05-06")
        return len(dates) + len(find_durations(text, sentences, dates))

    if tool == OURS:
        return ours
    return lambda text: ours((text, sentences_of(text)))


def sentences_of(text: str) -> list[Any]:
    """Cut a text into sentences."""
    sys.path.insert(0, str(ROOT))
    from briefing_lib.read.passages import split_passages
    from briefing_lib.read.sentences import split_sentences

    return split_sentences(text, split_passages("document", text))


def work(tool: str, repeat: int) -> dict[str, Any]:
    """Time a tool over the documents on standard input, a JSON list of texts."""
    texts: list[Any] = json.load(sys.stdin)
    find = finder(tool)
    if tool == OURS:
        texts = [(text, sentences_of(text)) for text in texts]
    find(texts[0])
    best, found = 0.0, 0
    for _ in range(repeat):
        begun = time.perf_counter()
        found = sum(map(find, texts))
        seconds = time.perf_counter() - begun
        best = min(best or seconds, seconds)
    return {"seconds": best, "found": found}


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
            command = [python, __file__, "--worker", tool, "--repeat", str(options.repeat)]
            ran = subprocess.run(
                command, input=json.dumps(texts), check=True, capture_output=True, text=True, cwd=folder
            )
            result = json.loads(ran.stdout.splitlines()[-1])
            speed = size / result["seconds"]
            ours = ours or speed
            name = f"{tool} {version}".strip()
            lines.append(f"| {name} | {result['found']} | {result['seconds']:.3f} | {speed:.3f} | {ours / speed:.0f} |")
            print(name, "done", file=sys.stderr)
    print(
        f"{len(texts)} documents, {size:.2f} MB, Python {sys.version.split()[0]}, one core, best of {options.repeat}\n"
    )
    print("| tool | expressions found | seconds | MB/s | slower than briefing_lib by |\n|---|---|---|---|---|")
    print("\n".join(lines))


if __name__ == "__main__":
    main()
