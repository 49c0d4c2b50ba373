"""The subject before what stands beside it: 'Hugh Hill, a doctor, said', 'The envoy -- a doctor -- said'."""

from __future__ import annotations

import re

from briefing_lib.find.speech.phrases import read_people_in, read_phrase
from briefing_lib.find.title.page import Page, Source, strip_right

# The last comma, colon or dash: what stands behind it is the piece before the verb
_PIECE = re.compile(r"(?s).*(?:[,;:]\s|\s(?:[—–-]|--)\s|[a-z]—(?=[a-z]))")

# ' — who lives there — ' before a verb
DASHED = re.compile(r"(?s).*(?:\s(?:[—–-]|--)\s|\w—(?=\w))(?=.*?\w)")

# Pieces that stand beside a name or in front of a clause
_APPOSITIVE = re.compile(
    r"[\s—–-]*(?:an?|who|which|whose|whom|where|when|while|as|if|his|her|its|their|one|some|in|on|at|after|before|during"
    r"|with|by|for|from|of|to|under|over|since|until|despite|amid|following|citing|speaking|formerly|former|then|now|also"
    r"|however|meanwhile|too|himself|herself|itself|both|and|but|or|not|no|never|once|long|ever|always|hardly|little|\d+|[a-z]+ing|[a-z]+ly|[a-z]+ed)\b"
)


def before_dash(page: Page, low: int, dash: int) -> Source | None:
    """Find the subject before an insertion between dashes: 'The envoy -- a doctor by training -- said'."""
    end = dash
    while end > low and page.text[end - 1] in " —–-":
        end -= 1
    return read_phrase(page, piece_start(page.text, low, end), end)


def piece_start(text: str, low: int, high: int) -> int:
    """Return where the stretch between commas or dashes begins that ends at high."""
    hit = _PIECE.match(text, low, high)
    return hit.end() if hit else low


def before_comma(page: Page, low: int, comma: int) -> Source | None:
    """Find the subject before an apposition or a relative clause: 'Hugh Hill, a doctor, said'."""
    text = page.text
    low = _behind_dateline(page, low, comma)
    best: Source | None = None
    end = comma
    for number in range(8):
        start = piece_start(text, low, end)
        aside = _APPOSITIVE.match(text, start, end)
        if aside and _FORMER.match(text, start, end) and (named := page.mention_ending(end)) and named.type == "person":
            aside = None  # 'Her husband, former President Bill Clinton, told'
        source = None if aside and start > low else read_phrase(page, start, end)
        if aside and number and (joined := _AND_CLAUSE.match(text, start, end)):
            # 'it fell, and Rep. Ada Ibe (D-Ohio), who wrote it, said': the clause behind 'and'
            person = read_phrase(page, joined.end(), end)
            if person and person.rule == "name" and page.names_person(person) and len(person.actors) == 1:
                alone = not page.mention_ending(strip_right(text, low, start) - 1)
                if alone and _ONLY_TITLES.fullmatch(text, joined.end(), person.start):
                    return person
        inner = _INNER.match(text, aside.end(), end) if aside and number else None
        if inner and (subject := read_phrase(page, start, end) or read_people_in(page, start, end)):
            # 'ordering a study after shopkeepers in Lima': the subject of the last clause
            if not text[inner.end() : subject.start].strip():
                return subject
        elif source is None and number and not aside:
            source = read_people_in(page, start, end)
        if source and number == 0 and (start <= low or not _ONLY_TITLES.fullmatch(text, start, source.start)):
            source = None  # 'the council, mentioned today': one comma makes no apposition
        if source and source.rule == "name" and page.names_person(source):
            return _with_title(page, low, _with_another(page, low, source))
        if source and not _names_country(page, start, source):
            best = source if best is None or best.rule not in ("name", "pronoun", "unlisted") else best
        end = strip_right(text, low, start)
        if end <= low or text[end - 1] not in ",—–-":
            break
        end -= 1
    return best


