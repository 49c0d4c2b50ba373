"""The widget to choose several of many values, a corpus' actors or documents.

Not `ipywidgets.TagsInput`: it shows no name, and in JupyterLab the Enter key does not choose what was typed.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

import anywidget
import traitlets

from briefing_lib.allowed import check

STYLE = """
.bl-chooser { display: flex; flex-flow: row wrap; align-items: center; gap: 3px; margin: 2px; width: auto;
  font-size: var(--jp-widgets-font-size, 13px); color: var(--jp-ui-font-color1, inherit); }
.bl-chooser label { margin-right: 5px; }
.bl-chooser input { min-width: 18em; height: 28px; padding: 0 8px; box-sizing: border-box; font: inherit;
  color: inherit;  background: var(--jp-layout-color1, transparent); border: 1px solid var(--jp-border-color1, #999); }
.bl-chip { font: inherit; color: inherit; padding: 3px 8px; margin-right: 3px; border: 0; cursor: pointer;
  background: var(--jp-layout-color2, #eee); }
"""


class Chooser(anywidget.AnyWidget):
    """Values chosen from many; none chosen means all.

    >>> several = Chooser(name="actor", options=["Chad", "Kenya"], value=["Chad"])
    >>> several.value = ["Peru"]
    Traceback (most recent call last):
        ...
    briefing_lib.allowed.NotAllowed: actor: 'Peru' is not one of 'Chad', 'Kenya'
    """

    _esm = Path(__file__).with_suffix(".js")
    _css = STYLE
    value = traitlets.List(traitlets.Unicode()).tag(sync=True)
    options = traitlets.List(traitlets.Unicode()).tag(sync=True)
    description = traitlets.Unicode().tag(sync=True)
    placeholder = traitlets.Unicode("all").tag(sync=True)
    tooltip = traitlets.Unicode(allow_none=True).tag(sync=True)

    def __init__(self, name: str = "", **traits: Any):
        self.name = name
        super().__init__(**traits)

    @traitlets.validate("value")
    def _validate_value(self, proposal: Any) -> list[str]:
        for value in proposal["value"]:
            check(self.name, value, self.options)
        return list(dict.fromkeys(proposal["value"]))

    def __repr__(self) -> str:
        return f"Chooser({self.name}: {self.value})"
