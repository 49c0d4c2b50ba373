"""What is kept at hand: worked out once, never wrong after a table changed or was filtered, gone with its table."""

from __future__ import annotations

import gc

import numpy as np
import pandas as pd

from briefing_lib.counting import at_hand as module
from briefing_lib.counting.at_hand import at_hand, narrowed, numbered


def table() -> pd.DataFrame:
    return pd.DataFrame({"actor": ["Chad", "Peru", "Chad", "Mali"], "start": [1, 2, 3, 4]}, index=[3, 5, 7, 9])


def total(own: pd.DataFrame, other: pd.DataFrame | None = None, more: int = 0) -> int:
    return int(own["start"].sum()) + (0 if other is None else int(other["start"].sum())) + more


def test_it_is_worked_out_once():
    own = table()
    assert numbered(own, "actor") is numbered(own, "actor")


def test_a_table_written_into_is_read_anew():
    own = table()
    assert (numbered(own, "actor").counts().tolist(), at_hand(total, own)) == ([2, 1, 1], 10)
    own.loc[3, "actor"] = "Togo"
    own.loc[5, "start"] = 20
    found = numbered(own, "actor")
    assert found.values[found.codes].tolist() == ["Togo", "Peru", "Chad", "Mali"]
    assert at_hand(total, own) == 28


def test_other_tables_and_values_are_other_results():
    own, one, other = table(), table(), table().head(1)
    assert [at_hand(total, own, t, more=m) for t, m in ((one, 0), (other, 0), (None, 0), (one, 5))] == [20, 11, 10, 25]


def test_a_filter_takes_the_numbers_along():
    own = table()
    whole = numbered(own, "actor")
    few = narrowed(own, np.array([False, True, True, False]))
    found = numbered(few, "actor")
    assert few.index.tolist() == [5, 7]
    assert found.values is whole.values
    assert found.values[found.codes].tolist() == ["Peru", "Chad"]


def test_it_goes_with_its_table():
    before = len(module._known)
    tables = [table() for _ in range(5)]
    for own in tables:
        narrowed(own, np.array([True, False, False, True]))
        at_hand(total, own, tables[0])
    del own, tables
    gc.collect()
    assert len(module._known) <= before


def test_what_controls_were_set_to_is_not_kept_for_ever():
    own = table()
    for more in range(100):
        assert at_hand(total, own, more=more) == 10 + more
    assert len(module._known[id(own)].found[total]) < 10
