"""Whether a meeting takes place, as the voice says: by tense, aspect, modality, negation and word."""

from __future__ import annotations

import pytest

from tests.test_meetings import lines_of, read


@pytest.mark.parametrize("line", lines_of("status.csv"), ids=lambda line: line["why"])
def test_status(line):
    assert [row.status for row in read(line["marked"], published="2025-07-07")] == [line["status"]]
