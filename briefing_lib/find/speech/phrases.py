"""Noun phrases that can speak: a name, a pronoun, or a common noun of people, bodies and papers.

A phrase is read from its last word backwards: "Estonian Foreign Minister Kaja Kallas", "a spokesman for the European
Commission", "two officials in Lima". What kind of source a common noun makes is data (``sources``).
"""

from __future__ import annotations

import re

from briefing_lib.find.speech.noun_phrases import phrase_start, read_common, stands_for
from briefing_lib.find.speech.source_nouns import (
    is_stop_word,
    is_title,
    last_noun,
)
from briefing_lib.find.speech.speech_words import words
from briefing_lib.find.title.page import Page, Source, strip_right, word_start
from briefing_lib.tables import Mention

# 'he', 'who' at the end of a stretch
_PRONOUN = re.compile(r"(?<![\w’'-])(?:[Hh]e|[Ss]he|[Tt]hey|[Ii]t|I|[Ww]e|[Bb]oth|[Ww]ho)$")
_PRONOUN_ENDS = "eIyto"
# 'a nurse there', 'people in Suva now'
_THERE = re.compile(r"(?<=\w)\s+(?:there|here|elsewhere|now|today)$")
# '(left)', '[of Norway]' behind a name
_BRACKET = re.compile(r"\s*[(\[][^()\[\]]{1,60}[)\]]\s*$")
# The last word that cannot stand inside a phrase: the phrase begins after it. 'although Kallas', 'that the minister'
_BREAK = re.compile(
    r"(?s).*(?<![\w’'-])(?:that|while|but|as|because|although|though|when|whenever|if|where|since|whereas|after|before"
    r"|until|than|whether|so|or|like|yet|once|unless|why|how|what|which|whom|[Ss]aid|[Ss]ays|say|told|saying"
    r"|according\s+to|is|are|was|were|has|have|had|will|would|can|could|may|might|must|should|did|does|do|been|not)\s+"
)
# Words between 'and' and a name: 'and the Armenian prime minister '
_TITLED = r"(?:(?:the|his|her|its|their|an?)\s+)?(?:[\w.’'-]+\s+){0,9}"
_AND = re.compile(rf"(?:,?\s+(?:and|or)\s+|\s*&\s*){_TITLED}$")
_LISTED = re.compile(rf",\s+{_TITLED}$")
_ONLY_TITLES = re.compile(
    r"[\s“‘\"(]*(?:(?:[A-Z][\w.’'-]*|[Tt]he|(?:[a-z]+[- ]?)?(?:ministers?|presidents?|secretar(?:y|ies)|leaders?"
    r"|chiefs?|envoys?|officials?|lawmakers?|senators?)|former|both|prime|foreign)\s+)*"
)
# 'of the', "for Germany's" before a name: the phrase may depend on a noun before it
_OF = re.compile(
    r"\s(?:of|for|from|in|at|with|to|by|on|inside|near|outside|within)\s+(?:(?:the|its|his|her|their)\s+)?"
    r"(?:[A-Z][\w.’'-]*\s+){0,4}(?:(?:news)?(?:paper|\s+agency)\s+|(?:daily|magazine|weekly|broadcaster|channel|firm|company)\s+)?$"
)
_FRONTED = re.compile(
    r"\s*(?:[A-Z][a-z]+ing|In|On|At|After|Before|During|With|Last|Earlier|Later|Meanwhile|However|Both|Also|Within|By|Since|Until"
    r"|Despite|Under|From|Yesterday|Today|This|That)\b"
)
# 'Jens Holm', 'al-Bashir' where no lexicon knows the name
_NAME = re.compile(r"(?:(?:[A-Z][\w’'-]*\.?|de|da|van|von|al|bin|el)\s+){0,4}[A-Z][\w’'-]*$")
_NAME_LEAD = re.compile(r"(?:The|A|An|But|And|As|If|In)\s+")
_DIGIT = re.compile(r"\d")
_NO_NAME = re.compile(
    r"Rest|January|February|March|April|May|June|July|August|September|October|November|December|[A-Z][a-z]+day"
)
# 'the fisherman', 'one tall stranger'
_DETERMINED = re.compile(
    r"(?<![\w’'-])(?:(?i:the|an?|his|her|its|their|one|another|some|many|several|most|few|two|three)|[A-Z][\w-]+[’']s?)\s+"
    r"(?:[\w’'-]+\s+){0,4}?[\w’'-]+$"
)
# 'I'm', 'We've': no names
_CONTRACTED = re.compile(r"(?:I|We|You|They|He|She|It|That|There|Here|Who|What|Let)[’'](?:m|s|re|ve|ll|d)$")
_ARTICLE = re.compile(r"(?:the|an?|this|that|these|those|his|her|its|their|our|my)\s+", re.IGNORECASE)


