<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="vi_VN" sourcelanguage="en">
<context>
    <name>CardDialog</name>
    <message>
        <source>Card for the wall</source>
        <translation>Tờ dán tường</translation>
    </message>
    <message>
        <source>Print it, write the telephone numbers on it, hang it beside the computer.</source>
        <translation>In ra, ghi số điện thoại, dán cạnh máy tính.</translation>
    </message>
    <message>
        <source>Save…</source>
        <translation>Lưu…</translation>
    </message>
    <message>
        <source>Print…</source>
        <translation>In…</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Đóng</translation>
    </message>
    <message>
        <source>Save the card</source>
        <translation>Lưu tờ dán tường</translation>
    </message>
    <message>
        <source>Saved: {file}</source>
        <translation>Đã lưu: {file}</translation>
    </message>
</context>
<context>
    <name>GuideWindow</name>
    <message>
        <source>Guide – Đài Xã</source>
        <translation>Hướng dẫn – Đài Xã</translation>
    </message>
    <message>
        <source>Text of the guide</source>
        <translation>Nội dung hướng dẫn</translation>
    </message>
    <message>
        <source>Back (Alt+Left)</source>
        <translation>Lùi (Alt+←)</translation>
    </message>
    <message>
        <source>Forward (Alt+Right)</source>
        <translation>Tới (Alt+→)</translation>
    </message>
    <message>
        <source>Search the guide (accents may be left out)…</source>
        <translation>Tìm trong hướng dẫn (không cần dấu)…</translation>
    </message>
    <message>
        <source>Smaller letters (Ctrl+−)</source>
        <translation>Chữ nhỏ hơn (Ctrl+−)</translation>
    </message>
    <message>
        <source>Larger letters (Ctrl+plus)</source>
        <translation>Chữ to hơn (Ctrl++)</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>Phím tắt</translation>
    </message>
    <message>
        <source>Card for the wall…</source>
        <translation>Tờ dán tường…</translation>
    </message>
    <message>
        <source>Print…</source>
        <translation>In…</translation>
    </message>
    <message>
        <source>Contents</source>
        <translation>Mục lục</translation>
    </message>
    <message>
        <source>For the officer at the station</source>
        <translation>Cho cán bộ ở đài</translation>
    </message>
    <message>
        <source>For the office above</source>
        <translation>Cho cơ quan cấp trên</translation>
    </message>
    <message>
        <source>{count} found here</source>
        <translation>{count} chỗ</translation>
    </message>
    <message>
        <source>Picture</source>
        <translation>Hình</translation>
    </message>
</context>
<context>
    <name>HelpCorner</name>
    <message>
        <source>Help for this page (F1)</source>
        <translation>Hướng dẫn cho trang này (F1)</translation>
    </message>
    <message>
        <source>Alarms: {count}. What do I do now?</source>
        <translation>{count} báo động. Làm gì bây giờ?</translation>
    </message>
