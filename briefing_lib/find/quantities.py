"""Finds numbers with what they measure: sums, rates, weights, counts, durations - and neither dates nor names.

One scan each for digits and for number words says where to look; everything else is read from there.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from typing import NamedTuple

from briefing_lib import lexicon
from briefing_lib.find.bounds import bound_after, bound_before
from briefing_lib.find.changes import change_after, change_before
from briefing_lib.find.nouns import noun_after
from briefing_lib.find.numerals import Number, read_digits, read_words
from briefing_lib.find.numerals import words as words_of
from briefing_lib.find.units import Unit, currency_before, national, unit_after
from briefing_lib.tables import Date, Quantity, Sentence

_DIGIT = re.compile(r"[0-9][0-9.,]*")
_EDGES = r"[\s(“\"‘'\[—–-]"
_BACK = 90  # how far back a bound or a verb of change is looked for


@cache
def _word_scan() -> re.Pattern[str]:
    kinds = {"small", "teen", "tens", "hundred", "scale", "scales", "vague", "fraction", "pair", "multiple"}
    words = [row["word"] for row in lexicon.rows("number_words") if row["kind"] in kinds]
    return re.compile(f"{_EDGES}({lexicon.pattern_of([*words, *(word.capitalize() for word in words)])})(?!\\w)")


@cache
def _labels() -> frozenset[str]:
    return frozenset(row["word"] for row in lexicon.rows("number_labels"))


@cache
def _names() -> re.Pattern[str]:
    names = [row["word"] for row in lexicon.rows("number_names")]
    return re.compile(f"({lexicon.pattern_of([*names, *(name[0].upper() + name[1:] for name in names)])})(?!\\w)")


class _Read(NamedTuple):
    """A number with its unit, before the words around it are read."""

    number: Number
    unit: Unit | None
    start: int
    end: int
    own_unit: bool  # the unit stands at this number, and not at another one of its range


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
    starts += [hit.start(1) for hit in _word_scan().finditer(text)]
    if opening := _word_scan().match(" " + text[:24]):
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
        if not _promises(text, start, date):
            continue
        if multiple := _multiple(text, start, sentence):
            rows.append(multiple)
            done = multiple.end
            continue
        chain, stop = _read_chain(text, start, sentence.start, sentence.end)
        if not chain:
            done = max(done, stop)
            continue
        done = stop
        if _is_name(text, chain[0], sentence, label_end):
            label_end = chain[-1].end
            continue
        for read in chain:
            if not (date and _is_date(read, dates, at_date)):
                row = _row(text, read, chain, sentence)
                if row:
                    row = _like_the_last(text, row, rows[-1] if rows else None)
                    rows.append(row)
    return rows


_YEAR_ALONE = re.compile(r"(?:1[4-9]|20|21)\d\d(?=[,.;:)]?(?:\s|$))(?!\s(?:[%€$£]|per|pe?rc|p))")  # "1975,"


@cache
def _one_with() -> re.Pattern[str]:
    # "one million", "one-third", "one year", "one and a half"; not "one of", "one day"
    kinds = ("hundred", "scale", "scales", "fraction")
    words = [row["word"] for row in lexicon.rows("number_words") if row["kind"] in kinds]
    units = [row["word"] for row in lexicon.rows("units") if row["kind"] not in ("noun", "time") and row["word"] > "A"]
    return re.compile(rf"[Oo]ne[\s-]+(?:{lexicon.pattern_of([*words, *units, 'and a', 'and one', 'person'])})(?!\w)")


def _promises(text: str, start: int, date: Date | None) -> bool:
    """Dismiss cheaply what fills most texts: years, "one" as a pronoun, "third" as an ordinal."""
    letter = text[start]
    if letter.isdigit():
        year = _YEAR_ALONE.match(text, start)
        if year is None:
            return True
        return not (date is not None and date.start <= start and year.end() <= date.end)
    if letter in "oO":
        return _one_with().match(text, start) is not None
    if letter in "tfqTFQ" and text[start : start + 5] in ("third", "fifth", "quart"):
        return text[start - 2 : start] == "a "
    return True


@cache
def _multiples() -> re.Pattern[str]:
    words = [row["word"] for row in lexicon.rows("number_words") if row["kind"] == "multiple"]
    return re.compile(f"({lexicon.pattern_of([*words, *(word.capitalize() for word in words)])})(?!\\w)")


def _multiple(text: str, start: int, sentence: Sentence) -> Quantity | None:
    """ "doubled" is a change by a factor of two, "halved" one of a half."""
    hit = _multiples().match(text, start, sentence.end) if text[start] in "dtqrhfsenDTQRHFSEN" else None
    if hit is None:
        return None
    value = words_of("multiple")[hit[1].lower()]
    words = text[max(sentence.start, start - _BACK) : start].lower().split()
    bound = bound_before(words)
    change = "down" if value < 1 or change_before(words, "percent") == "down" else "up"
    return Quantity(
        sentence.document, sentence.sentence, start, hit.end(), hit[1], value, "time", bound.sign, change, "multiple"
    )


# What makes digits part of something else: "S-400", "MH17", "A/75/12", "10:30", "20th", "1.2.3".
_TAIL = re.compile(r"(?:[/:.]|[-–](?=\d+[-–/]))\d|(?:st|nd|rd|th|s)(?!\w)|['’]s(?!\w)")
_JOIN = re.compile(r"\s?[-–—]\s?|\s+(?:to|or|and)\s+|,\s+(?:and\s+|or\s+)?")
_CHAIN = 6


def _read_one(text: str, start: int, floor: int, end: int) -> _Read | None:
    """Read the number that starts at ``start`` with its own unit, if it is a number in its own right."""
    digits = text[start].isdigit()
    money = currency_before(text, start, floor)
    if digits and money is None and _hangs_on(text, start, floor):
        return None
    number = (read_digits if digits else read_words)(text, start, end)
    if number is None:
        return None
    unit = money
    if unit is None:
        if number.short:
            number, unit = _settle_short(text, number, end)
        else:
            unit = unit_after(text, number.end, end, number.form == "vague", number.value >= 1000)
    if unit is not None and unit.kind == "currency":
        if money is not None:
            unit = _more_exact(text, unit, number, end)
        unit = unit._replace(name=national(unit.name, text, floor, end, start))
    first = min(start, money.start) if money else start
    last = max(number.end, unit.end) if unit else number.end
    if unit is None and digits and (_TAIL.match(text, number.end, end) or text[number.end : number.end + 1].isalpha()):
        return None
    return _Read(number, unit, first, last, unit is not None)


def _hangs_on(text: str, start: int, floor: int) -> bool:
    if start <= floor:
        return False
    before = text[start - 1]
    if before.isalnum() or before in "_#№@":
        return True
    if before in "-–./:'’," and start - 1 > floor:
        return text[start - 2].isalnum()
    return before in "/"


def _settle_short(text: str, number: Number, end: int) -> tuple[Number, Unit | None]:
    """Decide what a letter after digits means: "300m euros" and "300m people", but "300m deep"."""
    unit = unit_after(text, number.end, end)
    if unit is not None:
        return number, unit
    plain = _without_scale(text, number)
    metric = unit_after(text, plain.end, end)
    letters = text[plain.end : number.end].strip()
    if metric is None or len(letters) > 1:
        return number, None
    noun = noun_after(text, number.end, end)
    if letters in ("m", "t") and (noun is None or number.end - plain.end > 1):
        return plain, metric
    return number, None


def _without_scale(text: str, number: Number) -> Number:
    at = number.end
    while text[at - 1].isalpha():
        at -= 1
    while text[at - 1].isspace():
        at -= 1
    return number._replace(
        end=at, value=number.value / number.scale, step=number.step / number.scale, scale=1.0, short=False
    )


_AFTER_MONEY = re.compile(r"[\s\xa0]*(?:per\s?cent|percent)", re.IGNORECASE)


def _more_exact(text: str, sign: Unit, number: Number, end: int) -> Unit:
    """Let a code or name after the number settle a sign before it: "$5 billion Canadian dollars"."""
    after = unit_after(text, number.end, end)
    if after is not None and after.kind == "currency" and after.end - after.start > 2:
        return after._replace(start=sign.start)
    return sign


def _read_chain(text: str, start: int, floor: int, end: int) -> tuple[list[_Read], int]:
    """Read a number and those joined to it, which share its unit: "5, 6 or 7 per cent", "$4-5 billion"."""
    first = _read_one(text, start, floor, end)
    if first is None:
        return [], start
    chain, joins = [first], []
    while len(chain) < _CHAIN:
        last = chain[-1]
        if last.own_unit and last.end != last.number.end:
            break  # it has a unit after it: what follows stands for itself
        join = _JOIN.match(text, last.end, end)
        at = _number_at(text, join.end(), end) if join else -1
        if at < 0:
            break
        further = _read_one(text, at, last.end, end)
        dash = join is not None and join.group().strip() in ("-", "–", "—")
        if further is None and dash and text[at].isdigit():
            further = _plain(text, at, last.end, end)
        if further is None:
            break
        chain.append(further)
        joins.append(join.group().strip() if join else "")
    if len(chain) > 1:
        return _share(text, chain, joins, end)
    return chain, first.end


def _number_at(text: str, at: int, end: int) -> int:
    """Return where a number starts at ``at``, past a currency sign, or -1."""
    for skip in range(5):
        if at + skip >= end:
            return -1
        letter = text[at + skip]
        if letter.isdigit():
            return at + skip
        if skip == 0 and _word_scan().match(text, at - 1, end):
            return at
        if letter.islower() or letter.isspace():
            return -1
    return -1


def _plain(text: str, at: int, floor: int, end: int) -> _Read | None:
    number = read_digits(text, at, end)
    if number is None:
        return None
    if number.short:
        number, unit = _settle_short(text, number, end)
    else:
        unit = unit_after(text, number.end, end, False, number.value >= 1000)
    if unit and unit.kind == "currency":
        unit = unit._replace(name=national(unit.name, text, floor, end, at))
    return _Read(number, unit, at, unit.end if unit else number.end, unit is not None)


def _share(text: str, chain: list[_Read], joins: list[str], end: int) -> tuple[list[_Read], int]:
    """Give each number of a chain the unit, and where the words ask for it the scale, of its neighbour."""
    # A comma and an "and" join numbers of one list only where the list ends in the unit of all of them.
    ranged = [join not in ("and", ",") and not join.startswith(",") for join in joins]
    source = next((read for read in reversed(chain) if read.own_unit), None)
    if source is None or source.unit is None:
        noun = noun_after(text, chain[-1].end, end)
        if noun is None:
            return [chain[0]], chain[0].end
        return chain, chain[-1].end
    if not all(ranged) and (not chain[-1].own_unit or source.unit.kind == "duration" and "," in "".join(joins)):
        return [chain[0]], chain[0].end
    shared = []
    for position, read in enumerate(chain):
        if not read.own_unit:
            read = read._replace(unit=source.unit)
        following = chain[position + 1] if position + 1 < len(chain) else None
        if following is not None and _shares_scale(read, following):
            scale = following.number.scale
            number = read.number
            number = number._replace(value=number.value * scale, step=number.step * scale, scale=scale)
            read = read._replace(number=number)
        shared.append(read)
    return shared, shared[-1].end


def _shares_scale(read: _Read, following: _Read) -> bool:
    """ "$4-5 billion" are billions both; "from 500 to 1.2 million" starts at five hundred."""
    if read.number.scale > 1 or following.number.scale <= 100 or read.number.form != following.number.form:
        return False
    here, there = read.number.value, following.number.value / following.number.scale
    return here < 1000 and 0 < here <= 20 * there


_COUNTS = ("count", "noun")
_ONE_OF = frozenset(("the", "our", "these", "those", "their", "its", "your", "both", "all", "other", "of the"))


def _is_name(text: str, read: _Read, sentence: Sentence, label_end: int) -> bool:
    """Say whether the number belongs to a name: "Article 5", "Goal 16 and 17", "two-state solution", "Five Eyes"."""
    start, number = read.start, read.number
    if _names().match(text, start, sentence.end):
        return True
    if read.unit is not None or number.scale > 1:
        return False
    between = text[label_end:start] if 0 <= label_end < start <= label_end + 6 else None
    if between is not None and between.strip() in (",", "and", "or", "to", "&", "-", "–", ", and"):
        return True
    before = text[max(sentence.start, start - 24) : start].rstrip().rpartition(" ")[2].lstrip("(“\"‘'")
    if before in _labels() and start > sentence.start:
        return True
    if number.form == "words" and text[start].isupper() and start > sentence.start:
        return text[number.end + 1 : number.end + 2].isupper()
    return False


def _is_date(read: _Read, dates: Sequence[Date], at: int) -> bool:
    """Say whether a date has the number: all of it but "two years" in "two years ago"."""
    kind = read.unit.kind if read.unit else ""
    while at < len(dates) and dates[at].start < read.number.end:
        if dates[at].end > read.number.start:
            return not (kind == "duration" and read.own_unit) and kind not in ("currency", "percent", "point")
        at += 1
    return False


_FIRST_YEAR, _LAST_YEAR = 1400, 2199
_LEADING = frozenset(
    "to from at by of about reached hit total totalled totaled numbered was were is are than between and some only "
    "nearly almost over under around roughly exceeded topped = > < least most killing wounding injuring including "
    "some approximately up down numbering counted".split()
)
_VERB = re.compile(r"\s+(?:were|was|are|have|had|died|others|more)\b")  # "Fifteen WERE killed"
_LIST = re.compile(r"[.)](?:\s|$)")  # "3. Security"
_PAPER = re.compile(
    r"-(?:points?|part|stage|step|phase|pillar|track|level)\s+(?:\w+\s+){0,2}?"
    r"(?:paper|plan|plans|program|programme|proposal|agenda|statement|declaration|initiative|document|formula|peace)\b"
)  # "12-POINT POSITION PAPER"
_TURN_OF_YEAR = re.compile(r"first\s+$|last\s+$")


def _row(text: str, read: _Read, chain: Sequence[_Read], sentence: Sentence) -> Quantity | None:
    number, unit, start, end = read.number, read.unit, read.start, read.end
    words = text[max(sentence.start, chain[0].start - _BACK) : chain[0].start].lower().split()
    if words and words[-1][0] in "(“\"‘'":
        words[-1] = words[-1][1:] or "("
    last = words[-1] if words else ""
    if number.form == "fraction" and not _is_share(text, read, last, words[-2] if len(words) > 1 else ""):
        return None
    if unit is None:
        if not _like_a_year(text, number):
            unit = _counted(text, chain[-1], sentence.end)
        else:
            unit = _counted_in_year_form(text, read, sentence.end, last)
            if unit is None:
                return None
        if unit is not None and read is chain[-1]:
            end = max(end, unit.end)
    if text[number.end : number.end + 1] == "-" and _PAPER.match(text, number.end, sentence.end):
        return None
    one = number.value == 1 and number.form == "words" and number.scale == 1
    if one and (unit is None or unit.kind == "count" or last in ("the", "no", "this", "that", "any", "at")):
        return None
    bound = bound_before(words)
    if bound.words == "over" and unit is not None and unit.kind == "duration":
        bound = bound._replace(sign="=", words="")  # "$5bn over five years"
    rest = words[: len(words) - bound.taken]
    kind = unit.kind if unit else ""
    change = "" if kind == "duration" else change_before(rest, kind) or change_after(text, end, sentence.end, kind)
    sign = text[start - 1] if start > sentence.start else ""
    value = number.value
    if sign in "+-−–" and sign and (start - 1 == sentence.start or text[start - 2] in " (\n\xa0"):
        if kind in ("percent", "point", "currency"):
            change = change or ("up" if sign == "+" else "down" if text[start] != sign and sign != "–" else "")
        elif sign in "-−":
            value, start = -value, start - 1
    if unit is None and not _stands_alone(text, read, chain, sentence, last, bound.words, change):
        return None
    if unit is not None and unit.kind in _COUNTS and number.form == "words" and number.value < 21 and last in _ONE_OF:
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


_AND = re.compile(r",?\s+(?:and|or)\s+|,\s+")


def _like_the_last(text: str, row: Quantity, last: Quantity | None) -> Quantity:
    """ "rose 5% and 3%": the verb before the first of two rates is that of both."""
    if row.change or last is None or not last.change or last.unit != row.unit or last.rule == "multiple":
        return row
    if row.unit in ("percent", "percentage point") and _AND.fullmatch(text, last.end, row.start):
        return row._replace(change=last.change)
    return row


_SHARE = re.compile(r"\s+(?:of|majority|share|stake|less|more|fewer|higher|lower|from|in|to)\b|\s*[.,;:)]|\s*$|-")


_BY = frozenset(
    "by up down rose fell dropped jumped grew increased decreased declined cut another further shrank".split()
)


def _is_share(text: str, read: _Read, last: str, before: str) -> bool:
    """Say whether "half", "a third" or "quarter" is a fraction here, and no ordinal and no part of a year or game."""
    word = text[read.start : read.number.end].lower()
    after = _SHARE.match(text, read.number.end)
    if word in ("half", "third", "quarter", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth"):
        if word == "half":
            return last not in ("first", "second", "other", "latter", "last", "the", "better") and (
                after is not None or read.unit is not None or text[read.number.end : read.number.end + 5] == " the "
            )
        if last not in ("a", "one") or after is None:
            return last == "a" and before in _BY
        return after.group().strip() not in ("-", "to", "in") or read.unit is not None or before in _BY
    return True


def _counted(text: str, read: _Read, end: int) -> Unit | None:
    one = read.number.value == 1
    at = read.number.end + len(bound_after(text, read.number.end, read.number.end, end).words)  # "500-PLUS tanks"
    hyphen = text[at : at + 1] == "-"
    noun = noun_after(text, at, end, one or hyphen or read.number.form == "fraction")
    if noun is None or hyphen and noun.kind == "count" and noun.start > at + 1:
        return None
    return Unit(noun.name, noun.kind, noun.start, noun.end)


def _like_a_year(text: str, number: Number) -> bool:
    if number.form != "digits" or not _FIRST_YEAR <= number.value <= _LAST_YEAR:
        return False
    return number.end - number.start == 4 and number.step == 1


def _counted_in_year_form(text: str, read: _Read, end: int, last: str) -> Unit | None:
    """ "2000 troops" are soldiers, "in 2000 troops left" is a year."""
    if last in ("in", "since", "by", "until", "before", "after", "during", "from", "the", "of", "early", "late"):
        return None
    noun = noun_after(text, read.number.end, end)
    if noun is None or noun.kind == "count":
        return None
    return Unit(noun.name, noun.kind, noun.start, noun.end)


def _stands_alone(
    text: str, read: _Read, chain: Sequence[_Read], sentence: Sentence, last: str, bound: str, change: str
) -> bool:
    """Say whether a number without a unit says something: "the toll rose to 144", "Fifteen were killed"."""
    number = read.number
    if number.form == "vague":
        return text[number.end : number.end + 4] == " of " or number.value >= 1000
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
    if _like_a_year(text, number):
        return False
    return last in _LEADING
