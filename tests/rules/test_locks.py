"""The lock files pin every package by hash and name no registry."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]


@pytest.mark.parametrize("name", ["requirements.lock", "requirements-dev.lock"])
def test_every_package_is_hashed_and_no_address_is_named(name: str) -> None:
    text = (ROOT / name).read_text(encoding="utf-8")
    assert "://" not in text
    assert "--index-url" not in text
    blocks = re.split(r"\n(?=[a-z0-9])", text.strip())
    assert len(blocks) > 20
    for block in blocks:
        assert "==" in block.splitlines()[0]
        assert "--hash=sha256:" in block, block


def test_everything_declared_is_locked() -> None:
    project = (ROOT / "pyproject.toml").read_text(encoding="utf-8").split("[project.scripts]")[0]
    declared = re.findall(r'^    "([a-z0-9-]+)', project, re.M)
    locked = (ROOT / "requirements.lock").read_text(encoding="utf-8")
    assert len(declared) > 10
    for package in declared:
        assert re.search(rf"^{package}==", locked, re.M), f"{package} is not locked"
