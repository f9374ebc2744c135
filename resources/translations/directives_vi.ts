<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="vi_VN" sourcelanguage="en">
<context>
    <name>Directives</name>
    <message>
        <source>Choose the letters</source>
        <translation>Chọn văn bản</translation>
    </message>
    <message>
        <source>Letters (*.docx *.pdf *.txt)</source>
        <translation>Văn bản (*.docx *.pdf *.txt)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>Mọi tệp (*)</translation>
    </message>
    <message>
        <source>Kind of letter</source>
        <translation>Loại văn bản</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>Số, ký hiệu</translation>
    </message>
    <message>
        <source>Symbol</source>
        <translation>Ký hiệu</translation>
    </message>
    <message>
        <source>Place of issue</source>
        <translation>Nơi ban hành</translation>
    </message>
    <message>
        <source>Date of issue</source>
        <translation>Ngày ban hành</translation>
    </message>
    <message>
        <source>Urgency</source>
        <translation>Độ khẩn</translation>
    </message>
    <message>
        <source>Issued by</source>
        <translation>Cơ quan ban hành</translation>
    </message>
    <message>
        <source>Subject</source>
        <translation>Trích yếu</translation>
    </message>
    <message>
        <source>Addressed to</source>
        <translation>Nơi nhận</translation>
    </message>
    <message>
        <source>Based on</source>
        <translation>Căn cứ</translation>
    </message>
    <message>
        <source>Also cited</source>
        <translation>Văn bản nhắc tới</translation>
    </message>
    <message>
        <source>Air from</source>
        <translation>Phát từ ngày</translation>
    </message>
    <message>
        <source>Air until</source>
        <translation>Phát đến hết ngày</translation>
    </message>
    <message>
        <source>How often</source>
        <translation>Tần suất phát</translation>
    </message>
    <message>
        <source>Report due</source>
        <translation>Hạn báo cáo</translation>
    </message>
    <message>
        <source>Report on request</source>
        <translation>Báo cáo khi có yêu cầu</translation>
    </message>
    <message>
        <source>Items asked for</source>
        <translation>Số tin, bài yêu cầu</translation>
    </message>
    <message>
        <source>Channels</source>
        <translation>Kênh phát</translation>
    </message>
    <message>
        <source>Attachments</source>
        <translation>Tài liệu kèm theo</translation>
    </message>
    <message>
        <source>Telephone</source>
        <translation>Điện thoại</translation>
    </message>
    <message>
        <source>Links</source>
        <translation>Liên kết</translation>
    </message>
    <message>
        <source>Signature</source>
        <translation>Người ký</translation>
    </message>
    <message>
        <source>Filed under</source>
        <translation>Lưu</translation>
    </message>
    <message>
        <source>not marked</source>
        <translation>không có dấu khẩn</translation>
    </message>
    <message>
        <source>not known</source>
        <translation>chưa rõ</translation>
    </message>
    <message>
        <source>Official letter</source>
        <translation>Công văn</translation>
    </message>
    <message>
        <source>Plan</source>
        <translation>Kế hoạch</translation>
    </message>
    <message>
        <source>Telegram</source>
        <translation>Công điện</translation>
    </message>
    <message>
        <source>Guidance</source>
        <translation>Hướng dẫn</translation>
    </message>
    <message>
        <source>Notice</source>
        <translation>Thông báo</translation>
    </message>
    <message>
        <source>urgent</source>
        <translation>khẩn</translation>
    </message>
    <message>
        <source>very urgent</source>
        <translation>thượng khẩn</translation>
    </message>
    <message>
        <source>most urgent</source>
        <translation>hỏa tốc</translation>
    </message>
    <message>
        <source>not drafted</source>
        <translation>chưa soạn</translation>
    </message>
    <message>
        <source>drafted</source>
        <translation>đã soạn</translation>
    </message>
    <message>
        <source>planned</source>
        <translation>đã lên lịch</translation>
    </message>
    <message>
        <source>airing</source>
        <translation>đang phát</translation>
    </message>
    <message>
        <source>aired</source>
        <translation>đã phát</translation>
    </message>
    <message>
        <source>Mon</source>
        <translation>thứ Hai</translation>
    </message>
    <message>
        <source>Tue</source>
        <translation>thứ Ba</translation>
    </message>
    <message>
        <source>Wed</source>
        <translation>thứ Tư</translation>
    </message>
    <message>
        <source>Thu</source>
        <translation>thứ Năm</translation>
    </message>
    <message>
        <source>Fri</source>
        <translation>thứ Sáu</translation>
    </message>
    <message>
        <source>Sat</source>
        <translation>thứ Bảy</translation>
    </message>
    <message>
        <source>Sun</source>
        <translation>Chủ nhật</translation>
    </message>
    <message>
        <source>{times} times a day, from {first} to {last}</source>
        <translation>{times} lần/ngày, từ {first} đến hết {last}</translation>
    </message>
    <message>
        <source>, only on: {days}</source>
        <translation>, chỉ vào: {days}</translation>
    </message>
    <message>
        <source>, with priority</source>
        <translation>, mức ưu tiên</translation>
    </message>
    <message>
        <source>, as an emergency</source>
        <translation>, mức khẩn cấp</translation>
    </message>
    <message>
        <source>the letter says how often</source>
        <translation>văn bản ghi rõ số lần</translation>
    </message>
    <message>
        <source>the letter asks for airings each week</source>
        <translation>văn bản yêu cầu phát hằng tuần</translation>
    </message>
    <message>
        <source>the letter does not say how often: the usual number was taken</source>
        <translation>văn bản không ghi số lần, lấy theo mức thường dùng</translation>
    </message>
    <message>
        <source>the letter asks for more at weekends: look at that yourself</source>
        <translation>văn bản yêu cầu phát nhiều hơn vào cuối tuần, bạn tự xem mục này</translation>
    </message>
    <message>
        <source>the letter names the days</source>
        <translation>văn bản ghi rõ ngày</translation>
    </message>
    <message>
        <source>the letter names no last day: ten days were taken</source>
        <translation>văn bản không ghi ngày kết thúc, lấy mười ngày</translation>
    </message>
    <message>
        <source>the days the letter names are over: ten new days were taken</source>
        <translation>những ngày ghi trong văn bản đã qua, tạm lấy mười ngày mới</translation>
    </message>
    <message>
        <source>the letter is marked urgent</source>
        <translation>văn bản có dấu khẩn</translation>
    </message>
    <message>
        <source>a telegram comes before other matters</source>
        <translation>công điện được ưu tiên trước việc khác</translation>
    </message>
    <message>
        <source>the letter asks for priority</source>
        <translation>văn bản yêu cầu ưu tiên</translation>
    </message>
    <message>
        <source>the letter also asks for relaying the station above</source>
        <translation>văn bản còn yêu cầu tiếp âm đài cấp trên</translation>
    </message>
