"""Who shares a unit with whom: counted as slowly as can be, and drawn so that no label covers another."""

from __future__ import annotations

from collections import Counter
from itertools import combinations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from view_samples import corpus, empty, where

from briefing_lib import view
from briefing_lib.view.drawing import labels, placing, theme
from briefing_lib.view.ties.pairs import actors_of, npmi, ties_of

CORPUS = corpus(8)


def slow(briefing, unit, places=False, kind="all"):
    """Return units shared by each pair, and units that name each actor, by looking at every sentence."""
    rows = briefing.sentences.set_index("sentence")
    units: dict = {}
    for mention in briefing.mentions.itertuples():
        if (places or mention.role != "place") and kind in ("all", mention.type):
            row = rows.loc[mention.sentence]
            name = {"sentence": mention.sentence, "document": row.document, "paragraph": (row.document, row.paragraph)}
            units.setdefault(name[unit], set()).add(mention.actor)
    shared = Counter(pair for named in units.values() for pair in combinations(sorted(named), 2))
    return shared, Counter(actor for named in units.values() for actor in named)


@pytest.mark.parametrize("unit", ["sentence", "paragraph", "document"])
@pytest.mark.parametrize("places", [False, True])
@pytest.mark.parametrize("kind", ["all", "person", "state"])
def test_counts_are_those_of_a_slow_reader(unit, places, kind):
    actors, total = actors_of(CORPUS, unit, kind, "", 1000, places)
    ties = ties_of(CORPUS, actors, total, "", 1)
    shared, alone = slow(CORPUS, unit, places, kind)
    found = {tuple(sorted((actors[t.first].actor, actors[t.second].actor))): t for t in ties}
    assert {pair: tie.shared for pair, tie in found.items()} == dict(shared)
    for (one, other), tie in found.items():
        chance = alone[one] * alone[other]
        assert tie.npmi == pytest.approx(npmi(tie.shared, chance, total))
        assert tie.association == pytest.approx(tie.shared * total / chance)


@pytest.mark.parametrize("unit", ["sentence", "paragraph", "document"])
def test_a_tie_opens_one_sentence_a_unit_and_the_one_that_names_both_where_there_is_one(unit):
    actors, total = actors_of(CORPUS, unit, "all", "", 30, False)
    sentences = CORPUS.sentences
    named = CORPUS.mentions[CORPUS.mentions["role"] == "actor"].groupby("sentence")["actor"].agg(set).to_dict()
    for tie in ties_of(CORPUS, actors, total, "", 2):
        pair = {actors[tie.first].actor, actors[tie.second].actor}
        rows = sentences.loc[tie.rows]
        keys = {"sentence": ["sentence"], "paragraph": ["document", "paragraph"], "document": ["document"]}[unit]
        assert len(rows.drop_duplicates(keys)) == len(rows) == tie.shared
        for row in rows.itertuples():
            assert named.get(row.sentence, set()) & pair
            same = sentences
            for key in keys:
                same = same[same[key] == getattr(row, key)]
            if any(pair <= named.get(s, set()) for s in same["sentence"]):
                assert pair <= named[row.sentence]


def test_focus_keeps_the_actor_and_those_named_with_it():
    seen = view.cooccurrence(CORPUS, focus="Norway", minimum=1, unit="sentence")
    near = {m for pair in seen.table[["actor", "with"]].to_numpy() for m in pair if "Norway" in pair}
    assert set(seen.table["actor"]) | set(seen.table["with"]) == near


def test_rows_keep_the_labels_of_a_filtered_briefing():
    narrow = where(CORPUS, {"005_wire"})
    seen = view.cooccurrence(narrow, minimum=1)
    assert {label for rows in seen.marks.values() for table, label in rows if table == "sentences"} <= set(
        narrow.sentences.index
    )
    assert min(narrow.sentences.index) > 0


@pytest.mark.parametrize(
    ("count", "chance", "total", "value"),
    [
        (5, 25, 100, 1.0),  # never apart
        (4, 400, 100, 0.0),  # as by chance
        (1, 400, 100, np.log(0.25) / -np.log(0.01)),  # less than by chance
        (100, 10_000, 100, 1.0),  # in every unit: no logarithm of one
    ],
)
def test_npmi(count, chance, total, value):
    assert npmi(count, chance, total) == pytest.approx(value)


def test_nobody_at_all():
    assert actors_of(empty(), "sentence", "all", "", 10, False) == ([], 0)
    assert actors_of(CORPUS, "sentence", "all", "Nobody", 10, False)[0] == []


def boxes(figure, width):
    """Return the boxes of the nodes and of the labels of a network drawn so many pixels wide."""
    layout = figure.layout
    size = width - layout.margin.l - layout.margin.r, layout.height - layout.margin.t - layout.margin.b
    nodes, texts = [], []
    for trace in figure.data:
        if trace.mode != "markers+text":
            continue
        for x, y, r, text, side in zip(
            trace.x, trace.y, trace.marker.size, trace.text, trace.textposition, strict=True
        ):
            at = [
                (v - axis.range[0]) / (axis.range[1] - axis.range[0]) * length
                for v, axis, length in zip((x, y), (layout.xaxis, layout.yaxis), size, strict=True)
            ]
            nodes.append((at[0] - r / 2, at[1] - r / 2, at[0] + r / 2, at[1] + r / 2))
            if text:
                texts.append(placing._box(side, np.array(at), r / 2, labels.width_of(text), 13))
    return nodes, texts, size


@pytest.mark.parametrize("documents", [2, 8, 20])
@pytest.mark.parametrize("width", theme.WIDTHS)
def test_no_label_covers_a_label_or_leaves_the_figure(documents, width):
    figure = view.cooccurrence(corpus(documents), minimum=1).figure
    nodes, texts, size = boxes(figure, width)
    assert len(texts) > 0.7 * len(nodes), "most actors have room for their name"
    for one, other in combinations(texts, 2):
        assert not placing._overlap(one, other)
    for one, other in combinations(nodes, 2):
        assert not placing._overlap(one, other)
    for box in texts:
        assert placing._within(box, (-15, -10, size[0] + 15, size[1] + 10))


@settings(max_examples=30, deadline=None)
@given(st.integers(0, 30), st.randoms(use_true_random=False))
def test_any_network_has_a_layout(number, draw):
    weights = np.zeros((number, number))
    for a, b in combinations(range(number), 2):
        weights[a, b] = weights[b, a] = draw.choice([0, 0, 0, 1, 5])
    place = placing.layout(weights)
    assert place.shape == (number, 2)
    assert np.isfinite(place).all() and (place >= 0).all() and (place <= 1).all()
    assert np.array_equal(place, placing.layout(weights))
