"""Where the parts of a produced bulletin stand, and where its music bends."""

from __future__ import annotations

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from broadcaster.base.errors import Refused
from broadcaster.bulletins.model import Production
from broadcaster.bulletins.production import LONGEST_MS, bed_levels, check_production, layout

LENGTHS = {"chime": 3000, "ident": 12_000, "words": 20_000, "bed": 9000, "closing": 4000}


def test_the_words_alone_are_the_whole() -> None:
    plan = layout(Production(), LENGTHS)
    assert [(item.part, item.start, item.length) for item in plan.stretches] == [("words", 0, 20_000)]
    assert plan.length == 20_000


def test_parts_stand_in_order_with_pauses_between() -> None:
    plan = layout(Production(chime="c", ident="i", closing="z", repeats=2, pause_seconds=1.5), LENGTHS)
    assert [(item.part, item.start) for item in plan.stretches] == [
        ("chime", 0), ("ident", 4500), ("words", 18_000), ("words", 39_500), ("closing", 61_000)]
    assert plan.seconds == 65.0


def test_the_bed_begins_before_the_words_and_ends_after_them() -> None:
    plan = layout(Production(chime="c", bed="b", closing="z", fade_seconds=1.0), LENGTHS)
    (bed,), (words,), (closing,) = plan.of("bed"), plan.of("words"), plan.of("closing")
    assert (bed.start, words.start - bed.start) == (4500, 1400)
    assert bed.end - words.end == 1800
    assert closing.start - bed.end == 1500


def test_music_stays_down_through_a_short_pause_and_comes_up_in_a_long_one() -> None:
    short = Production(bed="b", repeats=2, pause_seconds=1.0)
    long = Production(bed="b", repeats=2, pause_seconds=3.0)
    down = [level for _, level in bed_levels(layout(short, LENGTHS), short)]
    up = [level for _, level in bed_levels(layout(long, LENGTHS), long)]
    assert down.count(-18.0) == 2
    assert up.count(-18.0) == 4
    assert up.count(-10.0) == down.count(-10.0) + 2


@given(st.builds(
    Production, chime=st.sampled_from(["", "c"]), ident=st.sampled_from(["", "i"]), bed=st.sampled_from(["", "b"]),
    closing=st.sampled_from(["", "z"]), bed_db=st.floats(-40, 0), repeats=st.integers(1, 5),
    pause_seconds=st.floats(0, 20), fade_seconds=st.floats(0, 10)), st.integers(1, 400_000))
def test_any_layout_is_whole(production: Production, words: int) -> None:
    plan = layout(check_production(production), {**LENGTHS, "words": words})
    front = [item for item in plan.stretches if item.part != "bed"]
    assert plan.length == max(item.end for item in plan.stretches)
    assert all(before.end <= after.start for before, after in itertools.pairwise(front))
    assert [item.length for item in plan.of("words")] == [words] * production.repeats
    levels = bed_levels(plan, production)
    assert bool(levels) == bool(production.bed)
    if levels:
        places = [at for at, _ in levels]
        assert places == sorted(set(places))
        assert (levels[0], levels[-1]) == ((plan.of("bed")[0].start, -120.0), (plan.of("bed")[0].end, -120.0))
        for item in plan.of("words"):
            assert all(level == production.bed_db for at, level in levels if item.start <= at <= item.end)


@pytest.mark.parametrize("wrong", [{"repeats": 0}, {"repeats": 6}, {"bed_db": 1.0}, {"bed_db": float("nan")},
                                   {"pause_seconds": -1.0}, {"fade_seconds": 11.0}])
def test_figures_that_mean_nothing_are_refused(wrong: dict[str, float]) -> None:
    with pytest.raises(Refused) as refusal:
        check_production(Production(**wrong))  # type: ignore[arg-type]
    assert refusal.value.code == "production.value"
    assert refusal.value.facts["name"] in wrong


def test_more_than_an_hour_is_refused() -> None:
    with pytest.raises(Refused) as refusal:
        layout(Production(repeats=5), {"words": LONGEST_MS // 4})
    assert refusal.value.code == "production.too_long"
