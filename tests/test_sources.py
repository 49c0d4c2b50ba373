"""Folders as they come: damaged files, odd encodings, missing columns, nothing at all. The rest is still read."""

from __future__ import annotations

from pathlib import Path

import pytest

import briefing_lib as bl
from briefing_lib.read.formats import UnreadableFile, decode, read_file
from briefing_lib.read.sources import name_documents, read_sources

GOOD = "The president of Kenya visited Uganda on 3 May 2019 for talks on trade with his host."


def folder(tmp_path: Path, **files: bytes | str) -> Path:
    for name, content in files.items():
        path = tmp_path / name.replace("__", ".").replace("DIR", "/")
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return tmp_path


@pytest.mark.parametrize(
    ("raw", "text"),
    [
        (b"\xef\xbb\xbfT\xc3\xbcrkiye", "Türkiye"),
        ("Türkiye\r\nKenya\rTogo".encode(), "Türkiye\nKenya\nTogo"),
        ("Ankara, Türkiye".encode("utf-16"), "Ankara, Türkiye"),
        (
            "Der Minister reiste nach Südafrika und führte Gespräche über Zölle.".encode("cp1252"),
            "Der Minister reiste nach Südafrika und führte Gespräche über Zölle.",
        ),
    ],
    ids=["byte-order mark", "line ends", "UTF-16", "Windows-1252"],
)
def test_decoding(raw: bytes, text: str) -> None:
    assert decode(raw) == text


@pytest.mark.parametrize(
    ("name", "raw", "what"),
    [
        ("a.txt", b"", "empty"),
        ("a.txt", b" \n\t\n", "empty"),
        ("a.txt", b"\x89PNG\x00\x00\x01", "binary"),
        ("a.pdf", b"%PDF-1.7", ".pdf"),
        ("a", b"text", "without suffix"),
    ],
)
def test_a_file_that_cannot_be_read_says_so_and_what_to_do(tmp_path: Path, name: str, raw: bytes, what: str) -> None:
    (tmp_path / name).write_bytes(raw)
    with pytest.raises(UnreadableFile, match=what.replace(".", r"\.")) as caught:
        read_file(tmp_path / name)
    assert caught.value.remedy


def test_the_rest_of_the_corpus_is_read(tmp_path: Path) -> None:
    corpus = folder(
        tmp_path, good__txt=GOOD, empty__txt="", image__txt=b"\x00\x01", report__pdf=b"%PDF", subDIRother__md=GOOD
    )
    briefing = bl.read_briefing(corpus)
    assert list(briefing.documents["document"]) == ["good", "other"]
    assert {row.path for row in briefing.problems.itertuples()} >= {"empty.txt", "image.txt", "report.pdf"}
    assert all(briefing.problems["remedy"])


def test_no_folder_names_the_folder_and_the_remedy(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError, match="There is no folder .*nowhere.*Give the folder"):
        bl.read_briefing(tmp_path / "nowhere")
    with pytest.raises(FileNotFoundError, match="is a file"):
        bl.read_briefing(folder(tmp_path, a__txt=GOOD) / "a.txt")


def test_an_empty_folder_gives_empty_tables_and_a_problem(tmp_path: Path) -> None:
    briefing = bl.read_briefing(tmp_path)
    assert len(briefing.documents) == len(briefing.meetings) == 0
    assert briefing.problems["what"].tolist() == ["no documents"]


def test_stems_that_collide_are_named_by_their_path() -> None:
    assert name_documents(["a.txt", "x/a.txt", "b.txt", "b.md"]) == {
        "a.txt": "a",
        "x/a.txt": "x/a",
        "b.txt": "b.txt",
        "b.md": "b.md",
    }


SOURCES = [
    (b"document,published\ngood,2019-05-04\n", [], "a good one"),
    (b"\xef\xbb\xbfdocument,published\r\ngood,2019-05-04\r\n", [], "as Excel writes it"),
    (b"name,published\ngood,2019-05-04\n", ["the column 'document' is missing"], "a missing column"),
    (b"document,published\ngood,2019-05-04\ngood,2020-01-01\n", ["document 'good' stands twice"], "a row twice"),
    (b"document,published\ngone,2019-05-04\n", ["names a document 'gone' that is not in the folder"], "a row too many"),
    (b"\x00\x01\x02", ["cannot be read (the file holds no text but binary data)"], "no CSV at all"),
    (b"", [], "an empty file"),
    (b"document,published\ngood\n", [], "a short row"),
]


