"""Bulletins: draft, edit, voice."""

from __future__ import annotations

from broadcaster.base.clock import Clock
from broadcaster.base.settings import Settings
from broadcaster.db.engine import Database
from broadcaster.directives.service import DirectiveService
from broadcaster.library.service import LibraryService
from broadcaster.speech.service import SpeechService


class BulletinService:
    """Use cases of the bulletin page."""

    def __init__(self, database: Database, settings: Settings, clock: Clock, directives: DirectiveService,
                 speech: SpeechService, library: LibraryService) -> None:
        self._database = database
        self._settings = settings
        self._clock = clock
        self._directives = directives
        self._speech = speech
        self._library = library
