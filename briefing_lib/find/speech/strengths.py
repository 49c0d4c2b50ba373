"""Strength of a saying word: what it commits its source to, in one word for all that commit to the same."""

from __future__ import annotations

STRENGTHS = {
    "said": "gives it as said, and no more: said, told, wrote, according to",
    "stressed": "gives it weight: stressed, underlined, drew attention to",
    "confirmed": "vouches that it is so, or still so: confirmed, reaffirmed, testified",
    "revealed": "makes known what was not known: revealed, disclosed, let slip",
    "suggested": "says it by half: hinted, implied, signalled",
    "claimed": "holds it against doubt: claimed, argued, insisted, alleged",
    "thought": "thinks, hopes or fears it: believes, expects, in his view",
    "predicted": "gives it as likely, or as a reckoning: forecast, estimated",
    "admitted": "grants it against his own cause: admitted, conceded, acknowledged",
    "agreed": "says it with others, or decides it: agreed, resolved",
    "denied": "says that it is not so: denied, rejected, ruled out",
    "warned": "speaks of harm to come: warned, threatened",
    "pledged": "binds himself to it: pledged, vowed, assured, offered",
    "urged": "wants others to do it: urged, called for, recommended",
    "demanded": "wants it as of right: demanded",
    "ordered": "can make others do it: ordered, ruled, decreed",
    "invited": "asks others to come or join: invited",
    "asked": "puts it as a question or a request: asked, wondered, requested",
    "accused": "lays it at somebody's door: accused, blamed",
    "condemned": "finds it bad: condemned, denounced, criticised",
    "complained": "finds fault with it, or regrets it: complained, lamented",
    "praised": "finds it good: praised, welcomed, hailed",
}