def words_of(page: Page, source: Source) -> str:
    """Return a source's words without its article, as one line."""
    line = " ".join(page.text[source.start : source.end].split())
    hit = _ARTICLE.match(line)
    return line[hit.end() :] if hit else line


def read_phrase(page: Page, low: int, high: int) -> Source | None:
    """Read the noun phrase that ends at high, looking no further back than low.

    Returns:
        The source, with its actors where names are read; None if the words cannot speak.
    """
    text = page.text
    high = strip_right(text, low, high)
    while high > low and text[high - 1] in ")]" and (bracket := _BRACKET.search(text, max(low, high - 64), high)):
        high = strip_right(text, low, bracket.start())
    if high <= low:
        return None
    if text[high - 1] in "ewy" and (there := _THERE.search(text, max(low, high - 11), high)):
        high = there.start()
    if text[high - 1] in _PRONOUN_ENDS and (pronoun := _PRONOUN.search(text, max(low, high - 5), high)):
        if pronoun.group().lower() == "who":
            return _antecedent(page, low, pronoun.start())
        return Source(pronoun.start(), high, (), "pronoun")
    if hit := _BREAK.match(text, max(low, high - 200), high):
        low = hit.end()
    mention = page.mention_ending(high)
    if mention:
        return _named(page, mention, low)
    return read_common(page, low, high) or _unlisted(page, low, high)


def read_words(page: Page, low: int, high: int) -> Source | None:
    """Read any phrase with a determiner, for verbs that only speakers can have: 'the fisherman said'."""
    high = strip_right(page.text, low, high)
    if hit := _BREAK.match(page.text, max(low, high - 200), high):
        low = hit.end()
    if there := _THERE.search(page.text, max(low, high - 11), high):
        high = there.start()
    hits = list(_DETERMINED.finditer(page.text, max(low, high - 60), high))
    if not hits or is_stop_word(page.text[word_start(page.text, low, high) : high].lower()):
        return None  # 'his eyes when' before 'told of it'
    return Source(hits[-1].start(), high, (), "words")


# ' in Nigeria', ' from the Philippines' behind people
_IN = re.compile(r"(?:(?<=[a-z]s)|(?<=men)|(?<=ople))\s+(?:in|from|at|near|across)\s+(?:the\s+)?$")

_PEOPLE = re.compile(r"[a-z](?:men|people|ists|ers)$")
_ABSTRACT = re.compile(r"(?:ions|ments|ties|ences|ances|isms|sses|ings|sis|ness)$")


def read_people_in(page: Page, low: int, high: int) -> Source | None:
    """Read people no lexicon lists, by where they are: 'shopkeepers in the Philippines'."""
    text = page.text
    mention = page.mention_ending(strip_right(text, low, high))
    place = _IN.search(text, max(low, mention.start - 16), mention.start) if mention else None
    if mention is None or place is None or mention.type not in ("place", "state"):
        return None
    if hit := _BREAK.match(text, max(low, high - 200), place.start()):
        low = hit.end()
    start = word_start(text, low, place.start())
    word = text[start : place.start()]
    opens = start == low and _PEOPLE.search(word) and not page.mention_starting(start)
    if not (word.islower() or opens) or word.endswith("ss") or _ABSTRACT.search(word) or word in words("no speaker"):
        return None
    return None if is_stop_word(word) else Source(phrase_start(text, low, start), mention.end, (), "words")


