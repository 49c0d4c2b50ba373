"""Invented corpora for the tests of the views: any number of documents, every table filled, anchors true."""

from __future__ import annotations

import random
from datetime import date, timedelta
from types import SimpleNamespace

from briefing_lib.link.figure.baseline import implied
from briefing_lib.tables import TABLES, frame

PEOPLE = {
    "Amina Diallo": "Senegal", "Tomás Herrera": "Peru", "Ingrid Solberg": "Norway", "Kwame Boateng": "Ghana",
    "Leila Haddad": "Jordan", "Rajesh Menon": "India", "Mei Tanaka": "Japan", "Paulo Teixeira": "Portugal",
    "Zofia Kowalska": "Poland", "Bongani Dube": "South Africa", "Elena Petrescu": "Romania", "Omar Farouk": "Egypt",
    "Charlotte Beaumont-Delacroix": "France", "Nguyen Van Minh": "Vietnam",
}  # fmt: skip
STATES = sorted(set(PEOPLE.values()))
BODIES = ["African Union", "World Trade Organization", "Economic Community of West African States", "ASEAN"]
PLACES = ["Geneva", "Nairobi", "Lima", "Hanoi", "Accra", "Lisbon"]
CODES = [
    *("trade-economy", "partnership", "visits", "energy", "institutions", "world-order", "security-architecture"),
    *("technology", "connectivity", "health-climate", "culture-sport", "us-relations", "middle-east", "terrorism"),
    *("nuclear", "sanctions", "asia-pacific"),
]
STATUSES = ["held"] * 3 + ["planned"] * 2 + ["expected", "proposed", "postponed", "cancelled", "denied"]


def empty() -> SimpleNamespace:
    """Return a briefing whose tables have no rows."""
    return SimpleNamespace(**{name: frame(name) for name in TABLES}, text=lambda document: "")


def corpus(documents: int = 5, paragraphs: int = 12, seed: int = 7) -> SimpleNamespace:
    """Return an invented briefing; the same for the same arguments."""
    draw = random.Random(seed)
    rows: dict[str, list] = {name: [] for name in TABLES}
    texts: dict[str, str] = {}
    for number in range(documents):
        day = date(2019, 3, 1) + timedelta(days=draw.randrange(500))
        _document(draw, f"{number:03d}_wire", day if number % 7 != 3 else None, paragraphs, rows, texts)
    types = dict.fromkeys(PEOPLE, "person") | dict.fromkeys(STATES, "state")
    types |= dict.fromkeys(BODIES, "organisation") | dict.fromkeys(PLACES, "place")
    named = {row[5] for row in rows["mentions"]}
    rows["actors"] = [(actor, kind, "", "", []) for actor, kind in types.items() if actor in named]
    rows["events"] = _events(rows["meetings"])
    return SimpleNamespace(**{name: frame(name, rows[name]) for name in TABLES}, text=texts.__getitem__)


def where(briefing: SimpleNamespace, documents: set[str]) -> SimpleNamespace:
    """Keep the rows of some documents, with their index labels, as a filtered briefing does."""
    tables = {name: getattr(briefing, name) for name in TABLES}
    kept = {n: t[t["document"].isin(documents)] if "document" in t else t for n, t in tables.items()}
    return SimpleNamespace(**kept, text=briefing.text)


def _document(draw, stem, day, paragraphs, rows, texts):
    people = draw.sample(sorted(PEOPLE), 5)
    heading = f"{PEOPLE[people[0]]} and {PEOPLE[people[1]]} look for common ground, again, in {draw.choice(PLACES)}"
    title = heading if draw.random() < 0.8 else ""
    text, sentences, passages = "", 0, []
    for paragraph in range(1, paragraphs + 1):
        voice = "author" if draw.random() < 0.6 else draw.choice([*people[:3], "journalist"])
        kind = "headline" if paragraph == 1 else "narration" if voice == "author" else "answer"
        first = len(text)
        for _ in range(1 if paragraph == 1 else draw.randrange(1, 4)):
            sentences += 1
            name, start = f"{stem}#{sentences}", len(text)
            text += _sentence(draw, stem, name, text, people, voice, day, rows)
            end = len(text)
            rows["sentences"].append((name, stem, paragraph, start, end, text[start:end], voice, kind))
            text += " "
        text = text[:-1]
        passages.append((stem, paragraph, first, len(text), kind, voice, "", 0))
        codes = draw.sample(CODES, draw.randrange(0, 3)) + (["visits"] if draw.random() < 0.3 else [])
        for code in dict.fromkeys(codes):
            rows["topics"].append((stem, paragraph, first, len(text), code, 0.5, "codebook", ["word"]))
        text += "\n\n"
    rows["passages"] += passages
    texts[stem] = text
    genre, published = draw.choice(["news", "readout", "transcript"]), day.isoformat() if day else ""
    publisher = draw.choice(["Harbour Wire", "Daily Courier", "Ministry of Foreign Affairs"])
    rows["documents"].append(
        (stem, title, "", publisher, published, "", "", genre, "en", stem, "", len(text), len(text.split()))
    )


