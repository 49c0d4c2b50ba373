"""The README shows what the code does: its three lines, their output, and the data dictionary."""

from __future__ import annotations

import contextlib
import io
import re
from pathlib import Path

import pytest

from briefing_lib.tables import dictionary

ROOT = Path(__file__).resolve().parents[1]
README = (ROOT / "README.md").read_text(encoding="utf-8")


def test_the_lines_give_the_output_shown(monkeypatch: pytest.MonkeyPatch) -> None:
    code = re.search(r"```python\n(.*?)```", README, re.S)
    shown = re.search(r"```text\n(.*?)```", README, re.S)
    assert code and shown
    monkeypatch.chdir(ROOT)
    printed = io.StringIO()
    with contextlib.redirect_stdout(printed):
        exec(code.group(1), {})  # noqa: S102 - the README's own lines
    assert printed.getvalue().rstrip() == shown.group(1).rstrip()


def test_the_data_dictionary_is_that_of_the_code() -> None:
    shown = re.search(r"<!-- dictionary: [^>]*-->\n(.*?)<!-- /dictionary -->", README, re.S)
    assert shown
    assert shown.group(1).strip() == dictionary().strip()


def test_links_to_files_lead_somewhere() -> None:
    for target in re.findall(r"\]\((?!https?:)([^)#]+)\)", README):
        assert (ROOT / target).exists(), target