# --- who ------------------------------------------------------------------------------------------------------------

# 'the ambassador on Thursday night, who'
_TIME = re.compile(
    r"\s+(?:on\s+|late\s+|early\s+)?(?:[A-Z][a-z]+day(?:\s+(?:night|morning|evening|afternoon))?|yesterday|today"
    r"|last\s+(?:week|month|year))$"
)


def _antecedent(page: Page, low: int, high: int) -> Source | None:
    """Find whom 'who' stands for: the phrase before it, or before the comma before it."""
    text = page.text
    end = strip_right(text, max(0, high - 4), high)
    start = page.sentence_start(high)
    if end <= start:
        return None
    if text[end - 1] == ",":
        time = _TIME.search(text, max(start, end - 31), end - 1)
        end = time.start() if time else end - 1
        last = page.mention_ending(end)
        if last and last.type == "person":
            return Source(last.start, end, (last.actor,), "name")  # 'A, B and C, who'
        return read_phrase(page, max(start, end - 200), end) or _bare(page, end)
    source = read_phrase(page, low, end)
    if source and (source.actors or source.rule != "noun"):
        return source
    # 'Norway and Iceland, trading partners who': what the apposition stands beside
    piece = source.start if source else max(low, text.rfind(", ", start, end) + 2)
    before = strip_right(text, max(start, piece - 4), piece)
    mention = page.mention_ending(before - 1) if before > start and text[before - 1] == "," else None
    if mention:
        return _named(page, mention, max(start, mention.start - 200)) or _bare(page, before - 1)
    return source or _bare(page, end)


def _bare(page: Page, end: int) -> Source | None:
    mention = page.mention_ending(end)
    return Source(mention.start, mention.end, (mention.actor,), "name") if mention else None


# --- names ----------------------------------------------------------------------------------------------------------


def _named(page: Page, mention: Mention, low: int) -> Source | None:
    """Read a phrase that ends with a name: with the names joined to it, or the noun it depends on."""
    text = page.text
    head = _whose(page, mention)
    start, actors = head.start, [head.actor]
    people_named = last_noun(text, mention.start, mention.end) if text[mention.end - 1] == "s" else None
    if head is mention and people_named and people_named.start == mention.start:
        # 'Democrats', 'Palestinians': people, and many
        return Source(start, mention.end, (mention.actor,), "noun")
    pattern, floor = _AND, low
    while hit := pattern.search(text, max(floor, start - 90), start):
        before = page.mention_ending(hit.start() - (text[hit.start() - 1] == "."))
        before = _whose(page, before) if before else None
        if before is None or not _opens(text[max(floor, before.start - 90) : before.start]):
            break
        actors.insert(0, before.actor)
        start = before.start
        pattern, floor = _LISTED, page.sentence_start(start)
    actors = list(dict.fromkeys(actors))
    if head is mention and mention.type != "person" and (member := _member(page, low, start)):
        return member._replace(end=mention.end)
    preposition = _OF.search(text, max(low, start - 60), start)
    if not preposition or head is not mention:
        return Source(start, mention.end, tuple(actors), "name")
    return _dependent(page, preposition, mention, tuple(actors), low)


# ' of the opposition ', ' from the main ruling ' between a person and a body
_OF_KIND = re.compile(r"\s+(?:of|from|at|with)\s+(?:(?:the|its|his|her|their)\s+)?(?:[a-z][\w’'-]+\s+){1,3}$")


def _member(page: Page, low: int, start: int) -> Source | None:
    """Read the person before a body told of in small words: 'Tom Okeke of the opposition' Unity Party."""
    if page.text[max(start - 2, 0)].isspace() or not page.text[max(start - 2, 0)].islower():
        return None
    of = _OF_KIND.search(page.text, max(low, start - 60), start)
    head = page.mention_ending(of.start()) if of else None
    return Source(head.start, start, (head.actor,), "name") if head and head.type == "person" else None


