"""A folder to its documents: which files there are, what ``sources.csv`` adds, what cannot be read."""

from __future__ import annotations

import hashlib
from pathlib import Path
from typing import NamedTuple

from briefing_lib.read.formats import PAGES, READABLE, UnreadableFile, read_file
from briefing_lib.read.rows import read_rows
from briefing_lib.tables import Problem

SOURCES = "sources.csv"
# Files of the corpus folder that are not documents: what the researcher adds beside them.
_BESIDE = frozenset({SOURCES, "actors.csv", "topics.csv", "corrections.csv"})
STATED = ("title", "author", "publisher", "published", "published_basis", "genre", "language")


class Source(NamedTuple):
    """Document as found: its name, path relative to the folder, text, checksum and what sources.csv says of it."""

    document: str
    path: str
    text: str
    sha256: str
    stated: dict[str, str]


def list_files(folder: Path) -> list[Path]:
    """Return the files of a corpus folder and its subfolders in the order of their paths, hidden ones left out.

    Raises:
        FileNotFoundError: there is no such folder; the message names it and what to do.
    """
    if not folder.exists():
        raise FileNotFoundError(f"There is no folder {str(folder)!r}. Give the folder that holds your documents.")
    if folder.is_file():
        raise FileNotFoundError(f"{str(folder)!r} is a file. Give the folder that holds it: {str(folder.parent)!r}.")
    found = [
        path
        for path in folder.rglob("*")
        if path.is_file()
        and not any(part.startswith(".") for part in path.relative_to(folder).parts)
        and not (path.parent == folder and path.name in _BESIDE)
        and not _belongs_to_page(path, folder)
    ]
    return sorted(found, key=lambda path: path.relative_to(folder).as_posix())


def _belongs_to_page(path: Path, folder: Path) -> bool:
    """'Talks fail_files/style.css', which a browser saves beside 'Talks fail.html'."""
    for parent in path.parents:
        if parent == folder:
            return False
        stem = parent.name.removesuffix("_files")
        if stem != parent.name and any(parent.with_name(stem + suffix).is_file() for suffix in PAGES):
            return True
    return False


def name_documents(paths: list[str]) -> dict[str, str]:
    """Name documents by their file's stem, or by the path without suffix where stems collide.

    >>> name_documents(["a/note.txt", "b/note.txt", "c/call.md"])
    {'a/note.txt': 'a/note', 'b/note.txt': 'b/note', 'c/call.md': 'call'}
    """
    stems: dict[str, list[str]] = {}
    for path in paths:
        stems.setdefault(Path(path).stem, []).append(path)
    names = {}
    for path in paths:
        stem = Path(path).stem
        alone = len(stems[stem]) == 1
        without_suffix = path.removesuffix(Path(path).suffix)
        names[path] = stem if alone else without_suffix if _distinct(stems[stem], without_suffix) else path
    return names


def _distinct(paths: list[str], without_suffix: str) -> bool:
    return sum(path.removesuffix(Path(path).suffix) == without_suffix for path in paths) == 1


def read_stated(folder: Path) -> tuple[dict[str, dict[str, str]], list[Problem]]:
    """Read ``sources.csv``, which supplies what a document does not state of itself.

    Returns:
        What is stated by document (columns title, author, publisher, published, published_basis, genre,
        language; empty cells left out), and problems. A missing file is no problem.
    """
    rows, problems = read_rows(folder / SOURCES, "document", "add a column 'document' with the file's stem in each row")
    stated: dict[str, dict[str, str]] = {}
    for _, row in rows:
        name = row.get("document", "")
        if name in stated:
            problems.append(
                Problem(name, SOURCES, f"document {name!r} stands twice", "keep one row a document; the first was used")
            )
            continue
        stated[name] = {column: row[column] for column in STATED if row.get(column)}
    return stated, problems


def _together(given: dict[str, str], stated: dict[str, str]) -> dict[str, str]:
    """What sources.csv gives comes before what the file states of itself; a date comes with its own basis."""
    if "published" in given:
        stated = {column: value for column, value in stated.items() if column != "published_basis"}
    return {**stated, **given}


def read_sources(folder: Path) -> tuple[list[Source], list[Problem]]:
    """Read every document of a folder.

    Returns:
        Documents in the order of their names, and a problem for each file that could not be read.

    Raises:
        FileNotFoundError: there is no such folder.
    """
    files = {path.relative_to(folder).as_posix(): path for path in list_files(folder)}
    stated, problems = read_stated(folder)
    names = name_documents([path for path in files if Path(path).suffix.casefold() in READABLE])
    sources = []
    for relative, path in files.items():
        try:
            content = read_file(path)
        except UnreadableFile as error:
            problems.append(Problem(names.get(relative, ""), relative, str(error), error.remedy))
            continue
        name = names[relative]
        sha256 = hashlib.sha256(content.raw).hexdigest()
        sources.append(Source(name, relative, content.text, sha256, _together(stated.get(name, {}), content.stated)))
    for name in stated:
        if name not in names.values():
            problems.append(
                Problem(
                    name,
                    SOURCES,
                    f"names a document {name!r} that is not in the folder",
                    "correct the name (the file's, without its ending), or remove the row",
                )
            )
    return sorted(sources, key=lambda source: source.document), problems
