"""Every lexicon tests its own data: each row's words are found in the row's example.

The tests know the files by their layout alone - words in the first column, a sentence that shows them in the
last - so that a new lexicon is tested as soon as it is there.
"""

from __future__ import annotations

import csv
import re
from importlib import resources

import pycountry
import pytest

from briefing_lib import lexicon

FOLDER = resources.files("briefing_lib") / "lexicons"
NAMES = sorted(entry.name.removesuffix(".csv") for entry in FOLDER.iterdir() if entry.name.endswith(".csv"))

# Codes in use that ISO 3166-1 leaves to its users: Kosovo.
USER_ASSIGNED = {"XKX"}
COUNTRIES = {country.alpha_3 for country in pycountry.countries} | USER_ASSIGNED

# Columns that tell which of several rows with the same words is meant. A name needs a note or a period; other
# words may also be told apart by their grammar.
TELLING_NAMES = ("note", "from", "until", "since", "start", "end")
TELLING_WORDS = (*TELLING_NAMES, "kind", "position", "place", "form", "frame", "noun")

REQUIRED = {
    "states": ["alias", "actor", "type", "country", "note", "example"],
    "demonyms": ["word", "actor", "country", "kind", "note", "example"],
    "seats": ["alias", "actor", "country", "kind", "note", "example"],
    "places": ["alias", "actor", "country", "kind", "note", "example"],
}
KINDS = {
    "demonyms": {"adjective", "people", "region"},
    "seats": {"capital", "seat"},
    "places": {
        *("city", "province", "region", "continent", "sea", "strait", "river"),
        *("mountain", "island", "site"),
    },
}
MAX_BYTES = 1_000_000


def table(name: str) -> tuple[list[str], list[list[str]]]:
    """Return the header and the rows of a lexicon as they stand in the file."""
    lines = (FOLDER / f"{name}.csv").read_text(encoding="utf-8").splitlines(keepends=True)
    header, *body = csv.reader(lines)
    return header, body


def folded(words: str) -> str:
    """Return words as the matcher compares them: one kind of apostrophe, single spaces.

    >>> folded("People’s  Republic")
    "People's Republic"
    """
    return " ".join(words.replace("’", "'").split())


@pytest.mark.parametrize("name", NAMES)
def test_layout(name: str) -> None:
    """A file is a table: a header, words first, the example last, no stray cells or blanks."""
    header, body = table(name)
    assert header[-1] == "example"
    assert len(set(header)) == len(header)
    assert all(header)
    assert body
    assert [row for row in body if len(row) != len(header)] == []
    assert [row for row in body if not row[0].strip() or not row[-1].strip()] == []
    assert [row for row in body if any(cell != cell.strip() for cell in row)] == []


def stands_in(words: str, example: str) -> bool:
    """Tell whether words that are no name stand in their example.

    A phrase may open the sentence with a capital; a sign or a unit may touch its number.

    >>> stands_in("free port", "Free ports are few.")
    False
    >>> stands_in("free ports", "Free ports are few."), stands_in("bn", "It cost $30bn.")
    (True, True)
    """
    forms = {words: 1, words[0].upper() + words[1:]: 1}
    sign = re.escape(words)
    return (
        any(lexicon.Matcher(forms).find(example))
        or re.search(rf"(?<=\d){sign}(?!\w)|(?<!\w){sign}(?=\d)", example) is not None
        or (not words[0].isalnum() and words in example)
    )


@pytest.mark.parametrize("name", NAMES)
def test_words_are_found_in_their_example(name: str) -> None:
    """The whole lexicon is the matcher, so that a longer name that takes a shorter one's words is noticed."""
    header, body = table(name)
    matcher = lexicon.Matcher({row[0]: folded(row[0]) for row in body})
    missed = [(row[0], row[-1]) for row in body if folded(row[0]) not in {hit[2] for hit in matcher.find(row[-1])}]
    if header[0] != "alias":
        missed = [(words, example) for words, example in missed if not stands_in(words, example)]
    assert missed == []


@pytest.mark.parametrize("name", NAMES)
def test_no_words_mean_two_things_silently(name: str) -> None:
    """Words may stand twice only where a column says which row is meant."""
    header, body = table(name)
    names = TELLING_NAMES if header[0] == "alias" else TELLING_WORDS
    telling = [header.index(column) for column in names if column in header[1:-1]]
    meanings: dict[str, list[tuple[str, ...]]] = {}
    for row in body:
        meanings.setdefault(folded(row[0]), []).append(tuple(row[i] for i in telling))
    assert [words for words, told in meanings.items() if len(set(told)) < len(told)] == []


