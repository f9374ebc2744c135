"""What may be set, and when a value is wrong. No widgets."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from broadcaster.base.errors import Refused
from broadcaster.base.settings import Settings
from broadcaster.wiring import App


def complaints(settings: Settings) -> dict[str, str]:
    """Field ("station.name") → what is wrong with it, in the window's language."""
    translate = QCoreApplication.translate
    wrong: dict[str, str] = {}
    # An office may stand for a whole province: it lies in no commune.
    commune = settings.station.commune or ("–" if settings.office.role == "office" else "")
    for field, value, text in (
            ("station.name", settings.station.name, translate("Settings", "The station needs a name.")),
            ("station.commune", commune, translate("Settings", "Write the commune, as in “xã Mẫu”.")),
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


def profiles(app: App) -> list[tuple[str, str]]:
    """(id, name) of the rules that can be chosen, shipped and the station's own."""
    return [(item.id, item.profile.name) for item in app.rules.profiles() if item.fault is None]


def sample_sentence(settings: Settings) -> str:
    """What the voice says when it is tried: document language, spoken in Vietnamese whatever the window speaks."""
    return f"Đây là {settings.station.name}, {settings.station.province}. Xin kính chào bà con và các đồng chí. " \
           "Đúng 17 giờ 30 ngày 21/11/2026, mời bà con đến nhà văn hóa thôn để tiêm chủng."


def name_of(refusal: Refused) -> str:
    """The field a refusal of station.toml speaks of."""
    return str(refusal.facts.get("name", ""))
