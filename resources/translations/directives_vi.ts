<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="vi_VN" sourcelanguage="en">
<context>
    <name>AttachmentLine</name>
    <message>
        <source>Stop</source>
        <translation>Dừng</translation>
    </message>
    <message>
        <source>Listen</source>
        <translation>Nghe thử</translation>
    </message>
    <message>
        <source>Library</source>
        <translation>Thư viện</translation>
    </message>
    <message>
        <source>Draft</source>
        <translation>Bản nháp</translation>
    </message>
    <message>
        <source>Put into the library as a sound</source>
        <translation>Đưa vào thư viện</translation>
    </message>
    <message>
        <source>Make a draft of its words</source>
        <translation>Soạn bản tin từ nội dung tệp</translation>
    </message>
    <message>
        <source>Open the file</source>
        <translation>Mở tệp</translation>
    </message>
    <message>
        <source>Take away from the letter</source>
        <translation>Bỏ khỏi văn bản này</translation>
    </message>
</context>
<context>
    <name>AttachmentsCard</name>
    <message>
        <source>None yet. Sounds go into the library, scripts become drafts, other files are kept. You may also drop files here.</source>
        <translation>Chưa có tệp nào. Tệp âm thanh được đưa vào Thư viện, lời đọc thành bản nháp, tệp khác được lưu lại. Có thể kéo thả tệp vào đây.</translation>
    </message>
    <message>
        <source>Add files…</source>
        <translation>Thêm tệp…</translation>
    </message>
    <message>
        <source>The letter speaks of: {names}</source>
        <translation>Văn bản nhắc tới: {names}</translation>
    </message>
    <message>
        <source>Files that came with it ({count})</source>
        <translation>Tệp kèm theo ({count})</translation>
    </message>
    <message>
        <source>Files that came with it</source>
        <translation>Tệp kèm theo</translation>
    </message>
</context>
<context>
    <name>BroughtDialog</name>
    <message>
        <source>Files that came with the letter</source>
        <translation>Tệp kèm theo văn bản</translation>
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
        <translation>đã có</translation>
    </message>
    <message>
        <source>This file is with the letter already.</source>
        <translation>Tệp này đã có trong văn bản.</translation>
    </message>
    <message>
        <source>kept</source>
        <translation>đã lưu</translation>
    </message>
    <message>
        <source>No draft was made of it: {reason}</source>
        <translation>Chưa soạn được bản nháp từ tệp này: {reason}</translation>
    </message>
    <message>
        <source>taken</source>
        <translation>đã nhận</translation>
    </message>
