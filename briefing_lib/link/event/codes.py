"""The code of an event in PLOVER's and CAMEO's terms, so that it can be laid beside event data.

PLOVER keeps CAMEO's numbers for what it calls CONSULT: 040 consult, 041 discuss by telephone, 042 make a visit, 044
meet at a third location, 045 mediate, 046 engage in negotiation; 036 is the intent to meet or negotiate, 057 the
signing of an agreement. 043, to host a visit, is the same event as 042 seen from the other side, and so codes no row of
its own. Speeches, press conferences and what was called off or denied have no code among these.

Source: P. A. Schrodt, CAMEO Conflict and Mediation Event Observations, Codebook 1.1b3 (2012), chapters 3 to 5.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from briefing_lib.link.people import known_state, state_of_place

INTENT = frozenset({"planned", "expected", "proposed"})
_OWN = {"call": "041", "visit": "042", "signing": "057"}
_MEETINGS = frozenset({"talks", "summit", "ministerial", "other"})
# "mediated by Oman", "Qatari mediators"
_MEDIATED = re.compile(r"\bmediat", re.I)
# "the negotiations in Doha", "a third round of talks"
_NEGOTIATED = re.compile(r"\bnegotiat|\bround of (?:talks|consultations)\b", re.I)


def code_of(kind: str, status: str, participants: Sequence[str], place: str, words: Iterable[str]) -> str:
    """Return the code of an event; empty where none of these fits.

    Args:
        kind: type of the event.
        status: last status reported.
        participants: who takes part.
        place: where.
        words: the words of its mentions.

    >>> code_of("visit", "held", ["Kenya", "Peru"], "Lima", [])
    '042'
    >>> code_of("talks", "held", ["Kenya", "Peru"], "Geneva", ["held talks"])
    '044'
    >>> code_of("talks", "expected", ["Kenya", "Peru"], "", ["may meet"]), code_of("talks", "denied", [], "", [])
    ('036', '')
    """
    if status in INTENT:
        return "036" if kind in _MEETINGS or kind in ("visit", "call") else ""
    if status != "held":
        return ""
    if kind in _OWN:
        return _OWN[kind]
    if kind not in _MEETINGS:
        return ""
    said = list(words)
    if any(_MEDIATED.search(text) for text in said):
        return "045"
    if any(_NEGOTIATED.search(text) for text in said):
        return "046"
    return "044" if _is_third(place, participants) else "040"


def _is_third(place: str, participants: Sequence[str]) -> bool:
    """Is the place in neither of the parties' countries? Unknown is no."""
    host = state_of_place(place)
    homes = [known_state(party) or (party if state_of_place(party) == party else "") for party in participants]
    return bool(host) and len(homes) > 1 and all(homes) and host not in homes
