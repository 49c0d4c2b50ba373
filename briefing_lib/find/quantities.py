"""Finds numbers with what they measure: sums, rates, weights, counts, durations - and neither dates nor names.

One scan each for digits and for number words says where to look; everything else is read from there.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from briefing_lib.find.number.bounds import bound_after, bound_before
from briefing_lib.find.number.chains import Reading, read_chain, word_scan
from briefing_lib.find.number.changes import change_after, change_before, is_step
from briefing_lib.find.number.contexts import context
from briefing_lib.find.number.fractions import is_fraction, word_before
from briefing_lib.find.number.multiples import read_multiple
from briefing_lib.find.number.nouns import noun_after
from briefing_lib.find.number.number_names import is_date, is_name, is_paper, promises
from briefing_lib.find.number.numerals import like_a_year
from briefing_lib.find.number.old_currencies import at_the_time
from briefing_lib.find.number.own_dollar import in_own_dollars
from briefing_lib.find.number.units import Unit
from briefing_lib.tables import Date, Quantity, Sentence

_DIGIT = re.compile(r"[0-9][0-9.,]*")
_WORDS = 8  # before the level that a change led to
_WORDS = 8  # before the level that a change led to
_BACK = 90  # how far back a bound or a verb of change is looked for


def find_quantities(text: str, sentences: Sequence[Sentence], dates: Sequence[Date]) -> list[Quantity]:
    """Find the quantities of a document.

    Args:
        text: the document.
        sentences: its sentences, in order.
        dates: its temporal expressions; a number in one is a quantity only if it counts days or years.

    Returns:
        Rows in order. ``value`` is a plain number; ``unit`` an ISO 4217 code, ``percent``, ``percentage point``
        or a noun in the singular, empty for a number that stands alone; both ends of a range have a row each.

    >>> text = "Tea exports rose by more than 5 per cent to $1.2bn."
    >>> rows = find_quantities(text, [Sentence("d#1", "d", 1, 0, len(text), text, "author", "narration")], [])
    >>> [(row.value, row.unit, row.bound, row.change) for row in rows]
    [(5.0, 'percent', '>', 'up'), (1200000000.0, 'USD', '=', '')]
    """
    rows: list[Quantity] = []
    starts = [hit.start() for hit in _DIGIT.finditer(text)]
    starts += [hit.start(1) for hit in word_scan().finditer(text)]
    if opening := word_scan().match(" " + text[:24]):
        starts.append(opening.start(1) - 1)
    starts.sort()
    done = at_sentence = at_date = 0
    label_end = -1
    for start in starts:
        if start < done:
            continue
        while at_sentence < len(sentences) and sentences[at_sentence].end <= start:
            at_sentence += 1
        if at_sentence == len(sentences):
            break
        sentence = sentences[at_sentence]
        if start < sentence.start:
            continue
        while at_date < len(dates) and dates[at_date].end <= start:
            at_date += 1
        date = dates[at_date] if at_date < len(dates) and dates[at_date].start < start + _BACK else None
        if not promises(text, start, date):
            continue
        if text[start].isalpha() and (multiple := read_multiple(text, start, sentence)):
            rows.append(multiple)
            done = multiple.end
            continue
        chain, stop = read_chain(text, start, sentence.start, sentence.end)
        if not chain:
            done = max(done, stop)
            continue
        done = stop
        if is_name(text, chain[0], sentence, label_end):
            label_end = chain[-1].end
            continue
        for read in chain:
            if not (date and is_date(read, dates, at_date)):
                row = _row(text, read, chain, sentence)
                if row:
                    last = rows[-1] if rows else None
                    row = _like_the_last(text, row, last)
                    if (
                        last is not None
                        and not last.unit
                        and row.unit
                        and _PART_OF.fullmatch(text, last.end, row.start)
                    ):
                        rows[-1] = last._replace(unit=row.unit)
                    rows.append(row)
    return at_the_time(in_own_dollars(text, rows), dates)


_PART_OF = re.compile(
    r"\s+(?:out\s+)?of\s+(?:the\s+|its\s+|their\s+|a\s+)?(?:total\s+|planned\s+|promised\s+)?"
)  # "280 million OF THE 1.5bn shekels"
_COUNTS = ("count", "noun")


_MANY = re.compile(r"\s+(?:of|more|were|have|had|are)\b")  # "hundreds MORE were hurt"
_VERB = re.compile(r"\s+(?:were|was|are|have|had|died|others|more)\b")  # "Fifteen WERE killed"
_LIST = re.compile(r"[.)](?:\s|$)")  # "3. Security"


def _row(text: str, read: Reading, chain: Sequence[Reading], sentence: Sentence) -> Quantity | None:
    number, unit, start, end = read.number, read.unit, read.start, read.end
    words = text[max(sentence.start, chain[0].start - _BACK) : chain[0].start].lower().split()
    sums = len(chain) == 2 and all(r.own_unit and r.unit and r.unit.kind == "currency" for r in chain)
    if sums and is_step(words, text[chain[0].end : chain[1].start]):
        words = words if read is chain[0] else text[sentence.start : read.start].lower().split()[-_WORDS:]
        chain = (read,)
    if words and words[-1][0] in "(“\"‘'":
        words[-1] = words[-1][1:] or "("
    last = words[-1] if words else ""
    if number.form == "fraction" and not is_fraction(text, read, last, word_before(words)):
        return None
    if unit is None:
        if not like_a_year(text, number):
            unit = _counted(text, chain[-1], sentence.end)
        else:
            unit = _counted_in_year_form(text, read, sentence.end, last)
            if unit is None:
                return None
        if unit is not None and read is chain[-1]:
            end = max(end, unit.end)
    if is_paper(text, number, sentence.end):
        return None
    one = number.value == 1 and number.form == "words" and number.scale == 1
    if one and (unit is None or unit.kind == "count" or last in ("the", "no", "this", "that", "any", "at")):
        return None
    bound = bound_before(words, number.form == "digits")
    if bound.words == "over" and unit is not None and unit.kind == "duration":
        bound = bound._replace(sign="=", words="")  # "$5bn over five years"
    rest = words[: len(words) - bound.taken]
    if bound.words in ("below", "above", "under", "beyond"):
        rest = []  # "fell below 5 per cent": a level
    kind = unit.kind if unit else ""
    rate = "percent" if number.form == "fraction" and not kind else kind  # "fell by a third"
    change = "" if kind == "duration" else change_before(rest, rate) or change_after(text, end, sentence.end, rate)
    if rate == "percent" and not kind and _AGAIN.match(text, end):
        change = "up"  # "half as much again"
    if unit is not None and unit.name == "time" and number.value > 1 and _AS_MUCH.match(text, end):
        change = change or "up"  # "2.3 times as much as"
    sign = text[start - 1] if start > sentence.start else ""
    value = number.value
    if sign in "+-−–" and sign and (start - 1 == sentence.start or text[start - 2] in " (\n\xa0"):
        if kind in ("percent", "point", "currency"):
            change = change or ("up" if sign == "+" else "down" if text[start] != sign and sign != "–" else "")
        elif sign in "-−":
            value, start = -value, start - 1
    if last == "minus":
        value = -value
    if unit is None and not _stands_alone(text, read, chain, sentence, last, bound.words, change):
        return None
    if (
        unit is not None
        and unit.kind in _COUNTS
        and number.form == "words"
        and number.value < 21
        and last in context("definite")
    ):
        return None  # "the two countries" names them, and counts nothing
    if bound.sign == "=":
        after = bound_after(text, number.end, end, sentence.end)
        if after.sign != "=":
            bound = after
        elif number.form == "vague" and number.step == 0:
            bound = bound._replace(sign=">")
    if unit is not None:
        value = float(f"{value * unit.factor:.12g}")
    rule = f"{number.form} with {kind or 'no unit'}"
    if len(chain) > 1:
        rule = f"{rule}, {'range or list'}"
    return Quantity(
        sentence.document, sentence.sentence, start, end, text[start:end], value, unit.name if unit else "",
        bound.sign, change, rule,
    )  # fmt: skip


_TO = re.compile(r"\s+to\s+(?:(?:about|around|some|nearly|almost|more\s+than|over|just)\s+)?")
_OR = re.compile(r",?\s+or\s+(?:(?:by\s+)?(?:about|around|some|nearly|almost|roughly|just|more\s+than|over)\s+)?|\s+\(")
# "Peru's were down 2.3% and CHILE'S BY 2.6%"
_BY = re.compile(r"(?:,|,?\s+and)\s+(?:(?:that|those)\s+\w+\s+(?:the\s+)?)?(?:[A-Z][\w’'-]*\s+){0,4}by\s+")
_AND = re.compile(r",?\s+(?:and|or)\s+|,\s+")


_AGAIN = re.compile(r"\s+as\s+(?:much|many|large|high|big)\s+again\b")
_AS_MUCH = re.compile(
    r"\s+(?:as\s+(?:much|many|large|high|big)|more|higher|larger|bigger|the\s+(?:level|figure|amount|value|total))\b"
)


def _like_the_last(text: str, row: Quantity, last: Quantity | None) -> Quantity:
    """ "rose 5% and 3%", "lost 23 points, or 0.8 per cent": the verb before the first is that of both."""
    shares = last is not None and not row.unit and not (last.change and last.unit == "percent")
    if last is not None and shares and last.unit and _TO.fullmatch(text, last.end, row.start):
        row = row._replace(
            unit=last.unit
        )  # "from 1.9 trillion yen to 2.6 trillion", but not "rose 0.7 per cent to 6,327"
    if row.change or last is None or not last.change or last.rule == "multiple":
        return row
    if row.unit == "percent" and (_OR.fullmatch(text, last.end, row.start) or _BY.fullmatch(text, last.end, row.start)):
        return row._replace(change=last.change)
    if (
        row.unit == last.unit
        and row.unit in ("percent", "percentage point")
        and _AND.fullmatch(text, last.end, row.start)
    ):
        return row._replace(change=last.change)
    return row


# "12 F-16s", "two C-130s", "four Mi-17 ..."
_MODEL = re.compile(r"\s+([A-Z][A-Za-z]{0,3}-\d{1,4}[A-Z]{0,2})s(?!\w)")


def _counted(text: str, read: Reading, end: int) -> Unit | None:
    one = read.number.value == 1
    at = read.number.end + bound_after(text, read.number.end, read.number.end, end).taken  # "500-PLUS tanks"
    if read.number.form == "fraction" and not text.startswith((" of ", "-", " point"), at):
        return None
    model = _MODEL.match(text, at, end)
    if model is not None:
        return Unit(model[1], "noun", model.start(1), model.end())
    hyphen = text[at : at + 1] == "-"
    noun = noun_after(text, at, end, one or hyphen or read.number.form == "fraction")
    if noun is None or hyphen and noun.kind == "count" and noun.start > at + 1:
        return None
    if noun.name == "point":  # of an index; of a rate where it is cut: "a quarter point"
        name = "percentage point" if read.number.form == "fraction" else noun.name
        return Unit(name, "point", noun.start, noun.end)
    return Unit(noun.name, noun.kind, noun.start, noun.end)


def _counted_in_year_form(text: str, read: Reading, end: int, last: str) -> Unit | None:
    """ "2000 troops" are soldiers, "in 2000 troops left" is a year."""
    if last in context("before year"):
        return None
    noun = noun_after(text, read.number.end, end)
    if noun is None or noun.kind == "count":
        return None
    return Unit(noun.name, noun.kind, noun.start, noun.end)


def _stands_alone(
    text: str, read: Reading, chain: Sequence[Reading], sentence: Sentence, last: str, bound: str, change: str
) -> bool:
    """Say whether a number without a unit says something: "the toll rose to 144", "Fifteen were killed"."""
    number = read.number
    if number.form == "vague":
        return number.value >= 1000 or _MANY.match(text, number.end) is not None
    if number.form == "fraction" or number.scale > 1 or bound or change:
        return True
    if len(chain) > 1:
        return False
    if number.form == "words":
        opens = read.start == sentence.start or text[read.start - 2] in ",;:."
        return number.value >= 100 or opens and _VERB.match(text, number.end) is not None and number.value > 1
    if number.step < 1 or not text[read.start : read.end].isdigit():
        return True
    if _LIST.match(text, number.end) and read.start == sentence.start:
        return False
    if like_a_year(text, number):
        return False
    if last in context("leads to bare number"):
        return True
    return number.value <= 100 and _GAPPED.search(text, max(sentence.start, read.start - 48), read.start) is not None


# "Sweden takes 11 per cent, LATVIA 8"
_GAPPED = re.compile(
    r"(?:%|\bper\s?cent)(?:,| and)\s(?:and\s)?(?:the\s)?[A-Z][\w’'-]+(?:\s[A-Z]\w+)?(?:['’]s)?\s(?:by\s)?$"
)
