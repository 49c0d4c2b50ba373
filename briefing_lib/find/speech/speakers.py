"""Who says it: from a saying verb to its subject, on the left or on the right."""

from __future__ import annotations

import re
from typing import NamedTuple

from briefing_lib.find.speech.appositions import DASHED, before_comma, before_dash, piece_start
from briefing_lib.find.speech.auxiliaries import flags_of, skip_auxiliaries
from briefing_lib.find.speech.noun_phrases import first_common
from briefing_lib.find.speech.phrases import read_people_in, read_phrase, read_words
from briefing_lib.find.speech.source_nouns import is_title, is_title_word, kind_of
from briefing_lib.find.speech.speech_words import words
from briefing_lib.find.title.page import Page, Source, strip_right


class Subject(NamedTuple):
    """Subject of a verb (None if there is none on its left), where the verb phrase begins, and its auxiliaries."""

    source: Source | None
    start: int
    passive: bool
    infinitive: bool
    negated: bool
    modal: bool


def find_subject(page: Page, low: int, verb: int) -> Subject:
    """Find the subject to the left of a verb.

    Args:
        page: the document.
        low: offset before which not to look.
        verb: where the verb starts.
    """
    text = page.text
    low = max(low, verb - 400)
    end, seen = skip_auxiliaries(text, low, verb)
    flags = flags_of(seen) if seen else _NO_FLAGS
    if end > low and text[end - 1] == ",":
        source = before_comma(page, low, end - 1)
    elif end > low and text[end - 1] in "—–-" and (dash := DASHED.match(text, low, strip_right(text, low, end - 2))):
        source = before_dash(page, low, dash.end())
    else:
        piece = piece_start(text, low, end)
        source = _before_who(page, piece, end) or read_phrase(page, piece, end) or read_people_in(page, piece, end)
    if source and source.end + 1 == verb and source.rule in _COMMON and _GOVERNED.search(text, low, source.start):
        source = None if _GERUND.match(text, verb) else source  # 'At his daily briefing he said'
    told = source is None and text.find(" who ", max(low, end - 90), end) >= 0
    if told and (who := _WHO.search(text, max(low, end - 90), end)):
        # 'two diplomats who were present said'
        source = read_phrase(page, piece_start(text, low, who.start()), who.start())
    return Subject(source, source.start if source else end, *flags)


# 'Soldiers who seized the palace' before 'said'
_WHO_DID = re.compile(
    r"\s+who\s+(?:[a-z]+ly\s+)?(?:[a-z]+ed|is|are|was|were|has|have|had|took|won|lost|led|fled|saw|met|held|spoke|came|went"
    r"|made|knew|left|stood|ran|fought|wrote|works?|lives?|knows?)\s+(?:(?!and\b|but\b|that\b)[\w’'-]+\s+){0,8}"
    r"(?!and\b|but\b|that\b)[\w’'-]+$"
)


def _before_who(page: Page, piece: int, end: int) -> Source | None:
    """Find the subject that opens a piece and is told of in a clause without commas."""
    who = _WHO_DID.search(page.text, max(piece, end - 120), end) if page.text.find(" who ", piece, end) >= 0 else None
    source = (read_phrase(page, piece, who.start()) or read_words(page, piece, who.start())) if who else None
    return source if source and not page.text[piece : source.start].strip(' “"') else None


_WHO = re.compile(r"(?<=\w)\s+who\s+(?:(?!and\b|but\b)[\w’'-]+\s+){0,9}(?!and\b|but\b)[\w’'-]+$")
_COMMON = ("noun", "title", "words", "spokesman")
_GOVERNED = re.compile(r"(?<![\w’'-])(?:at|in|during|after|before|following|from)\s+$", re.IGNORECASE)
_GERUND = re.compile(r"[a-z]+ing\b")
_NO_FLAGS = (False, False, False, False)

# Words that open a piece which only says when, where or how
FRONT = re.compile(
    r"\s*(?:in|on|at|after|before|during|with|by|for|from|of|to|under|since|until|despite|amid|following|as|when|while|if"
    r"|although|though|because|speaking|citing|asked|according|last|earlier|later|meanwhile|however|then|also|still|thus"
    r"|moreover|indeed|separately|[a-z]+ing)\b",
    re.IGNORECASE,
)
# "Aliyev's speech", which speaks for him
_LETTER = re.compile(
    r"[’']s?\s+(?:[\w-]+\s+){0,2}?(?:statement|speech|letter|report|remarks|message|address|article|interview|post)\b"
)
_NUMBERED = re.compile(r"\d{1,2}[.)]\s+")
_OPENING = re.compile(r"\s*(?:(?:but|and|yet|so)\s+)?(he|she|they|it|both(?!\s+[a-z]+s\b))\b", re.IGNORECASE)

_NEXT_NAME = re.compile(r"\s*(?:,|,?\s+and|\s+&)\s+(?:(?:the|his|her)\s+)?(?:[\w.’'-]+\s+){0,4}?")


