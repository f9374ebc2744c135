<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="vi_VN" sourcelanguage="en">
<context>
    <name>Chooser</name>
    <message>
        <source>Report on</source>
        <translation>Báo cáo về</translation>
    </message>
    <message>
        <source>Period</source>
        <translation>Kỳ báo cáo</translation>
    </message>
    <message>
        <source>Letter</source>
        <translation>Văn bản</translation>
    </message>
    <message>
        <source>Campaign</source>
        <translation>Đợt tuyên truyền</translation>
    </message>
    <message>
        <source>First day</source>
        <translation>Từ ngày</translation>
    </message>
    <message>
        <source>Last day</source>
        <translation>Đến ngày</translation>
    </message>
    <message>
        <source>Addressee</source>
        <translation>Nơi nhận</translation>
    </message>
    <message>
        <source>Change its wording…</source>
        <translation>Sửa lời văn…</translation>
    </message>
</context>
<context>
    <name>PagesView</name>
    <message>
        <source>How it will be printed</source>
        <translation>Bản in sẽ như thế này</translation>
    </message>
    <message>
        <source>page {page} of {count}</source>
        <translation>trang {page} trên {count}</translation>
    </message>
    <message>
        <source>no page yet</source>
        <translation>chưa có trang nào</translation>
    </message>
</context>
<context>
    <name>Reports</name>
    <message>
        <source>Word document (*.docx)</source>
        <translation>Văn bản Word (*.docx)</translation>
    </message>
    <message>
        <source>PDF (*.pdf)</source>
        <translation>PDF (*.pdf)</translation>
    </message>
    <message>
        <source>Excel workbook (*.xlsx)</source>
        <translation>Bảng tính Excel (*.xlsx)</translation>
    </message>
    <message>
        <source>CSV text (*.csv)</source>
        <translation>Tệp CSV (*.csv)</translation>
    </message>
    <message>
        <source>Save the report</source>
        <translation>Lưu báo cáo</translation>
    </message>
    <message>
        <source>One month</source>
        <translation>Theo tháng</translation>
    </message>
    <message>
        <source>One quarter</source>
        <translation>Theo quý</translation>
    </message>
    <message>
        <source>Half a year</source>
        <translation>Theo 6 tháng</translation>
    </message>
    <message>
        <source>One year</source>
        <translation>Theo năm</translation>
    </message>
    <message>
        <source>One letter</source>
        <translation>Theo văn bản</translation>
    </message>
    <message>
        <source>One campaign</source>
        <translation>Theo đợt tuyên truyền</translation>
    </message>
    <message>
        <source>From … to …</source>
        <translation>Theo khoảng ngày</translation>
    </message>
    <message>
        <source>news items</source>
        <translation>tin</translation>
    </message>
    <message>
        <source>features</source>
        <translation>bài</translation>
    </message>
    <message>
        <source>notices and others</source>
        <translation>thông báo và loại khác</translation>
    </message>
    <message>
        <source>airings</source>
        <translation>lượt phát</translation>
    </message>
    <message>
        <source>minutes</source>
        <translation>phút</translation>
    </message>
    <message>
        <source>not aired</source>
        <translation>lượt không phát</translation>
    </message>
    <message>
        <source>News items, features</source>
        <translation>Tin, bài</translation>
    </message>
    <message>
        <source>How many different contents went out. A news item aired ten times is one.</source>
        <translation>Số nội dung khác nhau đã phát. Một tin phát mười lần vẫn là một tin.</translation>
    </message>
    <message>
        <source>Airings</source>
        <translation>Lượt phát</translation>
    </message>
    <message>
        <source>How many times contents went out. A news item aired ten times is ten airings.</source>
        <translation>Số lần phát các nội dung đó. Một tin phát mười lần là mười lượt.</translation>
    </message>
    <message>
        <source>Not counted</source>
        <translation>Không tính</translation>
    </message>
    <message>
        <source>Tunes, greetings, music; what was planned and did not sound.</source>
        <translation>Nhạc hiệu, lời xướng, ca nhạc; nội dung có lịch mà không phát được.</translation>
    </message>
    <message>
        <source>{new} new airings, {repeats} repeats</source>
        <translation>Phát mới {new} lượt, phát lại {repeats} lượt</translation>
    </message>
    <message>
        <source>{own} minutes own, {relay} minutes relayed</source>
        <translation>Tự sản xuất {own} phút, tiếp sóng {relay} phút</translation>
    </message>
    <message>
        <source>{count} airings were corrected by a person and count as corrected.</source>
        <translation>{count} lượt đã được đính chính, tính theo đính chính.</translation>
    </message>
    <message>
        <source>{count} airings asked for by letters or campaigns are missing.</source>
        <translation>Còn thiếu {count} lượt so với yêu cầu của văn bản, đợt tuyên truyền.</translation>
    </message>
    <message>
        <source>Other channels: {totals}</source>
        <translation>Các kênh khác: {totals}</translation>
    </message>
    <message>
        <source>the letter also asks for: {list}</source>
        <translation>văn bản còn yêu cầu: {list}</translation>
    </message>
    <message>
        <source>{aired} of {planned} planned airings went out ({percent} %)</source>
        <translation>Đã phát {aired}/{planned} lượt theo lịch ({percent} %)</translation>
    </message>
