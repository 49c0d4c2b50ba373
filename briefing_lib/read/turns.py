"""Turns of a transcript: which paragraphs hand the floor over, and to whom."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Sequence

from briefing_lib.read.interviews import INTERVIEW
from briefing_lib.read.labels import has_title, label_kind, read_label
from briefing_lib.read.lines import BY
from briefing_lib.read.paragraphs import Paragraph
from briefing_lib.read.speakers import PERSON_NOTE, Labels, Turn, asks, is_person_like, is_shouted, no_persons

# 'Lab', 'LD', 'Lab/Co-op': parties as parliaments' records give them behind a member's name
_PARTY = re.compile(
    r"(?:Lab|Con|LD|Lib\.? ?Dem|SNP|DUP|UUP|SDLP|PC|Green|Ind|CB|Lib|LAB|CON|Labour|Conservative|Liberal)\.?"
    r"(?:/Co-op)?$"
)
# 'Sergey Lavrov', 'Prime Minister of Fiji', '[Ann Lee (Kenya)]': a line with nothing but a name
_LONE_NAME = re.compile(
    r"[\[(]?(?:[A-ZÀ-Þ][\w.'’-]*|of|de|da|van|von|bin|al|el|and|the|for)(?:,?\s+(?:[A-ZÀ-Þ][\w.'’-]*|of|de|da|van"
    r"|von|bin|al|el|and|the|for)){0,7}"
    r"(?:\s*\([^()]{1,60}\))?[\])]?$"
)


def read_turns(paragraphs: Sequence[Paragraph]) -> list[Turn | None]:
    r"""Return, for each paragraph, the turn that it opens, or None.

    Args:
        paragraphs: the document's paragraphs.

    Returns:
        Turns of kind question, answer, moderator or speaker; ``name`` is empty for nameless labels.

    >>> from briefing_lib.read.paragraphs import split_paragraphs
    >>> [t and t[:2] for t in read_turns(split_paragraphs("Question: Why?\n\nAmina Mohamed: Because.\nMore."))]
    [('question', ''), ('speaker', 'Amina Mohamed'), None]
    """
    labels = Labels(paragraphs)
    turns: list[Turn | None] = (
        [labels.turn(i) for i in range(len(paragraphs))] if labels.total else [None] * len(paragraphs)
    )
    _mark_lone_names(paragraphs, turns)
    if any(turns):
        _mark_parliament(labels, turns)
        _mark_interviewer(paragraphs, turns)
        _mark_other_askers(labels, turns)
        _mark_unlabelled(paragraphs, turns)
    return turns


def _mark_lone_names(paragraphs: Sequence[Paragraph], turns: list[Turn | None]) -> None:
    """Names on a line of their own above their words, which come back as speakers do."""
    if sum(turn is not None for turn in turns) > 0.3 * len(turns):
        return
    lone = [
        p.text.strip("[]") if len(p.text) < 90 and turn is None and _LONE_NAME.match(p.text) else ""
        for p, turn in zip(paragraphs, turns, strict=True)
    ]
    times = Counter(filter(None, lone))
    found: dict[int, Turn] = {}
    for i, words in enumerate(lone[:-1]):
        if not words or lone[i + 1]:
            continue
        label = read_label(f"{words}: ")
        if label is None or label.length < len(words):
            continue
        kind = label_kind(label)
        if kind in ("question", "answer", "moderator"):
            found[i] = Turn(kind, "", len(words))
        elif not kind and times[words] > 1 and _is_person(label.name):
            found[i] = Turn("speaker", label.name, len(words))
    if len({turn.name or turn.kind for turn in found.values()}) == 1 and len(found) < 3:
        return  # an author's name above the text and again below it
    if len(found) < 2 or not any(turn.name or times[lone[i]] > 1 for i, turn in found.items()):
        return
    for i, words in enumerate(lone):
        if i in found:
            turns[i] = found[i]
        elif (
            words
            and i + 1 < len(lone)
            and not lone[i + 1]
            and i > min(found) - 4
            and times[words] == 1
            and _is_person(words)
        ):
            turns[i] = Turn("speaker", words, len(words))


def _is_person(name: str) -> bool:
    return is_person_like(name) and name.casefold() not in no_persons()


def _speeches(paragraphs: Sequence[Paragraph], turns: Sequence[Turn | None]) -> list[tuple[int, int]]:
    """For each turn, its first paragraph and the one behind its last."""
    at = [i for i, turn in enumerate(turns) if turn]
    return list(zip(at, [*at[1:], len(paragraphs)], strict=True))


def _mark_parliament(labels: Labels, turns: list[Turn | None]) -> None:
    """In a parliament's record members ask under their own names: 'Mr. Smith (Bradford) (Lab): When will he go?'"""
    has_parties = any(label and any(_PARTY.match(note) for note in label.notes) for label in labels.labels)
    has_asked = any(label and label.form == "asked" for label in labels.labels)
    has_members = any(label and label.form == "stopped" and is_shouted(label.name) for label in labels.labels)
    has_office = any(label and any(PERSON_NOTE.match(note) for note in label.notes) for label in labels.labels)
    if not (has_parties or has_asked or has_office or (has_members and not labels.has_questions)):
        return
    spans = _speeches(labels.paragraphs, turns)
    for (start, end), (after, _) in zip(spans, spans[1:], strict=False):
        turn, following = turns[start], turns[after]
        if turn and following and turn.kind == "speaker" and turn.name and following.name != turn.name:
            last = labels.paragraphs[end - 1].text
            if asks(last):
                turns[start] = turn._replace(kind="question")


