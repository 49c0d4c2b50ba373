"""The network as a file: nodes and edges are those of the figure's table, and every edge knows its sentences."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import networkx as nx
import pytest
from view_samples import corpus, empty

import briefing_lib as bl
from briefing_lib import view
from briefing_lib.page.panel import table_html
from briefing_lib.view.ties.graph import WRITERS, cooccurrence_graph, graph_of, to_gexf, to_graphml

CORPUS = corpus(8)
READERS = {"gexf": nx.read_gexf, "graphml": nx.read_graphml}


def edges(graph: nx.Graph) -> dict[frozenset[str], dict]:
    return {frozenset((a, b)): data for a, b, data in graph.edges(data=True)}


@pytest.mark.parametrize("ending", WRITERS)
@pytest.mark.parametrize("unit", ["sentence", "paragraph", "document"])
def test_a_file_holds_every_tie_of_the_table(tmp_path: Path, ending: str, unit: str) -> None:
    path = bl.save_network(CORPUS, tmp_path / f"ties.{ending}", unit=unit, limit=25)
    read = READERS[ending](path)
    table = view.cooccurrence(CORPUS, unit=unit, minimum=1).table
    found = edges(read)
    assert len(found) == len(table)
    for row in table.itertuples(index=False):
        data = found[frozenset((row[0], row[1]))]
        assert int(data["weight"]) == row[2]
        assert float(data["npmi"]) == pytest.approx(row[3], abs=1e-6)
        assert float(data["association_strength"]) == pytest.approx(row[4], abs=1e-6)


def test_edges_carry_the_sentences_they_were_counted_from() -> None:
    shown = view.cooccurrence(CORPUS, minimum=1, ties=400)
    for (a, b), data in ((tuple(pair), data) for pair, data in edges(cooccurrence_graph(CORPUS, limit=25)).items()):
        rows = shown.marks.get(f"{a} – {b}") or shown.marks[f"{b} – {a}"]
        assert data["sentences"].split(" | ") == [CORPUS.sentences.loc[i, "sentence"] for _, i in rows]
        assert len(rows) == data["weight"]


def test_nodes_say_who_they_are() -> None:
    graph = cooccurrence_graph(CORPUS)
    counts = CORPUS.mentions[CORPUS.mentions["role"] != "place"]["actor"].value_counts()
    assert {name: data["mentions"] for name, data in graph.nodes(data=True)} == counts.to_dict()
    assert {data["type"] for _, data in graph.nodes(data=True)} == {"person", "state", "organisation"}


@pytest.mark.parametrize("ending", WRITERS)
def test_the_same_network_gives_the_same_bytes(ending: str) -> None:
    graph = cooccurrence_graph(CORPUS)
    assert WRITERS[ending](graph) == WRITERS[ending](graph)
    assert b"lastmodified" not in WRITERS[ending](graph), "no clock of the machine"


def test_no_actors_make_an_empty_network() -> None:
    for write, read in ((to_gexf, nx.read_gexf), (to_graphml, nx.read_graphml)):
        graph = graph_of(empty(), [], [])
        assert len(graph) == 0 and b"<graph" in write(graph) and read


def test_characters_that_xml_cannot_hold_are_left_out(tmp_path: Path) -> None:
    hostile = corpus(3)
    hostile.mentions["actor"] = hostile.mentions["actor"].replace({"Peru": "Pe\x00ru <b>&\x0b"})
    for ending, read in READERS.items():
        names = set(read(bl.save_network(hostile, tmp_path / f"n.{ending}")).nodes)
        assert "Peru" not in names
        assert not any("\x00" in name for name in names)


def test_a_wrong_name_or_folder_says_what_to_do(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match=r"'ties.csv' ends in neither .gexf nor .graphml"):
        bl.save_network(CORPUS, tmp_path / "ties.csv")
    with pytest.raises(FileNotFoundError, match="There is no folder"):
        bl.save_network(CORPUS, tmp_path / "none" / "ties.gexf")


def test_the_panel_offers_the_files_of_a_view() -> None:
    shown = view.cooccurrence(CORPUS)
    html = table_html(shown.table, "cooccurrence", shown.files)
    assert 'download="cooccurrence.gexf"' in html and 'download="cooccurrence.graphml"' in html
    assert "gexf" not in table_html(shown.table, "cooccurrence")


def test_drawing_does_not_write_the_files() -> None:
    code = "from briefing_lib import view; import sys; view.cooccurrence; print('briefing_lib.view.ties.graph' in sys.modules)"
    said = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout
    assert said.strip() == "False"


def test_titles_that_stand_for_somebody_count_when_asked_for(tmp_path: Path) -> None:
    note = "Peru’s foreign minister, Elsa Galarza, met Kenya.\n\nThe Peruvian foreign minister then called on Chile.\n"
    (tmp_path / "note.txt").write_text(note, encoding="utf-8")
    briefing = bl.read_briefing(tmp_path)
    assert ("Chile", "Elsa Galarza") not in {tuple(sorted(e)) for e in cooccurrence_graph(briefing).edges}
    assert ("Chile", "Elsa Galarza") in {tuple(sorted(e)) for e in cooccurrence_graph(briefing, titles=True).edges}
    shown = view.cooccurrence(briefing, minimum=1, titles=True)
    tables = {table for table, _ in shown.marks["Elsa Galarza"]}
    assert tables == {"mentions", "references"}
    [tie] = [key for key in shown.marks if "Chile" in key and "Galarza" in key]
    [found] = bl.evidence(briefing, shown.marks[tie], tie.split(" – "))
    assert {found.text[a:b] for a, b in found.highlights} == {"The Peruvian foreign minister", "Chile"}
