"""The consolidated tables name things as people do."""

from __future__ import annotations

import pytest

from broadcaster.aggregation.office import consolidated_tables as tables
from broadcaster.aggregation.office.figures import FacetLine

_WORDS = {"columns": dict.fromkeys(("value", "items", "airings", "repeats", "minutes"), "?"),
          "facets": {"language": "ngôn ngữ", "category": "lĩnh vực"}}


@pytest.mark.parametrize(("name", "value", "head", "said"), [
    ("language", "vi", "Ngôn ngữ", "Tiếng Việt"), ("language", "", "Ngôn ngữ", "Không ghi"),
    ("category", "own_class", "Lĩnh vực", "own_class")])
def test_a_breakdown_says_of_what_and_in_words(name: str, value: str, head: str, said: str) -> None:
    made = tables.facet([FacetLine(value, 1, 2, 1, 60)], name, _WORDS)
    assert made.columns[0].head == head
    row = made.rows[0]
    assert isinstance(row, tuple)
    assert row[0] == said