</context>
<context>
    <name>Directives</name>
    <message>
        <source>{name}: page {page} of {pages}</source>
        <translation>{name}: trang {page}/{pages}</translation>
    </message>
    <message>
        <source>Letters</source>
        <translation>Văn bản</translation>
    </message>
    <message>
        <source>Choose the letters</source>
        <translation>Chọn văn bản</translation>
    </message>
    <message>
        <source>Sounds and scripts</source>
        <translation>Âm thanh và lời đọc</translation>
    </message>
    <message>
        <source>Choose the files that came with the letter</source>
        <translation>Chọn tệp kèm theo văn bản</translation>
    </message>
    <message>
        <source>Excel workbook</source>
        <translation>Bảng tính Excel</translation>
    </message>
    <message>
        <source>CSV text</source>
        <translation>Tệp CSV</translation>
    </message>
    <message>
        <source>Export the register</source>
        <translation>Xuất sổ văn bản</translation>
    </message>
    <message>
        <source>Register of letters.xlsx</source>
        <translation>Sổ văn bản đến.xlsx</translation>
    </message>
    <message>
        <source>All files</source>
        <translation>Mọi tệp</translation>
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
        <source>Superior office</source>
        <translation>Cơ quan chủ quản</translation>
    </message>
    <message>
        <source>Person to ask</source>
        <translation>Đầu mối liên hệ</translation>
    </message>
    <message>
        <source>What is to be reported</source>
        <translation>Nội dung báo cáo</translation>
    </message>
    <message>
        <source>Report to</source>
        <translation>Nơi nhận báo cáo</translation>
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
        <source>waits for approval</source>
        <translation>chờ duyệt</translation>
    </message>
    <message>
        <source>approved</source>
        <translation>đã duyệt</translation>
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
        <source>reported</source>
        <translation>đã báo cáo</translation>
    </message>
    <message>
        <source>not for airing</source>
        <translation>không phải phát</translation>
    </message>
    <message>
        <source>All</source>
        <translation>Tất cả</translation>
    </message>
    <message>
        <source>To be drafted</source>
        <translation>Chưa soạn</translation>
    </message>
    <message>
        <source>Waiting for approval</source>
        <translation>Chờ duyệt</translation>
    </message>
    <message>
        <source>On the air</source>
        <translation>Đang phát</translation>
    </message>
    <message>
        <source>To be reported</source>
        <translation>Phải báo cáo</translation>
    </message>
    <message>
        <source>Overdue</source>
        <translation>Quá hạn</translation>
    </message>
    <message>
        <source>reported {day}</source>
        <translation>đã gửi {day}</translation>
    </message>
    <message>
        <source>no day named</source>
        <translation>không ghi ngày</translation>
    </message>
    <message>
        <source>{day} · overdue</source>
        <translation>{day} · quá hạn</translation>
    </message>
    <message>
        <source>{day} · today</source>
        <translation>{day} · hôm nay</translation>
    </message>
    <message>
        <source>{day} · {count} days left</source>
        <translation>{day} · còn {count} ngày</translation>
    </message>
    <message>
        <source>{count} days late</source>
        <translation>trễ {count} ngày</translation>
    </message>
    <message>
        <source>today</source>
        <translation>hôm nay</translation>
    </message>
    <message>
        <source>tomorrow</source>
        <translation>ngày mai</translation>
    </message>
    <message>
        <source>Report to the office above</source>
        <translation>Báo cáo cấp trên</translation>
    </message>
    <message>
        <source>Reported on {day} by {name}.</source>
        <translation>{name} đã gửi báo cáo ngày {day}.</translation>
    </message>
    <message>
        <source>Nothing of it is to be aired here, says {name}.</source>
        <translation>{name} ghi: không phải phát văn bản này.</translation>
    </message>
    <message>
        <source>The program found nothing in it that is to be aired. If there is, just draft a bulletin.</source>
        <translation>Chương trình không thấy văn bản yêu cầu phát thanh. Nếu có, cứ soạn bản tin như thường.</translation>
    </message>
    <message>
        <source>sound, in the library</source>
        <translation>âm thanh, đã có trong Thư viện</translation>
    </message>
    <message>
        <source>script, a draft was made</source>
        <translation>lời đọc, đã có bản nháp</translation>
    </message>
    <message>
        <source>sound</source>
        <translation>âm thanh</translation>
    </message>
    <message>
        <source>script</source>
        <translation>lời đọc</translation>
    </message>
    <message>
        <source>file {suffix}</source>
        <translation>tệp {suffix}</translation>
    </message>
    <message>
        <source>in the morning</source>
        <translation>buổi sáng</translation>
    </message>
    <message>
        <source>at noon</source>
        <translation>buổi trưa</translation>
    </message>
    <message>
        <source>in the afternoon</source>
        <translation>buổi chiều</translation>
    </message>
    <message>
        <source>in the evening</source>
        <translation>buổi tối</translation>
    </message>
    <message>
        <source>Relay “{programme}” at {time}, {when}.</source>
        <translation>Tiếp sóng “{programme}” lúc {time}, {when}.</translation>
    </message>
    <message>
        <source>Relay “{programme}” {when}: the letter does not say the hour, ask for it.</source>
        <translation>Tiếp sóng “{programme}” {when}: văn bản không ghi giờ, phải hỏi lại.</translation>
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
        <source>At least {times} times a week, from {first} to {last}</source>
        <translation>Ít nhất {times} lần/tuần, từ {first} đến hết {last}</translation>
    </message>
    <message>
        <source>At least {times} times a day, from {first} to {last}</source>
        <translation>Ít nhất {times} lần/ngày, từ {first} đến hết {last}</translation>
    </message>
    <message>
        <source>{times} times a week, from {first} to {last}</source>
        <translation>{times} lần/tuần, từ {first} đến hết {last}</translation>
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
        <translation>văn bản yêu cầu phát nhiều hơn vào cuối tuần: hãy tự chỉnh</translation>
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
        <source>the letter names the weekdays</source>
        <translation>văn bản nêu rõ các thứ trong tuần</translation>
    </message>
    <message>
        <source>the letter says for how many days</source>
        <translation>văn bản nêu số ngày phát</translation>
    </message>
    <message>
        <source>the letter asks to repeat it from time to time</source>
        <translation>văn bản yêu cầu định kỳ nhắc lại</translation>
    </message>
    <message>
        <source>the letter asks for it every so many minutes or hours: plan more sessions or break in</source>
        <translation>văn bản yêu cầu phát lại sau từng khoảng phút hoặc giờ: hãy lập thêm buổi phát hoặc phát chen</translation>
    </message>
    <message>
        <source>the letter names a programme to relay</source>
        <translation>văn bản nêu chương trình phải tiếp sóng</translation>
    </message>
    <message>
        <source>the letter also asks for relaying the station above</source>
        <translation>văn bản còn yêu cầu tiếp sóng đài cấp trên</translation>
    </message>
    <message>
        <source>Taking in the files…</source>
        <translation>Đang nhận tệp…</translation>
    </message>
    <message>
        <source>This computer has no program for this kind of file. It lies here: {path}</source>
        <translation>Máy này không có chương trình mở loại tệp này. Tệp nằm ở: {path}</translation>
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
        <source>Export…</source>
        <translation>Xuất sổ…</translation>
    </message>
    <message>
        <source>The lines shown here, as a sheet for printing</source>
        <translation>Các dòng đang hiện, thành bảng để in</translation>
    </message>
    <message>
        <source>Ticked off. Ctrl+Z opens it again.</source>
        <translation>Đã đánh dấu xong. Ctrl+Z để mở lại.</translation>
    </message>
    <message>
        <source>Directives</source>
        <translation>Văn bản</translation>
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
        <source>{count} letters written to {name}.</source>
        <translation>Đã ghi {count} văn bản vào {name}.</translation>
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
    <name>DueCard</name>
    <message>
        <source>Fold up or open</source>
        <translation>Thu gọn hoặc mở ra</translation>
    </message>
    <message>
        <source>Things to do soon: {count}</source>
        <translation>Việc sắp đến hạn: {count}</translation>
    </message>
    <message>
        <source> ({count} late)</source>
        <translation> ({count} việc đã trễ)</translation>
    </message>
    <message>
        <source>Fewer</source>
        <translation>Thu bớt</translation>
    </message>
    <message>
        <source>Show all</source>
        <translation>Xem tất cả</translation>
    </message>
