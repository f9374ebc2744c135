"""How a player that died comes back."""

from __future__ import annotations

from broadcaster.keeper.comeback import DELAYS, FAILURE_WINDOW, SAFE_MODE_AFTER, SAFE_STAY, Comeback


def test_the_first_two_come_back_at_once_and_the_third_in_safe_mode() -> None:
    comeback = Comeback()
    due = [comeback.died(100.0) - 100.0 for _ in range(6)]
    assert due[:2] == [0.0, 0.0]
    assert due == [*DELAYS, DELAYS[-1]], "it never gives up"
    assert comeback.safe


def test_deaths_far_apart_are_no_reason_for_safe_mode() -> None:
    comeback = Comeback()
    for number in range(50):
        assert comeback.died(number * FAILURE_WINDOW) == number * FAILURE_WINDOW
    assert not comeback.safe


def test_safe_mode_is_left_after_a_quiet_while_and_for_longer_the_next_time() -> None:
    comeback, now = Comeback(), 0.0
    for wait in (SAFE_STAY, 2 * SAFE_STAY, 4 * SAFE_STAY):
        for _ in range(SAFE_MODE_AFTER):
            comeback.died(now)
        assert not comeback.may_leave_safe_mode(now + wait - 1)
        now += wait
        assert comeback.may_leave_safe_mode(now)
        comeback.leave_safe_mode(now)
        assert (comeback.safe, comeback.deaths(now)) == (False, 0)


def test_a_death_in_safe_mode_begins_the_wait_anew() -> None:
    comeback = Comeback()
    for _ in range(SAFE_MODE_AFTER):
        comeback.died(0.0)
    comeback.died(SAFE_STAY - 1)
    assert not comeback.may_leave_safe_mode(SAFE_STAY + 1)
    assert comeback.may_leave_safe_mode(2 * SAFE_STAY)
