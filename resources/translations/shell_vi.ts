<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="vi_VN" sourcelanguage="en">
<context>
    <name>ConfirmDialog</name>
    <message>
        <source>No, go back</source>
        <translation>Không, quay lại</translation>
    </message>
</context>
<context>
    <name>Dates</name>
    <message>
        <source>{weekday}, {month}/{day}/{year}</source>
        <translation>{weekday}, {day} tháng {month} năm {year}</translation>
    </message>
    <message>
        <source>Monday</source>
        <translation>Thứ Hai</translation>
    </message>
    <message>
        <source>Tuesday</source>
        <translation>Thứ Ba</translation>
    </message>
    <message>
        <source>Wednesday</source>
        <translation>Thứ Tư</translation>
    </message>
    <message>
        <source>Thursday</source>
        <translation>Thứ Năm</translation>
    </message>
    <message>
        <source>Friday</source>
        <translation>Thứ Sáu</translation>
    </message>
    <message>
        <source>Saturday</source>
        <translation>Thứ Bảy</translation>
    </message>
    <message>
        <source>Sunday</source>
        <translation>Chủ Nhật</translation>
    </message>
    <message>
        <source>{hours} h {minutes} min</source>
        <translation>{hours} giờ {minutes} phút</translation>
    </message>
    <message>
        <source>{hours} h</source>
        <translation>{hours} giờ</translation>
    </message>
    <message>
        <source>{minutes} min</source>
        <translation>{minutes} phút</translation>
    </message>
    <message>
        <source>{seconds} s</source>
        <translation>{seconds} giây</translation>
    </message>
</context>
<context>
    <name>Errors</name>
    <message>
        <source>Something went wrong inside the program (number {number}). Nothing that was saved is lost and the broadcast goes on. Try once more; if it comes again, copy the details and send them to whoever helps you.</source>
        <translation>Chương trình gặp lỗi (số {number}). Những gì đã lưu không mất và việc phát thanh vẫn tiếp tục. Hãy thử lại; nếu còn lặp lại, hãy sao chép chi tiết và gửi cho người hỗ trợ.</translation>
    </message>
</context>
<context>
    <name>FailureDialog</name>
    <message>
        <source>The program cannot open</source>
        <translation>Chương trình chưa mở được</translation>
    </message>
    <message>
        <source>Station folder: {folder}</source>
        <translation>Thư mục dữ liệu của đài: {folder}</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Đóng</translation>
    </message>
    <message>
        <source>Copy details</source>
        <translation>Sao chép chi tiết</translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>Opening the station…</source>
        <translation>Đang mở dữ liệu của đài…</translation>
    </message>
    <message>
        <source>Close without saving?</source>
        <translation>Đóng mà không lưu?</translation>
    </message>
    <message>
        <source>Not saved yet: {what}. The broadcast goes on either way.</source>
        <translation>Chưa lưu: {what}. Việc phát thanh vẫn tiếp tục dù bạn chọn thế nào.</translation>
    </message>
    <message>
        <source>Close and discard</source>
        <translation>Đóng, bỏ thay đổi</translation>
    </message>
    <message>
        <source>About this program</source>
        <translation>Về chương trình</translation>
    </message>
    <message>
        <source>Version {version} · Qt {qt} · {system}
Station folder: {folder}

Keys: Alt+1…8 open the pages, Ctrl+F searches, F5 reads again, Esc closes messages.</source>
        <translation>Phiên bản {version} · Qt {qt} · {system}
Thư mục dữ liệu: {folder}

Phím tắt: Alt+1…8 mở các trang, Ctrl+F tìm kiếm, F5 đọc lại, Esc đóng thông báo.</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Đóng</translation>
    </message>
</context>
<context>
    <name>PinDialog</name>
    <message>
        <source>Sign with your PIN</source>
        <translation>Ký bằng mã PIN</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Họ tên</translation>
    </message>
    <message>
        <source>PIN</source>
        <translation>Mã PIN</translation>
    </message>
    <message>
        <source>Sign</source>
        <translation>Ký</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Hủy</translation>
    </message>
    <message>
        <source>Type your PIN.</source>
        <translation>Hãy nhập mã PIN.</translation>
    </message>
</context>
<context>
    <name>ProgressDialog</name>
    <message>
        <source>Cancel</source>
        <translation>Hủy</translation>
    </message>
</context>
<context>
    <name>Sidebar</name>
    <message>
        <source>On air</source>
        <translation>Trực phát</translation>
    </message>
    <message>
        <source>Directives</source>
        <translation>Văn bản</translation>
    </message>
    <message>
        <source>Bulletins</source>
        <translation>Bản tin</translation>
    </message>
    <message>
        <source>Library</source>
        <translation>Thư viện</translation>
    </message>
    <message>
        <source>Schedule</source>
        <translation>Lịch phát</translation>
    </message>
    <message>
        <source>Airing log</source>
        <translation>Nhật ký</translation>
    </message>
    <message>
        <source>Reports</source>
        <translation>Báo cáo</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Cài đặt</translation>
    </message>
</context>
<context>
    <name>Splash</name>
    <message>
        <source>Opening the station…</source>
        <translation>Đang mở dữ liệu của đài…</translation>
    </message>
</context>
<context>
    <name>StatusBar</name>
    <message>
        <source>Cancel</source>
        <translation>Hủy</translation>
    </message>
    <message>
        <source>Playing process: not running</source>
        <translation>Tiến trình phát: chưa chạy</translation>
    </message>
    <message>
        <source>Playing process: no sound device</source>
        <translation>Tiến trình phát: không có thiết bị âm thanh</translation>
    </message>
    <message>
        <source>Playing process: stopped by hand</source>
        <translation>Tiến trình phát: đang dừng theo lệnh</translation>
    </message>
    <message>
        <source>Playing process: on air</source>
        <translation>Tiến trình phát: đang phát</translation>
    </message>
    <message>
        <source>Playing process: ready</source>
        <translation>Tiến trình phát: đang chạy</translation>
    </message>
    <message>
        <source>Clock off by {seconds} s</source>
        <translation>Lệch giờ {seconds} s</translation>
    </message>
    <message>
        <source>Journal: line {number}</source>
        <translation>Nhật ký: dòng {number}</translation>
    </message>
    <message>
        <source>Disk: {size} GB free</source>
        <translation>Ổ đĩa còn {size} GB</translation>
    </message>
    <message>
        <source>Working…</source>
        <translation>Đang xử lý…</translation>
    </message>
</context>
<context>
    <name>ToastBar</name>
    <message>
        <source>Copy details</source>
        <translation>Sao chép chi tiết</translation>
    </message>
    <message>
        <source>Close this message</source>
        <translation>Đóng thông báo này</translation>
    </message>
</context>
<context>
    <name>_Missing</name>
    <message>
        <source>This page is not available in this version.</source>
        <translation>Trang này chưa có trong phiên bản đang dùng.</translation>
    </message>
</context>
</TS>
