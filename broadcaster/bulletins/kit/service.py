"""The channel kit of a bulletin: texts, approval state, files."""

from __future__ import annotations

from broadcaster.base.clock import Clock
from broadcaster.base.paths import StationHome
from broadcaster.base.settings import Settings
from broadcaster.bulletins.service import BulletinService
from broadcaster.db.engine import Database
from broadcaster.directives.service import DirectiveService
from broadcaster.speech.service import SpeechService


class KitService:
    """Use cases of the other channels."""

    def __init__(self, database: Database, home: StationHome, settings: Settings, clock: Clock,
                 bulletins: BulletinService, directives: DirectiveService, speech: SpeechService) -> None:
        self._database = database
        self._home = home
        self._settings = settings
        self._clock = clock
        self._bulletins = bulletins
        self._directives = directives
        self._speech = speech
