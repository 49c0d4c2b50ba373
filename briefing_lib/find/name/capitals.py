"""A capital in a text: the government that sits there, or the place?

'Nairobi understands' is Kenya, 'talks in Nairobi' is Nairobi. The words around the name decide; the rule is the same
for every
capital. Without a sign of place it is the government, as in 'ties with Nairobi'.
"""

from __future__ import annotations

import re

# 'in Nairobi', 'near', 'visited Nairobi', 'left Nairobi', 'the outskirts of Nairobi', 'downtown Nairobi'
_PLACE_BEFORE = re.compile(
    r"\b(?:[Ii]n|[Aa]t|[Nn]ear|[Oo]utside|[Aa]round|[Ii]nside|[Aa]cross|throughout|via|through|into|[Dd]owntown|central|northern|southern"
    r"|eastern|western"
    r"|north of|south of|east of|west of|visit|visits|visited|visiting|left|leave|leaves|leaving|reach|reached"
    r"|reaches|reaching|tour|toured|touring"
    r"|(?:city|capital|centre|center|outskirts|suburbs?|streets|mayor|airport|heart|towns?|airspace) of"
    r"|capital(?: city)?,?"
    r"|based in|bound for|departed for|depart for|left for|leave for|leaves for|departs for|headed for|heading"
    r" for|flight|flights)\s+(?:the\s+|today['’]s\s+)?$"
)
# 'travelled to Nairobi', 'his trip to Nairobi', 'returned from Nairobi', 'a two-day visit to Nairobi', 'ambassador to
# Nairobi' is none
_MOTION_BEFORE = re.compile(
    r"\b(?:visit|visits|visited|trip|trips|travel(?:s|l?ed|l?ing)?|journey(?:s|ed)?|fl(?:y|ies|ew|own|ying|ight"
    r"|ights)|arriv(?:e|es|ed|ing|al)|return(?:s|ed|ing)?"
    r"|c[ao]m(?:e|es|ing)|go|goes|going|gone|went|mov(?:e|ed|ing)|tour|rush(?:ed|es)?|head(?:s|ed|ing)?"
    r"|march(?:ed)?|pilgrimage|invit(?:e|ed|ation|es|ing)|depart(?:s|ed|ure)?|dispatch(?:ed)?"
    r"|sent|recall(?:ed)?|evacuat(?:e|ed)|dr[io]ve|drove|sail(?:ed)?|reach(?:ed)?|welcom(?:e|ed)|summon(?:ed)?"
    r"|closer|back|way|road|stopover|stop)"
    r"(?:\s+(?:(?!and\b|that\b|which\b)[\w’'-]+)){0,4}?\s+(?:to|from)\s+$"
    r"|\b(?:left|leaves?|leaving|depart(?:s|ed|ing)?|bound|head(?:s|ed|ing)?|flew|sailed|set"
    r" out)\b(?:\s+[\w’'-]+){0,4}?\s+for\s+$"
)
# 'Lagos, Nairobi, May 18, 2024', 'Nairobi, Kenya', 'NAIROBI (Reuters)', 'NAIROBI, 5 May', 'Nairobi-based', 'Nairobi
# airport'
_PLACE_AFTER = re.compile(
    r"\s*,\s+(?:(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\.?\s+\d|\d{1,2}\s+[A-Z])"
    r"|\s*\([A-Z][^)\n]{1,30}\)\s*[-–—]|\s+[-–—]{1,2}\s+[A-Z]"
    r"|-(?:based|born|bound|educated)|['’]s\s+(?:[a-z-]+\s+)?(?:airport|streets?|suburbs?|mayor|outskirts"
    r"|residents|skyline|squares?|hotels?|university|cathedral|subway|metro)"
    r"|\s+(?:airport|suburbs?|streets?|residents?|university|summit|conference|talks|meeting|airspace|region|time|metro"
    r"|hotel|embassy|declaration|protocol)\b"
)
_COORDINATED = re.compile(r"(?:,|\s+and|\s+or|\s*,\s+and)\s+$")


def is_place(text: str, start: int, end: int, sentence_start: int) -> bool:
    """Tell whether the name of a capital says where, not who.

    Args:
        text: the document's text.
        start: first character of the name.
        end: character after its last.
        sentence_start: where its sentence begins.

    >>> t = "The minister flew to Accra. Accra hopes for closer ties with Lomé, whose envoy is in Accra."
    >>> [is_place(t, m.start(), m.end(), 0 if m.start() < 27 else 28) for m in re.finditer("Accra|Lomé", t)]
    [True, False, False, True]
    """
    if start == sentence_start and text[end : end + 2] in (". ", ".\n", ""):
        return True  # 'Vilnius. The president today': a dateline, or a heading
    before = text[max(sentence_start, start - 70) : start]
    if _PLACE_BEFORE.search(before) or _MOTION_BEFORE.search(before):
        return True
    return _PLACE_AFTER.match(text, end) is not None