def _list_end(page: Page, end: int, high: int) -> int:
    """Return where a list of names ends that begins with one: 'Chile and Peru'."""
    while gap := _NEXT_NAME.match(page.text, end, high):
        later = page.mentions_in(end, min(high, gap.end() + 60))
        if not later or not _NEXT_NAME.fullmatch(page.text, end, later[0].start):
            break
        end = later[0].end
    return end


def _is_titled(gap: str) -> bool:
    """Tell whether only titles stand between a common noun and a name: 'Government' spokesman 'Jens Holm'."""
    between = gap.split()
    return len(between) < 5 and all(
        word[0].isupper() or word in ("of", "the") or is_title_word(word) for word in between
    )


_TURNS = ("question", "answer", "statement")
# '**Adriatic Post:** ' before a question
_TURN = re.compile(r"\W{0,3}[A-Z][^:.!?,;\n]{0,40}:\W{0,3}(?:\s+|$)")
# 'Mr. President, '
_CALLED = re.compile(r"(?:(?:Mr|Mrs|Ms|Madame?|Dr|Dear|Your)\.?\s+)?(?:[A-Z]\w+\s+)?([A-Z]\w+),\s+")


# 'Nor did ', 'Neither was ' before a subject
_INVERTED = re.compile(
    r"(?:Nor|Neither|So|Also|Never)\s+(?:did|does|do|has|had|have|was|is|were|are|will|would|could|can)\s+"
)
# ' Secretary of State, Mrs ' between a state and a name
_TITLE_NAME = re.compile(r"((?:\s+[\w’'-]+){1,6}),\s+(?:(?:Mr|Mrs|Ms|Dr|Gen|H\.E)\.?\s+)*$")


def read_opening(page: Page, start: int, high: int) -> Source | None:
    """Read the subject that a sentence opens with, past what only says when or where."""
    text = page.text
    if number := _NUMBERED.match(text, start, high):
        start = number.end()
    while (hit := FRONT.match(text, start, high)) and (comma := text.find(", ", hit.end(), high)) >= 0:
        start = comma + 2
    if (label := page.mention_starting(start)) and text.startswith(":", label.end):
        start = label.end + 1
    if page.sentences[page.sentence_at(start)].kind in _TURNS:
        if turn := _TURN.match(text, start, high):
            start = turn.end()
        if (called := _CALLED.match(text, start, high)) and is_title(called.group(1)):
            start = called.end()
    if inverted := _INVERTED.match(text, start, high):
        start = inverted.end()
    if hit := _OPENING.match(text, start, high):
        return Source(hit.start(1), hit.end(1), (), "pronoun")
    noun = first_common(page, start, min(high, start + 60))
    for mention in page.mentions_in(start, high):
        if noun and noun.end <= mention.start and not _is_titled(text[noun.end : mention.start]):
            break
        if mention.role == "place" and mention.type == "place":
            continue
        if text[mention.end : mention.end + 2] in ("’s", "'s") and not _LETTER.match(text, mention.end, high):
            continue
        if mention.type in ("state", "organisation") and (bearer := _bearer_behind(page, mention.end, high)):
            return bearer
        source = read_phrase(page, start, _list_end(page, mention.end, high))
        if (
            source
            and source.rule in ("spokesman", "title", "noun")
            and (apposed := apposed_name(page, source.end, high))
        ):
            return apposed
        return source if source and source.actors else Source(mention.start, mention.end, (mention.actor,), "name")
    if noun and (depends := _DEPENDENT.match(text, noun.end, high)):
        return apposed_name(page, depends.end(), high) or noun
    return (apposed_name(page, noun.end, high) if noun else None) or noun


def _bearer_behind(page: Page, end: int, high: int) -> Source | None:
    """Read the person whose title stands behind a state: 'the US' Secretary of State, Mrs Albright."""
    if not page.text.startswith(" ", end):
        return None
    person = next(iter(page.mentions_in(end, min(high, end + 90))), None)
    hit = _TITLE_NAME.fullmatch(page.text, end, person.start) if person and person.type == "person" else None
    words = hit.group(1).lower().split() if hit else []
    if person is None or not any(kind_of(" ".join(words[at:])) in ("title", "spokesman") for at in range(len(words))):
        return None
    return Source(person.start, person.end, (person.actor,), "name")


# ' for the European Commission' behind 'A spokesman'
_DEPENDENT = re.compile(r"\s+(?:for|of|from|at|in|with|to)\s[^,.;:“”\"]{2,80}(?=,)")

# ', Kengo wa Dondo,' where no lexicon knows the name
_UNLISTED = re.compile(r",\s+([A-Z][\w’'-]+(?:\s+(?:[a-z]{1,3}\s+)?[A-Z][\w’'-]+){1,3}),")
# ', Jan Kos, ' behind 'a spokesman for the ministry'
_APPOSED = re.compile(r",\s+(?:(?:[A-Z][\w.]*|the)\s+){0,3}?(?=[A-Z])")


