"""One person, many spellings: 'Moammar Qaddafi', 'Mouammar Kadhafi' and 'Muammar Gaddafi', 'KISHIDA Fumio' and 'Fumio
Kishida', with and without accents.

Names from other scripts keep their consonants however they are written in Latin letters. A name that no lexicon has is
compared by those with the people the lexicon knows.
"""

from __future__ import annotations

import re
import unicodedata
from difflib import SequenceMatcher
from functools import cache, lru_cache

from briefing_lib.find.gazetteer import Gazetteer, Sense

# Letters and pairs that writers of other scripts exchange: Qaddafi and Gaddafi, Kadhafi; Yusuf and Joseph are two.
_EXCHANGED = (("kh", "k"), ("gh", "k"), ("dh", "d"), ("th", "t"), ("ph", "f"), ("ck", "k"), ("q", "k"), ("g", "k"),
              ("dj", "j"), ("w", "v"), ("z", "s"), ("x", "ks"), ("ts", "s"), ("tch", "c"), ("ch", "c"))  # fmt: skip
_VOWELS = re.compile(r"(?<=.)[aeiouyjh]")
_DOUBLED = re.compile(r"(.)\1+")
_LIKE = 0.72  # share of letters in common, in order, below which two names of the same consonants are two names
_LETTERS = 5  # consonants that a name must have in all: 'Li Na' says too little


@lru_cache(maxsize=4096)
def spelled_otherwise(name: str, names: Gazetteer) -> Sense | None:
    """Return the person of the lexicon whose name is written another way, or None if none or several fit.

    >>> from briefing_lib.find.gazetteer import bundled
    >>> [spelled_otherwise(n, bundled()).actor for n in ("Moammar Qaddafi", "Luís Inacio Lula da Silva")]
    ['Muammar Gaddafi', 'Luiz Inácio Lula da Silva']
    >>> spelled_otherwise("Mariana Silva", bundled()) is None
    True
    """
    plain = plain_letters(name)
    parts = plain.split()
    if len(parts) < 2:
        return None
    bones = [_bones(part) for part in parts]
    if sum(map(len, bones)) < _LETTERS:
        return None
    common = all(part.capitalize() in names.given for part in parts)  # 'Mohamed Hassan' is many people
    fitting = [
        sense
        for other, sense in _known(names).get(" ".join(sorted(bones)), ())
        if other == plain
        or sorted(other.split()) == sorted(parts)
        or (not common and _is_like(parts, other.split(), names))
    ]
    return fitting[0] if len({sense.actor for sense in fitting}) == 1 else None


def plain_letters(name: str) -> str:
    """Return a name in small letters without accents, stops and apostrophes.

    >>> plain_letters("Nikol PASHİNYAN"), plain_letters("Kassym-Jomart K. Toqayev")
    ('nikol pashinyan', 'kassym jomart k toqayev')
    """
    letters = unicodedata.normalize("NFKD", name.replace("ı", "i").replace("ł", "l").replace("ø", "o"))
    letters = "".join(c for c in letters if not unicodedata.combining(c)).lower()
    return " ".join(re.sub(r"[.'’‘`]", "", letters).replace("-", " ").split())


def _bones(word: str) -> str:
    for written, other in _EXCHANGED:
        word = word.replace(written, other)
    return _DOUBLED.sub(r"\1", _VOWELS.sub("", word))


def _is_like(parts: list[str], others: list[str], names: Gazetteer) -> bool:
    """Compare word for word; two given names of one alphabet ('Mariana' and 'Marina') are two people."""
    left = sorted(parts, key=_bones)
    for one, other in zip(left, sorted(others, key=_bones), strict=True):
        if one != other:
            if _same_vowels(one, other):
                continue
            if one.capitalize() in names.latin and other.capitalize() in names.latin:
                return False
            if SequenceMatcher(None, one, other, autojunk=False).ratio() < _LIKE:
                return False
    return True


def _same_vowels(one: str, other: str) -> bool:
    """'qaddafi' and 'kadhafi' have few letters in common, but the same vowels."""
    return re.sub(r"[^aeiou]", "", one) == re.sub(r"[^aeiou]", "", other)


@cache
def _known(names: Gazetteer) -> dict[str, list[tuple[str, Sense]]]:
    known: dict[str, list[tuple[str, Sense]]] = {}
    for alias, sense in names.senses.items():
        if sense.type == "person" and " " in alias:
            plain = plain_letters(alias)
            known.setdefault(" ".join(sorted(map(_bones, plain.split()))), []).append((plain, sense))
    return known