</context>
<context>
    <name>KeyList</name>
    <message>
        <source>Everywhere</source>
        <translation>Ở mọi trang</translation>
    </message>
    <message>
        <source>STOP ALL: every loudspeaker silent at once</source>
        <translation>DỪNG TẤT CẢ: mọi cụm loa im ngay</translation>
    </message>
    <message>
        <source>Emergency message</source>
        <translation>Phát tin khẩn cấp</translation>
    </message>
    <message>
        <source>Speak through the microphone</source>
        <translation>Nói trực tiếp qua micrô</translation>
    </message>
    <message>
        <source>Relay another station</source>
        <translation>Tiếp sóng đài khác</translation>
    </message>
    <message>
        <source>End the emergency, the microphone or the relay</source>
        <translation>Kết thúc khẩn cấp, micrô hoặc tiếp sóng</translation>
    </message>
    <message>
        <source>Wall display, and back</source>
        <translation>Màn hình lớn, bấm lại để thoát</translation>
    </message>
    <message>
        <source>The guide, at the part about this page</source>
        <translation>Hướng dẫn, đúng phần của trang này</translation>
    </message>
    <message>
        <source>This list</source>
        <translation>Danh sách này</translation>
    </message>
    <message>
        <source>Search on this page</source>
        <translation>Tìm trên trang này</translation>
    </message>
    <message>
        <source>Read this page again</source>
        <translation>Đọc lại trang này</translation>
    </message>
    <message>
        <source>Lock the window</source>
        <translation>Khóa cửa sổ</translation>
    </message>
    <message>
        <source>From control to control, and press it</source>
        <translation>Chuyển giữa các nút, ô; và bấm nút</translation>
    </message>
    <message>
        <source>Close a message or a window; never touches the broadcast</source>
        <translation>Đóng thông báo hay cửa sổ; không bao giờ đụng tới việc phát</translation>
    </message>
    <message>
        <source>On air</source>
        <translation>Trực phát</translation>
    </message>
    <message>
        <source>Emergency window: choose a message</source>
        <translation>Cửa sổ khẩn cấp: chọn tin</translation>
    </message>
    <message>
        <source>Emergency window: hold for one second and it is on the air</source>
        <translation>Cửa sổ khẩn cấp: giữ một giây là phát</translation>
    </message>
    <message>
        <source>Microphone and relay window: begin</source>
        <translation>Cửa sổ micrô, tiếp sóng: bắt đầu</translation>
    </message>
    <message>
        <source>Directives and bulletins</source>
        <translation>Văn bản, Bản tin</translation>
    </message>
    <message>
        <source>Add a letter, write a bulletin</source>
        <translation>Thêm văn bản, viết bản tin</translation>
    </message>
    <message>
        <source>Letters: put in what was copied</source>
        <translation>Văn bản: dán nội dung đã sao chép</translation>
    </message>
    <message>
        <source>Letters: back to the list</source>
        <translation>Văn bản: về danh sách</translation>
    </message>
    <message>
        <source>Save now; what is typed also saves itself</source>
        <translation>Lưu ngay; lời gõ vào cũng tự lưu</translation>
    </message>
    <message>
        <source>Read the bulletin aloud</source>
        <translation>Đọc bản tin thành tiếng</translation>
    </message>
    <message>
        <source>The whole text as it will be read</source>
        <translation>Cả bài đúng như sẽ đọc</translation>
    </message>
    <message>
        <source>The next place to look at, and the one before</source>
        <translation>Chỗ cần xem tiếp theo, chỗ trước đó</translation>
    </message>
    <message>
        <source>How the word at the cursor is read</source>
        <translation>Cách đọc chữ ở con trỏ</translation>
    </message>
    <message>
        <source>Recording: begin and pause; from sentence to sentence</source>
        <translation>Thu âm: thu và tạm dừng; chuyển câu</translation>
    </message>
    <message>
        <source>Library</source>
        <translation>Thư viện</translation>
    </message>
    <message>
        <source>listen, pause</source>
        <translation>nghe, tạm dừng</translation>
    </message>
    <message>
        <source>another item; who is listening hears that one next</source>
        <translation>mục khác; đang nghe thì nghe luôn mục ấy</translation>
    </message>
    <message>
        <source>change the title and the other fields</source>
        <translation>sửa tiêu đề và các ô khác</translation>
    </message>
    <message>
        <source>select all, or several, to change them together</source>
        <translation>chọn tất cả, hoặc nhiều mục, để sửa cùng lúc</translation>
    </message>
    <message>
        <source>withdraw, with a reason</source>
        <translation>thu hồi, có ghi lý do</translation>
    </message>
    <message>
        <source>take the last change back; several times: those before it</source>
        <translation>hoàn tác; bấm nhiều lần để lùi tiếp</translation>
    </message>
    <message>
        <source>Sound: do again what was taken back</source>
        <translation>Âm thanh: làm lại việc vừa hoàn tác</translation>
    </message>
    <message>
        <source>everything that can be done with the item</source>
        <translation>mọi việc làm được với mục</translation>
    </message>
    <message>
        <source>add sound files</source>
        <translation>nhập tệp âm thanh</translation>
    </message>
    <message>
        <source>Sound: begin here, end here, listen from here</source>
        <translation>Âm thanh: bắt đầu ở đây, hết ở đây, nghe thử từ đây</translation>
    </message>
    <message>
        <source>Sound: again and again</source>
        <translation>Âm thanh: nghe lặp lại</translation>
    </message>
    <message>
        <source>Sound: five seconds back, on</source>
        <translation>Âm thanh: lùi, tới vài giây</translation>
    </message>
    <message>
        <source>Approvals</source>
        <translation>Duyệt</translation>
    </message>
    <message>
        <source>Comparing two sounds: the other one</source>
        <translation>So hai bản âm thanh: nghe bản kia</translation>
    </message>
    <message>
        <source>Comparing two sounds: the next difference</source>
        <translation>So hai bản âm thanh: chỗ khác tiếp theo</translation>
    </message>
    <message>
        <source>approve</source>
        <translation>duyệt</translation>
    </message>
    <message>
        <source>give back</source>
        <translation>trả lại</translation>
    </message>
    <message>
        <source>the slip</source>
        <translation>phiếu duyệt</translation>
    </message>
    <message>
        <source>Schedule</source>
        <translation>Lịch phát</translation>
    </message>
    <message>
        <source>choose a session or an item</source>
        <translation>chọn buổi hoặc mục</translation>
    </message>
    <message>
        <source>show it, or its hours</source>
        <translation>xem mục, hoặc giờ của buổi</translation>
    </message>
    <message>
        <source>move an item earlier or later, also into the next session</source>
        <translation>đưa mục sớm hơn, muộn hơn, qua cả buổi khác</translation>
    </message>
    <message>
        <source>take from the library</source>
        <translation>lấy từ thư viện</translation>
    </message>
    <message>
        <source>take an item out, stop a campaign</source>
        <translation>gỡ mục, dừng đợt phát</translation>
    </message>
    <message>
        <source>change a campaign</source>
        <translation>sửa đợt phát</translation>
    </message>
    <message>
        <source>cut, copy, put in: also on another day</source>
        <translation>cắt, chép, dán; cả sang ngày khác</translation>
    </message>
    <message>
        <source>lock a session as it is</source>
        <translation>khóa buổi như đang xếp</translation>
    </message>
    <message>
        <source>undo, redo</source>
        <translation>hoàn tác, làm lại</translation>
    </message>
    <message>
        <source>day, week or month before or after</source>
        <translation>ngày, tuần, tháng trước hoặc sau</translation>
    </message>
    <message>
        <source>today</source>
        <translation>hôm nay</translation>
    </message>
    <message>
        <source>day, week, month, forecast</source>
        <translation>ngày, tuần, tháng, chạy thử</translation>
    </message>
    <message>
        <source>the week</source>
        <translation>tuần</translation>
    </message>
    <message>
        <source>a new campaign</source>
        <translation>đợt phát mới</translation>
    </message>
    <message>
        <source>print the day</source>
        <translation>in lịch ngày</translation>
    </message>
    <message>
        <source>the weekly sheet</source>
        <translation>lịch tuần</translation>
    </message>
    <message>
        <source>Reports and guide</source>
        <translation>Báo cáo, hướng dẫn</translation>
    </message>
    <message>
        <source>from page to page; the first, the last</source>
        <translation>sang trang; trang đầu, trang cuối</translation>
    </message>
    <message>
        <source>larger, smaller, as it was</source>
        <translation>phóng to, thu nhỏ, như ban đầu</translation>
    </message>
    <message>
        <source>Guide: back, forward</source>
        <translation>Hướng dẫn: lùi, tới</translation>
    </message>
    <message>
        <source>Guide: the next place found, and the one before</source>
        <translation>Hướng dẫn: chỗ tìm thấy tiếp theo, chỗ trước đó</translation>
    </message>
    <message>
        <source>Guide: print</source>
        <translation>Hướng dẫn: in</translation>
    </message>
    <message>
        <source>Lists and windows</source>
        <translation>Danh sách, cửa sổ</translation>
    </message>
    <message>
        <source>open the row; press the button that has the ring</source>
        <translation>mở dòng; bấm nút đang có viền</translation>
    </message>
    <message>
        <source>Hours, rules, special days, lexicon: take back</source>
        <translation>Giờ phát, khung quy định, đợt đặc biệt, từ điển: hoàn tác</translation>
    </message>
    <message>
        <source>Lexicon: add, change, take out</source>
        <translation>Từ điển: thêm, sửa, bỏ</translation>
    </message>
    <message>
        <source>Bringing in sounds: listen, save the list</source>
        <translation>Nhập âm thanh: nghe, lưu danh sách</translation>
    </message>
    <message>
        <source>Comparing voices: hear one</source>
        <translation>So sánh giọng: nghe từng giọng</translation>
    </message>
</context>
<context>
    <name>KeySheet</name>
    <message>
        <source>Keys</source>
        <translation>Phím tắt</translation>
    </message>
    <message>
        <source>Search keys and what they do…</source>
        <translation>Tìm phím hoặc việc…</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Đóng</translation>
    </message>
    <message>
        <source>Print…</source>
        <translation>In…</translation>
    </message>
</context>
<context>
    <name>WhatNow</name>
    <message>
        <source>What do I do now?</source>
        <translation>Làm gì bây giờ?</translation>
    </message>
    <message>
        <source>The alarm before</source>
        <translation>Báo động trước</translation>
    </message>
    <message>
        <source>The next alarm</source>
        <translation>Báo động tiếp theo</translation>
    </message>
    <message>
        <source>Guide</source>
        <translation>Hướng dẫn</translation>
    </message>
    <message>
        <source>Copy alarm and steps, for a message to whoever helps you</source>
        <translation>Sao chép báo động và các bước, để nhắn cho người hỗ trợ</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Đóng</translation>
    </message>
    <message>
        <source>Open “{page}”</source>
        <translation>Mở {page}</translation>
    </message>
    <message>
        <source>Copied.</source>
        <translation>Đã sao chép.</translation>
    </message>
</context>
</TS>
