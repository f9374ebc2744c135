"""How letters tell offices what to tell the people: the turns of phrase that are taken off or recognised."""

from __future__ import annotations

import re

from broadcaster.bulletins.breath import ACTION
from broadcaster.bulletins.page_marks import DOCUMENT

MANNER = (r"(?:(?:tập trung|tiếp tục|đẩy mạnh|tăng cường|chủ động|thường xuyên|tích cực|phối hợp|làm tốt|chú trọng"
           r"|ưu tiên),?\s+)*(?:công tác\s+)?")
VERB = r"(?:thông tin|tuyên truyền|truyền thông|phổ biến|vận động|giáo dục|đưa tin(?:, bài)?|quán triệt)"
TELL = rf"{MANNER}{VERB}(?:(?:,\s*|\s+và\s+|\s+){VERB})*(?:,?\s*(?:sâu rộng|rộng rãi|mạnh mẽ|kịp thời|đầy đủ))*"
WHOM = (r"(?:các cán bộ, công chức, viên chức và\s+)?(?:toàn thể\s+)?"
         r"(?:người dân|nhân dân|bà con)(?:, các tổ chức, doanh nghiệp)?")
ASK = re.compile(rf"^(?:{TELL}\s+(?:để\s+|cho\s+|đến\s+)?|và vận động\s+|{MANNER}vận động\s+)?{WHOM}\s+", re.I)
CALL = re.compile(rf"^(?:{TELL}\s+)?kêu gọi\s+{WHOM}\s+", re.I)
WARN = re.compile(rf"^(?:{TELL}(?:,\s*|\s+và\s+|\s+))?(?:cảnh báo|khuyến cáo|khuyến nghị|nhắc nhở|lưu ý|đề nghị"
                   rf"|yêu cầu)\s+(?:để\s+|cho\s+|đến\s+)?{WHOM}\s+(?:cần\s+|nên\s+)?", re.I)
# "Thông báo cho nhân dân trên địa bàn xã biết: …": what follows is the message.
LET_KNOW = re.compile(rf"^(?:{MANNER})?(?:thông báo|thông tin|phổ biến)(?:\s+rộng rãi)?\s+(?:cho|đến|tới)\s+{WHOM}"
                       r"[^:;.]{0,40}?\b(?:được\s+)?(?:biết|rõ)(?:\s+và\s+thực hiện)?\s*[:,]?\s*", re.I)
# "Trưởng các thôn thông báo đến toàn thể nhân dân nghiêm cấm …"
HEADS_TELL = re.compile(rf"^(?:(?:các|ông bà|ông|bà)\s+)*(?:trưởng|bí thư)\s[^,.;:]{{0,40}}?(?:thông báo|tuyên truyền"
                        rf"|nhắc nhở|phổ biến|vận động)(?:\s+rộng rãi)?\s+(?:cho\s+|đến\s+|tới\s+)?{WHOM}\s+", re.I)
LABEL = re.compile(
    r"^((?:thời gian|thời hạn|thời điểm|địa điểm|đối tượng|phạm vi|khu vực|mức thu|mức đóng|mức hỗ trợ|mức phạt"
    r"|mức giá|giá|chỉ tiêu|lưu lượng|lệ phí|phí|hồ sơ|thành phần|số lượng|điều kiện|giải thưởng|lịch|liên hệ"
    r"|hạn cuối|hạn nộp|trọng tâm|lý do)(?:\s+[^\W\d]+){0,7})\s*:\s*(.+)$", re.I)
AT_A_TIME = re.compile(r"^((?:từ|vào|lúc|ngày|sáng|chiều|tối|đúng)\s[^:;]*?\d[^:;]{0,60}):\s*(.+)$", re.I)
AIRING = re.compile(r"tuyên truyền|phát thanh|phát sóng|truyền thanh|thời lượng|tiếp (?:âm|sóng)"
                     r"|lần\s*/\s*(?:ngày|tuần)|\blần (?:một|mỗi) (?:ngày|tuần)|^(?:thời gian|hình thức)\s*:?\s*phát\b"
                     r"|báo cáo", re.I)
# "Thôn 1, thôn 2: 8 giờ ngày 14/11 tại nhà văn hóa".
WHO_AND_WHEN = re.compile(r"^[^:]{3,60}:\s+(?=\S*\d)(?=.*(?:\d\s?(?:giờ|h)\b|\bngày \d)).+$", re.I)
LEADS_ON = re.compile(r"^(?:từ|tại|vào|ở|trước|trong|lúc|đến|chậm nhất|bắt đầu|gồm|bao gồm|là|các ngày|do|theo|cả)\s",
                       re.I)
