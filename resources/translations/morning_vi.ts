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
        <translation>Xem lại từng ngày. Điều gì máy không biết thì ghi thêm trong nhật ký phát, rồi ký tại đây.</translation>
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
        <translation>giám sát không nghe thấy</translation>
    </message>
    <message>
        <source>heard by the monitor</source>
        <translation>giám sát nghe thấy</translation>
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
        <source>and {count} tunes, bridges and greetings</source>
        <translation>và {count} nhạc hiệu, nhạc cắt, lời xướng, lời chào</translation>
    </message>
    <message>
        <source>not approved</source>
        <translation>chưa được duyệt</translation>
    </message>
    <message>
        <source>empty</source>
        <translation>chưa có bài</translation>
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
        <translation>Mở Phát sóng</translation>
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
        <translation>Mở Kho âm thanh</translation>
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
    <message>
        <source>The resident helper does not run: plans are not published and the log is not filed. It starts with this window; if this stays for a minute, restart the computer.</source>
        <translation>Chương trình thường trực không chạy: lịch không được gửi đi phát, nhật ký không được ghi vào sổ. Nó khởi động cùng cửa sổ này; nếu sau một phút vẫn còn báo, hãy khởi động lại máy tính.</translation>
    </message>
    <message>
        <source>The player does not answer: nothing would sound now. It is being started; if this stays for a minute, restart the computer.</source>
        <translation>Bộ phát không trả lời: lúc này loa sẽ không kêu. Máy đang khởi động lại bộ phát; nếu sau một phút vẫn còn báo, hãy khởi động lại máy tính.</translation>
    </message>
    <message>
        <source>No session is planned for today. If one is to be held, set it up in the schedule.</source>
        <translation>Hôm nay không có buổi phát nào. Nếu phải phát, hãy đặt buổi trong lịch phát.</translation>
    </message>
    <message>
        <source>Nothing is planned for {sessions}: the loudspeakers will be silent. Plan something now.</source>
        <translation>{sessions} chưa có bài nào: loa sẽ im. Hãy xếp bài ngay.</translation>
    </message>
    <message>
        <source>Very little is planned for {sessions}. Add an item or let it be short.</source>
        <translation>{sessions} có rất ít bài. Thêm bài, hoặc cứ để buổi ngắn.</translation>
    </message>
    <message>
        <source>Planned for today but not approved, so it will not air: {items}. Have it approved.</source>
        <translation>Đã xếp phát hôm nay nhưng chưa được duyệt nên sẽ không phát: {items}. Hãy trình duyệt.</translation>
    </message>
    <message>
        <source>Planned for today but out of its days, so it will not air: {items}. Have it approved for longer or plan something else.</source>
        <translation>Đã xếp phát hôm nay nhưng ngoài thời hạn được phát nên sẽ không phát: {items}. Trình duyệt gia hạn hoặc xếp bài khác.</translation>
    </message>
    <message>
        <source>Planned for today but withdrawn or replaced, so it will not air: {items}. Plan something else.</source>
        <translation>Đã xếp phát hôm nay nhưng đã thu hồi hoặc có bản khác thay nên sẽ không phát: {items}. Hãy xếp bài khác.</translation>
    </message>
    <message>
        <source>The relay has no standing approval today, so it will not be taken over: {items}. Have it approved.</source>
        <translation>Chương trình tiếp sóng chưa được duyệt cho hôm nay nên sẽ không tiếp sóng: {items}. Hãy trình duyệt.</translation>
    </message>
    <message>
        <source>No room was found today for {items}. Move something or lengthen the session.</source>
        <translation>Hôm nay không còn chỗ cho {items}. Dời bớt bài hoặc kéo dài buổi phát.</translation>
    </message>
    <message>
        <source>Parts of today&apos;s plan cannot be read: {items}. Open the schedule, it offers the way back.</source>
        <translation>Một phần lịch hôm nay không đọc được: {items}. Mở lịch phát, ở đó có cách khôi phục.</translation>
    </message>
    <message>
        <source>The schedule of this week is not approved: nothing airs by it. Submit the sheet and have it approved.</source>
        <translation>Lịch phát tuần này chưa được duyệt nên chưa phát được gì. Hãy trình lịch tuần để duyệt.</translation>
    </message>
    <message>
        <source>Not on this week&apos;s approved sheet, so it waits: {items}. Submit the sheet anew.</source>
        <translation>Không có trong lịch tuần đã duyệt nên còn chờ: {items}. Hãy trình lại lịch tuần.</translation>
    </message>
    <message>
        <source>More is planned than fits into {items}: the end would be cut. Move something.</source>
        <translation>{items} xếp quá thời lượng, phần cuối sẽ bị cắt. Hãy dời bớt bài.</translation>
    </message>
    <message>
        <source>Runs out within the week and then will not air: {items}. Have it approved for longer while there is time.</source>
        <translation>Trong tuần này hết thời hạn được phát, sau đó sẽ không phát: {items}. Nên trình duyệt gia hạn sớm.</translation>
    </message>
    <message>
        <source>Planned in the coming days but withdrawn or replaced: {items}.</source>
        <translation>Đã xếp phát những ngày tới nhưng đã thu hồi hoặc có bản khác thay: {items}.</translation>
    </message>
    <message>
        <source>Planned in the coming days and not approved yet: {items}.</source>
        <translation>Đã xếp phát những ngày tới nhưng chưa được duyệt: {items}.</translation>
    </message>
    <message>
        <source>Reports that are due within a week: {letters}.</source>
        <translation>Báo cáo đến hạn trong 7 ngày tới: {letters}.</translation>
    </message>
    <message>
        <source>There has never been a backup. Copy the whole station folder to a USB stick and keep it in another room.</source>
        <translation>Chưa có bản sao lưu nào. Hãy chép cả thư mục dữ liệu của đài vào USB và cất ở phòng khác.</translation>
    </message>
    <message>
        <source>The newest backup is {days} days old. Make another one.</source>
        <translation>Bản sao lưu gần nhất đã {days} ngày. Hãy sao lưu lại.</translation>
    </message>
    <message>
        <source>Today&apos;s plan cannot be made: {detail}</source>
        <translation>Không lập được lịch phát hôm nay: {detail}</translation>
    </message>
    <message>
        <source>The journal of {days} is not sealed yet. The resident helper does it within minutes; if it stays, look at the airing log.</source>
        <translation>Nhật ký {days} chưa được niêm phong. Chương trình thường trực sẽ làm trong vài phút; nếu vẫn còn báo, hãy xem trang Nhật ký.</translation>
    </message>
    <message>
        <source>The seals over the journal do not hold together in {count} places. Open the airing log and press “Check the journal”.</source>
        <translation>Niêm phong nhật ký không khớp ở {count} chỗ. Mở Nhật ký rồi bấm “Kiểm tra nhật ký”.</translation>
    </message>
    <message>
        <source>{count} packages wait to be sent up, the oldest since {since}. Nothing is lost; look at what stands in the way.</source>
        <translation>{count} gói dữ liệu chưa gửi được lên cấp trên, gói cũ nhất từ {since}. Không mất gì; hãy xem vướng ở đâu.</translation>
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
        <source>There was nothing that could have gone wrong.</source>
        <translation>Không có gì để phát nên cũng không có sự cố.</translation>
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
        <source>The leader signs the week…</source>
        <translation>Lãnh đạo ký tuần…</translation>
    </message>
    <message>
        <source>Sign yesterday&apos;s log anew</source>
        <translation>Ký lại nhật ký hôm qua</translation>
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
