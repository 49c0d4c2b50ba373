"""The command line as a newcomer meets it."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from briefing_lib import cli
from briefing_lib.tables import TABLES

ROOT = Path(__file__).resolve().parents[1]


def run(capsys: pytest.CaptureFixture[str], *arguments: object) -> tuple[int, str, str]:
    try:
        code = cli.main([str(a) for a in arguments])
    except SystemExit as leaving:
        code = int(leaving.code or 0)
    out, err = capsys.readouterr()
    return code, out, err


def test_help_teaches(capsys: pytest.CaptureFixture[str]) -> None:
    code, out, _ = run(capsys, "--help")
    assert code == 0
    assert all(word in out for word in ("lab", "parse", "score", "sources.csv", "briefing parse my-documents"))


@pytest.mark.parametrize("command", ["lab", "parse", "score"])
def test_every_command_explains_itself(capsys: pytest.CaptureFixture[str], command: str) -> None:
    code, out, _ = run(capsys, command, "--help")
    assert code == 0
    assert "usage: briefing" in out


@pytest.mark.parametrize(
    "arguments", [(), ("parse",), ("parse", "x"), ("parse", "x", "--out", "y", "--format", "xls"), ("fly",)]
)
def test_wrong_use_says_how(capsys: pytest.CaptureFixture[str], arguments: tuple[str, ...]) -> None:
    code, out, err = run(capsys, *arguments)
    assert code == 2
    assert "usage: briefing" in err and not out


@pytest.mark.parametrize("format", ["csv", "parquet"])
def test_parse_writes_every_table(capsys: pytest.CaptureFixture[str], tmp_path: Path, format: str) -> None:
    code, out, _ = run(capsys, "parse", ROOT / "seeds", "--out", tmp_path / "out", "--format", format)
    assert code == 0
    assert "5 documents" in out
    assert {path.stem for path in (tmp_path / "out").glob(f"*.{format}")} >= set(TABLES)


def test_parse_names_a_missing_folder(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    code, _, err = run(capsys, "parse", tmp_path / "none", "--out", tmp_path / "out")
    assert code == 2
    assert err.startswith("briefing: There is no folder") and "Traceback" not in err


def test_parse_of_nothing_says_so(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    code, _, err = run(capsys, "parse", tmp_path / "empty", "--out", tmp_path / "out")
    assert code == 1
    assert "no documents" in err


def test_parse_reports_what_it_could_not_read(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Kenya and Uganda met in Kampala on 3 May 2019, the minister said.")
    (tmp_path / "b.pdf").write_bytes(b"%PDF")
    code, _, err = run(capsys, "parse", tmp_path, "--out", tmp_path / "out", "--quiet")
    assert code == 0
    assert "b.pdf: files of type .pdf are not read; save it as plain text" in err


def test_score_prints_a_line_a_measure(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    run(capsys, "parse", ROOT / "seeds", "--out", tmp_path / "out", "--format", "csv", "--quiet")
    code, out, _ = run(capsys, "score", tmp_path / "out", ROOT / "tests" / "gold")
    assert code == 0
    assert "meetings (mention)" in out and "F1" in out
    code, out, err = run(capsys, "score", tmp_path / "nothing", ROOT / "tests" / "gold")
    assert code == 2 and "There is no folder" in err
    code, out, err = run(capsys, "score", tmp_path, ROOT / "tests" / "gold")
    assert code == 2 and "briefing parse" in err
    code, out, err = run(capsys, "score", tmp_path / "out", ROOT / "tests" / "gold", "--table", "cats")
    assert code == 2 and "meetings" in err


def test_lab_names_a_missing_folder(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    code, _, err = run(capsys, "lab", tmp_path / "none")
    assert code == 2 and "There is no folder" in err


def test_the_installed_command_runs() -> None:
    done = subprocess.run(
        [sys.executable, "-m", "briefing_lib.cli", "--version"], capture_output=True, text=True, check=True
    )
    assert done.stdout.startswith("briefing ")
