<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="vi_VN" sourcelanguage="en">
<context>
    <name>Reports</name>
    <message>
        <source>Word document (*.docx)</source>
        <translation>Văn bản Word (*.docx)</translation>
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
        <source>One letter</source>
        <translation>Theo văn bản</translation>
    </message>
    <message>
        <source>From … to …</source>
        <translation>Theo khoảng ngày</translation>
    </message>
    <message>
        <source>{month}/{year}</source>
        <translation>Tháng {month}/{year}</translation>
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
        <source>Save as CSV…</source>
        <translation>Xuất CSV…</translation>
    </message>
    <message>
        <source>Save as Excel…</source>
        <translation>Xuất Excel…</translation>
    </message>
    <message>
        <source>Save as Word…</source>
        <translation>Xuất Word…</translation>
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
        <source>Report on</source>
        <translation>Báo cáo</translation>
    </message>
    <message>
        <source>Month</source>
        <translation>Tháng</translation>
    </message>
    <message>
        <source>Letter</source>
        <translation>Văn bản</translation>
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
        <source>No.</source>
        <translation>TT</translation>
    </message>
    <message>
        <source>Content</source>
        <translation>Nội dung</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Loại</translation>
    </message>
    <message>
        <source>Airings</source>
        <translation>Lượt phát</translation>
    </message>
    <message>
        <source>Length</source>
        <translation>Thời lượng</translation>
    </message>
    <message>
        <source>Days</source>
        <translation>Ngày phát</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Ghi chú</translation>
    </message>
    <message>
        <source>Rows of the report</source>
        <translation>Các dòng của báo cáo</translation>
    </message>
    <message>
        <source>There are no letters in the register yet.</source>
        <translation>Sổ chưa có văn bản nào.</translation>
    </message>
    <message>
        <source>Open the letters</source>
        <translation>Mở trang Văn bản</translation>
    </message>
    <message>
        <source>Nothing was aired for this letter yet.</source>
        <translation>Chưa phát nội dung nào của văn bản này.</translation>
    </message>
    <message>
        <source>Open the schedule</source>
        <translation>Mở lịch phát</translation>
    </message>
    <message>
        <source>No content was aired in this period. Choose another one above.</source>
        <translation>Không phát nội dung nào trong thời gian này. Hãy chọn thời gian khác ở trên.</translation>
    </message>
    <message>
        <source>Open the airing log</source>
        <translation>Mở nhật ký</translation>
    </message>
    <message>
        <source>The report is written: {file}</source>
        <translation>Đã xuất báo cáo: {file}</translation>
    </message>
</context>
</TS>
