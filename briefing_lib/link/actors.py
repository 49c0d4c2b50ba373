"""Mentions to actors: one row for each person, state, organisation and place the corpus names."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping

from briefing_lib.find.edtf import bounds
from briefing_lib.find.gazetteer import Gazetteer
from briefing_lib.find.name.offices import held_by
from briefing_lib.tables import Actor, Mention

# 'Nairobi said', 'the Elysée said' name Kenya and France here, but neither is another name of the country.
_METONYMY = ("capital for its government", "seat of power")


def position_on(actor: str, date: str) -> str:
    """Return the office the lexicon knows an actor to have held on a date, or ''.

    Args:
        actor: name of a person.
        date: EDTF date.

    >>> position_on("Angela Merkel", "2011-05-04")
    'chancellor (DEU)'
    """
    if not bounds(date)[0]:
        return ""
    held = [f"{t.office} ({t.country or t.organisation})" for t in held_by(actor, date)]
    return "; ".join(dict.fromkeys(held))


def gather_actors(mentions: Iterable[Mention], published: Mapping[str, str], names: Gazetteer) -> list[Actor]:
    """Return the actors of a corpus in alphabetical order.

    Args:
        mentions: all mentions.
        published: date of publication by document.
        names: the gazetteer, for countries.

    Returns:
        One row an actor. ``position`` is what the lexicon knows on the date of the last document that names the actor.
    """
    types: dict[str, Counter[str]] = {}
    forms: dict[str, set[str]] = {}
    last: dict[str, str] = {}
    # Most mentions are alike: each kind of them is looked at once.
    alike = Counter((m.actor, m.type, m.text, m.rule in _METONYMY, m.document) for m in mentions)
    for (actor, kind, text, metonymy, document), number in alike.items():
        types.setdefault(actor, Counter())[kind] += number
        if not metonymy:
            forms.setdefault(actor, set()).add(" ".join(text.split()))
        last[actor] = max(last.get(actor, ""), published.get(document, ""))
    rows = []
    for actor in sorted(types):
        kind = max(sorted(types[actor]), key=lambda t: types[actor][t])
        sense = names.senses.get(actor)
        # A capital's own name stands for its government in the gazetteer, and lies in that country all the same.
        country = sense.country if sense and (sense.actor == actor or kind == "place") else ""
        position = position_on(actor, last[actor]) if kind == "person" else ""
        rows.append(Actor(actor, kind, country, position, sorted(forms.get(actor, set()) - {actor})))
    return rows
