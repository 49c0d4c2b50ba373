"""Statements reproduced whole inside an article: where one begins, and where the author takes over again."""

from __future__ import annotations

import re

# A speaker whose name the announcement does not give: 'His remarks in full:'.
UNNAMED = "?"

_KINDS = (
    r"(?:statements?|remarks|speech|address|text|transcript|readout|article|letter|comments|interview|answers?"
    r"|message|communiqu[eé]|declaration|op-ed|toast|testimony|opening words|press release|press conference"
    r"|(?:press |noon |daily )?briefing|note"
    r"|reply|response|words|appeal|telegram|eulogy|sermon|lecture|intervention)"
)
_NAME = r"(?:[A-ZÀ-Þ][\w.-]*)(?:\s+(?:[A-ZÀ-Þ][\w.-]*|de|da|van|von|bin|al|el|of))*"
# 'statement by Foreign Minister Wang Yi', 'full text of remarks by Ann Lee', 'the transcript of President Ann Lee'
_BY = re.compile(
    rf"\b{_KINDS}\s+(?:\w+\s+){{0,2}}?(?:(?:made |delivered |given |issued )?by|from|of)\s+(?:the\s+)?"
    rf"(?:(?:then|late|former)\s+)?(?P<name>{_NAME})"
)
# 'Lavrov’s statement', 'President Lee's short opening remarks'
_OWNED = re.compile(rf"(?P<name>{_NAME})['’]s?\s+(?:[a-z-]+\s+){{0,3}}{_KINDS}\b")
# 'Maris Sangiampongsa, issued the following statement', 'President Lee made these remarks'
_ISSUED = re.compile(
    rf"(?P<name>{_NAME}),? (?:has |had |today |on \w+ )?"
    r"(?:issued|released|made|gave|delivered|read(?: out)?|published|sent|wrote)\s+"
    rf"(?:the following|this|these|a|an|his|her|its|their)\s+(?:[a-z-]+\s+){{0,2}}{_KINDS}\b"
)
_ANNOUNCES = re.compile(
    r"\b(?:follow(?:s|ing)?|below|now for|here (?:is|are)|here['’]s|in full|full text|complete text|verbatim|reads|read"
    r"|as follows|reproduced|this is|the text)\b",
    re.IGNORECASE,
)
# 'His remarks in full', 'The letter reads', 'The full text of the statement follows', 'Text of the note'
_UNNAMED = re.compile(
    rf"(?:\b(?:his|her|its|their|the|this)\s+(?:[\w-]+\s+){{0,3}}{_KINDS}\b.{{0,60}}"
    r"\b(?:in full|follows?|below|reads?|as follows|sa(?:id|ys),? in (?:part|full))"
    r"|\b(?:full|complete|verbatim|official|unofficial)\s+(?:text|transcript)\b"
    rf"|\btext\s+of\s+(?:his|her|its|the|their)\s+{_KINDS})",
    re.IGNORECASE,
)
# With a full stop for a colon only what can mean nothing else: 'Following is the full text of the speech.'
_PLAIN = re.compile(
    r"(?:(?:the )?following is|here is|below is|what follows is|we (?:publish|print|reproduce|carry) (?:below|here))"
    r"\b.{0,30}\b"
    r"(?:text|transcript|statement|speech|remarks|letter|translation|version)\b"
    r"|\b(?:text|transcript|statement|speech|remarks|letter)\b.{0,60}\b(?:follows|(?:reads|is) as follows"
    r"|in full below)\.$",
    re.IGNORECASE,
)
_OPENS_SPEECH = re.compile(
    r"(?:ladies and gentlemen|(?:dear|esteemed|distinguished|honou?rable|my|fellow) \w+"
    r"|(?:mr|madam|mme|mrs)\.? \w+|excellenc|your (?:excellenc|majest|royal|highness|holiness)|friends|comrades"
    r"|colleagues|good (?:morning|afternoon|evening)|sir,)",
    re.IGNORECASE,
)
# 'My fellow citizens,', 'Dear friends:', 'Ladies and gentlemen!': a paragraph that does nothing but address
_SALUTATION = re.compile(
    r"(?:(?:my|dear|esteemed|distinguished|honou?rable|beloved|fellow|good|mr|madam|mrs|excellenc|your|ladies"
    r"|friends|comrades"
    r"|colleagues|brothers|sisters|compatriots|countrymen|citizens|people of|sons and|sir)\b[^.?]{0,90})[,:!.]$",
    re.IGNORECASE,
)
# 'We print his statement in full.', 'Here is what he wrote, without cuts.', 'She spoke as follows.'
_GIVES_WORDS = re.compile(
    rf"\b(?:in full|in its entirety|(?:read|printed|quoted|given) whole|(?:give|print|publish|set|reproduce|quote"
    rf"|copy) (?:it|them|this) (?:down )?here|unabridged|without (?:cuts|comment"
    rf"|changes?|changing)|word for word|verbatim|as follows|here (?:is|are)"
    rf"|below|follows?"
    rf"|(?:print|publish|reproduce|carry|quote|give|translate)\b.{{0,60}}\b(?:{_KINDS}|words?)|(?:his|her|their"
    rf"|these) (?:own )?words"
    rf"|(?:the|this|that|his|her) {_KINDS}\b|what (?:he|she|they) (?:said|wrote|told|had to say))\b",
    re.IGNORECASE,
)
# '... and may God bless the Republic of Palau.', 'Long live Ghana!', 'I thank you.', 'Yours sincerely,'
_CLOSES = re.compile(
    r"(?:^|[.!?,] |\band )(?:(?:may )?(?:god|the lord|almighty god|allah) (?:bless|protect|keep|save|be with"
    r"|grant)\b[^.!?]{0,80}"
    r"|long live\b[^.!?]{0,60}|(?:i )?thank you(?: (?:all|very much|for (?:your|listening)[^.!?]{0,40}))?"
    r"|i thank you[^.!?]{0,30}"
    r"|(?:yours|respectfully|sincerely)[^.!?]{0,30})[.!,]?[”\"’']?$",
    re.IGNORECASE,
)
_FIRST_PERSON = re.compile(r"\b(?:I|we|our|my|us)\b", re.IGNORECASE)
# '[My emphasis]', '(End of statement)', '***', 'END'
END_MARK = re.compile(
    r"(?:[\[(](?:my|our|author['’]?s)?\s*emphas[ie]s[^\])]*[\])]"
    r"|[\[(<]?(?:ends?|end (?:of )?(?:the )?"
    r"(?:quote|quotation|statement|transcript|text|remarks|speech|letter|message|excerpt))[\])>]?\.?"
    r"|(?:[*_=–—#-]\s*){3,})$",
    re.IGNORECASE,
)
# '(Mr Vula's comments end)', '[The minister's statement ends here.]', 'End of Mr. Lee's remarks'
_END_LINE = re.compile(
    rf"[\[(]?(?:[^.()\[\]]{{0,60}}\b{_KINDS}\s+ends?(?:\s+here)?|end (?:of )?[^.()\[\]]{{0,60}}{_KINDS}"
    r"|ends?|end text)\.?[\])]?$"
    rf"|END\s+\d{{1,2}}[:.]\d\d\b.{{0,20}}$",
    re.IGNORECASE,
)
# 'This interview has been edited for length.', 'Translated from Polish by Ann Lee', 'The questions were put by Joe.'
_NOTE = re.compile(
    r"[(\[*_]*(?:(?:the|this|these|our) (?:interview|conversation|transcript|text|discussion|questions?|talk"
    r"|answers?|remarks)"
    r" (?:(?:has|have) been|was|were|is) (?:\w+ )?(?:edited|condensed|shortened|conducted|translated|recorded|put"
    r"|abridged|held)"
    r"|(?:interview(?:ed)?|conducted|translated|recorded|edited) (?:by|from|in|and)\b)",
    re.IGNORECASE,
)
# 'The speech was broadcast', 'In his letter the minister', 'That statement came'
_ABOUT_TEXT = re.compile(
    rf"(?:In |With )?(?:the|this|that|his|her|its|their)\s+(?:[a-z-]+\s+)?{_KINDS}\b", re.IGNORECASE
)
_REPORTS = re.compile(
    r"\b(?:said|told|according to|spokes(?:man|woman|person)|declined to|has not (?:answered|replied|commented)"
    r"|did not (?:answer|reply|comment))\b"
)


