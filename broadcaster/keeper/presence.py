"""Whether the station home is there: on a stick it may be pulled out, and must not be made anew somewhere else."""

from __future__ import annotations

from broadcaster.base.paths import StationHome


class Presence:
    """Asked before anything is written or started. What once had a key and has none is not the same home."""

    def __init__(self, home: StationHome) -> None:
        self._home = home
        self._keyed = False

    def there(self) -> bool:
        try:
            keyed = self._home.key.exists()
            self._keyed = self._keyed or keyed
            return self._home.root.is_dir() and (keyed or not self._keyed)
        except OSError:
            return False
