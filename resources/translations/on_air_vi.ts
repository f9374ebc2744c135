<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="vi_VN" sourcelanguage="en">
<context>
    <name>FirstStepsCard</name>
    <message>
        <source>Welcome. The station is set up in a few steps</source>
        <translation>Chào mừng! Cài đặt đài qua vài bước</translation>
    </message>
    <message>
        <source>Nothing sounds before all of them are done, and nothing can break. The order is free.</source>
        <translation>Khi chưa xong các bước này, đài chưa phát gì. Có thể làm theo thứ tự nào cũng được.</translation>
    </message>
    <message>
        <source>done</source>
        <translation>đã xong</translation>
    </message>
    <message>
        <source>to do</source>
        <translation>chưa làm</translation>
    </message>
</context>
<context>
    <name>Notices</name>
    <message>
        <source>Close this message</source>
        <translation>Đóng thông báo này</translation>
    </message>
    <message>
        <source>The station plays on trial: no sound reaches any loudspeaker. Choose a sound device under Settings when the loudspeakers are connected.</source>
        <translation>Đài đang phát thử, không có tiếng ra loa. Khi đã nối loa, hãy chọn thiết bị âm thanh trong trang Cài đặt.</translation>
    </message>
    <message>
        <source>This is a sample station to try things out. PINs for signing: {people}.</source>
        <translation>Đây là đài mẫu để xem và làm thử. Mã PIN ký duyệt: {people}.</translation>
    </message>
</context>
<context>
    <name>OnAir</name>
    <message>
        <source>Skip this item?</source>
        <translation>Bỏ qua mục này?</translation>
    </message>
    <message>
        <source>“{title}” ends now and is logged as aired in part. The next item follows at once.</source>
        <translation>“{title}” dừng ngay và được ghi nhật ký là phát một phần. Mục tiếp theo phát liền sau đó.</translation>
    </message>
    <message>
        <source>Skip</source>
        <translation>Bỏ qua</translation>
    </message>
    <message>
        <source>STARTING</source>
        <translation>ĐANG KHỞI ĐỘNG</translation>
    </message>
    <message>
        <source>NOT RUNNING</source>
        <translation>CHƯA CHẠY</translation>
    </message>
    <message>
        <source>NO SOUND DEVICE</source>
        <translation>KHÔNG CÓ THIẾT BỊ ÂM THANH</translation>
    </message>
    <message>
        <source>STOPPED BY HAND</source>
        <translation>ĐANG DỪNG THEO LỆNH</translation>
    </message>
    <message>
        <source>ON AIR, BUT SILENT</source>
        <translation>ĐANG PHÁT, KHÔNG CÓ TIẾNG</translation>
    </message>
    <message>
        <source>ON AIR</source>
        <translation>ĐANG PHÁT</translation>
    </message>
    <message>
        <source>QUIET HOURS UNTIL {time}</source>
        <translation>GIỜ YÊN LẶNG ĐẾN {time}</translation>
    </message>
    <message>
        <source>RESTING</source>
        <translation>ĐANG NGHỈ</translation>
    </message>
    <message>
        <source>The playing process is being started</source>
        <translation>Tiến trình phát đang khởi động</translation>
    </message>
    <message>
        <source>The playing process is not running; it is being started again</source>
        <translation>Tiến trình phát chưa chạy – đang khởi động lại</translation>
    </message>
    <message>
        <source>It goes on at the right place by itself. If this stays for more than a minute, restart the computer.</source>
        <translation>Sẽ tự phát tiếp đúng chỗ. Nếu quá một phút chưa chạy, hãy khởi động lại máy tính.</translation>
    </message>
    <message>
        <source>Next: {title}</source>
        <translation>Tiếp theo: {title}</translation>
    </message>
    <message>
        <source>{session} at {time}</source>
        <translation>{session}, lúc {time}</translation>
    </message>
    <message>
        <source>{session} at {time} on {day}</source>
        <translation>{session}, lúc {time} {day}</translation>
    </message>
    <message>
        <source>Nothing is planned for the rest of today</source>
        <translation>Hôm nay không còn mục nào trong lịch</translation>
    </message>
    <message>
        <source>All loudspeakers ({count} clusters)</source>
        <translation>Toàn xã ({count} cụm loa)</translation>
    </message>
    <message>
        <source>All loudspeakers</source>
        <translation>Toàn bộ cụm loa</translation>
    </message>
    <message>
        <source>Loudspeakers: {names}</source>
        <translation>Cụm loa: {names}</translation>
    </message>
    <message>
        <source>{time}: {what}</source>
        <translation>{time}: {what}</translation>
    </message>
    <message>
        <source>and {count} more</source>
        <translation>và {count} cảnh báo khác</translation>
    </message>
    <message>
        <source>Name of the station</source>
        <translation>Tên đài</translation>
    </message>
    <message>
        <source>Commune, province, and whom reports go to</source>
        <translation>Tên xã, tên tỉnh và nơi nhận báo cáo</translation>
    </message>
    <message>
        <source>Open Settings</source>
        <translation>Mở Cài đặt</translation>
    </message>
    <message>
        <source>People</source>
        <translation>Người dùng</translation>
    </message>
    <message>
        <source>One who writes and another who approves, each with a PIN</source>
        <translation>Một người biên soạn và một người duyệt, mỗi người một mã PIN</translation>
    </message>
    <message>
        <source>Enter people</source>
        <translation>Thêm người dùng</translation>
    </message>
    <message>
        <source>First directive letter</source>
        <translation>Văn bản chỉ đạo đầu tiên</translation>
    </message>
    <message>
        <source>A .docx, .pdf or .txt file as it arrived from above</source>
        <translation>Tệp .docx, .pdf hoặc .txt nhận từ cấp trên</translation>
    </message>
    <message>
        <source>Add a letter</source>
        <translation>Thêm văn bản</translation>
    </message>
    <message>
        <source>Bulletin and schedule</source>
        <translation>Bản tin và lịch phát</translation>
    </message>
    <message>
        <source>Voice the bulletin, have it approved, choose how often it airs</source>
        <translation>Đọc bản tin thành tiếng, trình duyệt, rồi chọn số lần phát</translation>
    </message>
    <message>
        <source>Open Bulletins</source>
        <translation>Mở Bản tin</translation>
    </message>
    <message>
        <source>aired</source>
        <translation>đã phát</translation>
    </message>
    <message>
        <source>aired in part</source>
        <translation>phát một phần</translation>
    </message>
    <message>
        <source>not aired</source>
        <translation>không phát</translation>
    </message>
    <message>
        <source>made up later</source>
        <translation>đã phát bù</translation>
    </message>
    <message>
        <source>unscheduled</source>
        <translation>ngoài lịch</translation>
    </message>
    <message>
        <source>to come</source>
        <translation>chưa đến giờ</translation>
    </message>