def announced_speaker(words: str, following: str) -> str:
    """Return the name of the speaker whose statement a paragraph says comes next, UNNAMED, or ''.

    Args:
        words: the paragraph.
        following: the paragraph after it.

    >>> announced_speaker("Let us wait and see. Now for Mutasa’s statement:", "Ladies and gentlemen,")
    'Mutasa'
    >>> announced_speaker("Below is the full text of the speech by Prime Minister Indira Gandhi:", "Friends,")
    'Prime Minister Indira Gandhi'
    >>> announced_speaker("The foreign minister, Maris Sangiampongsa, issued the following statement:", "We agree.")
    'Maris Sangiampongsa'
    >>> announced_speaker("The king spoke. His remarks in full:", "My people,")
    '?'
    >>> announced_speaker("We print his statement in full.", "My fellow citizens,")
    '?'
    >>> announced_speaker("Mutasa’s statement was short.", "Then he left.")
    ''
    """
    tail = words.rstrip(" —–-*_")
    colon = tail.endswith(":")
    addressed = is_salutation(following)
    if not colon and not _announces_plainly(tail[-200:]) and not (addressed and _GIVES_WORDS.search(tail[-200:])):
        return ""
    quoted = following[:1] in "“\"«‘'" and following[:1] != ""
    last = words[max(words.rfind(stop, 0, len(tail) - 1) for stop in (". ", "! ", "? ")) + 1 :]
    found = min(
        (hit for hit in (_BY.search(last), _OWNED.search(last), _ISSUED.search(last)) if hit),
        key=lambda hit: hit.start(),
        default=None,
    )
    announced = _ANNOUNCES.search(last) is not None
    speech = _OPENS_SPEECH.match(following) is not None
    if found and (announced or (not quoted and (len(last) < 120 or speech))):
        return " ".join(found.group("name").split())
    personal = quoted or speech or in_first_person(following)
    if len(last) < 40:  # 'She asked us to print her reply in full. Here it is:'
        last = words[-300:]
    return UNNAMED if personal and (not colon or _UNNAMED.search(last)) else ""


