"""What a person changes reaches the player at once, not at the keeper's next round."""

from __future__ import annotations

import logging

from broadcaster.base.errors import BroadcasterError
from broadcaster.wiring import App

log = logging.getLogger(__name__)

_DAYS = 16
"""As far as the keeper publishes: today, tomorrow and two weeks."""


def publish(app: App) -> None:
    """The coming days. The change itself is stored: a plan that cannot be written now is written by the keeper."""
    try:
        app.schedule.publish_days(app.clock.now().date(), _DAYS)
    except BroadcasterError as error:
        log.warning("not published yet: %s", error.text)