def apposed_name(page: Page, end: int, high: int) -> Source | None:
    """Return the person set beside a common noun that ends at an offset: 'a spokesman for the port, Jan Kos,'."""
    hit = _APPOSED.match(page.text, end, high)
    unlisted = _UNLISTED.match(page.text, end, high) if hit else None
    if unlisted and not page.mentions_in(unlisted.start(1), unlisted.end(1)):
        return Source(unlisted.start(1), unlisted.end(1), (unlisted.group(1),), "unlisted")
    person = next(iter(page.mentions_in(end, min(high, end + 60))), None) if hit else None
    if hit is None or person is None or person.type != "person" or page.text[person.end : person.end + 1] not in ",.;":
        return None
    between = page.text[end : person.start].strip(", ")
    titled = all(word[:1].isupper() or word == "the" for word in between.split())
    return Source(person.start, person.end, (person.actor,), "name") if titled else None


# Where a phrase behind 'said' ends
_RIGHT_END = re.compile(
    r"[,.;:!?—–(“”\"«»]|\s-\s|\s(?:on|in|at|after|before|during|who|which|when|while|as|to|with|by|that|and|from|but|about"
    r"|last|late|early|earlier|yesterday|today|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday|adding|referring"
    r"|speaking|commenting|citing|published|released|conducted|issued|seen|obtained|dated|compiled|is|are|was|were"
    r"|has|have|had|will|would|can|could|may|might|must|should)(?=[\s.,;:])"
)
_INITIAL = re.compile(
    r"(?:\b[A-Z]|\b(?:Mr|Mrs|Ms|Dr|Gen|Sen|Rep|Gov|Lt|Col|Adm|Prof|St|Sgt|Capt|Maj|Sec|Amb|Pres|Del|Hon|Atty|Supt|Cmdr|Brig"
    r"|Fr|Rev|Msgr|Cpl|Pvt|Det|Insp|Lieut))\.$"
)
_SECOND_NAME = re.compile(r"\s+(?:[A-Z][\w.’'-]*\s+|[a-z]+\s+minister\s+|the\s+|his\s+|her\s+)*")
_PRONOUN = re.compile(r"(?:he|she|they|it|I|we)\b")
_OF_THEM = re.compile(r"(?:one|another|some|two|three|both|many|most)\s+of\s+them\b")
# What may stand between the verb and the name: 'the outgoing defence minister '
_TO_NAME = re.compile(
    r"\s*(?!(?:in|on|at|by|to|for|of|with|from|after|before|during|as|under|over)\b)"
    r"(?:(?:the|an?|its|his|her|their|former|then|outgoing|visiting)\s+)*(?:[\w.’'&/-]+\s+){0,9}$"
)


def find_right(page: Page, start: int, high: int) -> Source | None:
    """Find the noun phrase that begins at an offset: after 'said', after 'according to'."""
    text = page.text
    while start < high and text[start].isspace():
        start += 1
    if hit := _PRONOUN.match(text, start, high):
        return Source(hit.start(), hit.end(), (), "pronoun")
    if hit := _OF_THEM.match(text, start, high):
        return apposed_name(page, hit.end(), high) or Source(hit.start(), hit.end(), (), "words")
    end = _right_end(page, start, min(high, start + 200))
    source = read_phrase(page, start, end)
    if source is None or not _TO_NAME.fullmatch(text, start, source.start):
        return None
    if source.rule in ("spokesman", "title", "noun") and (apposed := apposed_name(page, source.end, high)):
        return apposed._replace(start=start)
    return source._replace(start=start)


def _right_end(page: Page, start: int, high: int) -> int:
    """Return where the phrase ends, past stops in names and prepositions that belong to it."""
    text, at = page.text, start
    while hit := _RIGHT_END.search(text, at, high):
        word, here = hit.group().strip(), hit.start()
        cut = next((m for m in page.mentions_in(here - 60, here + 60) if m.start <= here < m.end), None)
        if cut:
            at = cut.end
        elif (
            (
                word == "."
                and (_INITIAL.search(text, max(start, here - 6), here + 1) or text[here + 1 : here + 2].isalnum())
            )
            or (word in words("dependent") and _is_noun(page, start, here))
            or (word == "and" and page.mention_ending(here) and _names_another(page, hit.end(), high))
        ):
            at = hit.end()
        else:
            return here
    return high


def _is_noun(page: Page, start: int, end: int) -> bool:
    """Tell whether a phrase so far is a common noun that the preposition behind it goes on: 'an official in'."""
    if page.mention_ending(end):
        return False
    source = read_phrase(page, start, end)
    return source is not None and source.rule not in ("name", "unlisted", "pronoun")


def _names_another(page: Page, start: int, high: int) -> bool:
    hit = _SECOND_NAME.match(page.text, start, high)
    at = hit.end() if hit else start
    return any(m.type == "person" for m in page.mentions_in(start, min(high, at + 40))[:1])