</context>
<context>
    <name>DueLine</name>
    <message>
        <source>Open</source>
        <translation>Mở</translation>
    </message>
    <message>
        <source>Reported…</source>
        <translation>Đã báo cáo…</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Xong</translation>
    </message>
</context>
<context>
    <name>FieldRow</name>
    <message>
        <source>It is right</source>
        <translation>Đúng rồi</translation>
    </message>
    <message>
        <source>{field}: it is right</source>
        <translation>{field}: đúng rồi</translation>
    </message>
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
    <name>FieldsCard</name>
    <message>
        <source>What was read from the letter</source>
        <translation>Thông tin đọc được từ văn bản</translation>
    </message>
    <message>
        <source>More fields</source>
        <translation>Xem thêm mục khác</translation>
    </message>
    <message>
        <source>Please check</source>
        <translation>Cần xem lại</translation>
    </message>
    <message>
        <source>{count} fields to check: look where the letter is marked in amber, then correct them or say that they are right.</source>
        <translation>{count} mục cần xem lại: đối chiếu chỗ tô vàng trong văn bản, rồi sửa hoặc bấm “Đúng rồi”.</translation>
    </message>
    <message>
        <source>Fewer fields</source>
        <translation>Thu gọn</translation>
    </message>
</context>
<context>
    <name>LetterDetail</name>
    <message>
        <source>{file} · received {when}</source>
        <translation>{file} · nhận lúc {when}</translation>
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
        <source>Read from a scan: compare the figures (numbers, dates, telephones) with the original.</source>
        <translation>Bản quét: hãy so các con số (số hiệu, ngày, điện thoại) với bản gốc.</translation>
    </message>
    <message>
        <source>Take back what was done last (Ctrl+Z)</source>
        <translation>Hoàn tác việc vừa làm (Ctrl+Z)</translation>
    </message>
    <message>
        <source>Draft as news, feature or notice, one or several…</source>
        <translation>Soạn thành tin, bài hay thông báo, một hay nhiều bản tin…</translation>
    </message>
    <message>
        <source>Nothing is asked of the loudspeakers.</source>
        <translation>Văn bản không yêu cầu phát thanh.</translation>
    </message>
    <message>
        <source>You may still draft a bulletin and decide yourself how often it airs.</source>
        <translation>Vẫn soạn bản tin được, phát mấy lần do đài quyết định.</translation>
    </message>
    <message>
        <source>Because {reasons}. You decide when you plan it.</source>
        <translation>Căn cứ: {reasons}. Đây là đề nghị; anh/chị quyết định khi lập đợt phát.</translation>
    </message>
    <message>
        <source>No points were found in this letter: write the bulletin yourself from its text.</source>
        <translation>Máy không thấy các mục trong văn bản này: hãy tự viết bản tin từ nội dung.</translation>
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
    <name>LinksCard</name>
    <message>
        <source>Letters it belongs with</source>
        <translation>Văn bản liên quan</translation>
    </message>
    <message>
        <source>It is based on</source>
        <translation>Căn cứ</translation>
    </message>
    <message>
        <source>It also names</source>
        <translation>Có dẫn</translation>
    </message>
    <message>
        <source>Named by</source>
        <translation>Được dẫn trong</translation>
    </message>
    <message>
        <source>and {count} more</source>
        <translation>và {count} văn bản nữa</translation>
    </message>
    <message>
        <source>{number} – not in the register</source>
        <translation>{number} – chưa có trong sổ</translation>
    </message>
    <message>
        <source>Open this letter</source>
        <translation>Mở văn bản này</translation>
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
        <source>partly for the people</source>
        <translation>có phần cho bà con</translation>
    </message>
    <message>
        <source>work of an office</source>
        <translation>việc của cơ quan</translation>
    </message>