</context>
<context>
    <name>DirectivesPage</name>
    <message>
        <source>Reading letters… What is in the register stays there if you cancel.</source>
        <translation>Đang đọc văn bản… Nếu hủy, những văn bản đã vào sổ vẫn còn.</translation>
    </message>
    <message>
        <source>Pasted letter</source>
        <translation>Văn bản dán vào</translation>
    </message>
    <message>
        <source>Add letters…</source>
        <translation>Thêm văn bản…</translation>
    </message>
    <message>
        <source>Paste a letter</source>
        <translation>Dán văn bản</translation>
    </message>
    <message>
        <source>Search by number, office, subject, text (accents may be left out)…</source>
        <translation>Tìm theo số, cơ quan, trích yếu, nội dung (gõ không dấu cũng được)…</translation>
    </message>
    <message>
        <source>Directives</source>
        <translation>Văn bản</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>Số, ký hiệu</translation>
    </message>
    <message>
        <source>Date</source>
        <translation>Ngày</translation>
    </message>
    <message>
        <source>From</source>
        <translation>Cơ quan gửi</translation>
    </message>
    <message>
        <source>Subject</source>
        <translation>Trích yếu</translation>
    </message>
    <message>
        <source>Urgency</source>
        <translation>Độ khẩn</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Trạng thái</translation>
    </message>
    <message>
        <source>Report due</source>
        <translation>Hạn báo cáo</translation>
    </message>
    <message>
        <source>Register of letters</source>
        <translation>Sổ văn bản</translation>
    </message>
    <message>
        <source>No letter holds these words.</source>
        <translation>Không văn bản nào có những chữ này.</translation>
    </message>
    <message>
        <source>Show all letters</source>
        <translation>Hiện mọi văn bản</translation>
    </message>
    <message>
        <source>No letters yet. Add the files you received, drop them here, or paste the text of a letter.</source>
        <translation>Chưa có văn bản. Hãy thêm tệp đã nhận, kéo thả tệp vào đây, hoặc dán nội dung văn bản.</translation>
    </message>
    <message>
        <source>{count} letters</source>
        <translation>{count} văn bản</translation>
    </message>
    <message>
        <source>“{name}” is in the register.</source>
        <translation>Đã đưa “{name}” vào sổ.</translation>
    </message>
    <message>
        <source>This letter is in the register already: {name}</source>
        <translation>Văn bản này đã có trong sổ: {name}</translation>
    </message>
    <message>
        <source>This computer has no program for this kind of file. It lies here: {path}</source>
        <translation>Máy này không có chương trình mở loại tệp này. Tệp nằm ở: {path}</translation>
    </message>
    <message>
        <source>A first text is written. Read it through and change what you like.</source>
        <translation>Đã soạn xong bản nháp. Mời đọc lại và sửa theo ý mình.</translation>
    </message>
</context>
<context>
    <name>FieldRow</name>
    <message>
        <source>please check</source>
        <translation>cần xem lại</translation>
    </message>
    <message>
        <source>one on each line</source>
        <translation>mỗi dòng một mục</translation>
    </message>
    <message>
        <source>The office asks for a report</source>
        <translation>Cơ quan yêu cầu báo cáo</translation>
    </message>
    <message>
        <source>not given</source>
        <translation>không ghi</translation>
    </message>
