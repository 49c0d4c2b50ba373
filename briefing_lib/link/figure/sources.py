"""Finds who is given as the source of a figure: "customs data showed", "according to the ministry", "he said"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from typing import NamedTuple

from briefing_lib import lexicon
from briefing_lib.find.number.contexts import context
from briefing_lib.link.figure.economies import country_in
from briefing_lib.link.figure.source_names import is_source
from briefing_lib.tables import Mention, Quotation


class FigureSource(NamedTuple):
    """Words that name a source, and whether they are data and not a speaker."""

    start: int
    end: int
    name: str
    data: bool


_DATA = r"(?:data|figures|statistics|numbers|estimates|records|reports?|survey|surveys|returns|calculations|tables)"
# "Chinese customs data SHOWS", "figures from the central bank showed"
_SHOWS = re.compile(
    rf"\b({_DATA}(?:\s+(?:from|of|by|released\s+by|published\s+by|compiled\s+by)\s+(?:[\w’'.&-]+\s+){{0,7}}?[\w’'.&-]+)?)"
    r"\s+(?:on\s+\w+\s+|released\s+(?:on\s+)?\w+\s+|published\s+(?:on\s+)?\w+\s+)?(?:shows?|showed|shown|indicates?|indicated|"
    r"suggests?|suggested|reveals?|revealed|confirms?|confirmed|put|puts|say|said|reads?)\b",
    re.IGNORECASE,
)
# "The IMF EXPECTS the economy to grow"
_EXPECTS = re.compile(
    r"(?:The\s+|An?\s+)?((?:[A-Z][\w’'&.-]*\s+){1,5})(?:had\s+|has\s+|have\s+)?"
    r"(?:expects?|expected|forecasts?|projects|projected|predicts?|predicted|estimates?|estimated)\b"
)
# "ANALYSTS polled by a newspaper had expected"
_PEOPLE = re.compile(
    r"\b((?:[Aa]nalysts|[Ee]conomists|[Tt]raders|[Ff]orecasters|[Oo]fficials|[Bb]ankers|[Bb]rokers)"
    r"(?:\s+(?:at|in|of)\s+(?:the\s+)?[A-Z][^,;.\d]{2,40}?)?)(?:\s+(?:polled|surveyed|asked|consulted)\s+by\s+[^,;.]{2,30}?)?"
    r"\s+(?:had\s+|have\s+)?(?:expected|expect|forecast|predict(?:ed)?|estimated?|reckon(?:ed)?|put)\b"
)
# "for a billion dollars, the London Institute RECKONS"
_RECKONS = re.compile(
    r",\s+(?:the\s+)?((?!(?:which|who|that|and|but|it|he|she|they|we|I)\b)[\w’'&.-]+(?:\s+[\w’'&.-]+){0,6}?)\s+"
    r"(?:reckons?|reckoned|estimates?|estimated|believes?|believed|calculates?|calculated|forecasts?|predicts?|predicted)\s*"
    r"(?=[.,;:]|$)"
)
# "debt, which the National Bank PUTS AT 9.5 billion"
_PUTS = re.compile(
    r"\b(?:which|whom)\s+(?:the\s+)?([\w’'&-]+(?:\s+[\w’'&-]+){0,5}?)\s+(?:puts?|estimates?d?|values?d?|reckons?)\s+"
    r"(?:(?:now|it|them)\s+)?(?:at|to\s+be)\b"
)
# "Ana Diaz, the trade minister, PUTS the loss at $3 billion", "the Lowy Institute HAS COUNTED $3 billion"
_PUTS_IT = re.compile(
    r"(?:^|(?<=[.;,]\s)|(?<=\band\s)|(?<=\bwhile\s)|(?<=\bbut\s))(?:The\s+|the\s+|a\s+|A\s+)?"
    r"((?!(?:which|who|that|and|but|it|he|she|they|we|I|It|He|She|They|We|This|That|These)\b)[\w’'.&-]+(?:\s+(?!(?:was|were|is|are|had|has|have|said|to)\b)[\w’'.&-]+){0,7}?)"
    r"(?:,\s+(?:(?:the|a|an|its|his)\s[^,]{3,60}|(?P<beside>[A-Z][^,]{2,40})),|\s+(?:by\s+)?itself|\s+alone)?\s+(?:has\s+|have\s+|had\s+)?"
    r"(?:(?:puts?|values?|valued)(?=\s[^,;.]{3,90}\sat\s)|counts?|counted|estimates?d?|reckons?|reckoned|calculates?|calculated|tall(?:ies|ied)|"
    r"thinks?|believes?|arrives?\s+at|arrived\s+at|claims?(?=\s+to\b))\s+"
)
# "Ana Diaz of the University of Lima, WHO EXPECTS exports to fall by 9 per cent"
_WHO = re.compile(
    r"((?:[A-Z][\w’'.-]+\s+){0,3}[A-Z][\w’'.-]+)(?:\s+(?:of|at|from)\s+[^,;]{3,60}|,\s+[^,;]{3,60})?,\s+who\s+"
    r"(?:expects?|expected|reckons?|estimates?|estimated|forecasts?|predicts?|predicted|thinks?|believes?|puts?)\b"
)
# "is PUT at 3 billion euros BY the central bank"
_PUT_BY = re.compile(
    r"\b(?:put|estimated|valued|reckoned|calculated)\s+(?:at\s+[^,;.]{3,40}?\s+)?by\s+(?:the\s+)?"
    r"((?:[\w’'&-]+\s+(?!(?:at|in|to|for|as|on|or|and|of\s+\d)\b)){0,5}?[\w’'&-]+)(?=\s*(?:[.,;]|\bat\b|\bto\s+be\b|\bor\b|\band\b|\bin\b|$))"
)
# "the MINISTRY's forecast of $180 billion", "the Bank of Peru's estimate"
_FORECAST = re.compile(
    r"\b((?:[A-Z][\w&.-]*\s+(?:of\s+(?:the\s+)?)?){0,5}(?:[a-z]+\s+)?(?:[A-Z][\w&.-]*|ministry|bank|office|agency|bureau|institute|government))"
    r"['’]s?\s+(?:own\s+)?(?:[a-z]+\s+){0,2}(?:forecast|estimate|projection|reckoning)\b"
)
# "statistics agency INDEC REPORTED June exports of $6.3 billion"
_REPORTED = re.compile(
    r"(?:^|(?<=[.;,]\s))(?:The\s+|the\s+)?"
    r"((?:[\w’'&-]+\s+){0,6}?(?:[A-Z]{3,7}|[Oo]ffice|[Mm]inistry|[Bb]ank|[Bb]ureau|[Aa]gency|[Ii]nstitute|[Aa]dministration|[Cc]ustoms"
    r"|Statistics\s[A-Z]\w+|Bank\sof\s[A-Z]\w+))\s+(?:reported|reports|recorded|posted|published|put)\s+(?!that\b)"
)
_BEFORE_DATA = re.compile(r"(?:[\w’'&-]+\.?[ \xa0-]){0,6}$")
_ACCORDING = re.compile(
    r"\b(?:according\s+to|as\s+reported\s+by|as\s+per|quoting|citing|based\s+on|(?:by|on|in)\s+the\s+(?:reckoning|estimate|estimates|count|calculation|calculations|view|words)\s+of)\s+"
    r"((?:[\w’'&./-]+\s){0,8}[\w’'&./-]+)",
    re.IGNORECASE,
)
_ARTICLE = re.compile(
    r"^(?:(?:the|a|an|its|his|her|their|our|(?:the\s+)?(?:country|nation|kingdom|island)['’]s|latest|new|official\s+data\s+from|recent|preliminary|data\s+from|figures\s+from)\s+)+",
    re.I,
)
_COMMON = re.compile(r"[a-z][a-z]*(?:\s+[a-z]+){0,3}$")
_PROPER = re.compile(r"(?:an?|the)\s+(?:[\w’'-]+\s+){0,4}[a-z]+,\s+([A-Z][\w’'&.-]+(?:\s+[A-Z][\w’'&.-]+){0,5})")
_END = re.compile(
    r"\s+(?:show\w*|on\s+\w+day|that|which|who|in\s+\w+|released|published|as|and|while|said|when|is|was|were|are|has|have|had)\b|[,;:]"
)


def figure_sources(text: str, start: int, end: int) -> list[FigureSource]:
    """Return the sources that a sentence gives for its figures.

    >>> [s.name for s in figure_sources("Tin sales rose 5%, Peruvian customs data showed.", 0, 48)]
    ['Peruvian customs data']
    >>> [s.name for s in figure_sources("According to the Peruvian Ministry of Trade, tin sales rose.", 0, 60)]
    ['Peruvian Ministry of Trade']
    """
    found = []
    for hit in _SHOWS.finditer(text, start, end):
        first = hit.start(1)
        back = _BEFORE_DATA.search(text, max(start, first - 80), first)
        if back and not re.search(r"\bfrom\b|\bof\b|\bby\b", hit[1]):
            first = _trim(text, back.start(), first)
        found.append(FigureSource(first, hit.end(1), " ".join(text[first : hit.end(1)].split()), True))
    for hit in _ACCORDING.finditer(text, start, end):
        stop = _END.search(text, hit.start(1), hit.end(1))
        last = stop.start() if stop else hit.end(1)
        name = text[hit.start(1) : last].strip(" .,\n\xa0’'")
        head = _ARTICLE.match(name)
        first = hit.start(1) + (head.end() if head else 0)
        name = _HERE.sub("", name[head.end() :] if head else name)
        if _COMMON.match(name) and (proper := _PROPER.match(text, hit.start(1))):
            first, name = proper.start(1), proper[1]  # "according to a local consultancy, ECOLATINA"
        if name and name.lower() not in PRONOUNS and not re.fullmatch(r"[\d.,%]+", name):
            data = re.search(rf"\b{_DATA}\b", name) is not None
            found.append(FigureSource(first, first + len(name), " ".join(name.split()), data))
    if (opening := _EXPECTS.match(text, start, end)) is not None:
        name = opening[1].rstrip()
        found.append(FigureSource(opening.start(1), opening.start(1) + len(name), " ".join(name.split()), False))
    if not found:
        for hit in _PUTS_IT.finditer(text, start, end):
            if re.search(r"[A-Z]|institute|bank|ministry|officials|analysts|economists|agency", hit[1]):
                name = _HERE.sub("", " ".join(hit[1].split()))
                if hit["beside"] and not re.search(r"[A-Z]\w+$", name):
                    name = " ".join(hit["beside"].split())  # "a Delhi institute, ICRIER, thinks"
                found.append(FigureSource(hit.start(1), hit.end(1), name, False))
    for pattern in (_RECKONS, _PUTS, _PUT_BY, _WHO, _FORECAST, _REPORTED, _PEOPLE):
        for hit in pattern.finditer(text, start, end):
            found.append(FigureSource(hit.start(1), hit.end(1), " ".join(hit[1].split()), False))
    return sorted(source for source in found if is_source(source.name))


_NAME_OF = re.compile(r"\b(?:Bank|Bureau|Office|Department|Institute|Ministry|Chamber|Board|Federation|Republic)\s+$")


def _trim(text: str, first: int, last: int) -> int:
    """Drop what stands before the name of the data: "rose, while Peruvian customs"."""
    kept = last
    for hit in reversed(list(re.finditer(r"[\w’'.&-]+", text[first:last]))):
        word = hit.group()
        if word == "of" and text[kept].isupper() and _NAME_OF.search(text, first, first + hit.start()):
            continue  # "BANK OF Zambia figures"
        if word[0].isupper() and kept < last and text[kept].isupper() and first + hit.start() > first:
            kept = first + hit.start()
            continue  # "Papua NEW Guinea data"
        if word.lower() in context("ends source") or word.isdigit() or word.endswith("."):
            break
        kept = first + hit.start()
    return kept


PRONOUNS = frozenset(("i", "we", "he", "she", "they", "it", "who", "you", "him", "her", "them", "the latter"))


@cache
def _deeds() -> frozenset[str]:
    """Verbs of a flow, which tell what an economy does and not what it says: "pledged"."""
    return frozenset(row["word"] for row in lexicon.rows("trade_words") if row["kind"] == "verb")


# ", Prime Minister Ana Diaz SAID in Lima", ", the central bank reported"
_SAID_LAST = re.compile(
    r",[”\"’']?\s+(?:(?:the|a|an|its|their)\s+)?((?!(?:which|who|that|and|but|it|he|she|they|we|I|as|while|when|where|after)\b)"
    r"[\w’'.&-]+(?:\s+[\w’'.&-]+){0,9}?)(?:\s+\([^()]{2,24}\))?\s+(?:said|says?|reported|reports?|announced|told|tell|noted|notes?|added|stated|disclosed|confirmed|wrote|claims?|claimed|estimates?|"
    r"believes?|reckons?)\b"
)


def said_last(text: str, at: int, end: int, mentions: Sequence[Mention]) -> str:
    """Return who says what stands before a place in a sentence: "..., the central bank said", or "".

    Args:
        text: the document.
        at: where the figure ends.
        end: character after the sentence's last.
        mentions: the mentions of the sentence.

    >>> text = "Tea sales rose 5% in May, the Kenyan tea board said on Friday."
    >>> said_last(text, 17, len(text), [])
    'Kenyan tea board'
    """
    hit = _SAID_LAST.search(text, at, min(end, at + _SAID_REACH))
    if hit is None or ";" in text[at : hit.start()] or re.search(r"\d", hit[1]):
        return ""
    people = [m.actor for m in mentions if m.type == "person" and hit.start(1) <= m.start and m.end <= hit.end(1)]
    exact = [m.actor for m in mentions if m.type != "place" and (m.start, m.end) == hit.span(1)]
    name = _HERE.sub("", " ".join(hit[1].split()))
    head = _ARTICLE.match(name)
    bare = name[head.end() :] if head else name
    return (people or exact or [bare if is_source(bare) else ""])[-1]


_HERE = re.compile(r"\s+(?:in\s+[A-Z][\w’'-]+(?:\s[A-Z][\w’'-]+)?|here|there|today|yesterday|also|himself|herself)$")


_SAID_REACH = 220  # characters


def said_by(quotations: Sequence[Quotation], start: int, end: int) -> str:
    """Return the source of the quotation that holds a stretch of text, or "".

    >>> q = Quotation("d", "d#1", 5, 40, "", "Peru", "Peru", "named other", "said", "said", "indirect", "")
    >>> said_by([q], 10, 30), said_by([q], 50, 60)
    ('Peru', '')
    """
    for quotation in quotations:
        if quotation.start < end and start < quotation.end:
            inside = min(end, quotation.end) - max(start, quotation.start)
            if 2 * inside > end - start:
                words = quotation.source or quotation.source_text
                if quotation.cue.lower() in _deeds() and country_in(words, 0, len(words)):
                    continue  # "Japan pledged $5 million" is what it does; what its minister pledged, he says
                return "" if words.lower() in PRONOUNS else words
    return ""