@pytest.mark.parametrize("name", NAMES)
def test_country_codes(name: str) -> None:
    """Countries are ISO 3166-1 alpha-3 codes, or empty; a code that is not in the standard has a note."""
    header, body = table(name)
    if "country" not in header:
        return
    column = header.index("country")
    assert {row[column] for row in body} - COUNTRIES <= {""}


def test_kosovo_is_noted() -> None:
    """XKX is no code of the standard: the row that introduces it says so."""
    assert any(row["country"] == "XKX" and "XKX" in row["note"] for row in lexicon.rows("states"))


@pytest.mark.parametrize("name", sorted(REQUIRED))
def test_columns_and_kinds(name: str) -> None:
    """The gazetteers have the columns that the readers of names rely on."""
    header, body = table(name)
    assert header == REQUIRED[name]
    if name in KINDS:
        assert {row[header.index("kind")] for row in body} == KINDS[name]
    else:
        assert {row[header.index("type")] for row in body} == {"state"}


@pytest.mark.parametrize("name", NAMES)
def test_size(name: str) -> None:
    """A lexicon is small enough to be read in an editor and in a review."""
    assert len((FOLDER / f"{name}.csv").read_bytes()) < MAX_BYTES


def test_every_country_has_a_state_a_demonym_and_a_capital() -> None:
    """No country of the standard is missing: uninhabited territories apart."""
    uninhabited = {"ATA", "ATF", "BVT", "HMD", "SGS", "UMI", "SJM", "BES"}
    countries = {country.alpha_3 for country in pycountry.countries} - uninhabited
    states = {row["country"] for row in lexicon.rows("states")}
    assert countries - states == set()
    members = [country for country in states if country and country not in DEPENDENT]
    # A city state is its own capital.
    assert set(members) - {row["country"] for row in lexicon.rows("seats")} - {"SGP"} == set()
    assert set(members) - {row["country"] for row in lexicon.rows("demonyms")} == set()


# Territories that are no states: their seats and peoples are named where the press names them.
DEPENDENT = (
    "AIA ABW ALA ASM BLM BMU CCK COK CUW CXR CYM ESH FLK FRO GGY GIB GLP GRL GUF GUM HKG IMN IOT JEY MAC MAF MNP "
    "MSR MTQ MYT NCL NFK NIU PCN PRI PYF REU SHN SPM SXM TCA TKL VGB VIR WLF"
)


def test_gazetteers_do_not_contradict_each_other() -> None:
    """A name is a state, a seat or a place; only a capital is two things, the government that acts and the city."""
    names = {name: {folded(row["alias"]) for row in lexicon.rows(name)} for name in ("states", "seats", "places")}
    capitals = {folded(row["alias"]) for row in lexicon.rows("seats") if row["kind"] == "capital"}
    assert names["states"] & (names["seats"] | names["places"]) == set()
    assert names["places"] & (names["seats"] - capitals) == set()
    assert capitals - names["places"] == set()


def test_usual_names() -> None:
    """The name an alias leads to is a name itself, and has one country."""
    states, seats, places = (lexicon.rows(name) for name in ("states", "seats", "places"))
    assert {row["actor"] for row in states} - {row["alias"] for row in states} == set()
    bodies = {row["alias"] for row in lexicon.rows("organisations")}  # Brussels acts for the European Union
    assert {row["actor"] for row in seats} - {row["alias"] for row in states} - bodies == set()
    assert {row["actor"] for row in places} - {row["alias"] for row in places} == set()
    for rows in (states, places):
        countries: dict[str, set[str]] = {}
        for row in rows:
            countries.setdefault(row["actor"], set()).add(row["country"])
        assert [actor for actor, codes in countries.items() if len(codes) > 1] == []


@pytest.mark.parametrize(
    ("alias", "actor"),
    [
        ("U.S.", "United States"),  # ends in a stop
        ("US", "United States"),
        ("Türkiye", "Turkey"),  # the name since 2022
        ("Viet Nam", "Vietnam"),  # the United Nations' spelling
        ("Côte d'Ivoire", "Ivory Coast"),  # apostrophe
        ("Lao PDR", "Laos"),
        ("DPRK", "North Korea"),
        ("Republic of Korea", "South Korea"),
        ("Republic of China", "Taiwan"),  # not China
        ("Congo-Brazzaville", "Republic of the Congo"),
        ("Zaire", "Democratic Republic of the Congo"),
        ("GDR", "East Germany"),
        ("Upper Volta", "Burkina Faso"),
        ("Holy See", "Vatican"),
        ("Gambia", "Gambia"),  # no article
        ("Soviet Union", "Soviet Union"),  # not Russia
        ("West Germany", "West Germany"),  # the same state in law
    ],
)
def test_names_of_states(alias: str, actor: str) -> None:
    """Names that other gazetteers miss or mix up."""
    assert {row["actor"] for row in lexicon.rows("states") if row["alias"] == alias} == {actor}
