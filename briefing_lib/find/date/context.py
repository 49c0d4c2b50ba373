"""What an expression is resolved with: the publication date, the tense of its clause, the expressions around it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from briefing_lib.find import calendar
from briefing_lib.find.date import limits as date_limits
from briefing_lib.find.date.spans import Reading
from briefing_lib.find.edtf import parts, precision, span, write
from briefing_lib.find.tense import clause_tense
from briefing_lib.tables import Sentence

PUBLICATION, CARRIED = "counted from publication", "carried from an earlier sentence"

# How coarse a unit or a precision is: 0 days, 1 months, 2 years.
COARSENESS = {
    **{"day": 0, "week": 0, "weekend": 0, "month": 1, "season": 1, "quarter": 1, "half": 1},
    **{"year": 2, "decade": 2, "century": 2},
}
# Paragraphs back to the day that "the previous day" counts from.
_FAR = 6
# Words before a date that says when something happened.
_WHEN = ("on", "in", "by", "from", "since", "until", "after", "before", "between", "late", "early", "mid", "at", "of")
# Led by these, a bare year rules the sentences after it: "In 1979 Tehran changed. In February ..."
_OPENINGS = (["in"], ["during"], ["by"], ["in", "the"], ["back", "in"], ["in", "the", "year"])

# until [at least] Friday, by [early] May
_BETWEEN = ("at", "least", "the", "early", "late", "about", "around")
# until [9 a.m.] Tuesday
_CLOCK = re.compile(r"\b(?:\d{1,2}(?:[:.]\d\d)?\s*[ap]\.?m\.?|(?:12\s)?(?:noon|midnight))\s*$")
# next Wednesday[ and ]Thursday
_AND = re.compile(r"\s*(?:,|,?\s(?:and|or))\s+(?:on\s+)?")


class Value(NamedTuple):
    """Days an expression means: two points (the last may be ".."), what they rest on, whether they are approximate."""

    first: str
    last: str
    basis: str
    about: bool = False

    @property
    def edtf(self) -> str:
        """The value as EDTF."""
        return write(self.first, self.last, self.about)


class Wait(Exception):
    """Raised where a value rests on another expression, while not all of those have one."""


class Context:
    """State of resolving one document's expressions; ``here`` is the number of the one being resolved."""

    def __init__(self, text: str, sentences: Sequence[Sentence], published: str, readings: Sequence[Reading]):
        self.text, self.sentences, self.readings = text, sentences, readings
        self.set_today(published)
        self.values: list[Value | None] = []
        self.here = 0
        self.may_wait = True
        self._tenses: dict[int, str] = {}

    def set_today(self, published: str) -> None:
        """Count from this date of publication, EDTF or an empty string."""
        self.year, self.month, day = parts(published.partition("/")[2] or published)
        if not 1400 <= self.year <= 2100:  # no document is that old or new: a slip
            self.year = self.month = day = 0
        self.day = date(self.year, self.month, day) if day else None

    # -- the clause ----------------------------------------------------------------------------------------------

    def tense(self) -> str:
        """Return the tense of the clause, as ``clause_tense`` does."""
        if self.here not in self._tenses:
            reading = self.readings[self.here]
            sentence = self.sentences[reading.sentence]
            found = clause_tense(self.text, reading.start, reading.end, sentence.start, sentence.end)
            if found == "past" and self.led() in ("to", "until", "till", "through"):
                found = "future" if date_limits.is_put_off(self.text, sentence.start, reading.start) else found
            self._tenses[self.here] = found
        return self._tenses[self.here]

    def looks_ahead(self) -> bool:
        """Tell whether the clause looks ahead."""
        tense = self.tense()
        return (
            tense in ("future", "timetable", "was future")
            or tense in ("", "present")
            and self.led() in ("by", "until", "till", "than")
            or self.text.endswith("as soon as ", 0, self.readings[self.here].start)
        )

    def is_limit(self) -> bool:
        """Tell whether the expression is a limit set for later: "until Friday to reply", "starting Monday"."""
        return date_limits.is_limit(self.text, self.led(), self.readings[self.here].end)

    def is_of_deed(self) -> bool:
        """Tell whether the expression is the day of something done: "Wednesday's ruling"."""
        reading = self.readings[self.here]
        return date_limits.is_of_deed(self.text, reading.start, reading.end)

    def is_about_results(self) -> bool:
        """Tell whether the sentence is about figures of a time that is over, though yet to be published."""
        reading = self.readings[self.here]
        return date_limits.is_of_results(self.text, self.sentences[reading.sentence].start, reading.start)

    def led(self) -> str:
        """Return the word before the expression."""
        start = self.readings[self.here].start
        before = self.text[max(0, start - 20) : start].lower().split()
        if before and before[-1].endswith(("m", "m.", "noon", "midnight")):
            before = _CLOCK.sub("", self.text[max(0, start - 30) : start].lower()).split()
        while before and before[-1] in _BETWEEN:
            before.pop()
        return before[-1] if before else ""

    def was_to_have_been(self) -> bool:
        """Tell whether the clause says what had been planned: it may be past by now."""
        reading = self.readings[self.here]
        low = self.sentences[reading.sentence].start
        return self.tense() == "was future" and date_limits.had_been(self.text, low, reading.start)

    def which_before(self) -> str:
        """Return the "next" of "next Wednesday and Thursday" for the Thursday; empty if there is none."""
        if not self.here:
            return ""
        before = self.readings[self.here - 1]
        joined = _AND.fullmatch(self.text, before.end, self.readings[self.here].start)
        return str(before.meaning[2]) if joined and before.meaning[0] == "weekday" else ""

    # -- expressions around it -----------------------------------------------------------------------------------

    def words(self, number: int) -> str:
        """Return the words of an expression."""
        reading = self.readings[number]
        return " ".join(self.text[reading.start : reading.end].split())

    def in_sentence(self, number: int) -> bool:
        """Tell whether an expression stands in the same sentence."""
        return self.readings[number].sentence == self.readings[self.here].sentence

    def before(self, paragraphs: int = 0) -> list[int]:
        """Return the numbers of the expressions before, nearest first, from this paragraph and so many more."""
        low = self._paragraph(self.here) - paragraphs
        found = []
        for number in range(self.here - 1, max(-1, self.here - 40), -1):
            if self._paragraph(number) < low:
                break
            found.append(number)
        return found

    def _paragraph(self, number: int) -> int:
        return self.sentences[self.readings[number].sentence].paragraph

    def anchor(self, unit: str, comparing: bool = False) -> tuple[Value, str] | None:
        """Return the expression something is counted from, and its words.

        A comparison ("a year earlier") is with the period its own sentence names, before or after it; other
        expressions count from the last one that is precise enough.
        """
        if self.may_wait:
            raise Wait
        before = self.before(1 if comparing else _FAR)
        if comparing:
            here = [n for n in before if self.in_sentence(n)]
            after = [n for n in range(self.here + 1, min(len(self.readings), self.here + 9)) if self.in_sentence(n)]
            rest = [n for n in before if not self.in_sentence(n)]
            order = [n for n in here + after + rest if self._coarseness(n) in (1, 2)]
            order += [n for n in here if self._coarseness(n) == 0]
            order = [n for n in order if self.readings[n].meaning != self.readings[self.here].meaning]
        else:
            fine = COARSENESS[unit]
            # "Two days later ... the next day" is one story; two "the day before" paragraphs apart are not.
            paragraph = self._paragraph(self.here)
            order = [
                n
                for n in before
                if 0 <= self._coarseness(n) <= fine
                and (self.readings[n].meaning[0] not in ("shift", "same") or self._paragraph(n) == paragraph)
            ]
        for number in order:
            value = self.values[number]
            if value:
                return value, self.words(number)
        return None

    def _coarseness(self, number: int) -> int:
        value = self.values[number]
        if (
            not value
            or value.last == ".."
            or number > self.here
            and self.readings[number].meaning[0] in ("rolling", "shift")
        ):
            return -1
        return COARSENESS.get(precision(value.first), -1)

    # -- years that are not said -----------------------------------------------------------------------------------

    def year_of(self, month: int, day: int) -> tuple[int, str] | None:
        """Return the year of a month (and day) without one, and what it rests on; None if it cannot be known."""
        carried = self._carried(month, day)
        if carried or not self.year:
            return carried
        if not self.month:
            return self.year, PUBLICATION
        exact = bool(day and self.day)
        today = (self.month, self.day.day if exact and self.day else 0)
        then = (month, day if exact else 0)
        limit = self.led() in ("before", "by", "until", "till", "through") or date_limits.is_deadline(
            self.text, self.readings[self.here].start
        )
        soon = then > today and month - self.month <= 3 and limit
        listed = None if self.tense() == "past" else self._listed(month)
        if listed:
            return listed, PUBLICATION
        if self.tense() == "past" and not soon:
            return self.year - (then > today), PUBLICATION
        if self.tense() != "was future" and self.looks_ahead():
            # "planned for 12 June" in a report of 13 June is no plan for next year
            far = exact and ((month - self.month) % 12 or 12) > 8
            return self.year + (then < today and not far), PUBLICATION
        apart = month - self.month
        return self.year + (1 if apart < -6 else -1 if apart >= 6 else 0), PUBLICATION

    def _listed(self, month: int) -> int:
        """Return the year of a month on a list of months to come ("Rome in May, Paris in June"), 0 if there is none."""
        if not self.here or not self.in_sentence(self.here - 1) or self.readings[self.here - 1].meaning[0] != "date":
            return 0
        value = self.values[self.here - 1]
        year, before, _ = parts(value.first) if value and value.basis == PUBLICATION else (0, 0, 0)
        if not year or (year, before) <= (self.year, self.month) or self.readings[self.here].meaning[0] != "date":
            return 0
        return year + (month < before) if (month - before) % 12 < 5 else 0

    def _carried(self, month: int, day: int) -> tuple[int, str] | None:
        """Return the year of a date named before in the paragraph, unless what it gives would be absurd."""
        for number in self.before():
            value, reading = self.values[number], self.readings[number]
            if not value or value.about or reading.meaning[0] not in ("stated", "range", "date", "in year"):
                continue
            year, other_month, other_day = parts(value.last)
            if not year:
                continue
            if value.basis == PUBLICATION:
                return None
            if self.year:
                if self._possessive() or not (self._opens(reading) if not other_month else self._says_when(reading)):
                    continue
                if other_month and (month, day or 31) < (other_month, other_day):
                    continue
                if (year, month) > (self.year, self.month or 12) or self.tense() in (
                    "future",
                    "timetable",
                    "was future",
                ):
                    continue
            return year, f"counted from {self.words(number)}" if self.in_sentence(number) else CARRIED
        return None

    def _possessive(self) -> bool:
        end = self.readings[self.here].end
        return self.text[end : end + 2] in ("'s", "’s")

    def _says_when(self, reading: Reading) -> bool:
        """Tell whether a date says when ("on 4 April 2017"), not which one ("the June 2023 summit")."""
        start = self.sentences[reading.sentence].start
        before = self.text[max(start, reading.start - 12) : reading.start].lower().split()
        return not before or before[-1] in _WHEN

    def _opens(self, reading: Reading) -> bool:
        start = self.sentences[reading.sentence].start
        return reading.start - start < 16 and self.text[start : reading.start].lower().split() in _OPENINGS

    # -- publication ---------------------------------------------------------------------------------------------

    def published(self, unit: str, count: int) -> Value | None:
        """Return the unit so many after the one of publication, None if publication is not known that well."""
        coarse = COARSENESS[unit]
        known = bool(self.day) if coarse == 0 else bool(self.month) if coarse == 1 else bool(self.year)
        if not known:
            return None
        day = self.day if coarse == 0 and self.day else date(self.year, self.month if coarse < 2 else 1, 1)
        there = calendar.move(day, unit, count)
        return Value(*calendar.containing(unit, there), PUBLICATION) if there else None

    def days(self, value: Value | None) -> tuple[date, date] | None:
        """Return the first and last day of a value, None if it has no value or no end."""
        if not value or value.last == "..":
            return None
        first, last = span(value.first), span(value.last)
        return (first[0], last[1]) if first and last else None