def _sentence(draw, stem, name, before, people, voice, day, rows):
    offset, start = len(before), 0
    first, second = draw.sample(people, 2)
    country, partner = PEOPLE[first], PEOPLE[second]
    place, body = draw.choice(PLACES), draw.choice(BODIES)
    when, words, earliest, latest = _when(draw, day)
    amount, change = draw.randrange(20, 900) / 10, draw.randrange(-200, 300) / 10
    form = draw.randrange(5)
    if form == 0:
        text = f"{first} of {country} met {second} in {place}{words}."
    elif form == 1:
        text = f"{first} said the {body} would hear {partner} in time."
    elif form == 2:
        text = f"Trade between {country} and {partner} came to ${amount} billion in 2018, {change:+.1f}% on the year."
    elif form == 3:
        text = f"{country} asked the {body} to think again, {second} replied."
    else:
        text = "Nothing was settled that could not be unsettled."
    for actor in (first, second, country, partner, place, body):
        start = text.find(actor)
        if start >= 0 and form != 4:
            kinds = {first: "person", second: "person", place: "place", body: "organisation"}
            kind = kinds.get(actor, "state")
            role = "place" if kind == "place" else "actor"
            at = offset + start
            rows["mentions"].append((stem, name, at, at + len(actor), actor, actor, kind, role, "sample"))
    span = (stem, name, offset, offset + len(text), text)
    if form == 0:
        people_and = sorted({first, second} | ({country} if draw.random() < 0.2 else set()))
        rows["meetings"].append(
            (*span, draw.choice(["talks", "visit", "summit", "call"]), people_and, place, words.strip(), when,
             earliest, latest, "stated" if when else "", draw.choice(STATUSES), voice, "sample")
        )  # fmt: skip
        if words:
            rows["dates"].append((*span, when, earliest, latest, "DATE", when, "stated", "sample"))
    if form in (1, 3):
        source = first if form == 1 else second
        kind = draw.choice(["direct", "indirect"])
        rows["quotations"].append((*span, source, source, "named official", "said", "said", kind, "sample"))
    if form == 2:
        value, year = amount * 1e9, draw.choice(["2016", "2017", "2018", ""])
        base = implied(value, 0.1e9, change, 0.1)
        rows["quantities"].append((*span, value, "USD", "=", "", "sample"))
        rows["statistics"].append(
            (*span, "trade", country, partner, draw.choice(["turnover", "export"]), "", value, "USD", change,
             "up" if change > 0 else "down", "a year earlier", year, draw.choice([first, ""]), "", *base, str(int(year) - 1) if year else "", "sample")
        )  # fmt: skip
    return text


def _when(draw, day):
    base = day or date(2019, 6, 1)
    kind = draw.randrange(4)
    if kind == 0:
        return "", "", "", ""
    day = base + timedelta(days=draw.randrange(-60, 60))
    if kind == 1:
        last = (day.replace(day=28) + timedelta(days=4)).replace(day=1) - timedelta(days=1)
        return f"{day:%Y-%m}", f" in {day:%B %Y}", day.replace(day=1).isoformat(), last.isoformat()
    if kind == 2:
        end = day + timedelta(days=2)
        return f"{day}/{end}", f" on {day:%d %B}", day.isoformat(), end.isoformat()
    return day.isoformat(), f" on {day:%d %B}", day.isoformat(), day.isoformat()


def _events(meetings):
    merged: dict[tuple, list] = {}
    for row in meetings:
        merged.setdefault((tuple(row[6]), row[9]), []).append(row)
    events = []
    for group in sorted(merged.values(), key=lambda g: (g[0][10] or "9", g[0][0])):
        row = group[-1]
        documents = list(dict.fromkeys(r[0] for r in group))
        mentions = [f"{r[0]}:{r[2]}-{r[3]}" for r in group]
        history = [f"{r[13]} {r[0]}" for r in group]
        why = [f"same participants and day ({mention})" for mention in mentions[1:]]
        name = f"e{len(events) + 1}"
        events.append(
            (name, row[5], row[6], row[7], *row[9:12], row[13], history, documents, mentions, why, [], "040", "")
        )
    return events
