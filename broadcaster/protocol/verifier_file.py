"""The verifier as the one file that is handed to an auditor; a built program keeps it beside its resources."""

from __future__ import annotations

from pathlib import Path

from broadcaster.base.paths import shipped
from broadcaster.protocol import verifier


def verifier_file() -> Path:
    """verifier.py itself. Raises Refused("install.incomplete")."""
    source = Path(verifier.__file__)
    return source if source.suffix == ".py" and source.exists() else shipped("resources", "verifier.py")