# 'met at the Elysée', 'outside the Casa Rosada', 'left the Kremlin'
_AT = re.compile(
    r"\b(?:[Ii]n|[Aa]t|[Nn]ear|[Oo]utside|[Ii]nside|[Aa]round|into|enter(?:s|ed|ing)?|left|leav(?:e|es|ing)|reach(?:es|ed)?"
    r"|tour(?:s|ed|ing)?|visit(?:s|ed|ing)?|(?:arriv|reception|dinner|banquet|lunch|ceremony|welcom)\w*\s+(?:at|in))"
    r"\s+(?:the\s+)?$"
)
_ON = re.compile(r"\b[Oo]n\s+$")  # 'on Capitol Hill'
# 'officials at the Elysée', 'the mood in the Kremlin', 'a friend in the White House': who sits there
_STAFF_AT = re.compile(
    r"\b(?:officials?|aides?|advis[eo]rs?|sources?|spokes\w+|insiders?|staff(?:ers)?|diplomats?|people|someone|somebody|those"
    r"|voices?|hardliners?|hawks|doves|circles?|mood|thinking|anger|alarm|concerns?|fears?|worr(?:y|ies)|relief|silence"
    r"|unease|power|friends?|man|woman|men|allies|ally|changes?|government|administration|nobody|no one|faith|trust"
    r"|confidence|interest|disappointment|satisfaction|years?|terms?|months|days|[Aa]nyone|others|policy|believ\w+"
    r"|close|laugh\w*|aimed|anger\w*|look\w*|point\w*|direct\w*|protest\w*)"
    r"\s+(?:\w+ly\s+)?(?:in|at|inside|near|around)\s+(?:the\s+)?$"
)
# 'the Kremlin said': whatever stands before
_SPEAKS = re.compile(r"\s+(?:said|says|denied|declined|announced|told|wants?|believes?|rejected|insisted|hopes?)\b")


def is_venue(text: str, start: int, end: int, sentence_start: int) -> bool:
    """Tell whether the name of a palace or ministry says where something takes place, not who acts.

    >>> t = "They met at the Elysée. Officials at the Elysée denied it."
    >>> [is_venue(t, m.start(), m.end(), 0 if m.start() < 24 else 24) for m in re.finditer("Elysée", t)]
    [True, False]
    """
    before = text[max(sentence_start, start - 60) : start]
    on_hill = _ON.search(before) and text.endswith(("Hill", "Street"), start, end)
    return bool(_AT.search(before) or on_hill) and not _STAFF_AT.search(before) and not _SPEAKS.match(text, end)


# 'Africa will come', 'trade with Africa'
_ACTING = re.compile(
    r" (?:will|would|must|should|cannot|can|needs?|speaks|spoke|accounts|accounted|imports|exports|buys|sells|stands"
    r"|continues to|has (?:never|always|called|decided|chosen|agreed|shown|made|paid|spoken)|is (?:ready|willing"
    r"|determined|committed|united|waiting|asking|calling|demanding|tired))\b"
)
# 'Africa demands', 'the Sahel wants'
_WANTING = re.compile(
    r" (?:wants?|demand(?:s|ed)?|insist(?:s|ed)?|calls (?:for|on|upon)|says|said|agreed|refuse[sd]?|hopes|fears|knows"
    r"|deserves|expects|rejects|rejected|asks|seeks|urges|believes|aspires)\b"
)
# 'Europe's policy', not 'Africa's largest dam', 'Asia's rivers', 'Africa's Great Lakes'
_OWNING = re.compile(
    r"['’]s (?!most\b|only\b|first\b|second\b|last\b|[a-z]+est\b|[A-Z]|(?:\w+ )?(?:coasts?|coastlines?|rivers?"
    r"|forests?|lakes?|deserts?|mountains?|borders?|soil|territory|cit(?:y|ies)|towns?|islands?|shores?|edges?|tip|map|airspace|waters|north"
    r"|south|east|west|northern|southern|eastern|western|central)\b)[a-z]"
)
_PARTNER = re.compile(r"\b(?:(?:trade|commerce|partnership|cooperation|relations|ties|dialogue|solidarity) with) $")
# 'subjugated Europe', 'to help Africa', 'enable Africa to'
_DONE_TO = re.compile(
    r"\b(?:subjugat|conquer|coloni[sz]|exploit|plunder|liberat|dominat|betray|divid|abandon|enslav|marginali[sz])"
    r"(?:e[sd]?|ed|ing|s)? $|\b(?:help|enable|allow|urge|persuade|support|defend|call on|call upon)(?:s|d|ed|ing)? $"
)
# 'countries in Africa will'
_WITHIN = re.compile(r"\b(?:of|in|across|throughout|for|from|to|with|within|and|or|about|around|over|like) (?:the )?$")


def acts(text: str, start: int, end: int) -> bool:
    """Tell whether a continent acts or is acted on: 'Africa will speak with one voice', 'Europe's policy'.

    >>> acts("Africa will speak.", 0, 6), acts("Rain fell across Africa.", 17, 23)
    (True, False)
    """
    before = text[max(0, start - 30) : start]
    if _OWNING.match(text, end) or _PARTNER.search(before) or _DONE_TO.search(before):
        return True
    return wants(text, start, end) or (_ACTING.match(text, end) is not None and not _WITHIN.search(before))


def wants(text: str, start: int, end: int) -> bool:
    """Tell whether a region does what only people do: 'the Sahel demands'.

    >>> wants("The Sahel demands peace.", 4, 9), wants("Villages in the Sahel demand peace.", 16, 21)
    (True, False)
    """
    return _WANTING.match(text, end) is not None and not _WITHIN.search(text[max(0, start - 30) : start])


def follows_in_list(text: str, previous_end: int, start: int) -> bool:
    """Tell whether a name goes on with the list that the name before it stands in: 'in Lomé and Accra'."""
    return start - previous_end < 8 and _COORDINATED.match(text, previous_end, start) is not None


def is_between(text: str, start: int, sentence_start: int) -> bool:
    """'between Moscow and Kyiv', 'both Lomé and Accra': two governments.

    >>> is_between("ties between Lomé and Accra", 22, 0)
    True
    """
    return (
        re.search(
            r"\b(?:between|both|either|neither)\s+(?:[\w.’'-]+\s+(?:and|or|nor)\s+)?$",
            text[max(sentence_start, start - 50) : start],
        )
        is not None
    )