def _surnames(turns: Sequence[Turn | None]) -> Callable[[Turn], str]:
    """Return what tells which turns are one speaker's: 'HELEN STRAND', 'STRAND' and 'HS'."""
    full = {turn.name for turn in turns if turn and " " in turn.name}
    initials = {"".join(part[0] for part in name.split()): name.split()[-1].casefold() for name in full}

    def surname(turn: Turn) -> str:
        short = turn.name.replace(".", "").replace(" ", "")
        return initials.get(short) or (turn.name.split()[-1].casefold() if turn.name else turn.kind)

    return surname


def _mark_interviewer(paragraphs: Sequence[Paragraph], turns: list[Turn | None]) -> None:
    """Without 'Question:', the speaker whose turns end in question marks while the others' do not is a journalist."""
    if any(turn and turn.kind == "question" for turn in turns):
        return
    asked: Counter[str] = Counter()
    spoken: Counter[str] = Counter()
    surname = _surnames(turns)
    for start, end in _speeches(paragraphs, turns):
        turn = turns[start]
        if turn:
            spoken[surname(turn)] += 1
            asked[surname(turn)] += asks(paragraphs[end - 1].text)
    first = next(i for i, turn in enumerate(turns) if turn)
    intro = " ".join(p.text for p in paragraphs[: min(first, 6)])
    shares = {name: asked[name] / times for name, times in spoken.items()}
    asker = _author(paragraphs[:first], spoken) or max(shares, key=lambda name: shares[name])
    others = max((share for name, share in shares.items() if name != asker), default=1.0)
    if spoken[asker] < 2 or any(turn and has_title(turn.name) for turn in turns if turn and surname(turn) == asker):
        return
    if _author(paragraphs[:first], spoken):
        clear = others <= 0.35 or shares[asker] > others
    elif INTERVIEW.search(intro):
        clear = shares[asker] >= 0.6 and others <= 0.35
        clear = clear or (
            "interview" in intro.casefold() and shares[asker] >= max(0.15, 2 * others) and len(shares) == 2
        )
    else:
        clear = shares[asker] >= 0.9 and others <= 0.35 and spoken[asker] >= 3
    if not clear:
        return
    for i, turn in enumerate(turns):
        if turn and surname(turn) == asker:
            turns[i] = Turn("question", "", turn.length)


def _author(top: Sequence[Paragraph], spoken: Counter[str]) -> str:
    """Return the surname of the speaker whom a byline names as the author, '' if it names none or all."""
    signed = [p.text.split(" | ")[0].casefold() for p in top if len(p.text) < 120 and BY.match(p.text)]
    found = [name for name, times in spoken.items() if times > 1 and any(line.endswith(f" {name}") for line in signed)]
    return found[0] if len(found) == 1 and len(spoken) > 1 else ""


def _mark_other_askers(labels: Labels, turns: list[Turn | None]) -> None:
    """'Nation: Who walked out first?' right before a turn: a newspaper that no lexicon lists."""
    for i, label in enumerate(labels.labels[:-1]):
        if label is None or turns[i] or labels.kinds[i] or label.form != "colon":
            continue
        following = turns[i + 1]
        if following and following.kind in ("speaker", "answer") and asks(labels.paragraphs[i].text) and i > 0:
            turns[i] = Turn("question", "", label.length)


def _mark_unlabelled(paragraphs: Sequence[Paragraph], turns: list[Turn | None]) -> None:
    """A speaker whose label comes back at once has been interrupted: by the question just before it."""
    spans = _speeches(paragraphs, turns)
    for (start, end), (after, _) in zip(spans, spans[1:], strict=False):
        turn, following = turns[start], turns[after]
        if turn is None or following is None or turn[:2] != following[:2] or turn.kind == "question":
            continue
        if (
            turns[end - 1] is None
            and end - start > 1
            and asks(paragraphs[end - 1].text)
            and len(paragraphs[end - 1].text) < 600
        ):
            turns[end - 1] = Turn("question", "", 0)
