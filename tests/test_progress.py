"""A bar is shown where work is long and somebody looks on, and nowhere else."""

from __future__ import annotations

from types import SimpleNamespace

import IPython
import pytest

import briefing_lib as bl
from briefing_lib import progress


@pytest.fixture
def notebook(monkeypatch):
    monkeypatch.setattr(IPython, "get_ipython", lambda: SimpleNamespace(kernel=object()))


@pytest.fixture
def bars(monkeypatch):
    made = []

    class Bar:
        def __init__(self, **said):
            self.said, self.done, self.closed = said, 0, False
            made.append(self)

        def __enter__(self):
            return self

        def __exit__(self, *_):
            self.closed = True

        def update(self, more):
            self.done += more

    monkeypatch.setattr("tqdm.notebook.tqdm", Bar)
    return made


def corpus(folder, documents):
    for number in range(documents):
        (folder / f"{number}.txt").write_text("Ministers of Chad and Kenya met in Nairobi on 3 May 2021.\n")
    return folder


def test_a_large_folder_read_in_a_notebook_shows_how_far_it_has_come(tmp_path, notebook, bars, monkeypatch):
    monkeypatch.setattr(progress, "LONG", 100)
    bl.read_briefing(corpus(tmp_path, 3), workers=1)
    (bar,) = bars
    assert bar.said["total"] == bar.done == 3
    assert bar.closed


def test_a_small_folder_shows_none(tmp_path, notebook, bars):
    bl.read_briefing(corpus(tmp_path, 3))
    assert bars == []


def test_a_script_shows_none(tmp_path, bars, monkeypatch):
    monkeypatch.setattr(progress, "LONG", 100)
    bl.read_briefing(corpus(tmp_path, 3), workers=1)
    assert bars == []


def test_who_asks_to_be_told_is_told(tmp_path, notebook, bars, monkeypatch):
    monkeypatch.setattr(progress, "LONG", 10_000)
    told = []
    bl.read_briefing(corpus(tmp_path, 3), workers=1, progress=told.append)
    assert told == [1, 1, 1]
    assert bars == []