GUIDE = re.compile(rf"^[^“\"]{{0,60}}?(?:“[^”]*”)?[^“\"]{{0,120}}?\b(?:hướng dẫn|vận động)\s+{WHOM}\s+", re.I)
# "Đề nghị UBND xã thông báo cho nhân dân vùng hạ du di chuyển …": only where something to do follows.
_WHERE = r"(?:(?:vùng|khu vực|ven|ở|sống|tại|trong|trên)(?:\s+[^\W\d]+){1,7}?\s+)?"
INFORM = re.compile(rf"^[^“\"]{{0,80}}?\b(?:thông báo|cảnh báo|khuyến cáo|nhắc nhở)(?:\s+rộng rãi)?\s+"
                    rf"(?:(?:cho|đến|tới)\s+)?{WHOM}\s+(?={_WHERE}(?:di chuyển|sơ tán|chủ động|không|khẩn trương"
                    r"|nghiêm túc|chấp hành|đưa|gia cố|chằng chống|thu hoạch|treo|đăng ký|nộp|tham gia|dọn|kiểm tra"
                    r"|sẵn sàng|đề phòng|cảnh giác)\s)", re.I)
# The way an office is to tell it, after what it is to tell.
BY_WAY_OF = re.compile(r"\s+(?:đến (?:tất cả\s+)?các thuê bao|bằng hình thức|thông qua hệ thống"
                        r"|trên (?:cổng|trang)|và công tác)\b.*", re.I)
ABOUT = re.compile(rf"^{TELL}(?:,?\s*đưa tin(?:,\s*bài)?)?(?:\s+(?:về|nhằm))?[\s:,]+", re.I)
# A heading and the text below it come in one line: the capital of an instruction shows where the text begins.
HEADING = re.compile(r"(?<=[\w”\"])\s+"
                      r"(?=(?:Đẩy mạnh|Tiếp tục|Tăng cường|Tập trung|Thông tin,|Tuyên truyền|Xây dựng)\s)")
# "nghiêm cấm … vận động người dân …" asks for the opposite.
NEGATED = re.compile(r"\b(?:không|đừng|tránh|cấm|chưa|ngăn chặn|lôi kéo|xúi giục|lợi dụng|phản bác)\b", re.I)
TO_DO = (r"(?:thực hiện (?:nghiêm|đúng|tốt|đầy đủ)|chấp hành|tuân thủ|nâng cao (?:cảnh giác|ý thức)|yên tâm|tham gia"
          r"|hưởng ứng|không|giữ gìn|tích cực|chủ động|tự giác|khai báo|đeo khẩu trang|đi tiêm)\s")
DO = re.compile(rf"^(?:khuyến cáo\s+(?=thực hiện|không|nên|đeo|khai báo)|(?={TO_DO}))", re.I)
NAME = re.compile(r"^(?:Đảng|Nhà nước|Chính phủ|Quốc hội|Thủ tướng|Nhân dân|Tổ quốc|Ban|Bộ|Sở|Ủy ban|Hội|Đoàn"
                   r"|Chiến dịch|Nghị quyết|Nghị định|Quyết định|Công điện|Kế hoạch số|Chỉ thị|Thông điệp"
                   r"|Luật|Quỹ|Tổ|Cổng)\b")
PRAISE = re.compile(r"^(?:phát hiện,?\s*(?:và\s+)?)?(?:nêu gương|biểu dương)\s+", re.I)
# "các thôn thông báo đến toàn thể nhân dân": somebody else's work.
TELLS_ON = re.compile(r"thông báo (?:rộng rãi )?(?:đến|tới|cho) (?:toàn thể |từng |các )?(?:nhân dân|người dân|bà con"
                      r"|hộ)", re.I)
OFFICE = re.compile(
    r"trân trọng|\bđược biết(?: và thực hiện)?$|"
    r"lập danh sách|xem xét có biện pháp|thực hiện phát thanh|bài tuyên truyền|\btiếp (?:âm|sóng)\b|đăng tải|thời lượng"
    r"|nhật ký phát|đôn đốc|tham mưu|tổng hợp|loa lưu động|xe loa|cổ động|^trên (?:hệ thống|đài|loa)|loa truyền thanh"
    r"|đài truyền thanh|\btuyên truyền (?:tại|trên|bằng|đến|qua)|xây dựng kế hoạch|biên tập|kinh phí|băng rôn"
    r"|^đề nghị (?:quý\s+)?(?:phòng|sở|ubnd|ủy ban|trung tâm|đài|ban"
    r"|các (?:cơ quan|đơn vị|sở|ngành|phòng|đài|địa phương|huyện|xã))"
    r"|\bbáo cáo (?:kết quả|về|ban|ủy ban|ubnd|chủ tịch|bằng|cấp|lãnh đạo)"
    r"|chỉ đạo (?:các|đài|phòng|ubnd)|phối hợp với|tin, bài|phóng sự|hệ thống (?:thông tin|truyền thanh) cơ sở", re.I)
PEOPLE_DO = re.compile(
    r"^(?:Đề nghị\s+)?(?!(?:Ủy ban|Hội đồng)\s)(?=(?:Các|Mọi|Toàn|Nhân dân|Người dân|Bà con|Hộ)\s)"
    r"[^.;:]{0,140}?(?<!Ủy ban )(?<!Hội đồng )\b(?:nhân dân|người dân|hộ dân|hộ gia đình|bà con)\b\s+\w+", re.I)
