"""Quotations: what the documents report somebody as saying, in quotation marks and in reported speech.

Every saying word is read with its subject on one side and the words it reports on the other; words in quotation
marks inside them are direct speech, the rest is reported.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Sequence
from typing import NamedTuple

from briefing_lib.find.antecedents import resolve
from briefing_lib.find.quotemarks import Marked, find_marked
from briefing_lib.find.reported import Verb, find_content, find_end, skip_adjuncts, split_that, verbs
from briefing_lib.find.speakers import (
    Page,
    Source,
    find_right,
    find_subject,
    mention_ending,
    mentions_in,
    open_page,
    words_of,
)
from briefing_lib.tables import Mention, Quotation, Sentence

_SILENT = ("boilerplate", "byline", "heading")
_LEAST_WORDS = 4
# First-person remarks of a speaker whose whole passage is quoted already say nothing new.
_SPOKEN = ("statement", "answer", "question")


class Unit(NamedTuple):
    """Sentences read together because a quotation runs across their borders."""

    first: int
    last: int
    start: int
    end: int


class Attribution(NamedTuple):
    """Saying word with its source and the stretches it reports."""

    source: Source
    cue_start: int
    cue_end: int
    contents: tuple[tuple[int, int, str], ...]
    rule: str


def find_quotations(text: str, sentences: Sequence[Sentence], mentions: Sequence[Mention]) -> list[Quotation]:
    """Find who is reported as saying what.

    Args:
        text: the document's text.
        sentences: its sentences, in order.
        mentions: the actors named in it, in order.

    Returns:
        One row for each piece of attributed speech, in order of its words.

    >>> s = Sentence("d#1", "d", 1, 0, 37, "Peru said that the road would reopen.", "author", "narration")
    >>> m = Mention("d", "d#1", 0, 4, "Peru", "Peru", "state", "actor", "")
    >>> [(q.source, q.cue, q.text) for q in find_quotations(s.text, [s], [m])]
    [('Peru', 'said', 'the road would reopen')]
    """
    page = open_page(text, sentences, mentions)
    marks = [m for m in find_marked(text) if m.end > m.start]
    found: list[Quotation] = []
    for unit, triggers, marked in _units(page, marks):
        found.extend(_read(page, unit, triggers, marked, found))
    return sorted(set(found), key=lambda row: (row.start, row.end, row.kind))


# --- what stands together -------------------------------------------------------------------------------------------

_PHRASES = re.compile(r"[Aa]ccording to\b|[Ii]n (?=[^,.;:“\"\n]{2,60}?[’']s?\s+(?:words|view|opinion|assessment|telling|estimation|account)\b)|\b(?:Based on|From) (?=[^.;:“\"\n]{0,60}?statements)|formula|slogan|motto|phrase")


def _units(page: Page, marks: list[Marked]):
    """Yield each stretch with something to read, its saying words, and its quotations in marks."""
    text, sentences = page.text, page.sentences
    triggers: list[tuple[int, int, Verb | None]] = [(s, e, verb) for s, e, verb, _ in verbs().find(text)]
    triggers += [(h.start(), h.end(), None) for h in _PHRASES.finditer(text)]
    triggers.sort(key=lambda t: (t[0], -t[1]))
    places = sorted({_sentence(page, t[0]) for t in triggers} | {_sentence(page, m.start) for m in marks})
    t = k = 0
    reached = -1
    for index in places:
        if index < 0 or index <= reached:
            continue
        first = last = index
        while k < len(marks) and marks[k].start < sentences[first].start:
            k += 1
        k2 = k
        while k2 < len(marks) and marks[k2].start < sentences[last].end:
            end = _sentence(page, max(marks[k2].end - 1, marks[k2].start))
            last = max(last, end)
            k2 += 1
        reached = last
        unit = Unit(first, last, sentences[first].start, sentences[last].end)
        while t < len(triggers) and triggers[t][0] < unit.start:
            t += 1
        t2 = t
        while t2 < len(triggers) and triggers[t2][0] < unit.end:
            t2 += 1
        marked = [m for m in marks[k:k2] if m.end <= unit.end + 1]
        here, t, k = triggers[t:t2], t2, k2
        if sentences[first].kind in _SILENT:
            continue
        yield unit, here, marked


def _sentence(page: Page, offset: int) -> int:
    i = bisect_right(page.sentence_starts, offset) - 1
    return i if i >= 0 and offset < page.sentences[i].end else -1


# --- one unit -------------------------------------------------------------------------------------------------------


def _words(text: str) -> int:
    return len(re.findall(r"\w+(?:[’'-]\w+)*", text))


def _read(page: Page, unit: Unit, triggers, marked: list[Marked], told: list[Quotation]) -> list[Quotation]:
    text = page.text
    long = [m for m in marked if _words(text[m.start : m.end]) >= _LEAST_WORDS]
    openings, closings = [m.opened for m in long], [m.closed for m in long]

    def inside(offset: int) -> bool:
        i = bisect_right(openings, offset) - 1
        return i >= 0 and offset < closings[i]

    attributions: list[Attribution] = []
    rows: list[Quotation] = []
    for start, end, verb in triggers:
        if inside(start):
            continue
        if attributions and start < attributions[-1].cue_end:
            continue
        low = max([unit.start, *(c for c in closings if c <= start)])
        attribution = (
            _by_verb(page, unit, start, end, verb, low, long, attributions, inside)
            if verb
            else _by_phrase(page, unit, start, end, low, long, inside)
        )
        if attribution:
            source = resolve(page, attribution.source, _sentence(page, attribution.cue_start), told, inside)
            attributions.append(attribution._replace(source=source))
    if not attributions and long:
        attributions = _by_layout(page, unit, long, told, inside)
    taken: set[Marked] = set()
    for attribution in attributions:
        rows.extend(_rows(page, unit, attribution, long, taken, attributions))
    rows.extend(_leftover(page, unit, long, taken, attributions, [*told, *rows]))
    return rows


def _mention_end(page: Page) -> Callable[[int], int]:
    def end(start: int) -> int:
        i = bisect_left(page.mention_starts, start)
        return page.mention_ends[i] if i < len(page.mentions) and page.mention_starts[i] == start else 0

    return end


_NOUN_BEFORE = re.compile(
    r"(?:\b(?:the|an?|this|that|these|those|his|her|its|their|our|my|your|no|any|some|every|each|of|for|with|in|on|at|by|from|such|new|latest|recent"
    r"|strong|repeated|official|public|false|similar|joint|first|last)|[’']s|s[’'])\s+$",
    re.IGNORECASE,
)
_COORDINATED = re.compile(r"(?:^|[\s,])(?:and|but|then|or|yet)\s*$")
_CLOSED = re.compile(r"[”\"»’'“]\s*,?\s*$")
_SAID_MARK = re.compile(r"[”\"»’'“,—–-]\s*$")


def _by_verb(page, unit, start, end, verb: Verb, low, long, earlier: list[Attribution], inside) -> Attribution | None:
    text, high = page.text, unit.end
    before = text[max(low, start - 40) : start]
    if verb.form != "gerund" and _NOUN_BEFORE.search(before):
        return _by_noun(page, unit, start, end, verb, low, inside)
    if verb.base in ("quote", "cite"):
        return _quoting(page, unit, start, end, verb, low, inside)
    content = find_content(text, verb, end, high, _mention_end(page))
    after_mark = [m for m in long if m.closed <= start and not text[m.closed : start].strip(" ,\n\t")]
    starts_sentence = start == unit.start
    if starts_sentence and not after_mark:
        return None
    # '“...,” said Kallas' and '..., said Kallas'
    if (after_mark or _SAID_MARK.search(before)) and verb.form in ("past", "participle", "third"):
        right = _inverted(page, end, high, bool(after_mark), content, low, start)
        if right:
            return _backward(page, unit, start, end, right, long, earlier, low, verb)
    subject = find_subject(page, low, start)
    if verb.form == "gerund":
        return _gerund(page, unit, start, end, verb, low, content, subject, earlier, inside)
    source = subject.source
    if subject.passive:
        return _passive(page, unit, start, end, verb, subject, content, inside)
    if source is None and (_COORDINATED.search(text[max(low, start - 60) : subject.start]) or subject.infinitive):
        if content is None or (subject.infinitive and content.frame not in ("that", "quote")):
            return None
        source = _shared(page, unit, start, earlier)
    if source is None:
        return None
    if page.sentences[unit.first].kind in _SPOKEN and (verb.mental or text[source.start : source.end] in ("I", "we", "We")):
        return None
    if verb.form == "word" and not subject.modal and not _is_plural(text, source):
        return None
    # '“...,” Kallas said' and '..., Kallas said on Monday'
    lead = text[unit.start : source.start].rstrip()
    as_said = re.search(r"\b[Aa]s\s+(?:[\w.’'-]+\s+){0,5}$", text[max(unit.start, source.start - 60) : source.start])
    if as_said:
        return _as_said(page, unit, start, end, verb, source, source.start - len(as_said.group()) , inside, long)
    mark_before = any(m.closed <= source.start and not text[m.closed : source.start].strip(" ,\n\t—–-") or
                      m.closed <= source.start and _is_title(text[m.closed : source.start]) for m in long)
    explicit = content is not None and content.frame in ("that", "quote", "wh")
    if mark_before and not (content and content.frame == "that"):
        return _backward(page, unit, start, end, source, long, earlier, low, verb)
    if not explicit and _ends_with_comma(text, unit.start, source.start) and "quote" not in verb.frames | {""}:
        piece = text[low : source.start].rstrip(" ,")
        if _words(piece) >= 3 and not _is_fronted(text, low, source.start) and (
            content is None and _nothing_follows(page, end, high) or content is not None and content.frame == "clause" and _only_adjunct(text, content.start, high)
        ) and verb.frames & {"that", "clause", "told"}:
            return _backward(page, unit, start, end, source, long, earlier, low, verb)
    del lead
    if content is None or subject.negated and content.frame in ("np", "inf", "clause"):
        return None
    lone = source.rule == "unknown name" and " " not in text[source.start : source.end]
    if lone and source.start == unit.start and content.frame in ("np", "inf", "clause") and verb.base != "say":
        return None
    return _forward(page, unit, start, end, source, content.start, content.frame, inside, verb)


_PLURAL = re.compile(r"(?:they|we|i|you|who|both|people|police|media|men|women|some|many|others|\w+s)$", re.IGNORECASE)


def _is_plural(text: str, source: Source) -> bool:
    return len(source.actors) > 1 or source.rule != "name" and bool(_PLURAL.search(text[source.start : source.end].split()[-1]))


_TITLE_GAP = re.compile(r"[\s,]*(?:the\s+)?(?:[A-Z][\w.’'-]*\s+){0,6}$")


def _is_title(gap: str) -> bool:
    return bool(_TITLE_GAP.fullmatch(gap))


def _ends_with_comma(text: str, low: int, high: int) -> bool:
    """Tell whether a comma stands before a subject, its titles skipped: '..., Foreign Minister Kallas said'."""
    stretch = text[max(low, high - 90) : high]
    return bool(re.search(r",\s+(?:(?:the|an?|its|his|her)\s+)?(?:(?:[A-Z][\w.’'-]*|[a-z]+-general|former|deputy|foreign|prime|defen[cs]e|minister|president)\s+){0,6}$", stretch))


_FRONT = re.compile(
    r"\s*(?:in|on|at|after|before|during|with|by|for|from|of|to|under|since|until|despite|amid|following|as|when|while|if|although|though|because"
    r"|speaking|citing|asked|according|last|earlier|later|meanwhile|however|then|also|but|and|yet|so|still|thus|moreover|indeed|separately|\w+ing)\b",
    re.IGNORECASE,
)


def _is_fronted(text: str, low: int, high: int) -> bool:
    """Tell whether the words before a subject only say when, where or how."""
    hit = _FRONT.match(text, low, high)
    return bool(hit) and "," not in text[low:high].strip(" ,")


_NOTHING = re.compile(
    r"\s*(?:$|[.,;:!?”\"’)—–]|(?:on|in|at|during|after|before|to|from|via|through|with|about|following|ahead|as|and|but|when|while|last|late|early|of|here)\b)"
)


def _nothing_follows(page: Page, end: int, high: int) -> bool:
    """Tell whether a verb has no object: '..., Kallas said on Monday.'"""
    return bool(_NOTHING.match(page.text, skip_adjuncts(page.text, end, high, _mention_end(page)), high))


def _only_adjunct(text: str, start: int, high: int) -> bool:
    return not text[skip_adjuncts(text, start, high, lambda at: 0) : high].strip(" .,;")


def _shared(page: Page, unit: Unit, at: int, earlier: list[Attribution]) -> Source | None:
    """Return the subject of an earlier verb of the sentence: '... and said', '..., adding that'."""
    if earlier:
        return earlier[-1].source
    text = page.text
    start = page.sentences[_sentence(page, at)].start if _sentence(page, at) >= 0 else unit.start
    for mention in mentions_in(page, start, at):
        if mention.role == "place" or text[mention.end : mention.end + 2] in ("’s", "'s"):
            continue
        lead = text[start : mention.start]
        piece = lead.rpartition(",")[2]
        if _FRONT.match(piece) and piece.strip() and not re.match(r"\s*(?:but|and|yet|so)\b", piece, re.I):
            continue
        return Source(mention.start, mention.end, (mention.actor,), "subject")
    if hit := re.compile(r"(?:He|She|They|It|We|I)\b").match(text, start):
        return Source(hit.start(), hit.end(), (), "pronoun")
    return None


def _inverted(page: Page, end: int, high: int, after_mark: bool, content, low: int, start: int) -> Source | None:
    text = page.text
    if content is not None and content.frame in ("that", "quote") and not after_mark:
        return None
    if re.compile(r"\s+(?:on|in|at|that|to|by|with|after|before|during|as|for|of|about|against|over|out|up|the day)\b").match(text, end):
        return None
    right = find_right(page, end, high)
    if right is None or right.rule == "pronoun" and not after_mark:
        return None
    if after_mark:
        return right
    # '..., said Kallas.' not 'Kallas, the prime minister, said Estonia would close'
    rest = text[right.end : high]
    if not re.match(r"\s*(?:$|[.,;:”\"’]|(?:on|in|at|after|during|last|late|earlier|yesterday|today|of|from|who|[A-Z][a-z]+day)\b)", rest):
        return None
    piece = text[low:start].rstrip(" ,")
    if re.search(r",\s+(?:an?|the|who|which|his|her|its)\s[^,]*$", piece) and _words(piece) < 14 and mention_ending(page, low + piece.rfind(",")) >= 0:
        return None
    return right


def _backward(page, unit, start, end, source: Source, long, earlier, low, verb: Verb) -> Attribution:
    """Report the words before: '“...,” said Kallas' or 'Prices rose, Kallas said'."""
    text = page.text
    stop = min(source.start, start)
    begin = unit.start
    for attribution in earlier:
        reach = max([attribution.cue_end, attribution.source.end])
        if reach < stop:
            begin = max(begin, reach)
    hit = re.compile(r"(?:\s*,\s*|\s+)").match(text, begin)
    begin = hit.end() if hit and begin > unit.start else begin
    title = re.search(r"(?:[\s,]|^)((?:the\s+|an?\s+)?(?:[A-Z][\w.’'-]*\s+|former\s+|[a-z]+\s+minister\s+|state\s+|top\s+|senior\s+)*)$", text[max(begin, stop - 80) : stop])
    if title and source.start == stop:
        marks_end = max([m.closed for m in long if m.closed <= stop], default=begin)
        stop = max(stop - len(title.group(1)), marks_end)
    contents = [(begin, stop, "clause")]
    # '..., said Kallas, “and ...”': the quotation goes on
    after = max(end, source.end)
    nxt = [m for m in long if m.opened >= after]
    if nxt and re.fullmatch(r"[^“\"«„]{0,120}", text[after : nxt[0].opened]):
        contents.append((nxt[0].opened, max(m.closed for m in nxt), "quote-only"))
    return Attribution(source, start, end, tuple(contents), "backward")


def _forward(page, unit, start, end, source, content_start, frame, inside, verb) -> Attribution:
    text = page.text
    stop = find_end(text, content_start, unit.end, frame, inside)
    pieces = split_that(text, content_start, stop, inside) if frame in ("that", "clause") else [(content_start, stop)]
    return Attribution(source, start, end, tuple((a, b, frame) for a, b in pieces), frame)


def _as_said(page, unit, start, end, verb, source, lead, inside, long) -> Attribution | None:
    """Read 'as Lavrov noted, ...': the clause it stands in, before and after."""
    text = page.text
    after = skip_adjuncts(text, end, unit.end, _mention_end(page))
    if not re.compile(r"\s*(?:it\b|this\b|before\b|above\b)?[^.;“”\"\n]{0,60}?(?:[,:]|[.]?$)|\s*[“\"]").match(text, after, unit.end):
        return None
    hit = re.compile(r"(?:\s+(?:it|this|so|before|above))?(?:\s+\w+){0,4}?\s*[,:]\s+").match(text, after, unit.end)
    contents = []
    if hit:
        contents.append((hit.end(), find_end(text, hit.end(), unit.end, "that", inside), "clause"))
    before = text[unit.start : lead].rstrip(" ,")
    if _words(before) >= 5:
        contents.insert(0, (unit.start, unit.start + len(before), "clause"))
    return Attribution(source, start, end, tuple(contents), "as") if contents else None


def _gerund(page, unit, start, end, verb, low, content, subject, earlier, inside) -> Attribution | None:
    """Read '..., adding that ...' and 'a note saying that ...'."""
    text = page.text
    if content is None or content.frame == "clause" and verb.base not in ("say", "add"):
        return None
    before = text[max(low, start - 60) : start].rstrip()
    lead = re.search(r"(?:,|—|–|\b(?:by|while|before|after|in|and|without|from|but))(?:\s+[a-z]+ly|\s+also|\s+instead|\s+later)?$", before)
    explicit = content.frame in ("that", "quote", "wh")
    if not lead and subject.source and subject.source.actors and explicit and not subject.passive:
        return _forward(page, unit, start, end, subject.source, content.start, content.frame, inside, verb)
    if not lead and not explicit:
        return None
    source = _shared(page, unit, start, earlier)
    if source is None:
        return None
    return _forward(page, unit, start, end, source, content.start, content.frame, inside, verb)


_BY = re.compile(r"\s+by\s+")
_TO = re.compile(r"\s+(?=to\s+(?:have|be|[a-z]+)\b)")
_IMPERSONAL = re.compile(r"(?:^|[\s,])(?:[Ii]t)\s*$")
_HEARSAY = frozenset("say report believe think allege claim rumour estimate understand know expect announce".split())


def _passive(page, unit, start, end, verb, subject, content, inside) -> Attribution | None:
    """Read 'it was reported that', 'is said to have', 'was announced by Chile'."""
    text = page.text
    nobody = Source(start, start, (), "passive")
    impersonal = _IMPERSONAL.search(text[max(unit.start, start - 60) : start].rstrip().removesuffix("also")) or (
        subject.source and text[subject.source.start : subject.source.end].lower() == "it"
    )
    if content and content.frame == "that" and (impersonal or "told" in verb.frames):
        by = _BY.match(text, end, content.start)
        source = (find_right(page, by.end(), content.start) if by else None) or nobody
        return _forward(page, unit, start, end, source, content.start, "that", inside, verb)
    if verb.base in _HEARSAY - {"expect", "announce", "know"} and (hit := _TO.match(text, end, unit.end)) and subject.source:
        return _forward(page, unit, start, end, nobody, hit.end(), "inf", inside, verb)
    return None


_AS_SAYING = re.compile(r"[^.;“”\"\n]{0,160}?\s+as\s+(?:saying|telling\s+\w+|stating|writing|having\s+said)[,:]?\s*(?:that\s+)?")
_QUOTED = re.compile(r"\s*(?:who\s+\w+\s*)?[:,]\s*(?=[“\"«„‘])")


def _quoting(page, unit, start, end, verb, low, inside) -> Attribution | None:
    """Read 'was quoted by Xinhua as saying', 'quoted the minister as saying', 'quoting Salas: “...”'."""
    text = page.text
    if hit := _AS_SAYING.match(text, end, unit.end):
        subject = find_subject(page, low, start)
        right = find_right(page, end, hit.end()) if not re.match(r"\s+(?:by|in|on)\b", text[end:hit.end()]) else None
        passive = subject.passive or right is None
        source = subject.source if passive else right
        return _forward(page, unit, start, end, source, hit.end(), "that", inside, verb) if source else None
    right = find_right(page, end, unit.end)
    if right and (hit := _QUOTED.match(text, right.end, unit.end)):
        return _forward(page, unit, start, end, right, hit.end(), "quote", inside, verb)
    if right and (hit := re.compile(r"\s+who\s+(?:\w+ly\s+)?(?:said|believed?|thought|argued?|claimed|warned|expected)\s+(?:that\s+)?").match(text, right.end, unit.end)):
        return _forward(page, unit, start, end, right, hit.end(), "that", inside, verb)
    return None


_WILLING = frozenset("call promise pledge vow threaten demand request appeal offer order urge".split())
_NOUN_THAT = re.compile(r"(?P<by>\s+(?:by|from|of)\s+[^.;,“”\"\n]{2,70}?)?\s+(?P<join>that|to)\s+(?=\w)")
_POSSESSOR = re.compile(r"[’']s?\s+(?:[\w-]+\s+){0,3}$")


def _by_noun(page, unit, start, end, verb, low, inside) -> Attribution | None:
    """Read a noun that reports: "Chile's claim that ...", 'the report by Peru that ...', 'calls to invest'."""
    text = page.text
    hit = _NOUN_THAT.match(text, end, unit.end)
    if not hit or hit.group("join") == "to" and verb.base not in _WILLING:
        return None
    return _noun(page, unit, start, end, hit, low, inside)


def _noun(page, unit, start, end, hit, low, inside) -> Attribution | None:
    text = page.text
    source = None
    if hit.group("by"):
        source = find_right(page, hit.end("by") - len(hit.group("by").lstrip().split(None, 1)[1]), hit.end("by"))
    elif owner := _POSSESSOR.search(text, max(low, start - 50), start):
        i = mention_ending(page, owner.start())
        if i >= 0:
            source = Source(page.mentions[i].start, page.mentions[i].end, (page.mentions[i].actor,), "possessor")
    if source is None:
        return None
    content = hit.start("join") if hit.group("join") == "to" else hit.end()
    return _forward(page, unit, start, end, source, content, "np" if hit.group("join") == "to" else "that", inside, None)


_VIEW = re.compile(r"[^,.;:“\"\n]{2,80}?[’']s?\s+(?:own\s+)?(?:words|view|opinion|assessment|telling|estimation|account)\s*,?\s*")


def _by_phrase(page, unit, start, end, low, long, inside) -> Attribution | None:
    """Read 'according to X', "in X's view", 'the formula “...”'."""
    text, high = page.text, unit.end
    phrase = text[start:end].lower()
    if phrase.startswith("according"):
        return _according(page, unit, start, end, low, long, inside)
    if phrase.startswith("in "):
        hit = _VIEW.match(text, end, high)
        if not hit:
            return None
        owner = re.search(r"[’']s?\s+(?:own\s+)?\w+\s*,?\s*$", hit.group())
        i = mention_ending(page, end + owner.start()) if owner else -1
        if i < 0:
            return None
        source = Source(page.mentions[i].start, page.mentions[i].end, (page.mentions[i].actor,), "possessor")
        return _forward(page, unit, start, hit.end(), source, hit.end(), "clause", inside, None)
    if phrase.startswith(("based", "from")):
        return None
    hit = re.compile(r"[:,]?\s*(?=[“\"«„])").match(text, end, high)
    if hit and any(m.opened == hit.end() for m in long):
        source = _shared(page, unit, start, [])
        near = [m for m in mentions_in(page, low, start) if m.type == "person"]
        if near:
            source = Source(near[-1].start, near[-1].end, (near[-1].actor,), "subject")
        if source:
            return Attribution(source, start, end, ((hit.end(), high, "quote-only"),), "formula")
    return None


def _according(page, unit, start, end, low, long, inside) -> Attribution | None:
    text, high = page.text, unit.end
    fronted = not text[max(unit.start, low) : start].strip(" ,") or re.search(r"(?:^|[\s,])(?:and|but|since|because|as|that|while),?\s*$", text[max(unit.start, start - 12) : start])
    if re.match(r"\s+(?:plan|schedule|which)\b", text[end:high]):
        return None
    source = re.compile(r"\s+(?:him|her|them)\b").match(text, end)
    if source:
        pronoun = Source(end + 1, source.end(), (), "pronoun")
        word = text[end + 1 : source.end()]
        found = pronoun if word != "them" else pronoun
    else:
        found = find_right(page, end, high)
        if found is None:
            stretch = re.compile(r"\s+[^,.;:“\"\n]{2,90}").match(text, end, high)
            if not stretch:
                return None
            found = Source(end + 1, stretch.end(), (), "noun")
    if fronted:
        comma = re.compile(r"[^“”\"\n;:]{0,200}?,\s+").match(text, found.end, high)
        if not comma:
            return None
        return _forward(page, unit, start, end, found, comma.end(), "clause", inside, None)
    return Attribution(found, start, end, ((unit.start if not long or low == unit.start else unit.start, start, "clause"),), "according")


_LABEL = re.compile(r"\s*:\s*")


def _by_layout(page, unit, long, told, inside) -> list[Attribution]:
    """Read a name, a colon and a quotation: 'Lula: “...”', "Do note Lula's words: “...”"."""
    text = page.text
    first = long[0]
    lead = text[unit.start : first.opened].rstrip()
    if lead.endswith(":"):
        inside_lead = [m for m in mentions_in(page, unit.start, first.opened) if m.type != "place"]
        if inside_lead:
            mention = inside_lead[-1]
            source = Source(mention.start, mention.end, (mention.actor,), "label")
            return [Attribution(source, unit.start + len(lead) - 1, unit.start + len(lead), ((first.opened, unit.end, "quote-only"),), "label")]
    return []


# --- rows -----------------------------------------------------------------------------------------------------------

_EDGE = " \t\n,;:.!?—–-"
_LEAD = re.compile(r"(?:[\s,;:—–-]|(?:and|but|that)\s)*")
_TRAIL = re.compile(r"(?:[\s,;:—–]|(?<=\s)(?:and|but|that|to|by|as|with|of|is|a|an|the))*$")


def _rows(page, unit, attribution: Attribution, long, taken: set, attributions) -> list[Quotation]:
    text = page.text
    rows = []
    for start, end, frame in attribution.contents:
        # Words end where another saying clause begins: '..., he added'
        for other in attributions:
            if other.cue_start > attribution.cue_end and start < other.source.start < end and other.source.start < other.cue_start:
                gap = text[max(start, other.source.start - 12) : other.source.start]
                if other.rule in ("backward", "according", "as") and "," in gap:
                    end = min(end, other.source.start)
            elif other.cue_start > attribution.cue_end and start < other.cue_start < end and re.search(
                r"(?:,|\b(?:and|but))\s+(?:[a-z]+\s+){0,2}$", text[max(start, other.cue_start - 24) : other.cue_start]
            ) and (other.source.start < start or other.rule == "according"):
                end = min(end, other.cue_start)
        at = start
        pieces = []
        for mark in long:
            if mark.opened >= start - 1 and mark.closed <= end + 1 or start <= mark.start < end:
                if mark not in taken:
                    taken.add(mark)
                    rows.append(_row(page, mark.start, mark.end, attribution, "direct"))
                pieces.append((at, mark.opened))
                at = max(at, mark.closed)
        pieces.append((at, end))
        if frame == "quote-only":
            continue
        many = len(pieces) > 1
        for number, (a, b) in enumerate(pieces):
            a, b = _trim(text, a, b, many and number < len(pieces) - 1)
            least = (5 if number == 0 else 6) if many else 2 if frame in ("np", "inf") else 2
            if b > a and _words(text[a:b]) >= (least if frame != "np" or many else 1):
                rows.append(_row(page, a, b, attribution, "indirect"))
    return rows


def _trim(text: str, start: int, end: int, before_mark: bool) -> tuple[int, int]:
    hit = _LEAD.match(text, start, end)
    start = hit.end() if hit else start
    if before_mark:
        tail = _TRAIL.search(text[start:end])
        end = start + tail.start() if tail else end
        if re.search(r"\s(?:on|to|for|of)$", text[start:end]) is None and tail and (word := re.search(r"\b(?:to|of|on)\b", tail.group())):
            end = end
            del word
    while end > start and text[end - 1] in _EDGE:
        end -= 1
    return start, end


def _row(page: Page, start: int, end: int, attribution: Attribution, kind: str) -> Quotation:
    text = page.text
    sentence = page.sentences[max(0, bisect_right(page.sentence_starts, start) - 1)]
    source = attribution.source
    words = " ".join(text[source.start : source.end].split())
    named = " | ".join(source.actors) or ("" if source.rule in ("pronoun", "passive") else words_of(page, source))
    cue = text[attribution.cue_start : attribution.cue_end].strip()
    return Quotation(sentence.document, sentence.sentence, start, end, text[start:end], named, words, cue, kind, source.rule)


def _leftover(page, unit, long, taken, attributions, told) -> list[Quotation]:
    """Give a quotation without a saying word of its own to the speaker before it, where it goes on."""
    text = page.text
    rows = []
    for mark in long:
        if mark in taken:
            continue
        whole = text[mark.start].isupper() or not text[mark.opened - 1 : mark.opened].strip()
        before = [a for a in attributions if a.cue_end <= mark.opened]
        if before and any(frame == "quote-only" or frame == "quote" for *_, frame in before[-1].contents):
            rows.append(_row(page, mark.start, mark.end, before[-1], "direct"))
            continue
        previous = told[-1] if told else None
        if not previous or previous.kind != "direct" or attributions or not whole:
            continue
        if mark.opened > unit.start or text[mark.closed : unit.end].strip(" .,"):
            continue
        gap = text[previous.end : mark.opened]
        if len(gap) < 200 and gap.count("\n") <= 3 and not re.search(r"[.!?]\s+[A-Z][^“\"]*[.!?]\s", gap[1:]):
            row = previous._replace(start=mark.start, end=mark.end, text=text[mark.start : mark.end], rule="continued")
            sentence = page.sentences[max(0, bisect_right(page.sentence_starts, mark.start) - 1)]
            rows.append(row._replace(sentence=sentence.sentence))
    return rows