_AND_CLAUSE = re.compile(r"\s*(?:and|but)\s+(?=(?:the\s+)?[A-Z])")
_INNER = re.compile(r"(?s).*\s(?:after|as|when|while|because|although|though|before)\s+(?:the\s+)?")

# 'MANILA (AP) - ', 'LIMA, Peru -- '
_DATELINE = re.compile(
    r"[A-Z][A-Z.’'-]{2,}(?:\s+[A-Z.’'-]+){0,3}(?:,\s+[A-Z][\w.]*(?:\s+[A-Z][\w.]*)?)?(?:,?\s+[A-Z]?[\w.]+\s+\d+|,?\s+\d+\s+\w+)?"
    r"\s*(?:\([A-Z][\w ./]{1,40}\))?\s*(?:--|[—–-])\s"
)

# ', and the president, ' between two names that each have a title behind or before them
_AND_TITLED = re.compile(
    r"(?:,\s+(?:(?!and\b)[\w’'-]+\s+){0,8}(?!and\b)[\w’'-]+)?,?\s+and\s+(?:(?:the|an?|his|her|its|[\w.-]+[’']s)\s+)?(?:[\w.’'-]+,?\s+){0,7}$"
)


def _behind_dateline(page: Page, low: int, high: int) -> int:
    """Return where the text begins behind a dateline, where the offset is if there is none."""
    opens = low == 0 or page.text[low - 1] == "\n"
    dateline = _DATELINE.match(page.text, low, high) if opens else None
    first = page.mention_starting(low)
    return dateline.end() if dateline and not (first and first.type in ("person", "organisation")) else low


def _with_another(page: Page, low: int, source: Source) -> Source:
    """Add the person joined to a name by 'and': 'Tom Okeke, the speaker, and the president, Ada Ibe, said'."""
    text = page.text
    if len(source.actors) != 1:
        return source
    for mention in reversed(page.mentions_in(max(low, source.start - 140), source.start)):
        if mention.type != "person" or mention.actor in source.actors:
            continue
        if not _AND_TITLED.fullmatch(text, mention.end, source.start):
            break
        lead = piece_start(text, low, mention.start)
        if lead > low or _ONLY_TITLES.fullmatch(text, lead, mention.start):
            return source._replace(start=mention.start, actors=(mention.actor, *source.actors))
        break
    return source


# ', its managing director, ' before a name
_TITLE_BEFORE = re.compile(r"(?:^|(?<=,\s)|(?<=[”\"]\s))(?:the|its|his|her|their)\s+(?:[\w’'-]+\s+){0,4}[\w’'-]+,\s+$")


def _with_title(page: Page, low: int, source: Source) -> Source:
    """Begin a name set behind its title with that title: 'the fund is short of money, its director, Ada Ibe, said'."""
    hit = _TITLE_BEFORE.search(page.text, max(low, source.start - 70), source.start)
    comma = page.text.rfind(",", source.start - 3, source.start) if hit else -1
    title = read_phrase(page, hit.start(), comma) if hit and hit.start() > low and comma > 0 else None
    return (
        source._replace(start=hit.start()) if hit and title and title.rule in ("title", "spokesman", "noun") else source
    )


def _names_country(page: Page, start: int, source: Source) -> bool:
    """Tell whether a piece only says where the place before it lies: 'in Pretoria, South Africa,'"""
    end = strip_right(page.text, max(0, start - 3), start)
    before = page.mention_ending(end - 1) if end and page.text[end - 1] == "," else None
    mention = page.mention_starting(source.start)
    if not before or not mention or mention.type == "person":
        return False
    bare = not page.text[start : source.start].strip()
    return bare and _WHERE.search(page.text, max(0, before.start - 12), before.start) is not None


_WHERE = re.compile(r"\b(?:in|at|near|from|outside|of)\s+$")

_FORMER = re.compile(r"\s*(?:former|then|now|also|one)\s")

# What may stand before a name in its piece: ' the Turkish prime minister '
_ONLY_TITLES = re.compile(r"[\s—–-]*(?!(?:such|including|like|as|especially|notably)\b)(?:(?:[\w.’'&/-]+)\s+){0,8}")