def announces_whole(words: str) -> bool:
    """Tell whether all that follows is what a paragraph announces, headings and all.

    >>> announces_whole("The following is a transcript of today's briefing by Ann Lee."), announces_whole("He said:")
    (True, False)
    """
    return _announces_plainly(words.rstrip(" —–-*_")[-200:])


def _announces_plainly(end: str) -> bool:
    hinted = end.endswith(".") and ("ollow" in end or "text" in end or "transcript" in end)
    return hinted and _PLAIN.search(end) is not None


# 'Address by President Ann Lee to the Congress', 'Remarks of the Prime Minister of Fiji', 'Full text of Lee's speech'
_HEADED = re.compile(
    r"(?:(?:full|complete|official|unofficial) )?(?:text|transcript)\b"
    r"|(?:[\w-]+\s+){0,4}?(?:address|remarks|statement|speech|message|testimony|toast|lecture|letter|intervention"
    r"|sermon"
    r"|homily|keynote)\s+(?:by|of|from|to|at|on|made|delivered|given)\b"
    r"|.{3,60}['’]s?\s+(?:[\w-]+\s+){0,3}"
    r"(?:address|remarks|statement|speech|message|testimony|toast|lecture|letter)\b",
    re.IGNORECASE,
)


def headed_speaker(title: str, body: list[str]) -> str:
    """Return the speaker of a document that is one speech, UNNAMED if its title does not say who, '' if it is none.

    Args:
        title: the headline.
        body: the first paragraphs of running text.

    >>> headed_speaker("Address by President Ann Lee to the Congress", ["Members of Congress, I thank you."])
    'President Ann Lee'
    >>> headed_speaker("Lee's speech angers Congress", ["President Lee angered Congress on Monday, an aide said."])
    ''
    """
    beginning = " ".join(body[:3])
    if not body or not (in_first_person(beginning) or _OPENS_SPEECH.match(body[0])):
        return ""
    if not title:
        return UNNAMED if _OPENS_SPEECH.match(body[0]) and in_first_person(beginning) else ""
    if not _HEADED.match(title) or _REPORTS.search(body[0]):
        return ""
    found = _BY.search(_sentence_case(title)) or _OWNED.search(_sentence_case(title))
    name = " ".join(found.group("name").split()) if found else UNNAMED
    return "" if found and speaks_of(beginning, name.split(" of ")[0]) else name


