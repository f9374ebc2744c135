<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="vi_VN" sourcelanguage="en">
<context>
    <name>DaysDialog</name>
    <message>
        <source>Days that are not signed</source>
        <translation>Những ngày chưa ký</translation>
    </message>
    <message>
        <source>Look at each day. What the computer could not know is added in the airing log; then sign it here.</source>
        <translation>Xem lại từng ngày. Điều gì máy không biết thì ghi thêm trong nhật ký phát thanh, rồi ký tại đây.</translation>
    </message>
    <message>
        <source>Sign all {count} days</source>
        <translation>Ký cả {count} ngày</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Đóng</translation>
    </message>
    <message>
        <source>Sign this day</source>
        <translation>Ký ngày này</translation>
    </message>
    <message>
        <source>Open in the log</source>
        <translation>Mở trong nhật ký</translation>
    </message>
    <message>
        <source>and {count} more</source>
        <translation>và {count} mục nữa</translation>
    </message>
</context>
<context>
    <name>Morning</name>
    <message>
        <source>aired of planned</source>
        <translation>lượt đã phát / kế hoạch</translation>
    </message>
    <message>
        <source>not aired</source>
        <translation>không phát</translation>
    </message>
    <message>
        <source>in part</source>
        <translation>phát một phần</translation>
    </message>
    <message>
        <source>made up</source>
        <translation>phát bù</translation>
    </message>
    <message>
        <source>put in between</source>
        <translation>phát chen</translation>
    </message>
    <message>
        <source>not heard by the monitor</source>
        <translation>nghe kiểm không thấy</translation>
    </message>
    <message>
        <source>heard by the monitor</source>
        <translation>nghe kiểm thấy</translation>
    </message>
    <message>
        <source>{length} on air</source>
        <translation>Thời gian phát {length}</translation>
    </message>
    <message>
        <source>{count} sessions</source>
        <translation>{count} buổi</translation>
    </message>
    <message>
        <source>{count} corrected</source>
        <translation>{count} lượt có đính chính</translation>
    </message>
    <message>
        <source>Planned {planned} · not aired {missed} · in part {partial} · corrected {corrected} · {length} on air</source>
        <translation>Kế hoạch {planned} lượt · không phát {missed} · phát một phần {partial} · đính chính {corrected} · thời gian phát {length}</translation>
    </message>
    <message>
        <source>{session}: {count} items {fate}</source>
        <translation>{session}: {count} mục {fate}</translation>
    </message>
    <message>
        <source>and {count} tunes, bridges and greetings</source>
        <translation>và {count} nhạc hiệu, nhạc cắt, lời xướng, lời chào</translation>
    </message>
    <message>
        <source>not approved</source>
        <translation>chưa được duyệt</translation>
    </message>
    <message>
        <source>empty</source>
        <translation>chưa có gì</translation>
    </message>
    <message>
        <source>over</source>
        <translation>đã xong</translation>
    </message>
    <message>
        <source>now</source>
        <translation>đang phát</translation>
    </message>
    <message>
        <source>to come</source>
        <translation>sắp phát</translation>
    </message>
    <message>
        <source>On air</source>
        <translation>Mở Trực phát</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Mở Cài đặt</translation>
    </message>
    <message>
        <source>Schedule</source>
        <translation>Mở Lịch phát</translation>
    </message>
    <message>
        <source>Letters</source>
        <translation>Mở Văn bản</translation>
    </message>
    <message>
        <source>Approvals</source>
        <translation>Mở Duyệt</translation>
    </message>
    <message>
        <source>Library</source>
        <translation>Mở Thư viện</translation>
    </message>
    <message>
        <source>Airing log</source>
        <translation>Mở Nhật ký</translation>
    </message>
    <message>
        <source>Send up</source>
        <translation>Mở Gửi cấp trên</translation>
    </message>
    <message>
        <source>Note or correction…</source>
        <translation>Ghi chú / đính chính…</translation>
    </message>
    <message>
        <source>{length} of {limit}</source>
        <translation>{length} / {limit}</translation>
    </message>
</context>
<context>
    <name>MorningPage</name>
    <message>
        <source>Look again</source>
        <translation>Xem lại</translation>
    </message>
    <message>
        <source>Print the logbook…</source>
        <translation>In sổ nhật ký…</translation>
    </message>
    <message>
        <source>This morning</source>
        <translation>Sáng nay</translation>
    </message>
    <message>
        <source>Yesterday</source>
        <translation>Hôm qua</translation>
    </message>
    <message>
        <source>Not as planned yesterday</source>
        <translation>Hôm qua không như kế hoạch</translation>
    </message>
    <message>
        <source>All of it in the airing log</source>
        <translation>Xem tất cả trong nhật ký</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>Hôm nay</translation>
    </message>
    <message>
        <source>Yesterday – {day}</source>
        <translation>Hôm qua – {day}</translation>
    </message>
    <message>
        <source>Nothing was planned or broadcast yesterday.</source>
        <translation>Hôm qua không có lịch phát và không phát gì.</translation>
    </message>
    <message>
        <source>and {count} more</source>
        <translation>và {count} mục nữa</translation>
    </message>
    <message>
        <source>Everything went out as it was planned.</source>
        <translation>Mọi lượt đều phát đúng kế hoạch.</translation>
    </message>
    <message>
        <source>Nothing stands in the way of today&apos;s broadcast.</source>
        <translation>Hôm nay không có gì vướng cho việc phát thanh.</translation>
    </message>
    <message>
        <source>This morning – {day}</source>
        <translation>Sáng nay – {day}</translation>
    </message>
</context>
<context>
    <name>SignCard</name>
    <message>
        <source>Name under the log</source>
        <translation>Ký nhật ký</translation>
    </message>
    <message>
        <source>Sign yesterday&apos;s log</source>
        <translation>Ký nhật ký hôm qua</translation>
    </message>
    <message>
        <source>Earlier days…</source>
        <translation>Các ngày trước…</translation>
    </message>
    <message>
        <source>The leader signs the week…</source>
        <translation>Lãnh đạo ký tuần…</translation>
    </message>
    <message>
        <source>Sign yesterday&apos;s log anew</source>
        <translation>Ký lại nhật ký hôm qua</translation>
    </message>
    <message>
        <source>Sealed: {code}</source>
        <translation>Đã niêm phong: {code}</translation>
    </message>
    <message>
        <source>{count} earlier days are not signed…</source>
        <translation>Còn {count} ngày trước chưa ký…</translation>
    </message>
    <message>
        <source>Week {first} – {last}</source>
        <translation>Tuần {first} – {last}</translation>
    </message>
    <message>
        <source>{count} days of this week are to be signed first.</source>
        <translation>Còn {count} ngày trong tuần phải ký trước.</translation>
    </message>
</context>
<context>
    <name>Signing</name>
    <message>
        <source>signed</source>
        <translation>đã ký</translation>
    </message>
</context>
</TS>
