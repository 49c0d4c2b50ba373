"""The command ``briefing``: lab, parse, report, score."""

from __future__ import annotations

import argparse
import os
import shutil
import sys
from collections.abc import Sequence
from pathlib import Path

_EPILOG = """\
examples:
  briefing lab                           explore the five bundled documents in JupyterLab
  briefing lab my-documents              explore your own: a folder of plain text (.txt), Markdown
                                         (.md) and saved web pages (.html)
  briefing parse my-documents --out out --format csv
                                         write every table as a file
  briefing report my-documents --out report.html
                                         figures, tables and sentences in one file for colleagues
  briefing score out tests/gold          compare tables with hand-made truth

A folder of documents may hold sources.csv (document, title, author, publisher, published, published_basis, genre,
language) for what a document does not state of itself. 'published' (YYYY-MM-DD) is what "on Monday" is counted from.
actors.csv (alias, actor, type, country) and topics.csv (term, topic, weight) extend or override the bundled lexicons;
corrections.csv holds the decisions made in the notebooks, and is applied whenever the folder is read.
"""


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command line and return its exit code: 0 done, 1 done with nothing to show, 2 wrong use."""
    parser = _parser()
    options = parser.parse_args(arguments)
    try:
        return int(options.run(options))
    except KeyboardInterrupt:
        print("briefing: stopped", file=sys.stderr)
        return 130
    except BrokenPipeError:  # the reader of our output went away, as in `briefing score ... | head`
        sys.stdout = open(os.devnull, "w")  # noqa: SIM115
        return 0
    except (OSError, ImportError, ValueError) as error:
        print(f"briefing: {error}", file=sys.stderr)
        return 2


def _parser() -> argparse.ArgumentParser:
    from importlib.metadata import version

    parser = argparse.ArgumentParser(
        prog="briefing",
        description="Turn a folder of diplomatic documents into tables and notebooks in which every number, edge and"
        " date opens the sentence it came from.",
        epilog=_EPILOG,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("--version", action="version", version=f"briefing {version('briefing-notebooks')}")
    commands = parser.add_subparsers(title="commands", metavar="COMMAND", required=True)

    lab = commands.add_parser(
        "lab", help="open JupyterLab on the notebooks", description="Open JupyterLab on the notebooks."
    )
    lab.add_argument(
        "folder",
        nargs="?",
        type=Path,
        help="folder of text, Markdown and saved web pages (default: the five bundled documents)",
    )
    lab.add_argument(
        "--notebooks",
        type=Path,
        help="folder to keep your copies of the notebooks in (default: the repository's own, or ./briefing-notebooks)",
    )
    lab.add_argument("lab_options", nargs=argparse.REMAINDER, help="options handed on to jupyter lab, after --")
    lab.set_defaults(run=_lab)

    parse = commands.add_parser(
        "parse", help="write the tables as files", description="Write every table of a corpus as a file."
    )
    parse.add_argument("folder", type=Path, help="folder of text, Markdown and saved web pages")
    parse.add_argument("--out", type=Path, required=True, help="folder to write the tables into; made if there is none")
    parse.add_argument("--format", choices=("parquet", "csv"), default="parquet", help="default: parquet")
    parse.add_argument("--workers", type=int, default=None, help="processes to use (default: as many as pay)")
    parse.add_argument(
        "--ner",
        default="",
        metavar="PIPELINE",
        help="installed spaCy pipeline whose names are added, marked by their rule",
    )
    parse.add_argument("--quiet", action="store_true", help="no progress bar, no summary")
    parse.set_defaults(run=_parse)

    report = commands.add_parser(
        "report",
        help="write figures, tables and evidence as one HTML file",
        description="Write a report: one HTML file that needs no kernel and no network, in which every mark of a figure"
        " opens its sentences.",
    )
    report.add_argument("folder", type=Path, nargs="?", help="folder of documents (default: the five bundled ones)")
    report.add_argument("--out", type=Path, required=True, help="file to write, ending in .html")
    report.add_argument("--title", default="", help="heading of the page")
    report.add_argument(
        "--size",
        type=float,
        default=None,
        metavar="MB",
        help="megabytes the file may have; the page says what it leaves out (default: 20)",
    )
    report.add_argument("--quiet", action="store_true", help="no progress bar, no summary")
    report.set_defaults(run=_report)

    score = commands.add_parser(
        "score",
        help="compare tables with hand-made truth",
        description="Compare tables written by 'briefing parse --format csv' with gold tables.",
    )
    score.add_argument("tables", type=Path, help="folder of CSV tables")
    score.add_argument("gold", type=Path, help="folder of gold CSV tables (see its GUIDELINES.md)")
    score.add_argument("--texts", type=Path, help="folder of the documents' texts (default: seeds beside the package)")
    score.add_argument("--table", help="score this table alone")
    score.add_argument("--show", action="store_true", help="print every miss and every false alarm")
    score.set_defaults(run=_score)
    return parser


def _lab(options: argparse.Namespace) -> int:
    from briefing_lib.read.corpora import CORPUS_VARIABLE, bundled_folder
    from briefing_lib.read.sources import list_files

    if options.folder is not None:
        folder = options.folder.resolve()
        if not folder.is_dir():
            raise FileNotFoundError(
                f"There is no folder {str(options.folder)!r}. Give the folder that holds your documents."
            )
        if not list_files(folder):
            print(f"briefing: there are no documents in {str(options.folder)!r} yet", file=sys.stderr)
        os.environ[CORPUS_VARIABLE] = str(folder)
    notebooks = bundled_folder("notebooks")
    if options.notebooks or notebooks.parent.name == "bundled":  # an installed package's own files are not for editing
        mine = (options.notebooks or Path("briefing-notebooks")).resolve()
        if not mine.exists():
            shutil.copytree(notebooks, mine)
        notebooks = mine
    first = sorted(notebooks.glob("*.ipynb"))[:1]
    if not first:
        raise FileNotFoundError(f"There are no notebooks in {str(notebooks)!r}. Name another folder with --notebooks.")
    from jupyterlab.labapp import main as jupyter_lab

    extra = [option for option in options.lab_options if option != "--"]
    # Older kernels' front ends ask for news at every start; researchers behind a firewall see an error instead.
    jupyter_lab(
        [
            f"--ServerApp.root_dir={notebooks}",
            f"--LabApp.default_url=/lab/tree/{first[0].name}",
            "--LabApp.news_url=None",
            *extra,
        ]
    )
    return 0


def _parse(options: argparse.Namespace) -> int:
    from tqdm import tqdm

    from briefing_lib.briefing import read_briefing
    from briefing_lib.read.sources import list_files

    if options.workers is not None and options.workers < 1:
        raise ValueError(f"--workers is {options.workers}; it must be 1 or more.")
    with tqdm(
        total=len(list_files(options.folder)), unit=" files", disable=options.quiet or None, file=sys.stderr
    ) as bar:
        briefing = read_briefing(options.folder, ner=options.ner, workers=options.workers, progress=bar.update)
    written = briefing.save(options.out, options.format)
    if not options.quiet:
        print(briefing)
        print(f"{len(written)} files in {options.out}")
    for problem in briefing.problems.itertuples():
        print(f"briefing: {problem.path}: {problem.what}; {problem.remedy}", file=sys.stderr)
    return 0 if len(briefing.documents) else 1


def _report(options: argparse.Namespace) -> int:
    from tqdm import tqdm

    from briefing_lib.briefing import read_briefing
    from briefing_lib.read.corpora import default_corpus
    from briefing_lib.read.sources import list_files
    from briefing_lib.report import NOTHING, SECTIONS, SIZE, check_file, write_report

    folder = options.folder or default_corpus()
    size = SIZE if options.size is None else options.size
    if not size > 0:
        raise ValueError(f"--size is {size:g}; it is in megabytes and must be more than 0.")
    check_file(options.out)  # before the work, not after it
    total = len(list_files(folder)) + len(SECTIONS) + 1  # the last: its documents
    with tqdm(total=total, unit=" steps", disable=options.quiet or None, file=sys.stderr) as bar:
        briefing = read_briefing(folder, progress=bar.update)
        if not len(briefing.documents):
            print(
                f"briefing: there are no documents in {str(folder)!r}; no report was written. {NOTHING}",
                file=sys.stderr,
            )
            return 1
        path = write_report(briefing, options.out, title=options.title, size=size, progress=bar.update)
    if not options.quiet:
        print(f"{path}: {len(briefing.documents):,} documents, {path.stat().st_size / 1e6:.1f} MB")
    return 0


def _score(options: argparse.Namespace) -> int:
    from briefing_lib.read.corpora import bundled_folder
    from briefing_lib.score import TABLES_SCORED, score_tables

    if options.table and options.table not in TABLES_SCORED:
        raise ValueError(f"There is no score for {options.table!r}. Choose one of {', '.join(TABLES_SCORED)}.")
    result = score_tables(options.tables, options.gold, options.texts or bundled_folder("seeds"), options.table)
    print(result.report(show=options.show), end="")
    return 0


if __name__ == "__main__":
    sys.exit(main())
