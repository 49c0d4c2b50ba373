"""Environments of other tools, each made in a folder of its own, so that none has to share what another needs."""

from __future__ import annotations

import subprocess
import sys
import venv
from collections.abc import Sequence
from pathlib import Path


def make_environment(tool: str, packages: Sequence[str], distribution: str, folder: Path) -> tuple[str, str]:
    """Make the environment of a tool.

    Args:
        tool: its name; the environment's folder is called so.
        packages: what pip is to install.
        distribution: the one whose version counts.
        folder: where to make it.

    Returns:
        The environment's interpreter, and the tool's version.
    """
    home = folder / tool
    venv.create(home, with_pip=True)
    python = str(home / ("Scripts/python.exe" if sys.platform == "win32" else "bin/python"))
    subprocess.run([python, "-m", "pip", "install", "--quiet", "--disable-pip-version-check", *packages], check=True)
    ask = f"from importlib.metadata import version; print(version({distribution!r}))"
    return python, subprocess.run([python, "-c", ask], check=True, capture_output=True, text=True).stdout.strip()