</context>
<context>
    <name>OnAirPage</name>
    <message>
        <source>Output level</source>
        <translation>Mức âm ra</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>Hôm nay</translation>
    </message>
    <message>
        <source>Station time</source>
        <translation>Giờ đài</translation>
    </message>
    <message>
        <source>Progress of the item</source>
        <translation>Tiến độ của mục</translation>
    </message>
    <message>
        <source>Now</source>
        <translation>Hiện tại</translation>
    </message>
    <message>
        <source>STOP ALL</source>
        <translation>DỪNG TẤT CẢ</translation>
    </message>
    <message>
        <source>Silences the loudspeakers at once. Ctrl+Shift+S</source>
        <translation>Tắt tiếng toàn bộ loa ngay lập tức. Ctrl+Shift+S</translation>
    </message>
    <message>
        <source>Go on broadcasting</source>
        <translation>Phát tiếp</translation>
    </message>
    <message>
        <source>Skip this item…</source>
        <translation>Bỏ qua mục này…</translation>
    </message>
    <message>
        <source>Control</source>
        <translation>Điều khiển</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Giờ</translation>
    </message>
    <message>
        <source>Item</source>
        <translation>Nội dung</translation>
    </message>
    <message>
        <source>Session</source>
        <translation>Buổi</translation>
    </message>
    <message>
        <source>Length</source>
        <translation>Thời lượng</translation>
    </message>
    <message>
        <source>Nothing more is planned for today.</source>
        <translation>Hôm nay không còn mục nào trong lịch.</translation>
    </message>
    <message>
        <source>Open the schedule</source>
        <translation>Mở lịch phát</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>Tiếp theo</translation>
    </message>
    <message>
        <source>The buttons work again as soon as the playing process runs.</source>
        <translation>Các nút dùng lại được ngay khi tiến trình phát chạy.</translation>
    </message>
    <message>
        <source>Nothing sounds until you go on; the missed items are logged with the reason “operator”.</source>
        <translation>Loa im lặng cho đến khi bấm Phát tiếp; các mục bị lỡ được ghi nhật ký với lý do “người trực dừng”.</translation>
    </message>
    <message>
        <source>STOP ALL silences the loudspeakers at once, without asking.</source>
        <translation>DỪNG TẤT CẢ tắt tiếng loa ngay, không hỏi lại.</translation>
    </message>
    <message>
        <source>Skipped.</source>
        <translation>Đã bỏ qua.</translation>
    </message>
</context>
</TS>