# "người dân được miễn phí": it is told, not asked for.
PEOPLE = re.compile(r"\b(?:[Nn]gười dân|(?<=và )nhân dân(?= trong| trên)|(?<=để )nhân dân|^[Nn]hân dân)\b")
TOLD_OF = frozenset({"được", "sẽ", "phải", "đã", "bị", "đang", "có"})
SUBJECT = (r"(?:(?:các|mọi|mỗi|những|toàn thể|toàn bộ|tất cả)\s+)*(?:hộ gia đình|hộ|gia đình|cá nhân|công dân|người dân"
            r"|nhân dân|bà con|chủ hộ|chủ nuôi|phụ huynh|học sinh|thanh niên|nam công dân|người lao động|người nộp thuế"
            r"|người tham gia giao thông|người|chủ phương tiện|cơ sở|tiểu thương|đại lý)\b")
IS_TO = re.compile(rf"^(?:đề nghị\s+)?({SUBJECT}[^.;:]{{0,140}}?)\s(?:có trách nhiệm|có nghĩa vụ|cần)\s", re.I)
DOES = re.compile(rf"^{SUBJECT}(?:[^.;:]{{0,140}}?\s(?:khẩn trương|chủ động|tự giác|nghiêm túc|nhanh chóng|kịp thời)"
                   r"\s|(?!.{0,160}\b(?:được|sẽ|phải|(?<!trang )(?<!chuẩn )bị)\s)[^.;:]{0,140}?\s(?:chấp hành"
                  r"|thực hiện|liên hệ|đăng ký|nộp|treo|sơ tán|trang bị|chuẩn bị|kiểm tra|có mặt|mang theo|tham gia"
                  r"|kê khai|khai báo|không)\s)", re.I)
SAYS = re.compile(r"\b(?:được|sẽ|phải|đã|bị|có thể|có trách nhiệm|không được|nghiêm cấm|liên hệ)\s", re.I)
NOUN = re.compile(
    r"^(?:các|những|mọi|chủ trương|chính sách|kế hoạch|công tác|hiệu quả|lợi ích|mục đích|ý nghĩa|tầm quan trọng"
    r"|nội dung|kết quả|quy định|quyền lợi|trách nhiệm|đường dây nóng|tác hại|nguy cơ|biện pháp|vai trò|thông điệp"
    r"|khuyến cáo|dấu hiệu|lịch|mức|thủ đoạn|nguyên nhân|triệu chứng|cách|lúc cần|kỹ năng|kiến thức|thủ tục"
    r"|việc|cuộc|tình hình|gương|truyền thống|chương trình|phong trào|chiến dịch)\b", re.I)
STARTS_DOING = re.compile(rf"{ACTION}\s", re.I)
SEMICOLON = re.compile(r"\s*;\s*(?:cũng như\s+)?")
COUNTED = re.compile(r"(?:hai|ba|bốn|năm|sáu|bảy|tám) là\s")
FEW = 5
# "Chính sách hỗ trợ: Nhà nước hỗ trợ 30% …"
HEADED = re.compile(r"^((?:về|chính sách|chế độ|quy định|chương trình)\s[^:;.\d]{5,80}):\s+(?=\S+\s)([^:]*\d[^:]*)$",
                    re.I)
BREAKS = (
    (re.compile(r",\s*(?:bên cạnh đó|đồng thời)\s+", re.I), ". "),
    (re.compile(r",?\s+(?:như|bao gồm)\s*:\s*"), ". Đó là "),
    (re.compile(r",?\s+trong đó(?:\s+chú trọng)?\s+"), ". Trong đó có "),
    (re.compile(r",\s*đặc biệt là\s+"), ". Đặc biệt là "),
    (re.compile(r",\s*chú trọng(?: truyền thông| tuyên truyền)?(?: về)?\s+"), ". Đáng chú ý là "),
    (re.compile(rf",\s+(?={DOCUMENT})"), ". "),
    (re.compile(r",\s*hướng tới mục tiêu\s+"), ". Mục tiêu là "),
    (re.compile(r",\s*góp phần\s+"), ". Qua đó góp phần "),
    (re.compile(r"\s+theo (tinh thần|phương châm|khẩu hiệu)\s+(?=[“\"])"), r". \1 là: "),
    (re.compile(rf"(?<!không)(?<!đừng)(?<!tránh)(?<!chưa)(?<!cấm)(?<!thể),?\s+để\s+{WHOM}\s+(?={TO_DO})"),
     ". vận động người dân "),
)
AND = re.compile(r"^(?:bên cạnh đó|đồng thời|ngoài ra),\s*(?=tuyên truyền|truyền thông|thông tin|vận động)", re.I)
QUOTED = re.compile(r"(“[^”]*”|\"[^\"]*\")")
SENTENCE = re.compile(r"(?<=[.!?])(?<!\bTP\.)(?<!\bTX\.)(?<!\bTT\.)(?<!\b[A-HJ-UWYZĐ]\.)\s+(?=\S)")
