"""A bar that shows how far long work has come, in a notebook whose reader would else wait before an empty cell."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager

LONG = 1_500_000
"""Characters of documents from which on reading takes a second or more."""


def in_notebook() -> bool:
    """Tell whether a Jupyter kernel runs this code."""
    ipython = sys.modules.get("IPython")  # a kernel has loaded it; nobody else shall pay for it
    shell = ipython.get_ipython() if ipython else None
    return shell is not None and hasattr(shell, "kernel")


@contextmanager
def shown(documents: int, characters: int) -> Iterator[Callable[[int], object] | None]:
    """Show a bar while documents are read, where that takes long and somebody looks on; it goes when they are.

    Args:
        documents: how many there are.
        characters: how many they have together.

    Yields:
        What to call with the number of documents done since the last call; None where no bar is shown.

    >>> with shown(2, 5_000) as step:
    ...     print(step)
    None
    """
    if characters < LONG or not in_notebook():
        yield None
        return
    from tqdm.notebook import tqdm

    with tqdm(total=documents, desc="Reading", unit=" documents", leave=False) as bar:
        yield bar.update