</context>
<context>
    <name>ReportsPage</name>
    <message>
        <source>Print…</source>
        <translation>In…</translation>
    </message>
    <message>
        <source>CSV…</source>
        <translation>CSV…</translation>
    </message>
    <message>
        <source>Excel…</source>
        <translation>Excel…</translation>
    </message>
    <message>
        <source>PDF…</source>
        <translation>PDF…</translation>
    </message>
    <message>
        <source>Word…</source>
        <translation>Word…</translation>
    </message>
    <message>
        <source>Reports</source>
        <translation>Báo cáo</translation>
    </message>
    <message>
        <source>Writing {file}…</source>
        <translation>Đang ghi {file}…</translation>
    </message>
    <message>
        <source>Print the report</source>
        <translation>In báo cáo</translation>
    </message>
    <message>
        <source>Save as CSV</source>
        <translation>Lưu tệp CSV</translation>
    </message>
    <message>
        <source>Save as Excel</source>
        <translation>Lưu tệp Excel</translation>
    </message>
    <message>
        <source>Save as PDF</source>
        <translation>Lưu tệp PDF</translation>
    </message>
    <message>
        <source>Save as Word, to change it further</source>
        <translation>Lưu tệp Word để sửa tiếp</translation>
    </message>
    <message>
        <source>Page before</source>
        <translation>Trang trước</translation>
    </message>
    <message>
        <source>Next page</source>
        <translation>Trang sau</translation>
    </message>
    <message>
        <source>Smaller</source>
        <translation>Thu nhỏ</translation>
    </message>
    <message>
        <source>Larger</source>
        <translation>Phóng to</translation>
    </message>
    <message>
        <source>As wide as there is room</source>
        <translation>Vừa chiều ngang</translation>
    </message>
    <message>
        <source>There are no letters in the register yet. Put one in, and what was aired for it is told here.</source>
        <translation>Sổ chưa có văn bản nào. Khi có văn bản và đã phát, kết quả hiện ở đây.</translation>
    </message>
    <message>
        <source>There are no campaigns yet. Make one, and what was aired of it is told here.</source>
        <translation>Chưa có đợt tuyên truyền nào. Khi có, kết quả phát hiện ở đây.</translation>
    </message>
    <message>
        <source>The pages are being drawn…</source>
        <translation>Đang dựng trang…</translation>
    </message>
    <message>
        <source>{page} / {pages}</source>
        <translation>{page} / {pages}</translation>
    </message>
    <message>
        <source>The report is written: {file}</source>
        <translation>Đã xuất báo cáo: {file}</translation>
    </message>
</context>
<context>
    <name>WordingDialog</name>
    <message>
        <source>Wording for this addressee</source>
        <translation>Lời văn cho nơi nhận này</translation>
    </message>
    <message>
        <source>Words in braces, such as {commune}, are filled in by themselves. One entry a line.</source>
        <translation>Chữ trong ngoặc nhọn như {commune} được điền tự động. Mỗi dòng một mục.</translation>
    </message>
    <message>
        <source>Back to the program&apos;s own</source>
        <translation>Về mẫu có sẵn</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Hủy</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Lưu</translation>
    </message>
    <message>
        <source>A page of charts at the end of the PDF</source>
        <translation>Kèm trang biểu đồ ở cuối bản PDF</translation>
    </message>
    <message>
        <source>Name in the list</source>
        <translation>Tên trong danh sách</translation>
    </message>
    <message>
        <source>Sent to (Kính gửi)</source>
        <translation>Kính gửi</translation>
    </message>
    <message>
        <source>Empty: the unit above, as the settings name it.</source>
        <translation>Để trống: cấp trên ghi trong phần cài đặt.</translation>
    </message>
    <message>
        <source>On the basis of</source>
        <translation>Căn cứ</translation>
    </message>
    <message>
        <source>In italics before the first sentence.</source>
        <translation>In nghiêng, đứng trước câu mở đầu.</translation>
    </message>
    <message>
        <source>Proposals</source>
        <translation>Đề xuất, kiến nghị</translation>
    </message>
    <message>
        <source>Empty: none.</source>
        <translation>Để trống: không có.</translation>
    </message>
    <message>
        <source>Recipients (Nơi nhận)</source>
        <translation>Nơi nhận</translation>
    </message>
    <message>
        <source>Empty: as usual.</source>
        <translation>Để trống: như thường lệ.</translation>
    </message>
    <message>
        <source>Number&apos;s symbol</source>
        <translation>Ký hiệu văn bản</translation>
    </message>
    <message>
        <source>Signed as</source>
        <translation>Hình thức ký</translation>
    </message>
    <message>
        <source>Signer&apos;s post</source>
        <translation>Chức vụ người ký</translation>
    </message>
    <message>
        <source>For TL., TUQ. and the post alone.</source>
        <translation>Dùng khi ký TL., TUQ. hoặc chỉ ghi chức vụ.</translation>
    </message>
    <message>
        <source>Signer&apos;s name</source>
        <translation>Họ tên người ký</translation>
    </message>
    <message>
        <source>Empty: written in by hand.</source>
        <translation>Để trống: điền tay.</translation>
    </message>
    <message>
        <source>Charts</source>
        <translation>Biểu đồ</translation>
    </message>
    <message>
        <source>TM. – on behalf of the committee</source>
        <translation>TM. – thay mặt Ủy ban</translation>
    </message>
    <message>
        <source>KT. – the deputy for the head</source>
        <translation>KT. – cấp phó ký thay</translation>
    </message>
    <message>
        <source>Q. – the acting head</source>
        <translation>Q. – quyền cấp trưởng</translation>
    </message>
    <message>
        <source>TL. – by order of the head</source>
        <translation>TL. – thừa lệnh</translation>
    </message>
    <message>
        <source>TUQ. – by authorisation of the head</source>
        <translation>TUQ. – thừa ủy quyền</translation>
    </message>
    <message>
        <source>The post alone</source>
        <translation>Chỉ ghi chức vụ</translation>
    </message>
</context>
</TS>
