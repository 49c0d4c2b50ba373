"""Who a title and a first name mean: 'Prime Minister Abiy', 'President Guðni', 'Dr. Suu Kyi', 'President Sisi'.

In Ethiopia, Iceland, Burma or Mongolia a name has no surname, and Brazil and Indonesia call leaders by any part of
theirs. So a title with one part of a name is whoever held that office and has that part, if it is one person alone.
"""

from __future__ import annotations

import re
from functools import cache

from briefing_lib import lexicon
from briefing_lib.find.gazetteer import Gazetteer, Sense
from briefing_lib.find.name.offices import Tenure, held_by, titles

_PART = re.compile(r"[^\W\d_][\w’']+")
_SHORTEST = 3  # letters of a part by which somebody is called
_LEADING = frozenset(("head-of-state", "head-of-government", "leader"))
_HONORIFIC = re.compile(r"\b(?:Mr|Mrs|Ms|Dr|Prof)\.?$|\b(?:Ato|Pak|Bapak|Ibu|Daw|U|Dato|Datuk|Tun|Sheikh|Khun)$")
_LONGEST = 4  # words of a title


def called_by_part(part: str, title: str, published: str, names: Gazetteer) -> Sense | None:
    """Return the only person who has a name with this part and held the office of the title on a document's date.

    Behind a mere honorific it is the only head of state or government of the day, of a country whose people are called
    by their first names.

    Args:
        part: first, middle or last part of a name, as written.
        title: the words before it.
        published: the document's date (EDTF) or ''; without one whoever ever held the office.
        names: the gazetteer.

    >>> from briefing_lib.find.gazetteer import bundled
    >>> called_by_part("Abiy", "with Prime Minister ", "2025-03-18", bundled()).actor
    'Abiy Ahmed'
    >>> called_by_part("Olaf", "Chancellor ", "1996-05-01", bundled())
    """
    senses = _by_part(names).get(part, ())
    day = published[:10].rstrip("~?%")
    office = _office(title)
    found = [sense for sense in senses if any(_fits(tenure, office, title) for tenure in held_by(sense.actor, day))]
    return found[0] if len(found) == 1 else None


def _fits(tenure: Tenure, office: str, title: str) -> bool:
    if office:
        return tenure.kind == office or {tenure.kind, office} <= _LEADING
    return (
        _HONORIFIC.search(title.rstrip()) is not None
        and tenure.kind in _LEADING
        and tenure.country in _first_name_countries()
    )


def _office(title: str) -> str:
    """Return the kind of office that the last words of a title name, '' if none."""
    words = title.split()
    for count in range(min(_LONGEST, len(words)), 0, -1):
        if hit := titles().get(" ".join(words[-count:]).lower()):
            return hit[0]
    return ""


@cache
def _by_part(names: Gazetteer) -> dict[str, tuple[Sense, ...]]:
    """Return people by each part of each of their names."""
    found: dict[str, dict[str, Sense]] = {}
    for alias, sense in names.senses.items():
        if sense.type == "person" and " " in alias:
            for part in _PART.findall(alias):
                if len(part) >= _SHORTEST and part[0].isupper():
                    found.setdefault(part, {})[sense.actor] = sense
    return {part: tuple(senses.values()) for part, senses in found.items()}


@cache
def _first_name_countries() -> frozenset[str]:
    return frozenset(row["country"] for row in lexicon.rows("first_name_countries"))
