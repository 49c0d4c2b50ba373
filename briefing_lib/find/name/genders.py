"""Women and men, as far as a title or a given name tells: 'Mrs. Gandhi' is not Mahatma Gandhi."""

from __future__ import annotations

import re
from functools import cache

from briefing_lib import lexicon

# 'Mrs. ', 'Prime Minister Mrs. ', 'Lady '
_WOMAN = re.compile(r"\b(?:Mrs|Ms|Miss|Mme|Madame?|Lady|Queen|Princess|Señora|Frau|Begum)\.? $")
_MAN = re.compile(r"\b(?:Mr|Messrs|Sir|Lord|King|Prince|Herr|Señor|Monsieur)\.? $")


def gender_before(text: str, start: int) -> str:
    """Return 'female' or 'male' where the title before a name says so, else ''.

    >>> gender_before("Then Mrs. Banda spoke.", 10), gender_before("Then Banda spoke.", 5)
    ('female', '')
    """
    before = text[max(0, start - 12) : start]
    return "female" if _WOMAN.search(before) else "male" if _MAN.search(before) else ""


@cache
def _genders() -> dict[str, str]:
    return {row["word"]: row["gender"] for row in lexicon.rows("given_name_genders")}


def gender_of(actor: str) -> str:
    """Return the gender that a person's given name tells, or ''.

    >>> gender_of("Indira Gandhi"), gender_of("Mahatma Gandhi"), gender_of("Lumwana Eze")
    ('female', 'male', '')
    """
    return next((_genders()[part] for part in actor.split()[:2] if part in _genders()), "")