</context>
<context>
    <name>RegisterView</name>
    <message>
        <source>Search by number, office, subject, text (accents may be left out)…</source>
        <translation>Tìm theo số, cơ quan, trích yếu, nội dung (gõ không dấu cũng được)…</translation>
    </message>
    <message>
        <source>All years</source>
        <translation>Mọi năm</translation>
    </message>
    <message>
        <source>Year</source>
        <translation>Năm</translation>
    </message>
    <message>
        <source>{count} letters</source>
        <translation>{count} văn bản</translation>
    </message>
    <message>
        <source>No letter here fits this choice.</source>
        <translation>Không có văn bản nào như đang chọn.</translation>
    </message>
    <message>
        <source>Show all letters</source>
        <translation>Hiện mọi văn bản</translation>
    </message>
    <message>
        <source>No letter holds these words.</source>
        <translation>Không tìm thấy văn bản nào có chữ này.</translation>
    </message>
    <message>
        <source>No letters yet. Add the files you received, drop them here, or paste the text of a letter.</source>
        <translation>Chưa có văn bản. Hãy thêm tệp đã nhận, kéo thả tệp vào đây, hoặc dán nội dung văn bản.</translation>
    </message>
    <message>
        <source>Add letters…</source>
        <translation>Thêm văn bản…</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>Số</translation>
    </message>
    <message>
        <source>Date</source>
        <translation>Ngày</translation>
    </message>
    <message>
        <source>From</source>
        <translation>Nơi gửi</translation>
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
        <source>Report due</source>
        <translation>Hạn báo cáo</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Trạng thái</translation>
    </message>
    <message>
        <source>Files</source>
        <translation>Tệp</translation>
    </message>
    <message>
        <source>Register of letters</source>
        <translation>Sổ văn bản</translation>
    </message>
</context>
<context>
    <name>ReminderDialog</name>
    <message>
        <source>Add a reminder</source>
        <translation>Thêm nhắc việc</translation>
    </message>
    <message>
        <source>To another day</source>
        <translation>Dời sang ngày khác</translation>
    </message>
    <message>
        <source>what is to be done</source>
        <translation>việc cần làm</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Việc</translation>
    </message>
    <message>
        <source>By</source>
        <translation>Trước ngày</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>Thêm</translation>
    </message>
    <message>
        <source>Move</source>
        <translation>Dời ngày</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Hủy</translation>
    </message>
    <message>
        <source>Write in a few words what is to be done.</source>
        <translation>Hãy ghi vài chữ về việc cần làm.</translation>
    </message>
</context>
<context>
    <name>ReportedDialog</name>
    <message>
        <source>The report went out</source>
        <translation>Đã gửi báo cáo</translation>
    </message>
    <message>
        <source>by mail, on paper, number of the report…</source>
        <translation>gửi qua thư, bản giấy, số báo cáo…</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>Ngày gửi</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Ghi chú</translation>
    </message>
    <message>
        <source>Reported</source>
        <translation>Đã báo cáo</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Hủy</translation>
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
<context>
    <name>WorkCard</name>
    <message>
        <source>Where the work stands</source>
        <translation>Tình trạng xử lý</translation>
    </message>
    <message>
        <source>Reported…</source>
        <translation>Đã báo cáo…</translation>
    </message>
    <message>
        <source>Not for airing</source>
        <translation>Không phải phát</translation>
    </message>
    <message>
        <source>Take the mark away</source>
        <translation>Bỏ đánh dấu</translation>
    </message>
    <message>
        <source>No reminders.</source>
        <translation>Chưa có nhắc việc.</translation>
    </message>
    <message>
        <source>Add a reminder…</source>
        <translation>Thêm nhắc việc…</translation>
    </message>
    <message>
        <source>Reminders</source>
        <translation>Nhắc việc</translation>
    </message>
    <message>
        <source>report: {due}</source>
        <translation>báo cáo: {due}</translation>
    </message>
    <message>
        <source>Tick it off when it is done; take the tick away to open it again</source>
        <translation>Đánh dấu khi xong; bỏ dấu để mở lại việc</translation>
    </message>
    <message>
        <source>late</source>
        <translation>trễ</translation>
    </message>
    <message>
        <source>To another day…</source>
        <translation>Dời ngày…</translation>
    </message>
</context>
</TS>
