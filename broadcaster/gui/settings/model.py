"""What may be set, and when a value is wrong. No widgets."""

from __future__ import annotations

import logging
import tomllib
from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication

from broadcaster.accounts.model import Person, Role
from broadcaster.base.errors import Refused
from broadcaster.base.paths import shipped
from broadcaster.base.settings import Settings

log = logging.getLogger(__name__)


def complaints(settings: Settings) -> dict[str, str]:
    """Field ("station.name") → what is wrong with it, in the window's language."""
    translate = QCoreApplication.translate
    wrong: dict[str, str] = {}
    for field, value, text in (
            ("station.name", settings.station.name, translate("Settings", "The station needs a name.")),
            ("station.commune", settings.station.commune, translate("Settings", "Write the commune, as in “xã Mẫu”.")),
            ("station.province", settings.station.province,
             translate("Settings", "Write the province, as in “tỉnh Mẫu”.")),
            ("station.issuer", settings.station.issuer,
             translate("Settings", "Write the body that signs the reports, in capitals."))):
        if not value.strip():
            wrong[field] = text
    if settings.hours.quiet_from == settings.hours.quiet_to:
        wrong["hours.quiet_to"] = translate(
            "Settings", "The quiet hours begin and end at the same time: choose two different times.")
    return wrong


def role_words(role: Role) -> str:
    """What a person may do."""
    translate = QCoreApplication.translate
    return {
        Role.OPERATOR: translate("Settings", "Writes and plans"),
        Role.APPROVER: translate("Settings", "Approves"),
        Role.VIEWER: translate("Settings", "Looks only"),
        Role.ADMIN: translate("Settings", "Administers and approves"),
    }[role]


def guard(people: Sequence[Person]) -> Role | None:
    """Who must sign a change of people or of the approval rule: an administrator, else an approver, else nobody."""
    active = [person for person in people if person.active]
    if any(person.role is Role.ADMIN for person in active):
        return Role.ADMIN
    return Role.APPROVER if any(person.may_approve for person in active) else None


def profiles() -> list[tuple[str, str]]:
    """(id, name) of the shipped rule profiles."""
    found = []
    for path in sorted(shipped("schedules", "profiles").glob("*.toml")):
        try:
            body = tomllib.loads(path.read_text(encoding="utf-8"))
            found.append((path.stem, str(body["name"])))
        except (OSError, ValueError, KeyError) as error:
            log.warning("profile %s: %s", path.name, error)
    return found


def pin_complaint(pin: str, again: str) -> str:
    """Why this pair of entries is not a PIN; empty when it is."""
    translate = QCoreApplication.translate
    if not (pin.isascii() and pin.isdigit() and 4 <= len(pin) <= 12):
        return translate("Settings", "A PIN is 4 to 12 digits.")
    if len(set(pin)) == 1 or pin in "0123456789" or pin in "9876543210":
        return translate("Settings", "This PIN is too easy to guess.")
    return "" if pin == again else translate("Settings", "The two PINs differ.")


def sample_sentence(settings: Settings) -> str:
    """What the voice says when it is tried: document language, spoken in Vietnamese whatever the window speaks."""
    return f"Đây là {settings.station.name}, {settings.station.province}. Xin kính chào bà con và các đồng chí. " \
           "Đúng 17 giờ 30 ngày 21/11/2026, mời bà con đến nhà văn hóa thôn để tiêm chủng."


def name_of(refusal: Refused) -> str:
    """The field a refusal of station.toml speaks of."""
    return str(refusal.facts.get("name", ""))