_OF_BEFORE = re.compile(r"\s+of\s+(?:the\s+)?$")


def _whose(page: Page, mention: Mention) -> Mention:
    """Return the person before a state: 'Pravin Gordhan of South Africa'; a mention that follows none as it is."""
    of = _OF_BEFORE.search(page.text, max(0, mention.start - 8), mention.start)
    head = page.mention_ending(of.start()) if of else None
    return head if head and head.type == "person" and mention.type != "person" else mention


def _opens(lead: str) -> bool:
    """Tell whether the words before a name let it open a list: titles, another name, 'of the', 'On Friday, '."""
    if _ONLY_TITLES.fullmatch(lead) or _LISTED.search(lead) or _AND.search(lead) or _OF.search(lead):
        return True
    return _FRONTED.match(lead.rpartition(",")[0] or lead) is not None


def _dependent(page: Page, of: re.Match[str], mention: Mention, actors: tuple[str, ...], low: int) -> Source | None:
    """Read 'officials in Lima', 'a spokesman for the European Commission', 'Leila Haddad of Chatham House'."""
    head = page.mention_ending(of.start())
    if head and head.type == "person":
        return Source(head.start, mention.end, (head.actor,), "name")
    stop = of.start()
    if of.group().split()[0] == "by" and (done := _DONE.search(page.text, max(low, stop - 20), stop)):
        stop = done.start()  # 'economists polled by Reuters'
    found = _head_person(page, low, stop) or read_common(page, low, stop)
    if found is None:
        # 'Del. Stacey Plaskett of the Virgin Islands'
        unlisted = _unlisted(page, low, of.start())
        return unlisted if unlisted and " " in unlisted.actors[0] else None
    if found.rule == "title" and mention.type == "person":
        return Source(found.start, mention.end, actors, "name")
    placed = found.rule == "spokesman" and mention.type == "place"  # 'a police spokesman in Lahore'
    stands = actors if stands_for(found.rule, mention) and not placed else ()
    return Source(found.start, mention.end, found.actors or stands, found.rule)


_DONE = re.compile(r"\s+[a-z]+ed$")
_DEPENDS = re.compile(r"\s+(?:of|at|from|for|with|in)\s")
_VERB = re.compile(r"\b(?:is|are|was|were|has|have|had|will|would|said|says|met|told|[a-z]{3,}ed)\b")


def _head_person(page: Page, low: int, high: int) -> Source | None:
    """Read 'Amina Diallo of the programme on governance at' before a name: the person the words depend on."""
    for mention in page.mentions_in(max(low, high - 160), high):
        if mention.type == "person":
            depends = _DEPENDS.match(page.text, mention.end) and not _VERB.search(page.text, mention.end, high)
            return Source(mention.start, mention.end, (mention.actor,), "name") if depends else None
    return None


def _unlisted(page: Page, low: int, high: int) -> Source | None:
    """Read a name that no lexicon knows."""
    floor = max(low, high - 60)
    last = page.text[word_start(page.text, floor, high) : high]
    hit = None if last.islower() else _NAME.search(page.text, floor, high)
    if not hit:
        return None
    name = hit.group()
    if (
        is_stop_word(name.lower())
        or _CONTRACTED.search(name)
        or _NO_NAME.fullmatch(name)
        or _ARTICLE.match(name + " ")
        or _DIGIT.search(name)
    ):
        return None
    parts = name.split()
    titled = [i for i, part in enumerate(parts[:-1]) if is_title(part) or is_title(part.rstrip("."))]
    parts = parts[titled[-1] + 1 :] if titled else parts
    while len(parts) > 1 and _NAME_LEAD.match(parts[0] + " "):
        parts.pop(0)
    return Source(hit.start(), high, (" ".join(parts),), "unlisted")


# --- common nouns ---------------------------------------------------------------------------------------------------