</context>
<context>
    <name>LetterDetail</name>
    <message>
        <source>{file} · received {when}</source>
        <translation>{file} · nhận lúc {when}</translation>
    </message>
    <message>
        <source>{count} fields to check, marked in amber</source>
        <translation>{count} mục cần xem lại, đánh dấu màu vàng</translation>
    </message>
    <message>
        <source>Back to the register (Alt+Left)</source>
        <translation>Về sổ văn bản (Alt+←)</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Hoàn tác</translation>
    </message>
    <message>
        <source>Take the last correction back (Ctrl+Z)</source>
        <translation>Bỏ lần sửa vừa rồi (Ctrl+Z)</translation>
    </message>
    <message>
        <source>Open the original</source>
        <translation>Mở bản gốc</translation>
    </message>
    <message>
        <source>Draft a bulletin</source>
        <translation>Soạn bản tin</translation>
    </message>
    <message>
        <source>What the letter asks for</source>
        <translation>Văn bản yêu cầu</translation>
    </message>
    <message>
        <source>What goes into the bulletin</source>
        <translation>Nội dung cần tuyên truyền</translation>
    </message>
    <message>
        <source>What was read from the letter</source>
        <translation>Thông tin đọc được từ văn bản</translation>
    </message>
    <message>
        <source>More fields</source>
        <translation>Xem thêm mục khác</translation>
    </message>
    <message>
        <source>Fewer fields</source>
        <translation>Thu gọn</translation>
    </message>
    <message>
        <source>Nothing is asked of the loudspeakers.</source>
        <translation>Văn bản không yêu cầu phát thanh.</translation>
    </message>
    <message>
        <source>You may still draft a bulletin and decide yourself how often it airs.</source>
        <translation>Bạn vẫn có thể soạn bản tin và tự quyết định phát mấy lần.</translation>
    </message>
    <message>
        <source>Because {reasons}. You decide when you plan it.</source>
        <translation>Vì {reasons}. Bạn quyết định khi lập đợt phát.</translation>
    </message>
    <message>
        <source>No points were found in this letter: write the bulletin yourself from its text.</source>
        <translation>Không thấy các mục trong văn bản này: bạn tự viết bản tin từ nội dung.</translation>
    </message>
    <message>
        <source>{count} of {total} points ticked. A click on a point shows it in the letter.</source>
        <translation>Đã chọn {count}/{total} mục. Bấm vào một mục để thấy nó trong văn bản.</translation>
    </message>
</context>
<context>
    <name>LetterView</name>
    <message>
        <source>Text of the letter</source>
        <translation>Nội dung văn bản</translation>
    </message>
</context>
<context>
    <name>OptionalDate</name>
    <message>
        <source>Take the date away</source>
        <translation>Bỏ ngày này</translation>
    </message>
    <message>
        <source>Set a date</source>
        <translation>Đặt ngày</translation>
    </message>
    <message>
        <source>not given</source>
        <translation>không ghi</translation>
    </message>
</context>
<context>
    <name>PasteDialog</name>
    <message>
        <source>Paste a letter</source>
        <translation>Dán văn bản</translation>
    </message>
    <message>
        <source>The whole text, from the name of the office down to the signature.</source>
        <translation>Toàn bộ nội dung, từ tên cơ quan đến chữ ký.</translation>
    </message>
    <message>
        <source>Pasted letter</source>
        <translation>Văn bản dán vào</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Tên</translation>
    </message>
    <message>
        <source>Text of the letter</source>
        <translation>Nội dung văn bản</translation>
    </message>
    <message>
        <source>Put into the register</source>
        <translation>Đưa vào sổ</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Hủy</translation>
    </message>
    <message>
        <source>There is no text yet: copy it where it stands and press Ctrl+V here.</source>
        <translation>Chưa có nội dung: hãy sao chép ở nơi có văn bản rồi nhấn Ctrl+V tại đây.</translation>
    </message>
</context>
<context>
    <name>PointLine</name>
    <message>
        <source>to tell the people</source>
        <translation>tuyên truyền</translation>
    </message>
    <message>
        <source>work of an office</source>
        <translation>việc của cơ quan</translation>
    </message>
</context>
<context>
    <name>TakenDialog</name>
    <message>
        <source>Letters brought in</source>
        <translation>Kết quả thêm văn bản</translation>
    </message>
    <message>
        <source>{new} of {total} letters are new in the register</source>
        <translation>{new}/{total} văn bản vừa vào sổ</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Đóng</translation>
    </message>
    <message>
        <source>refused</source>
        <translation>không nhận</translation>
    </message>
    <message>
        <source>known already</source>
        <translation>đã có trong sổ</translation>
    </message>
    <message>
        <source>taken</source>
        <translation>đã vào sổ</translation>
    </message>
</context>
</TS>
