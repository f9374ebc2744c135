"""An item a person put into the running session: never called an emergency, and taken back by its own order."""

from __future__ import annotations

from datetime import timedelta

from broadcaster.base.clock import VirtualClock, format_time
from broadcaster.gui.on_air.insert_words import end_command, ending_needs_a_question, insert_line
from broadcaster.protocol.messages import COMMANDS, Insert, Status


def test_it_is_shown_as_what_it_is(clock: VirtualClock) -> None:
    now = clock.now()
    insert = Insert("i1", "next", "Thông báo gấp", "Cán bộ truyền thanh", "on_air",
                    format_time(now + timedelta(minutes=50)), ("Thôn 1",))
    line = insert_line(Status(format_time(now), 1, "on_air", insert=insert), insert, now)
    assert (line.head, line.title, line.look) == ("PHÁT TIẾP NGAY", "Thông báo gấp", "blue")
    assert line.seconds_left is None, "its bound is the session's end"
    assert end_command(insert) == "end_next"
    assert end_command(insert) in COMMANDS
    assert not ending_needs_a_question(insert)
