"""Whether two mentions of a document tell of one meeting, and what the one settles about the other's status."""

from __future__ import annotations

from briefing_lib.link.meeting.draft import Draft

# Mentions looked at on either side, so that a document twice as long takes twice the time.
REACH = 80
FIRM = frozenset({"held"})
AHEAD = frozenset({"planned", "expected", "proposed"})
# Types that may be names of one meeting: a "meeting" in the headline is "talks" or a "summit" in the text.
FAMILY = {"talks": "talks", "summit": "talks", "ministerial": "talks"}


def alike(a: Draft, b: Draft) -> bool:
    """Tell whether two mentions are both of what has been held, or both of what is to come."""
    return a.status in FIRM and b.status in FIRM or a.status in AHEAD and b.status in AHEAD or a.status == b.status


def same(a: Draft, b: Draft) -> bool:
    """Tell whether two mentions name the same kind of meeting of the same parties."""
    mine, theirs = set(a.participants), set(b.participants)
    if FAMILY.get(a.type, a.type) != FAMILY.get(b.type, b.type) or not mine:
        return False
    return mine == theirs or len(mine & theirs) > 1 and (mine <= theirs or theirs <= mine)


def touch(a: Draft, b: Draft) -> bool:
    """Tell whether the dates of two mentions meet, as far as both are known."""
    return not a.earliest or not b.earliest or a.earliest <= b.latest and b.earliest <= a.latest


def settle_titles(drafts: list[Draft]) -> None:
    """Give a title without a verb the status of the text below it: "Putin-Xi Meeting" may be one to come."""
    for index, draft in enumerate(drafts):
        if not draft.assumed:
            continue
        for other in drafts[index + 1 : index + REACH]:
            talk = draft.type == "talks" and other.type == "call" and draft.participants == other.participants
            if not other.assumed and (same(draft, other) or talk):
                draft.status = other.status
                break


def settle_looks_back(drafts: list[Draft]) -> None:
    """Count as held what a look back calls upcoming, if the document tells of the same stay as held."""
    for index, draft in enumerate(drafts):
        if not draft.looks_ahead:
            continue
        for other in drafts[max(0, index - REACH) : index + REACH]:
            near = set(draft.participants) & set(other.participants) - {draft.place_state}
            if (
                other.status in FIRM
                and near
                and draft.place
                and draft.place_state == other.place_state
                and touch(draft, other)
            ):
                draft.status = "held"
                if not draft.edtf and other.edtf:
                    draft.take_date(other, "carried from the same meeting")
                break
