"""The two guides as shipped, and which part belongs to which page of the window."""

from __future__ import annotations

from pathlib import Path

from broadcaster.base.paths import shipped

OPERATOR, OFFICE = "huong-dan.md", "huong-dan-cap-tren.md"
GUIDES = (OPERATOR, OFFICE)

PARTS = {
    "on_air": "trực-phát", "morning": "sáng-đến-đài-làm-gì", "directives": "có-công-văn-mới",
    "bulletins": "soạn-bản-tin", "library": "thư-viện", "approvals": "trình-và-duyệt",
    "schedule": "lập-lịch-một-tuần-trong-năm-phút", "log": "nhật-ký", "reports": "báo-cáo",
    "upward": "gửi-cấp-trên", "people": "người-dùng-và-mã-pin", "settings": "cài-đặt", "care": "chăm-sóc-máy",
}
"""Page of the window -> anchor in the officer's guide; the office's page has the other guide."""


def guide_path(name: str) -> Path:
    """Where a guide lies. Raises Refused("install.incomplete")."""
    return shipped("docs", name)


def guide_text(name: str) -> str:
    """Its Markdown. Raises Refused("install.incomplete")."""
    return guide_path(name).read_text(encoding="utf-8")


def part_of(page: str) -> tuple[str, str]:
    """Guide and anchor for a page of the window."""
    return (OFFICE, "") if page == "office" else (OPERATOR, PARTS.get(page, ""))
