"""A bulletin the other channels are made from, as an operator would write it."""

from __future__ import annotations

from broadcaster.accounts.model import Person
from broadcaster.bulletins.model import Bulletin
from broadcaster.wiring import App

AUTHOR = "Cán bộ truyền thanh"
TITLE = "Tiêm phòng dại cho chó, mèo đợt 2 năm 2026"
WORDS = """Kính thưa toàn thể bà con nhân dân xã Mẫu.
Đây là Đài truyền thanh xã Mẫu.
Sau đây là thông báo: Tiêm phòng dại cho chó, mèo đợt 2 năm 2026.

Thực hiện kế hoạch của UBND xã Mẫu, Trạm Thú y tổ chức tiêm phòng dại.
Thời gian: từ 7 giờ 30 đến 11 giờ ngày 01/12/2026.
Địa điểm: tại Nhà văn hóa các thôn.
Thứ nhất, mức thu 15.000 đồng/con. Đề nghị bà con xích, rọ mõm chó khi đưa đến điểm tiêm.
Đề nghị bà con đăng ký với trưởng thôn trước ngày 28/11/2026. Mọi thắc mắc xin gọi số điện thoại 0912 345 678.
Khi cần hỗ trợ, mời bà con gọi số điện thoại 0912 345 678. Xin nhắc lại, số điện thoại 0912 345 678.

Xin nhắc lại nội dung thông báo: Tiêm phòng dại cho chó, mèo đợt 2 năm 2026.
Đề nghị bà con đăng ký với trưởng thôn trước ngày 28/11/2026.

Thông báo đến đây là hết. Đề nghị bà con chú ý thực hiện. Xin cảm ơn bà con đã lắng nghe."""


def approve(app: App, chief: Person, bulletin: Bulletin) -> Bulletin:
    """Voiced, submitted, approved: its channels with it."""
    app.bulletins.voice(bulletin.id)
    app.approvals.submit(f"bulletin:{bulletin.id}", AUTHOR)
    app.approvals.approve(f"bulletin:{bulletin.id}", chief)
    return app.bulletins.get(bulletin.id)
