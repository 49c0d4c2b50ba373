"""Names of houses: a palace or a hotel says more closely where a meeting was, and contradicts no town."""

from __future__ import annotations

import re

_HOUSE = re.compile(
    r"\b(?:Airport|Castle|Cathedral|Centre|Center|Château|Chateau|Club|Embassy|Guesthouse|Hall|Hotel|House|Kremlin|Manor|Mansion|"
    r"Ministry|Museum|Palace|Palais|Pavilion|Residence|Rotunda|Villa)\b"
)


def is_house(place: str) -> bool:
    """Tell whether a name is a house's.

    >>> is_house("National Palace"), is_house("Addis Ababa")
    (True, False)
    """
    return bool(_HOUSE.search(place))