def _sentence_case(title: str) -> str:
    """'Full Text of Remarks by Ann Lee': the words for kinds of text as they stand in running text."""
    return re.sub(rf"\b{_KINDS}\b", lambda hit: hit.group().lower(), title, flags=re.IGNORECASE)


def speaks_of(words: str, speaker: str) -> bool:
    """Tell whether a paragraph names the speaker in the third person.

    >>> speaks_of("I wish Mutasa had said more.", "Didymus Mutasa"), speaks_of("I said more.", "Didymus Mutasa")
    (True, False)
    """
    surname = speaker.split()[-1] if speaker else ""
    return bool(surname) and re.search(rf"(?<![\w-]){re.escape(surname)}(?!\w)", words) is not None


def is_salutation(words: str) -> bool:
    """Tell whether a paragraph does nothing but address those who are spoken to.

    >>> is_salutation("My fellow citizens,"), is_salutation("My fellow citizens have had enough of it.")
    (True, False)
    """
    return (
        len(words) < 100
        and len(words.split()) < 13
        and _SALUTATION.match(words) is not None
        and (words[-1] != "." or len(words.split()) < 6)
    )


def closes_speech(words: str) -> bool:
    """Tell whether a paragraph ends as speeches and letters do.

    >>> closes_speech("And may God bless the Republic of Palau."), closes_speech("God knows why.")
    (True, False)
    """
    return _CLOSES.search(words[-160:]) is not None


def is_end_line(words: str) -> bool:
    """Tell whether a paragraph does nothing but end what is reproduced.

    >>> is_end_line("(Mr Vula's comments end)"), is_end_line("* * *"), is_end_line("It ends well.")
    (True, True, False)
    """
    return len(words) < 100 and (_END_LINE.match(words) is not None or END_MARK.match(words) is not None)


def is_note_on_text(words: str) -> bool:
    """Tell whether a paragraph says how a transcript was made.

    >>> is_note_on_text("This interview has been edited for length and clarity."), is_note_on_text("It was edited.")
    (True, False)
    """
    return len(words) < 250 and _NOTE.match(words) is not None


def is_about_the_text(words: str) -> bool:
    """Tell whether somebody else speaks of what has been reproduced, or reports.

    >>> is_about_the_text("The speech was broadcast."), is_about_the_text("We shall not rest.")
    (True, False)
    """
    if in_first_person(words):
        return False
    return _ABOUT_TEXT.match(words) is not None or _REPORTS.search(words) is not None


def in_first_person(words: str) -> bool:
    """Tell whether a stretch says I or we.

    >>> in_first_person("We met twice."), in_first_person("They met twice.")
    (True, False)
    """
    return _FIRST_PERSON.search(words) is not None