@pytest.mark.parametrize(("raw", "problems", "why"), SOURCES, ids=[case[2] for case in SOURCES])
def test_sources_csv(tmp_path: Path, raw: bytes, problems: list[str], why: str) -> None:
    _, found = read_sources(folder(tmp_path, good__txt=GOOD, sources__csv=raw))
    assert [p.what for p in found] == problems, why
    assert all(p.path == "sources.csv" and p.remedy for p in found)


def test_what_sources_csv_states_is_used(tmp_path: Path) -> None:
    corpus = folder(
        tmp_path,
        good__txt="He said on Monday that talks had failed.",
        sources__csv="document,title,published\ngood,Talks fail,2019-05-08\n",
    )
    briefing = bl.read_briefing(corpus)
    row = briefing.documents.iloc[0]
    assert (row.title, row.published, row.published_basis) == ("Talks fail", "2019-05-08", "stated in sources.csv")
    assert briefing.dates["edtf"].tolist() == ["2019-05-06"]


def test_a_document_without_a_date_is_listed_and_its_monday_stays_unknown(tmp_path: Path) -> None:
    briefing = bl.read_briefing(folder(tmp_path, good__txt="He said on Monday that talks had failed."))
    assert briefing.dates["edtf"].tolist() == [""]
    assert "no date of publication" in briefing.problems["what"].iloc[0]


def test_a_researchers_own_actors(tmp_path: Path) -> None:
    corpus = folder(
        tmp_path,
        good__txt="The Delta Nine met in Kenya.",
        actors__csv="alias,actor,type\nDelta Nine,Delta Group,organisation\n",
    )
    assert "Delta Group" in bl.read_briefing(corpus).actors["actor"].tolist()
    corpus = folder(tmp_path, actors__csv="name\nDelta Nine\n")
    assert "the column 'alias' is missing" in bl.read_briefing(corpus).problems["what"].tolist()


HOSTILE = {
    "script": "<script>alert('x')</script> said Kenya's minister on Monday. He met “Ann",
    "long line": "Kenya and Uganda met. " * 20_000,
    "one word": "Kenya",
    "only marks": '“”‘’"\'"((([[[ --- ... !!! ???',
    "controls": "Kenya\x0b\x0c\x1c\x85\u2028met\u2029Uganda \u200bon\u00a0Monday.",
    "right to left": "قال الوزير إن كينيا وأوغندا ستلتقيان. Kenya said.",
    "surrogate-free emoji": "Kenya 🇰🇪 and Uganda 🇺🇬 met on 3 May 2019 👍🏽 for $5bn.",
    "digits": "1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18 19 20 2019 2020 1/2/3 99999999999999999999",
    "many quotes": '"' * 999 + " said Kenya",
}


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_text_is_read_with_its_anchors(tmp_path: Path, name: str) -> None:
    briefing = bl.read_briefing(folder(tmp_path, doc__txt=HOSTILE[name]))
    assert not briefing.problems["what"].str.contains("could be read").any(), briefing.problems["what"].tolist()
    text = briefing.text("doc")
    for table in ("sentences", "mentions", "dates", "quantities", "quotations", "statistics", "meetings"):
        assert all(text[row.start : row.end] == row.text for row in briefing.table(table).itertuples())


def test_an_extractor_that_stumbles_leaves_the_others_standing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def stumble(*_: object) -> list:
        raise IndexError("list index out of range")

    monkeypatch.setattr("briefing_lib.parse.find_quotations", stumble)
    briefing = bl.read_briefing(folder(tmp_path, doc__txt=GOOD))
    assert len(briefing.mentions) and len(briefing.dates) and not len(briefing.quotations)
    assert "no quotations could be read (IndexError: list index out of range)" in briefing.problems["what"].tolist()
