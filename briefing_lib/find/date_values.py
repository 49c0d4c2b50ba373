"""Works out the days a temporal expression means, from the publication date, the verb's tense and what was said before.

Nothing here reads the clock; what cannot be known has no value.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from typing import NamedTuple

from briefing_lib.find import calendar
from briefing_lib.find.date_grammar import Meaning
from briefing_lib.find.date_spans import Reading
from briefing_lib.find.edtf import parts, precision, span, write
from briefing_lib.find.tense import clause_tense
from briefing_lib.tables import Sentence

PUBLICATION, UNRESOLVED, CARRIED = "counted from publication", "unresolved", "carried from an earlier sentence"


class Value(NamedTuple):
    """Days a reading means: two points, whether they are approximate, and what they rest on."""

    first: str
    last: str
    basis: str
    about: bool = False

    @property
    def edtf(self) -> str:
        return write(self.first, self.last, self.about)


class _Deferred(Exception):
    """Raised when a value rests on another expression that has none yet."""


class _Resolver:
    def __init__(self, text: str, sentences: Sequence[Sentence], published: str, readings: list[Reading]):
        self.text, self.sentences, self.readings = text, sentences, readings
        point = published.partition("/")[2] or published
        self.year, self.month, day = parts(point)
        known = span(point) if day else None
        self.day = known[0] if known else None
        self.values: list[Value | None] = []
        self.here = 0
        self.second_pass = False
        self.tense_cache: dict[int, str] = {}

    # -- what is around ----------------------------------------------------------------------------------------

    def tense(self) -> str:
        if self.here not in self.tense_cache:
            reading = self.readings[self.here]
            self.tense_cache[self.here] = clause_tense(self.text, reading.start, reading.end)
        return self.tense_cache[self.here]

    def paragraph(self, number: int) -> int:
        return self.sentences[self.readings[number].sentence].paragraph

    def before(self, paragraphs: int = 0) -> list[int]:
        """Return the numbers of the readings before this one, nearest first, within so many paragraphs."""
        here = self.paragraph(self.here)
        found = []
        for number in range(self.here - 1, -1, -1):
            if here - self.paragraph(number) > paragraphs:
                break
            found.append(number)
        return found

    def words(self, number: int) -> str:
        reading = self.readings[number]
        return " ".join(self.text[reading.start : reading.end].split())

    # -- resolving ---------------------------------------------------------------------------------------------

    def resolve(self, meaning: Meaning) -> Value | None:
        return getattr(self, "_" + meaning[0].replace(" ", "_"))(*meaning[1:])

    def _unknown(self) -> Value | None:
        return None

    def _stated(self, first: str, last: str, basis: str) -> Value | None:
        return Value(first, last, basis) if span(first) and span(last) else None

    def _relative(self, unit: str, count: int) -> Value | None:
        if unit in ("day", "week", "weekend"):
            there = calendar.move(self.day, "day" if unit == "day" else "week", count) if self.day else None
        elif unit in ("month", "quarter", "half"):
            there = calendar.move(date(self.year, self.month, 1), unit, count) if self.month else None
        else:
            there = calendar.move(date(self.year, 1, 1), unit, count) if self.year else None
        return Value(*calendar.containing(unit, there), PUBLICATION) if there else None

    def _rolling(self, unit: str, count: int) -> Value | None:
        inner = {
            "decade": ("year", 10),
            "century": ("year", 100),
            "quarter": ("month", 3),
            "week": ("day", 7),
            "weekend": ("day", 7),
        }
        small, times = inner.get(unit, (unit, 1))
        here, there = self._relative(small, 0), self._relative(small, count * times)
        if not here or not there:
            return None
        first, last = sorted((here.first, there.first))
        return Value(first, last, PUBLICATION)

    def _weekday(self, number: int, which: str) -> Value | None:
        if which in ("following", "previous", "preceding", "same", "that"):
            anchor = self.anchor("day")
            if not anchor:
                return None
            day = span(anchor[0].last)
            assert day
            if which in ("same", "that"):
                week = day[0] - timedelta(days=day[0].weekday())
                found = week + timedelta(days=number)
            elif which == "following":
                found = day[1] + timedelta(days=(number - day[1].weekday() - 1) % 7 + 1)
            else:
                found = day[0] - timedelta(days=(day[0].weekday() - number - 1) % 7 + 1)
            return Value(found.isoformat(), found.isoformat(), f"counted from {anchor[1]}")
        if not self.day:
            return None
        today = self.day
        last = today - timedelta(days=(today.weekday() - number) % 7)
        coming = today + timedelta(days=(number - today.weekday()) % 7)
        if which in ("last", "past", "this past"):
            found = last if last < today else last - timedelta(days=7)
        elif which in ("coming", "this coming", "upcoming"):
            found = coming if coming > today else coming + timedelta(days=7)
        elif which == "next":
            found = today - timedelta(days=today.weekday()) + timedelta(days=7 + number)
        elif which in ("this", "current") and self.tense() != "past":
            found = coming
        else:
            found = coming if self.ahead() else last
            if found == today and self.led() in ("until", "till"):
                found = today + timedelta(days=7)
        after = found > today or (found == today and self.ahead())
        return Value(found.isoformat(), found.isoformat(), f"weekday {'after' if after else 'before'} publication")

    def ahead(self) -> bool:
        """Tell whether the clause looks ahead."""
        tense = self.tense()
        if tense in ("future", "timetable"):
            return True
        return tense in ("", "present") and self.led() in ("by", "until", "till")

    def led(self) -> str:
        """Return the word before the expression."""
        start = self.readings[self.here].start
        words = self.text[max(0, start - 10) : start].lower().split()
        return words[-1] if words else ""

    def _of_week(self, number: int, meaning: Meaning) -> Value | None:
        week = self.resolve(meaning)
        if not week or precision(week.first) != "day":
            return None
        monday = span(week.first)
        assert monday
        day = (monday[0] + timedelta(days=number)).isoformat()
        return Value(day, day, week.basis)

    def carried(self, month: int, day: int) -> tuple[int, str] | None:
        """Return the year an expression without one takes from a date named before it in its paragraph."""
        here = self.readings[self.here].sentence
        for number in self.before():
            value, reading = self.values[number], self.readings[number]
            if not value or value.about or reading.meaning[0] not in ("stated", "range", "date", "in year"):
                continue
            year, other_month, other_day = parts(value.last)
            if not year or value.basis in (PUBLICATION, "weekday before publication"):
                if year:
                    return None
                continue
            if not other_month:
                opening = self.text[self.sentences[reading.sentence].start : reading.start].lower().split()
                if self.year and opening not in (["in"], ["during"], ["by"], ["in", "the"], ["back", "in"]):
                    continue
            elif (month, day or 31) < (other_month, other_day) and self.year:
                continue
            if self.year and ((year, month) > (self.year, self.month or 12) or self.tense() in ("future", "timetable")):
                continue
            return year, f"counted from {self.words(number)}" if reading.sentence == here else CARRIED
        return None

    def _year_for(self, month: int, day: int) -> tuple[int, str] | None:
        carried = self.carried(month, day)
        if carried or not self.year:
            return carried
        if not self.month:
            return self.year, PUBLICATION
        tense = self.tense()
        today = (self.month, self.day.day if self.day and day else 0)
        then = (month, day if self.day else 0)
        if tense == "past":
            return (self.year if then <= today else self.year - 1), PUBLICATION
        if self.ahead():
            # "planned for 12 June" in a report of 13 June is no plan for next year
            just_past = day and then < today and (self.month - month) * 31 + today[1] - day <= 45
            return (self.year if then >= today or just_past else self.year + 1), PUBLICATION
        apart = month - self.month
        return self.year + (1 if apart < -6 else -1 if apart >= 6 else 0), PUBLICATION

    def _date(self, month: int, day: int, day2: int) -> Value | None:
        found = self._year_for(month, day)
        return self._in(found, month, day, day2) if found else None

    def _in(self, found: tuple[int, str], month: int, day: int, day2: int) -> Value | None:
        first = calendar.point(found[0], month, day)
        last = calendar.point(found[0], month, day2 or day)
        return Value(first, last, found[1]) if first and last else None

    def _in_year(self, meaning: Meaning, year: Meaning) -> Value | None:
        value = self.resolve(year)
        if not value or meaning[0] != "date" or not calendar.year_of(value.first):
            return None
        return self._in((calendar.year_of(value.first), value.basis), *meaning[1:])

    def _in_month(self, day: int, meaning: Meaning) -> Value | None:
        value = self.resolve(meaning)
        year, month, _ = parts(value.first) if value else (0, 0, 0)
        return self._in((year, value.basis), month, day, 0) if value and month else None

    def _weekend(self, which: str) -> Value | None:
        if not self.day:
            return None
        day = self.day
        saturday = day - timedelta(days=day.weekday()) + timedelta(days=5)
        begun = saturday <= day
        if which in ("last", "past", "this past"):
            saturday -= timedelta(days=7)
        elif which == "next":
            saturday += timedelta(days=7)
        elif which in ("coming", "this coming"):
            saturday += timedelta(days=7 if begun else 0)
        elif not begun and not self.ahead() and self.tense() != "present":
            saturday -= timedelta(days=7)
        return Value(saturday.isoformat(), (saturday + timedelta(days=1)).isoformat(), PUBLICATION)

    def _which(self, meaning: Meaning, which: str) -> Value | None:
        """Resolve last March, next summer, this Christmas."""
        if not self.year:
            return None
        candidates = []
        for year in range(self.year - 2, self.year + 3):
            value = self.resolve(
                ("in year", meaning, ("stated", str(year), str(year), PUBLICATION))
                if meaning[0] == "date"
                else (*meaning[:-1], ("stated", str(year), str(year), PUBLICATION))
            )
            if value:
                candidates.append(value)
        now = self.day or date(self.year, self.month or 6, 15)
        month = calendar.containing("month", now)[0]
        if which in ("last", "past", "this past", "previous"):
            fit = [v for v in candidates if (days := span(v.last)) and days[1] < now and v.first[:7] != month]
            chosen = fit[-1] if fit else None
        elif which in ("next", "coming", "this coming", "upcoming", "following"):
            fit = [v for v in candidates if (days := span(v.first)) and days[0] > now]
            chosen = fit[0] if fit else None
        else:
            fit = [v for v in candidates if calendar.year_of(v.first) == self.year]
            chosen = fit[0] if fit else None
        return chosen._replace(basis=PUBLICATION) if chosen else None

    # -- counted from other words --------------------------------------------------------------------------------

    def anchor(self, unit: str, comparing: bool = False) -> tuple[Value, str] | None:
        """Return the expression something is counted from, and its words."""
        if not self.second_pass:
            raise _Deferred
        fine = {"day": 0, "week": 0, "weekend": 0, "month": 1, "quarter": 1, "half": 1}.get(unit, 2)
        here = self.readings[self.here].sentence
        numbers = self.before(1)
        if comparing:
            same = [n for n in numbers if self.readings[n].sentence == here]
            later = [n for n in range(self.here + 1, len(self.readings)) if self.readings[n].sentence == here]
            rest = [n for n in numbers if self.readings[n].sentence != here]
            order = [n for n in same + later + rest if self._level(n) in (1, 2)] + [
                n for n in same if self._level(n) == 0
            ]
        else:
            order = numbers
        for number in order:
            if self._level(number) is not None and self._level(number) <= fine:  # type: ignore[operator]
                value = self.values[number]
                assert value
                return value, self.words(number)
        return None

    def _level(self, number: int) -> int | None:
        """Return 0 for a day, 1 for months, 2 for years; None for what nothing is counted from."""
        value = self.values[number]
        if (
            not value
            or value.last == ".."
            or self.readings[number].meaning[0] in ("rolling", "shift", "same period")
            and number > self.here
        ):
            return None
        return {"day": 0, "month": 1, "season": 1, "year": 2}.get(precision(value.first))

    def _shift(self, unit: str, count: int, meaning: Meaning | None) -> Value | None:
        comparing = unit in ("year", "month", "quarter") and count == -1 and meaning is None
        if meaning is not None:
            inner = self.resolve(meaning)
            anchor = (inner, "") if inner else None
        else:
            anchor = self.anchor(unit, comparing)
        if not anchor:
            if unit == "year" and comparing and self.second_pass:
                return self._relative("year", count)
            return None
        value, said = anchor
        basis = f"counted from {said}" if said else f"counted from {self._inner_words(value)}"
        level = {"day": 0, "month": 1, "season": 1}.get(precision(value.first), 2)
        if comparing and level and not (unit in ("month", "quarter") and level == 2):
            moved = calendar.shift((value.first, value.last), unit, count)
            return Value(*moved, basis, value.about) if moved else None
        days = span(value.last if count > 0 else value.first)
        there = calendar.move(days[1] if count > 0 else days[0], unit, count) if days else None
        if not there or {"day": 0, "week": 0, "weekend": 0, "month": 1, "quarter": 1}.get(unit, 2) < level:
            return None
        return Value(*calendar.containing(unit, there), basis, value.about)

    def _inner_words(self, value: Value) -> str:
        return value.edtf

    def _same(self, unit: str) -> Value | None:
        anchor = self.anchor(unit)
        if not anchor:
            return None
        days = span(anchor[0].first)
        return Value(*calendar.containing(unit, days[0]), f"counted from {anchor[1]}") if days else None

    def _the(self, unit: str) -> Value | None:
        here = self.readings[self.here].sentence
        for number in self.before():
            value = self.values[number]
            if self.readings[number].sentence == here and value and value.last != "..":
                days = span(value.first)
                if days and unit in ("year", "decade", "century") and precision(value.first) in ("year", "month"):
                    return Value(*calendar.containing(unit, days[0]), f"counted from {self.words(number)}")
        return self._relative(unit, 0)

    def _same_period(self, meaning: Meaning) -> Value | None:
        if not self.second_pass:
            raise _Deferred
        anchor = self.anchor("month", comparing=True)
        if meaning[0] == "shift":
            return self._shift(meaning[1], meaning[2], meaning[3])
        value = self.resolve(meaning)
        if not value:
            return None
        if not anchor:
            return value
        years = calendar.year_of(value.first) - calendar.year_of(anchor[0].last)
        if not calendar.year_of(value.first) or not calendar.year_of(anchor[0].last):
            return value
        moved = calendar.shift((anchor[0].first, anchor[0].last), "year", years)
        return Value(*moved, f"counted from {anchor[1]}") if moved else value

    # -- parts of periods ----------------------------------------------------------------------------------------

    def _part(self, unit: str, number: int, meaning: Meaning | None) -> Value | None:
        if meaning is None:
            year = self._year_of_part(unit, number)
            return Value(*calendar.part_of_year(unit, number, year[0]), year[1]) if year else None
        value = self.resolve(meaning)
        if not value or value.first != value.last:
            return None
        basis = "period named" if value.basis == "stated" else value.basis
        kind = precision(value.first)
        if kind == "year" and unit in ("quarter", "half"):
            return Value(*calendar.part_of_year(unit, number, int(value.first)), basis, value.about)
        days = span(value.first)
        if not days:
            return None
        pieces = {"half": 2, "quarter": 4, "third": 3}[unit]
        if kind in ("decade", "century"):
            length = (10 if kind == "decade" else 100) // pieces
            first = days[0].year + (number - 1) * length
            return Value(calendar.point(first), calendar.point(first + length - 1), basis)
        if kind == "month" and unit == "half":
            middle = date(days[0].year, days[0].month, 15)
            first_day, last_day = (days[0], middle) if number == 1 else (middle + timedelta(days=1), days[1])
            return Value(first_day.isoformat(), last_day.isoformat(), basis)
        return Value(value.first, value.last, basis, True)

    def _year_of_part(self, unit: str, number: int) -> tuple[int, str] | None:
        length = calendar.MONTHS[unit]
        here = self.readings[self.here].sentence
        for earlier in self.before():
            value = self.values[earlier]
            if self.readings[earlier].sentence == here and value and precision(value.first) == "year":
                if value.first == value.last:
                    return int(value.first), f"counted from {self.words(earlier)}"
        if not self.month:
            return (self.year, PUBLICATION) if self.year else None
        first, last = (number - 1) * length + 1, number * length
        if self.ahead():
            return (self.year if last >= self.month else self.year + 1), PUBLICATION
        return (self.year if first <= self.month else self.year - 1), PUBLICATION

    def _first(self, count: int, unit: str, meaning: Meaning | None) -> Value | None:
        value = self.resolve(meaning) if meaning else None
        if not value or value.last == "..":
            return None
        head, tail = span(value.first), span(value.last)
        if not head or not tail:
            return None
        if unit == "weekend":
            return None
        small = {"quarter": "month", "week": "day", "decade": "year"}.get(unit, unit)
        times = abs(count) * {"quarter": 3, "week": 7, "decade": 10}.get(unit, 1)
        if count > 0:
            end = calendar.move(head[0], small, times - 1)
            chosen = (head[0], end)
        else:
            chosen = (calendar.move(tail[1].replace(day=1) if small != "day" else tail[1], small, 1 - times), tail[1])
        if not chosen[0] or not chosen[1] or chosen[0] < head[0] or chosen[1] > tail[1]:
            return None
        basis = "period named" if value.basis == "stated" else value.basis
        return Value(calendar.containing(small, chosen[0])[0], calendar.containing(small, chosen[1])[0], basis)

    def _nth(self, unit: str, number: int, meaning: Meaning) -> Value | None:
        value = self.resolve(meaning)
        if not value:
            return None
        head, tail = span(value.first), span(value.last)
        basis = "period named" if value.basis == "stated" else value.basis
        if not head or not tail or number == 0:
            return None
        if unit == "week":
            first = head[0] + timedelta(days=7 * (number - 1)) if number > 0 else tail[1] - timedelta(days=6)
            last = first + timedelta(days=6)
            if last > tail[1] + timedelta(days=6) or first > tail[1]:
                return None
            return Value(first.isoformat(), min(last, tail[1]).isoformat(), basis, True)
        there = calendar.move(head[0], unit, number - 1) if number > 0 else tail[1]
        return Value(*calendar.containing(unit, there), basis) if there and there <= tail[1] else None

    def _season(self, code: int, meaning: Meaning | None) -> Value | None:
        basis = "period named"
        if meaning is not None:
            value = self.resolve(meaning)
            year = calendar.year_of(value.first) if value else 0
            if value and value.basis != "stated":
                basis = value.basis
        else:
            if not self.month:
                return None
            first = {21: 3, 22: 6, 23: 9, 24: 12}[code]
            found = self._year_for(first, 0)
            if found and code == 24 and self.tense() != "past" and not self.ahead() and self.month <= 2:
                found = (self.year - 1, PUBLICATION)
            year, basis = found if found else (0, "")
        return Value(f"{year:04d}-{code}", f"{year:04d}-{code}", basis) if year else None

    def _named(self, rule: str, meaning: Meaning | None) -> Value | None:
        if meaning is None:
            if not self.year:
                return None
            day = _named_day(rule, self.year)
            found = self._year_for(day.month, day.day)
            if not found:
                return None
            year, basis = found
        else:
            value = self.resolve(meaning)
            year = calendar.year_of(value.first) if value else 0
            basis = "period named" if value and value.basis == "stated" else value.basis if value else ""
        if not 1583 <= year <= 2100:
            return None
        written = _named_day(rule, year).isoformat()
        return Value(written, written, basis)

    def _around(self, unit: str, meaning: Meaning) -> Value | None:
        value = self.resolve(meaning)
        days = span(value.first) if value else None
        if not value or not days:
            return None
        if value.first != value.last:
            return value
        return Value(*calendar.containing(unit, days[0]), value.basis)

    def _until(self, unit: str, count: int, meaning: Meaning) -> Value | None:
        value = self.resolve(meaning)
        days = span(value.last) if value else None
        if not value or not days:
            return None
        length = count * calendar.MONTHS[unit]
        first = calendar.move(days[0].replace(day=1), "month", 1 - length)
        basis = "period named" if value.basis == "stated" else value.basis
        return Value(calendar.containing("month", first)[0], value.last, basis) if first else None

    def _fiscal(self, meaning: Meaning) -> Value | None:
        value = self.resolve(meaning)
        return value._replace(about=True) if value else None

    def _about(self, meaning: Meaning) -> Value | None:
        value = self.resolve(meaning)
        return value._replace(about=True) if value and value.last != ".." else value

    def _since(self, meaning: Meaning) -> Value | None:
        value = self.resolve(meaning)
        if not value:
            return None
        first = value.first
        if "X" in first or precision(first) == "season":
            days = span(first)
            first = calendar.point(days[0].year, days[0].month if "X" not in first else 0) if days else ""
        return Value(first, "..", value.basis, value.about) if first else None

    def _range(self, first: Meaning, second: Meaning) -> Value | None:
        """Resolve a range, sharing what only one end says."""
        if first[0] == "date" and second[0] == "date" and not second[1]:
            second = ("date", first[1], second[2], 0)
        if first[0] == "date" and second[0] in ("stated", "in year"):
            right = self.resolve(second)
            if not right:
                return None
            year, month, _ = parts(right.first)
            if not year:
                return None
            left = self._in((year - (first[1] > month > 0), right.basis), *first[1:])
        elif first[0] == "stated" and second[0] == "date":
            left = self.resolve(first)
            year, month, _ = parts(left.first) if left else (0, 0, 0)
            right = self._in((year + (second[1] < month), left.basis), *second[1:]) if left and year else None
        elif first[0] == "weekday" and second[0] == "weekday":
            ahead = self.ahead()
            if ahead:
                left = self.resolve(first)
                days = span(left.first) if left else None
                day = days[0] + timedelta(days=(second[1] - first[1]) % 7) if days else None
                right = Value(day.isoformat(), day.isoformat(), left.basis) if day and left else None
            else:
                right = self.resolve(second)
                days = span(right.first) if right else None
                day = days[0] - timedelta(days=(second[1] - first[1]) % 7) if days else None
                left = Value(day.isoformat(), day.isoformat(), right.basis) if day and right else None
        elif first[0] == "date" and second[0] == "date":
            left = self.resolve(first)
            year = calendar.year_of(left.first) if left else 0
            right = self._in((year + (second[1] < first[1]), left.basis), *second[1:]) if left and year else None
        elif first[0] == "part" and first[3] is None and second[0] == "part":
            right = self.resolve(second)
            year = calendar.year_of(right.first) if right else 0
            left = Value(*calendar.part_of_year(first[1], first[2], year), right.basis) if right and year else None
        else:
            left, right = self.resolve(first), self.resolve(second)
        if not left or not right or left.last == "..":
            return None
        head, tail = span(left.first), span(right.last)
        if not head or not tail or head[0] > tail[1]:
            return None
        return Value(left.first, right.last, left.basis)


def _named_day(rule: str, year: int) -> date:
    """Return the day a rule of ``named_days.csv`` gives in a year.

    >>> _named_day("12-25", 2024), _named_day("easter-2", 2024), _named_day("4 thursday 11", 2024)
    (datetime.date(2024, 12, 25), datetime.date(2024, 3, 29), datetime.date(2024, 11, 28))
    """
    if rule[:3] in ("eas", "ort"):
        orthodox = rule.startswith("ort")
        return calendar.easter(year, orthodox) + timedelta(days=int(rule[8 if orthodox else 6 :]))
    if " " in rule:
        number, weekday, month, *more = rule.split()
        names = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
        found = calendar.weekday_of_month(year, int(month), names.index(weekday), int(number))
        return found + timedelta(days=int(more[0]) if more else 0)
    month, day = rule.split("-")
    return date(year, int(month), int(day))


def resolve(text: str, sentences: Sequence[Sentence], published: str, readings: list[Reading]) -> list[Value | None]:
    """Return the value of each reading, None where it cannot be known."""
    work = _Resolver(text, sentences, published, readings)
    deferred = []
    for number, reading in enumerate(readings):
        work.here = number
        try:
            work.values.append(work.resolve(reading.meaning))
        except _Deferred:
            work.values.append(None)
            deferred.append(number)
    work.second_pass = True
    for number in deferred:
        work.here = number
        work.values[number] = work.resolve(readings[number].meaning)
    return work.values
