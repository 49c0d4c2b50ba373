"""What the top-level files promise each other: environment.yml, pyproject.toml, README and the Binder badge."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path
from urllib.parse import parse_qs, urlparse

import pytest
import yaml

ROOT = Path(__file__).resolve().parents[1]
ENVIRONMENT = yaml.safe_load((ROOT / "environment.yml").read_text(encoding="utf-8"))
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
README = (ROOT / "README.md").read_text(encoding="utf-8")


def test_the_environment_is_python_and_the_package_itself() -> None:
    python, pip, inner = ENVIRONMENT["dependencies"]
    assert pip == "pip"
    assert inner == {"pip": ["."]}, "every other dependency is listed once, in pyproject.toml"
    version = python.removeprefix("python=")
    low = re.fullmatch(r">=3\.(\d+)", PROJECT["requires-python"])
    assert low and int(low.group(1)) <= int(version.split(".")[1])
    assert f"Programming Language :: Python :: {version}" in PROJECT["classifiers"]


@pytest.mark.parametrize("package", ["jupyterlab", "pandas", "plotly", "ipywidgets", "anywidget", "ipykernel"])
def test_what_the_notebooks_need_comes_with_the_package(package: str) -> None:
    assert any(re.match(rf"{package}\b", needed) for needed in PROJECT["dependencies"])


def test_binder_takes_the_file_at_the_top() -> None:
    assert not (ROOT / "binder").exists() and not (ROOT / ".binder").exists(), (
        "either folder would hide environment.yml"
    )


def test_the_badge_opens_the_first_notebook_in_jupyterlab() -> None:
    links = re.findall(r"\((https://mybinder\.org/v2/gh/[^)]+)\)", README)
    assert links
    for link in links:
        parts = urlparse(link)
        assert parts.path.startswith("/v2/gh/OWNER/REPOSITORY/"), "one place to fill in"
        target = parse_qs(parts.query)["urlpath"][0]
        assert target.startswith("lab/tree/notebooks/")
        assert (ROOT / target.removeprefix("lab/tree/")).is_file()


def test_the_readme_names_both_commands_and_every_notebook() -> None:
    assert "make lab" in README and "make test" in README
    for notebook in (ROOT / "notebooks").glob("*.ipynb"):
        assert notebook.name in README


def test_versions_agree() -> None:
    citation = yaml.safe_load((ROOT / "CITATION.cff").read_text(encoding="utf-8"))
    assert str(citation["version"]) == PROJECT["version"]
    assert f"[{PROJECT['version']}]" in (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")
