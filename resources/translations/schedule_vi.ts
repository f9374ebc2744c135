<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="vi_VN" sourcelanguage="en">
<context>
    <name>CampaignDeeds</name>
    <message>
        <source>Change “{title}”</source>
        <translation>Sửa “{title}”</translation>
    </message>
    <message>
        <source>Room for “{title}”</source>
        <translation>Xếp chỗ cho “{title}”</translation>
    </message>
    <message>
        <source>“{title}” in another place among the campaigns.</source>
        <translation>Đổi thứ tự ưu tiên của “{title}”.</translation>
    </message>
    <message>
        <source>Order of “{title}”</source>
        <translation>Thứ tự ưu tiên của “{title}”</translation>
    </message>
    <message>
        <source>The one above has its place first where room is short. Ctrl+Z takes it back.</source>
        <translation>Khi thiếu chỗ, đợt nằm trên được xếp trước. Ctrl+Z để hoàn tác.</translation>
    </message>
    <message>
        <source>taken back</source>
        <translation>hoàn tác</translation>
    </message>
    <message>
        <source>Campaign “{title}”</source>
        <translation>Đợt phát “{title}”</translation>
    </message>
    <message>
        <source>Stop this campaign?</source>
        <translation>Dừng đợt phát này?</translation>
    </message>
    <message>
        <source>“{title}” airs no more from the next session on. It can be resumed at any time.</source>
        <translation>“{title}” không phát nữa kể từ buổi sau. Có thể cho phát tiếp bất cứ lúc nào.</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Dừng</translation>
    </message>
    <message>
        <source>Stop “{title}”.</source>
        <translation>Dừng đợt phát “{title}”.</translation>
    </message>
    <message>
        <source>Stop “{title}”</source>
        <translation>Dừng “{title}”</translation>
    </message>
    <message>
        <source>“{title}” was stopped. Ctrl+Z resumes it.</source>
        <translation>Đã dừng “{title}”. Ctrl+Z để phát tiếp.</translation>
    </message>
    <message>
        <source>Resume “{title}”.</source>
        <translation>Cho phát tiếp “{title}”.</translation>
    </message>
    <message>
        <source>Resume “{title}”</source>
        <translation>Cho phát tiếp “{title}”</translation>
    </message>
    <message>
        <source>“{title}” airs again.</source>
        <translation>“{title}” lại được phát.</translation>
    </message>
    <message>
        <source>Air “{new}” instead of “{title}”.</source>
        <translation>Phát “{new}” thay cho “{title}”.</translation>
    </message>
    <message>
        <source>“{new}” instead of “{title}”</source>
        <translation>“{new}” thay cho “{title}”</translation>
    </message>
    <message>
        <source>“{new}” airs in its place. Ctrl+Z takes it back.</source>
        <translation>Sẽ phát “{new}” thay thế. Ctrl+Z để hoàn tác.</translation>
    </message>
</context>
<context>
    <name>CampaignRow</name>
    <message>
        <source>Change this campaign… (F2)</source>
        <translation>Sửa đợt phát này… (F2)</translation>
    </message>
    <message>
        <source>Stop this campaign… (Delete)</source>
        <translation>Dừng đợt phát này… (Delete)</translation>
    </message>
    <message>
        <source>Resume</source>
        <translation>Phát tiếp</translation>
    </message>
    <message>
        <source>More about this campaign</source>
        <translation>Thêm về đợt phát này</translation>
    </message>
    <message>
        <source>Change…	F2</source>
        <translation>Sửa…	F2</translation>
    </message>
    <message>
        <source>Goes sooner than the one above	Alt+↑</source>
        <translation>Ưu tiên hơn đợt ngay trên	Alt+↑</translation>
    </message>
    <message>
        <source>Show the item in the library</source>
        <translation>Xem mục này trong thư viện</translation>
    </message>
    <message>
        <source>Goes behind the one below	Alt+↓</source>
        <translation>Nhường đợt ngay dưới	Alt+↓</translation>
    </message>
    <message>
        <source>Stop…	Delete</source>
        <translation>Dừng…	Delete</translation>
    </message>
    <message>
        <source>stopped</source>
        <translation>đã dừng</translation>
    </message>
</context>
<context>
    <name>CopySheet</name>
    <message>
        <source>Copy this week</source>
        <translation>Chép tuần này</translation>
    </message>
    <message>
        <source>Copy this day</source>
        <translation>Chép ngày này</translation>
    </message>
    <message>
        <source>{what}: the programme as it is planned, or was held, is put by hand on the other days. What stands there by hand is replaced.</source>
        <translation>{what}: chương trình đang xếp (hoặc đã phát) được chép sang ngày khác thành chương trình xếp tay. Phần xếp tay đang có ở đó bị thay.</translation>
    </message>
    <message>
        <source>To</source>
        <translation>Sang</translation>
    </message>
    <message>
        <source>The week in which this day lies.</source>
        <translation>Tuần có ngày này.</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Chép</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Hủy</translation>
    </message>
    <message>
        <source>{items} airings in {sessions} sessions are put on {target}.</source>
        <translation>{items} lượt phát trong {sessions} buổi được chép sang {target}.</translation>
    </message>
    <message>
        <source>There is nothing that could be copied.</source>
        <translation>Không có gì để chép.</translation>
    </message>
    <message>
        <source>and {count} more</source>
        <translation>và {count} mục nữa</translation>
    </message>
    <message>
        <source>A campaign can be given a later last day: change it beside the day.</source>
        <translation>Muốn phát tiếp thì sửa đợt phát (bên cạnh lịch ngày) để kéo dài ngày cuối.</translation>
    </message>
    <message>
        <source>Left behind:</source>
        <translation>Không chép được:</translation>
    </message>
    <message>
        <source>not approved</source>
        <translation>chưa duyệt</translation>
    </message>
    <message>
        <source>its time is over</source>
        <translation>đã hết hạn phát</translation>
    </message>
    <message>
        <source>its first day has not come</source>
        <translation>chưa đến ngày phát</translation>
    </message>
    <message>
        <source>withdrawn</source>
        <translation>đã thu hồi</translation>
    </message>
    <message>
        <source>another item took its place</source>
        <translation>đã có mục khác thay</translation>
    </message>
    <message>
        <source>archived</source>
        <translation>đã lưu trữ</translation>
    </message>
    <message>
        <source>its sound is not the approved one</source>
        <translation>âm thanh không đúng bản đã duyệt</translation>
    </message>
    <message>
        <source>its campaign is over or stopped</source>
        <translation>đợt phát đã hết hoặc đã dừng</translation>
    </message>
    <message>
        <source>no longer in the library</source>
        <translation>không còn trong thư viện</translation>
    </message>
    <message>
        <source>the session has begun</source>
        <translation>buổi đã bắt đầu</translation>
    </message>
    <message>
        <source>it would lie in quiet hours</source>
        <translation>rơi vào giờ yên lặng</translation>
    </message>
    <message>
        <source>another session is held at that time</source>
        <translation>giờ đó đã có buổi khác</translation>
    </message>
    <message>
        <source>its length is not allowed</source>
        <translation>thời lượng không hợp lệ</translation>
    </message>
    <message>
        <source>nothing of it may air there</source>
        <translation>không mục nào được phát ở đó</translation>
    </message>
</context>
<context>
    <name>DayColumn</name>
    <message>
        <source>nothing airs</source>
        <translation>không phát</translation>
    </message>
    <message>
        <source>{count} notes</source>
        <translation>{count} lưu ý</translation>
    </message>
</context>
<context>
    <name>DayDeeds</name>
    <message>
        <source>Put “{title}” into {session}</source>
        <translation>Đưa “{title}” vào {session}</translation>
    </message>
    <message>
        <source>Another order in {session}</source>
        <translation>Đổi thứ tự trong {session}</translation>
    </message>
    <message>
        <source>Move “{title}” to {session}</source>
        <translation>Chuyển “{title}” sang {session}</translation>
    </message>
    <message>
        <source>Other hours for {session}: {start}, {minutes} minutes</source>
        <translation>Đổi giờ {session}: {start}, {minutes} phút</translation>
    </message>
    <message>
        <source>Relays of {session}</source>
        <translation>Tiếp sóng trong {session}</translation>
    </message>
    <message>
        <source>On the air now: it is played right after the item that sounds.</source>
        <translation>Buổi đang phát: mục này sẽ phát ngay sau mục đang phát.</translation>
    </message>
    <message>
        <source>Take “{title}” out of {session}</source>
        <translation>Gỡ “{title}” khỏi {session}</translation>
    </message>
    <message>
        <source>Lock {session}</source>
        <translation>Khóa {session}</translation>
    </message>
    <message>
        <source>{session} back to automatic</source>
        <translation>{session}: trả về tự động</translation>
    </message>
    <message>
        <source>{session} not held on {day}</source>
        <translation>{session}: không phát ngày {day}</translation>
    </message>
    <message>
        <source>{session} held on {day}</source>
        <translation>{session}: phát ngày {day}</translation>
    </message>
    <message>
        <source>{session} as in the template</source>
        <translation>{session}: theo giờ phát chung</translation>
    </message>
</context>
<context>
    <name>DayMenu</name>
    <message>
        <source>Show in the library</source>
        <translation>Xem trong thư viện</translation>
    </message>
    <message>
        <source>Enter</source>
        <translation>Enter</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Sao chép</translation>
    </message>
    <message>
        <source>Cut, to put it elsewhere</source>
        <translation>Cắt để đưa sang chỗ khác</translation>
    </message>
    <message>
        <source>Earlier</source>
        <translation>Phát sớm hơn</translation>
    </message>
    <message>
        <source>Later</source>
        <translation>Phát muộn hơn</translation>
    </message>
    <message>
        <source>Move to</source>
        <translation>Chuyển sang</translation>
    </message>
    <message>
        <source>Take out</source>
        <translation>Gỡ khỏi buổi</translation>
    </message>
    <message>
        <source>Put in from the library…</source>
        <translation>Thêm từ thư viện…</translation>
    </message>
    <message>
        <source>Hold it after all</source>
        <translation>Vẫn phát buổi này</translation>
    </message>
    <message>
        <source>Back to automatic</source>
        <translation>Trả về tự động</translation>
    </message>
    <message>
        <source>Lock the programme as it is</source>
        <translation>Khóa chương trình như hiện tại</translation>
    </message>
    <message>
        <source>Relays…</source>
        <translation>Tiếp sóng…</translation>
    </message>
    <message>
        <source>Not held on this day</source>
        <translation>Không phát hôm đó</translation>
    </message>
    <message>
        <source>As in the template</source>
        <translation>Theo giờ phát chung</translation>
    </message>
    <message>
        <source>Put in “{title}”</source>
        <translation>Đưa “{title}” vào đây</translation>
    </message>
</context>
<context>
    <name>DayPaper</name>
    <message>
        <source>Save the day&apos;s schedule</source>
        <translation>Lưu lịch phát ngày</translation>
    </message>
    <message>
        <source>Schedule of the day</source>
        <translation>Lịch phát ngày</translation>
    </message>
</context>
<context>
    <name>DayView</name>
    <message>
        <source>The day on 24 hours</source>
        <translation>Ngày phát theo 24 giờ</translation>
    </message>
    <message>
        <source>Programme of the day</source>
        <translation>Chương trình trong ngày</translation>
    </message>
</context>
<context>
    <name>Hand</name>
    <message>
        <source>{deed}. Ctrl+Z takes it back.</source>
        <translation>{deed}. Ctrl+Z để hoàn tác.</translation>
    </message>
    <message>
        <source>Take back a change of the schedule.</source>
        <translation>Hoàn tác một thay đổi của lịch phát.</translation>
    </message>
</context>
<context>
    <name>Header</name>
    <message>
        <source>Today</source>
        <translation>Hôm nay</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>Ngày</translation>
    </message>
    <message>
        <source>Week</source>
        <translation>Tuần</translation>
    </message>
    <message>
        <source>Month</source>
        <translation>Tháng</translation>
    </message>
    <message>
        <source>Forecast</source>
        <translation>Chạy thử</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Hoàn tác</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>Làm lại</translation>
    </message>
    <message>
        <source>More: hours, rules, special days, copying, printing</source>
        <translation>Việc khác: giờ phát, khung quy định, đợt đặc biệt, chép lịch, in</translation>
    </message>
    <message>
        <source>Add a campaign…</source>
        <translation>Thêm đợt phát…</translation>
    </message>
    <message>
        <source>One day, to read and to change (Ctrl+1)</source>
        <translation>Một ngày: xem và sửa (Ctrl+1)</translation>
    </message>
    <message>
        <source>Seven days side by side (Ctrl+2)</source>
        <translation>Bảy ngày cạnh nhau (Ctrl+2)</translation>
    </message>
    <message>
        <source>A month at a glance (Ctrl+3)</source>
        <translation>Cả tháng trong một bảng (Ctrl+3)</translation>
    </message>
    <message>
        <source>Play the coming days ahead of time (Ctrl+4)</source>
        <translation>Chạy thử những ngày sắp tới (Ctrl+4)</translation>
    </message>
</context>
<context>
    <name>Inspector</name>
    <message>
        <source>Choose a session or an item of the day with the mouse or the arrow keys.</source>
        <translation>Chọn một buổi hoặc một mục trong ngày bằng chuột hay phím mũi tên.</translation>
    </message>
</context>
<context>
    <name>ItemPart</name>
    <message>
        <source>Listen</source>
        <translation>Nghe thử</translation>
    </message>
    <message>
        <source>Earlier</source>
        <translation>Sớm hơn</translation>
    </message>
    <message>
        <source>Earlier (Alt+Up)</source>
        <translation>Phát sớm hơn (Alt+↑)</translation>
    </message>
    <message>
        <source>Later</source>
        <translation>Muộn hơn</translation>
    </message>
    <message>
        <source>Later (Alt+Down)</source>
        <translation>Phát muộn hơn (Alt+↓)</translation>
    </message>
    <message>
        <source>Move to…</source>
        <translation>Chuyển sang…</translation>
    </message>
    <message>
        <source>Take out</source>
        <translation>Gỡ khỏi buổi</translation>
    </message>
    <message>
        <source>Take out (Delete)</source>
        <translation>Gỡ khỏi buổi (Delete)</translation>
    </message>
    <message>
        <source>In the library</source>
        <translation>Trong thư viện</translation>
    </message>
    <message>
        <source>Show it in the library (Enter)</source>
        <translation>Xem trong thư viện (Enter)</translation>
    </message>
    <message>
        <source>Why here? {why}</source>
        <translation>Vì sao ở đây? {why}</translation>
    </message>
    <message>
        <source>It was put here by hand and does not air now; it can be taken out or put elsewhere.</source>
        <translation>Mục này xếp tay vào đây nhưng hiện không phát được; có thể bỏ ra hoặc dời sang chỗ khác.</translation>
    </message>
    <message>
        <source>Starts</source>
        <translation>Bắt đầu</translation>
    </message>
    <message>
        <source>Length</source>
        <translation>Thời lượng</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Thể loại</translation>
    </message>
    <message>
        <source>Campaign</source>
        <translation>Đợt phát</translation>
    </message>
    <message>
        <source>none: put in by hand</source>
        <translation>không có: xếp tay</translation>
    </message>
    <message>
        <source>So far</source>
        <translation>Đến nay</translation>
    </message>
    <message>
        <source>Letter</source>
        <translation>Văn bản</translation>
    </message>
    <message>
        <source>Valid until</source>
        <translation>Hạn phát</translation>
    </message>
    <message>
        <source>Approved</source>
        <translation>Đã duyệt</translation>
    </message>
    <message>
        <source>No other session of this day can be changed.</source>
        <translation>Ngày này không còn buổi nào sửa được.</translation>
    </message>
    <message>
        <source>To another day: Ctrl+X here, Ctrl+V there</source>
        <translation>Sang ngày khác: Ctrl+X ở đây, Ctrl+V ở ngày kia</translation>
    </message>
    <message>
        <source>Stop listening</source>
        <translation>Dừng nghe</translation>
    </message>
</context>
<context>
    <name>More</name>
    <message>
        <source>Session hours…</source>
        <translation>Giờ phát…</translation>
    </message>
    <message>
        <source>Broadcast rules…</source>
        <translation>Khung quy định…</translation>
    </message>
    <message>
        <source>Special days…</source>
        <translation>Đợt đặc biệt…</translation>
    </message>
    <message>
        <source>A session on this day alone…</source>
        <translation>Thêm buổi chỉ ngày này…</translation>
    </message>
    <message>
        <source>Copy this day to…</source>
        <translation>Chép ngày này sang…</translation>
    </message>
    <message>
        <source>Copy this week to…</source>
        <translation>Chép tuần này sang…</translation>
    </message>
    <message>
        <source>Relay programmes…</source>
        <translation>Chương trình tiếp sóng…</translation>
    </message>
    <message>
        <source>This day back to automatic</source>
        <translation>Trả cả ngày về tự động</translation>
    </message>
    <message>
        <source>Weekly sheet: submit, approve, print…</source>
        <translation>Lịch tuần…</translation>
    </message>
    <message>
        <source>Print the day…	Ctrl+P</source>
        <translation>In lịch ngày…	Ctrl+P</translation>
    </message>
    <message>
        <source>Save the day as PDF…</source>
        <translation>Lưu lịch ngày thành PDF…</translation>
    </message>
    <message>
        <source>Take the schedule out…</source>
        <translation>Xuất lịch ra tệp…</translation>
    </message>
    <message>
        <source>Take a schedule over…</source>
        <translation>Nhận lịch từ tệp…</translation>
    </message>
    <message>
        <source>Keys of this page	Ctrl+F1</source>
        <translation>Phím tắt của trang này	Ctrl+F1</translation>
    </message>
    <message>
        <source>The new hours hold from the next session on.</source>
        <translation>Giờ mới có hiệu lực từ buổi phát kế tiếp.</translation>
    </message>
    <message>
        <source>{session} on {day}: {start}, {minutes} minutes</source>
        <translation>{session} ngày {day}: {start}, {minutes} phút</translation>
    </message>
    <message>
        <source>{day} back to automatic</source>
        <translation>Ngày {day}: trả về tự động</translation>
    </message>
    <message>
        <source>Week from {source} copied to {target}</source>
        <translation>Chép tuần từ {source} sang tuần từ {target}</translation>
    </message>
    <message>
        <source>{source} copied to {target}</source>
        <translation>Chép ngày {source} sang ngày {target}</translation>
    </message>
    <message>
        <source>Saved: {path}</source>
        <translation>Đã lưu: {path}</translation>
    </message>
</context>
<context>
    <name>Panel</name>
    <message>
        <source>Beside the day</source>
        <translation>Bên cạnh lịch ngày</translation>
    </message>
    <message>
        <source>The day</source>
        <translation>Cả ngày</translation>
    </message>
    <message>
        <source>Chosen</source>
        <translation>Đang chọn</translation>
    </message>
    <message>
        <source>Library</source>
        <translation>Thư viện</translation>
    </message>
</context>
<context>
    <name>PlayNext</name>
    <message>
        <source>Play it next?</source>
        <translation>Phát tiếp ngay?</translation>
    </message>
    <message>
        <source>The session is on the air and stays as it was published. “{title}” is played right after the item that sounds now; what was to follow comes after it. The campaign&apos;s own airings stay as they are.</source>
        <translation>Buổi này đang phát nên lịch giữ nguyên. “{title}” sẽ phát ngay sau mục đang phát; các mục còn lại phát tiếp sau đó. Các lượt khác của đợt phát giữ nguyên.</translation>
    </message>
    <message>
        <source>Play it next</source>
        <translation>Phát tiếp ngay</translation>
    </message>
    <message>
        <source>Play “{title}” next.</source>
        <translation>Phát tiếp “{title}”.</translation>
    </message>
    <message>
        <source>“{title}” is played next, after the item that sounds now.</source>
        <translation>“{title}” sẽ phát ngay sau mục đang phát.</translation>
    </message>
</context>
<context>
    <name>RelaySheet</name>
    <message>
        <source>Relays of “{name}”</source>
        <translation>Tiếp sóng trong “{name}”</translation>
    </message>
    <message>
        <source>{day}: on this day only. A relay begins on the clock; items that do not fit around it are left out and named.</source>
        <translation>{day}: chỉ riêng ngày này. Tiếp sóng bắt đầu đúng giờ; mục nào không còn chỗ sẽ bị bỏ ra và được nêu tên.</translation>
    </message>
    <message>
        <source>Keep these relays</source>
        <translation>Lưu tiếp sóng</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Hủy</translation>
    </message>
</context>
<context>
    <name>Schedule</name>
    <message>
        <source>Outside the plan</source>
        <translation>Ngoài lịch</translation>
    </message>
    <message>
        <source>{count} items</source>
        <translation>{count} mục</translation>
    </message>
    <message>
        <source>Not held until the week is approved.</source>
        <translation>Chưa phát: chờ duyệt lịch tuần.</translation>
    </message>
    <message>
        <source>Nothing is planned for this session.</source>
        <translation>Buổi này chưa có mục nào.</translation>
    </message>
    <message>
        <source>aired {aired} of {asked}</source>
        <translation>đã phát {aired}/{asked}</translation>
    </message>
    <message>
        <source>left out</source>
        <translation>không đủ chỗ</translation>
    </message>
    <message>
        <source>nothing airs for {length}</source>
        <translation>không phát {length}</translation>
    </message>
    <message>
        <source>not approved</source>
        <translation>chưa duyệt</translation>
    </message>
    <message>
        <source>{length} too much</source>
        <translation>thừa {length}</translation>
    </message>
    <message>
        <source>{length} free</source>
        <translation>còn trống {length}</translation>
    </message>
    <message>
        <source>full</source>
        <translation>vừa đủ</translation>
    </message>
    <message>
        <source>Nothing airs in “{name}”: add a campaign.</source>
        <translation>“{name}” chưa có gì để phát: hãy thêm đợt phát.</translation>
    </message>
    <message>
        <source>“{name}” is filled only in part.</source>
        <translation>“{name}” còn trống nhiều.</translation>
    </message>
    <message>
        <source>“{name}” is {over} too long: what does not fit is left out.</source>
        <translation>“{name}” thừa {over}: phần không vừa sẽ không phát.</translation>
    </message>
    <message>
        <source>“{name}” ends {seconds} earlier, because the next session begins.</source>
        <translation>“{name}” kết thúc sớm {seconds} vì đến giờ buổi sau.</translation>
    </message>
    <message>
        <source>“{name}” is not held: another session runs at that time.</source>
        <translation>“{name}” không phát: trùng giờ với buổi khác.</translation>
    </message>
    <message>
        <source>“{name}” has begun: changes hold from the next session on.</source>
        <translation>“{name}” đã bắt đầu: thay đổi có hiệu lực từ buổi sau.</translation>
    </message>
    <message>
        <source>“{name}” is not held: it lies in quiet hours ({quiet_from}–{quiet_to}).</source>
        <translation>“{name}” không phát: nằm trong giờ yên lặng ({quiet_from}–{quiet_to}).</translation>
    </message>
    <message>
        <source>“{title}” is left out {times} times: there is no room for it.</source>
        <translation>“{title}” bị bỏ {times} lần vì không đủ chỗ.</translation>
    </message>
    <message>
        <source>No approved “{kind}” in the library: sessions go without it.</source>
        <translation>Thư viện chưa có “{kind}” đã duyệt: các buổi phát sẽ thiếu mục này.</translation>
    </message>
    <message>
        <source>“{title}” does not air: it is not approved yet.</source>
        <translation>“{title}” không phát: chưa được duyệt.</translation>
    </message>
    <message>
        <source>“{title}” does not air: its time is over.</source>
        <translation>“{title}” không phát: đã hết hạn.</translation>
    </message>
    <message>
        <source>“{title}” does not air yet: its first day has not come.</source>
        <translation>“{title}” chưa phát: chưa đến ngày bắt đầu.</translation>
    </message>
    <message>
        <source>“{title}” does not air: another item took its place.</source>
        <translation>“{title}” không phát: đã có mục khác thay thế.</translation>
    </message>
    <message>
        <source>“{title}” does not air: it was archived.</source>
        <translation>“{title}” không phát: đã lưu trữ.</translation>
    </message>
    <message>
        <source>“{title}” does not air: no session is held at its time of day.</source>
        <translation>“{title}” không phát: không có buổi nào vào khung giờ của mục này.</translation>
    </message>
    <message>
        <source>“{title}” does not air: every session also reaches zones it is not for.</source>
        <translation>“{title}” không phát: buổi nào cũng phát đến cả cụm loa không dành cho mục này.</translation>
    </message>
    <message>
        <source>This week&apos;s schedule is not approved: nothing planned airs.</source>
        <translation>Lịch tuần này chưa được duyệt: không phát gì theo lịch.</translation>
    </message>
    <message>
        <source>“{name}” is not held: it is not on the approved weekly schedule like this.</source>
        <translation>“{name}” không phát: giờ hoặc cụm loa của buổi khác với lịch tuần đã duyệt.</translation>
    </message>
    <message>
        <source>“{title}” waits ({times} airings): it is not on the approved weekly schedule.</source>
        <translation>“{title}” còn chờ ({times} lượt phát): chưa có trong lịch tuần đã duyệt.</translation>
    </message>
    <message>
        <source>The relay at {starts} is left out: there is no source “{source}”.</source>
        <translation>Bỏ lượt tiếp sóng {starts}: không có nguồn “{source}”.</translation>
    </message>
    <message>
        <source>The relay of “{source}” at {starts} is left out: it is not approved for this day.</source>
        <translation>Bỏ lượt tiếp sóng “{source}” lúc {starts}: chưa được duyệt cho ngày này.</translation>
    </message>
    <message>
        <source>The relay of “{source}” at {starts} is left out: it does not lie in the session, or another relay runs then.</source>
        <translation>Bỏ lượt tiếp sóng “{source}” lúc {starts}: nằm ngoài buổi hoặc trùng lượt tiếp sóng khác.</translation>
    </message>
    <message>
        <source>The relay of “{source}” ends {seconds} early, with the session.</source>
        <translation>Tiếp sóng “{source}” kết thúc sớm {seconds} cùng với buổi phát.</translation>
    </message>
    <message>
        <source>{seconds} of silence before what begins at {starts}.</source>
        <translation>Im lặng {seconds} trước mục bắt đầu lúc {starts}.</translation>
    </message>
    <message>
        <source>“{title}” does not fit any more and is left out.</source>
        <translation>“{title}” không còn chỗ nên bị bỏ ra.</translation>
    </message>
    <message>
        <source>An item put in by hand is gone from the library and is left out.</source>
        <translation>Một mục xếp tay không còn trong thư viện nên bị bỏ ra.</translation>
    </message>
    <message>
        <source>“{title}” does not air in this special period.</source>
        <translation>“{title}” không phát trong đợt đặc biệt này.</translation>
    </message>
    <message>
        <source>“{name}” is damaged: it is left out, or holds as it last was.</source>
        <translation>“{name}” bị hỏng: lịch bỏ qua, hoặc giữ như lần cuối còn đọc được.</translation>
    </message>
    <message>
        <source>Special period: {name}.</source>
        <translation>Đợt đặc biệt: {name}.</translation>
    </message>
    <message>
        <source>“{name}” is held because it was changed by hand for this day; “{period}” foresees no such session.</source>
        <translation>“{name}” vẫn phát vì đã được sửa tay cho ngày này; đợt “{period}” không có buổi này.</translation>
    </message>
    <message>
        <source>“{period}” holds the session “{name}”, which no longer exists: look at the special day again.</source>
        <translation>Đợt “{period}” giữ buổi “{name}”, nhưng buổi này không còn nữa: xem lại đợt đặc biệt này.</translation>
    </message>
    <message>
        <source>What was put by hand into “{name}” does not air: there is no such session any more.</source>
        <translation>Nội dung xếp tay cho “{name}” không phát: buổi này không còn nữa.</translation>
    </message>
    <message>
        <source>“{title}” does not air: it was withdrawn.</source>
        <translation>“{title}” không phát: đã bị thu hồi.</translation>
    </message>
    <message>
        <source>“{name}” is planned for {minutes} minutes; the rules allow {limit}: it ends then.</source>
        <translation>“{name}” đặt {minutes} phút; quy định cho {limit} phút: đến đó là hết buổi.</translation>
    </message>
    <message>
        <source>“{name}” is not held: it would be one of {count} sessions, the rules allow {limit} a day.</source>
        <translation>Không phát “{name}”: ngày này đặt {count} buổi, quy định cho {limit} buổi.</translation>
    </message>
    <message>
        <source>Nothing is held: the rules foresee no sessions on this day of the week.</source>
        <translation>Không phát buổi nào: quy định không có buổi vào thứ này.</translation>
    </message>
    <message>
        <source>“{title}” does not air: its sound is not the approved one.</source>
        <translation>“{title}” không phát: âm thanh không đúng bản đã duyệt.</translation>
    </message>
    <message>
        <source>“{name}” is for the zone “{zone}”, which the station does not have.</source>
        <translation>“{name}” dành cho cụm loa “{zone}” mà đài không có.</translation>
    </message>
    <message>
        <source>“{title}” cannot be made up: the session “{name}” is not held on this day.</source>
        <translation>“{title}” không phát bù được: ngày này không có buổi “{name}”.</translation>
    </message>
    <message>
        <source>Mo</source>
        <translation>T2</translation>
    </message>
    <message>
        <source>Tu</source>
        <translation>T3</translation>
    </message>
    <message>
        <source>We</source>
        <translation>T4</translation>
    </message>
    <message>
        <source>Th</source>
        <translation>T5</translation>
    </message>
    <message>
        <source>Fr</source>
        <translation>T6</translation>
    </message>
    <message>
        <source>Sa</source>
        <translation>T7</translation>
    </message>
    <message>
        <source>Su</source>
        <translation>CN</translation>
    </message>
    <message>
        <source>Submitted by {name}, {time}.</source>
        <translation>{name} trình lúc {time}.</translation>
    </message>
    <message>
        <source>The plan was changed since; submit it again to have that approved.</source>
        <translation>Sau đó lịch có thay đổi; muốn duyệt cả phần thay đổi thì trình lại.</translation>
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
        <source>What changed since waits until the week is approved again.</source>
        <translation>Phần thay đổi sau đó chỉ phát khi lịch tuần được duyệt lại.</translation>
    </message>
    <message>
        <source>The plan was changed since then.</source>
        <translation>Sau đó lịch có thay đổi.</translation>
    </message>
    <message>
        <source>approved, changed since</source>
        <translation>đã duyệt, có thay đổi</translation>
    </message>
    <message>
        <source>Given back by {name}: {reason}</source>
        <translation>{name} trả lại: {reason}</translation>
    </message>
    <message>
        <source>given back</source>
        <translation>bị trả lại</translation>
    </message>
    <message>
        <source>empty</source>
        <translation>trống</translation>
    </message>
    <message>
        <source>Nothing is planned this week.</source>
        <translation>Tuần này chưa có gì trong lịch.</translation>
    </message>
    <message>
        <source>Until somebody approves this week, nothing planned airs in it.</source>
        <translation>Lịch tuần này chưa được duyệt thì các buổi trong tuần không phát.</translation>
    </message>
    <message>
        <source>This station airs its plan without an approved week. Settings can ask for one.</source>
        <translation>Đài đang phát theo lịch mà không cần duyệt lịch tuần. Muốn bắt buộc duyệt, chọn trong Cài đặt.</translation>
    </message>
    <message>
        <source>not submitted</source>
        <translation>chưa trình</translation>
    </message>
    <message>
        <source>Approved by {name}, {time}.</source>
        <translation>{name} duyệt lúc {time}.</translation>
    </message>
    <message>
        <source>Author and approver are one person.</source>
        <translation>Người lập lịch tự duyệt (đài một người).</translation>
    </message>
    <message>
        <source>Submitted</source>
        <translation>Bản chờ duyệt</translation>
    </message>
    <message>
        <source>Approved</source>
        <translation>Bản đã duyệt</translation>
    </message>
    <message>
        <source>As planned now</source>
        <translation>Bản hiện nay</translation>
    </message>
    <message>
        <source>New: “{name}” {after} ({days})</source>
        <translation>Thêm buổi “{name}” {after} ({days})</translation>
    </message>
    <message>
        <source>No longer: “{name}” {before} ({days})</source>
        <translation>Bỏ buổi “{name}” {before} ({days})</translation>
    </message>
    <message>
        <source>“{name}” moves from {before} to {after} ({days})</source>
        <translation>“{name}” đổi giờ từ {before} sang {after} ({days})</translation>
    </message>
    <message>
        <source>“{name}” is for other zones: {before} → {after} ({days})</source>
        <translation>“{name}” đổi cụm loa: {before} → {after} ({days})</translation>
    </message>
    <message>
        <source>“{title}”: {times} airings more ({days})</source>
        <translation>“{title}”: thêm {times} lượt phát ({days})</translation>
    </message>
    <message>
        <source>“{title}”: {times} airings fewer ({days})</source>
        <translation>“{title}”: bớt {times} lượt phát ({days})</translation>
    </message>
    <message>
        <source>“{title}” moves from “{before}” to “{after}” ({days})</source>
        <translation>“{title}” chuyển từ “{before}” sang “{after}” ({days})</translation>
    </message>
    <message>
        <source>“{before}” is now called “{after}”</source>
        <translation>“{before}” đổi tên thành “{after}”</translation>
    </message>
    <message>
        <source>“{name}”: another order of items ({days})</source>
        <translation>“{name}”: đổi thứ tự các mục ({days})</translation>
    </message>
    <message>
        <source>all week</source>
        <translation>cả tuần</translation>
    </message>
    <message>
        <source>all zones</source>
        <translation>mọi cụm loa</translation>
    </message>
    <message>
        <source>“{name}” would begin at {starts}, that is {words}. Is that really meant?</source>
        <translation>“{name}” sẽ bắt đầu lúc {starts}, tức {words}. Có đúng ý không?</translation>
    </message>
    <message>
        <source>An unusual hour</source>
        <translation>Giờ phát không thường gặp</translation>
    </message>
    <message>
        <source>Yes, at this hour</source>
        <translation>Đúng, phát giờ này</translation>
    </message>
    <message>
        <source>“{name}” would last {wanted} minutes; the rules allow {limit}.</source>
        <translation>“{name}” sẽ dài {wanted} phút; quy định cho {limit} phút.</translation>
    </message>
    <message>
        <source>There would be {wanted} sessions on this day; the rules allow {limit}.</source>
        <translation>Ngày này sẽ có {wanted} buổi; quy định cho {limit} buổi.</translation>
    </message>
    <message>
        <source>The rules foresee no session on this day of the week.</source>
        <translation>Quy định không có buổi phát vào thứ này trong tuần.</translation>
    </message>
    <message>
        <source>The rules do not allow this.</source>
        <translation>Quy định không cho phép việc này.</translation>
    </message>
    <message>
        <source>With a reason the rule does not hold for it any more; the reason stays in the record and can be taken back under “Broadcast rules…”.</source>
        <translation>Nêu lý do thì quy định này không áp dụng nữa; lý do được lưu vào hồ sơ và có thể thu lại ở “Khung quy định…”.</translation>
    </message>
    <message>
        <source>Beyond the rules</source>
        <translation>Vượt khung quy định</translation>
    </message>
    <message>
        <source>Allow it</source>
        <translation>Cho phép</translation>
    </message>
    <message>
        <source>Agreed with the people here</source>
        <translation>Đã thống nhất với bà con</translation>
    </message>
    <message>
        <source>Asked for by a letter</source>
        <translation>Theo yêu cầu của văn bản</translation>
    </message>
    <message>
        <source>It fits; “{name}” is full then.</source>
        <translation>Vừa; “{name}” sẽ kín.</translation>
    </message>
    <message>
        <source>It fits; {length} of “{name}” stay free.</source>
        <translation>Vừa; “{name}” còn trống {length}.</translation>
    </message>
    <message>
        <source>Somebody put it here by hand.</source>
        <translation>Có người xếp tay vào đây.</translation>
    </message>
    <message>
        <source>It stands here on the approved weekly schedule.</source>
        <translation>Lịch tuần đã duyệt xếp ở đây.</translation>
    </message>
    <message>
        <source>Its hours or zones leave no other session on this day.</source>
        <translation>Khung giờ hoặc cụm loa của mục chỉ còn buổi này trong ngày.</translation>
    </message>
    <message>
        <source>This session had the most room when it was placed.</source>
        <translation>Lúc xếp, buổi này còn trống nhiều nhất.</translation>
    </message>
    <message>
        <source>Another session of the day has one of its airings already.</source>
        <translation>Buổi khác trong ngày đã có một lượt của mục này.</translation>
    </message>
    <message>
        <source>Here it keeps its distance from its other airings of the day.</source>
        <translation>Ở đây mới giữ đủ khoảng cách với các lượt khác trong ngày.</translation>
    </message>
    <message>
        <source>The session it would be in first had no room left.</source>
        <translation>Buổi lẽ ra xếp trước đã hết chỗ.</translation>
    </message>
    <message>
        <source>A relay begins on the clock, whatever else is planned.</source>
        <translation>Tiếp sóng bắt đầu đúng giờ, không phụ thuộc mục khác.</translation>
    </message>
    <message>
        <source>It belongs to the frame of every session: tune, words, closing.</source>
        <translation>Thuộc khung của mọi buổi phát: nhạc hiệu, lời xướng, lời chào.</translation>
    </message>
    <message>
        <source>It fills what is left before something that begins on the clock.</source>
        <translation>Lấp khoảng trống trước mục bắt đầu đúng giờ.</translation>
    </message>
    <message>
        <source>It makes up for an airing that was missed.</source>
        <translation>Phát bù một lượt đã lỡ.</translation>
    </message>
</context>
<context>
    <name>SchedulePage</name>
    <message>
        <source>Day before (Alt+Left)</source>
        <translation>Hôm trước (Alt+←)</translation>
    </message>
    <message>
        <source>Day after (Alt+Right)</source>
        <translation>Hôm sau (Alt+→)</translation>
    </message>
    <message>
        <source>Week before (Alt+Left)</source>
        <translation>Tuần trước (Alt+←)</translation>
    </message>
    <message>
        <source>Make up “{title}”</source>
        <translation>Phát bù “{title}”</translation>
    </message>
    <message>
        <source>Week after (Alt+Right)</source>
        <translation>Tuần sau (Alt+→)</translation>
    </message>
    <message>
        <source>Month {month}/{year}</source>
        <translation>Tháng {month}/{year}</translation>
    </message>
    <message>
        <source>Month before (Alt+Left)</source>
        <translation>Tháng trước (Alt+←)</translation>
    </message>
    <message>
        <source>Month after (Alt+Right)</source>
        <translation>Tháng sau (Alt+→)</translation>
    </message>
    <message>
        <source>The coming days played ahead</source>
        <translation>Chạy thử những ngày sắp tới</translation>
    </message>
    <message>
        <source>Played ahead</source>
        <translation>Chạy thử</translation>
    </message>
    <message>
        <source>Nothing was planned on this day.</source>
        <translation>Ngày này không có lịch phát.</translation>
    </message>
    <message>
        <source>No session is held on this day. “Session hours…” in the menu “…” says when sessions are held.</source>
        <translation>Ngày này không có buổi phát nào. Mục “Giờ phát…” trong menu “…” cho biết ngày nào có buổi.</translation>
    </message>
</context>
<context>
    <name>SessionPart</name>
    <message>
        <source> minutes</source>
        <translation> phút</translation>
    </message>
    <message>
        <source>Starts</source>
        <translation>Bắt đầu</translation>
    </message>
    <message>
        <source>Lasts</source>
        <translation>Dài</translation>
    </message>
    <message>
        <source>Keep these hours</source>
        <translation>Lưu giờ này</translation>
    </message>
    <message>
        <source>Lock</source>
        <translation>Khóa</translation>
    </message>
    <message>
        <source>Keep the programme just as it is now, whatever campaigns come or end (Ctrl+L)</source>
        <translation>Giữ nguyên chương trình như bây giờ, dù có thêm hay hết đợt phát (Ctrl+L)</translation>
    </message>
    <message>
        <source>Back to automatic</source>
        <translation>Trả về tự động</translation>
    </message>
    <message>
        <source>Let the planner fill this session again</source>
        <translation>Để máy xếp lại buổi này</translation>
    </message>
    <message>
        <source>Not held on this day</source>
        <translation>Không phát hôm đó</translation>
    </message>
    <message>
        <source>Hold it after all</source>
        <translation>Vẫn phát buổi này</translation>
    </message>
    <message>
        <source>As in the template</source>
        <translation>Theo giờ phát chung</translation>
    </message>
    <message>
        <source>Hours, relays and programme of this day as the template says</source>
        <translation>Giờ, tiếp sóng và chương trình của ngày này theo giờ phát chung</translation>
    </message>
    <message>
        <source>Relays…</source>
        <translation>Tiếp sóng…</translation>
    </message>
    <message>
        <source>Which programmes are taken over on this day</source>
        <translation>Ngày này tiếp sóng chương trình nào</translation>
    </message>
    <message>
        <source>not held on this day</source>
        <translation>không phát ngày này</translation>
    </message>
    <message>
        <source>on air: locked</source>
        <translation>đang phát: đã khóa</translation>
    </message>
    <message>
        <source>over</source>
        <translation>đã xong</translation>
    </message>
    <message>
        <source>made by hand</source>
        <translation>xếp tay</translation>
    </message>
    <message>
        <source>automatic</source>
        <translation>tự động</translation>
    </message>
    <message>
        <source>Filled</source>
        <translation>Đã xếp</translation>
    </message>
    <message>
        <source>{used} of {limit}</source>
        <translation>{used} / {limit}</translation>
    </message>
    <message>
        <source>Too much</source>
        <translation>Thừa</translation>
    </message>
    <message>
        <source>Free</source>
        <translation>Còn trống</translation>
    </message>
    <message>
        <source>Items</source>
        <translation>Số mục</translation>
    </message>
    <message>
        <source>Relays</source>
        <translation>Tiếp sóng</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Lý do</translation>
    </message>
    <message>
        <source>From {start} ({start_words}) to {end} ({end_words})</source>
        <translation>Từ {start} ({start_words}) đến {end} ({end_words})</translation>
    </message>
    <message>
        <source>, on this day only.</source>
        <translation>, chỉ riêng ngày này.</translation>
    </message>
</context>
<context>
    <name>SessionSheet</name>
    <message>
        <source>A session on this day alone</source>
        <translation>Buổi phát chỉ ngày này</translation>
    </message>
    <message>
        <source>Special session</source>
        <translation>Buổi đặc biệt</translation>
    </message>
    <message>
        <source> minutes</source>
        <translation> phút</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Tên</translation>
    </message>
    <message>
        <source>Starts</source>
        <translation>Bắt đầu</translation>
    </message>
    <message>
        <source>Lasts</source>
        <translation>Dài</translation>
    </message>
    <message>
        <source>Zones</source>
        <translation>Cụm loa</translation>
    </message>
    <message>
        <source>Hold this session</source>
        <translation>Thêm buổi này</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Hủy</translation>
    </message>
    <message>
        <source>It begins at {start} ({start_words}) and ends at {end} ({end_words}) at the latest. Campaigns fill it by themselves.</source>
        <translation>Bắt đầu lúc {start} ({start_words}), kết thúc chậm nhất {end} ({end_words}). Các đợt phát tự xếp vào.</translation>
    </message>
    <message>
        <source>Give the session a name.</source>
        <translation>Đặt tên cho buổi phát.</translation>
    </message>
</context>
<context>
    <name>Shelf</name>
    <message>
        <source>Search the library (accents may be left out)…</source>
        <translation>Tìm trong thư viện (gõ không dấu cũng được)…</translation>
    </message>
    <message>
        <source>Items</source>
        <translation>Mục đã duyệt</translation>
    </message>
    <message>
        <source>Campaigns</source>
        <translation>Đợt phát</translation>
    </message>
    <message>
        <source>Items that may be put in</source>
        <translation>Các mục có thể đưa vào</translation>
    </message>
    <message>
        <source>Open the library</source>
        <translation>Mở Thư viện</translation>
    </message>
    <message>
        <source>Put in</source>
        <translation>Đưa vào</translation>
    </message>
    <message>
        <source>After the item that is chosen in the day; or drag it there</source>
        <translation>Đưa vào sau mục đang chọn; hoặc kéo thả vào lịch</translation>
    </message>
    <message>
        <source>No approved item was found. Items are approved in the library.</source>
        <translation>Không có mục nào đã duyệt. Duyệt mục ở Thư viện.</translation>
    </message>
    <message>
        <source>until {last}</source>
        <translation>đến {last}</translation>
    </message>
    <message>
        <source>No campaign runs on this day.</source>
        <translation>Ngày này không có đợt phát nào.</translation>
    </message>
</context>
<context>
    <name>SideBar</name>
    <message>
        <source>Needs attention</source>
        <translation>Cần chú ý</translation>
    </message>
    <message>
        <source>Look at the weekly sheet…</source>
        <translation>Xem lịch tuần…</translation>
    </message>
    <message>
        <source>and {count} more</source>
        <translation>và {count} lưu ý nữa</translation>
    </message>
    <message>
        <source>Campaigns on this day</source>
        <translation>Đợt phát trong ngày</translation>
    </message>
    <message>
        <source>Show {count} more</source>
        <translation>Hiện thêm {count} đợt</translation>
    </message>
    <message>
        <source>“{title}” gave way to “{new}” and airs no more.</source>
        <translation>“{title}” đã được thay bằng “{new}” nên không phát nữa.</translation>
    </message>
    <message>
        <source>Air the new one</source>
        <translation>Phát mục mới</translation>
    </message>
    <message>
        <source>Other ways…</source>
        <translation>Xếp cách khác…</translation>
    </message>
    <message>
        <source>What could be moved or made longer, so that it airs</source>
        <translation>Xem có thể dời gì hoặc kéo dài buổi nào để phát được mục này</translation>
    </message>
    <message>
        <source>No campaign ran on this day.</source>
        <translation>Ngày này không có đợt phát nào.</translation>
    </message>
    <message>
        <source>No campaign asks for this day. Add one, and its item airs in the sessions by itself.</source>
        <translation>Ngày này chưa có đợt phát nào. Hãy thêm một đợt, mục đó sẽ tự vào các buổi phát.</translation>
    </message>
    <message>
        <source>Add a campaign…</source>
        <translation>Thêm đợt phát…</translation>
    </message>
</context>
<context>
    <name>Timeline</name>
    <message>
        <source>ON AIR</source>
        <translation>ĐANG PHÁT</translation>
    </message>
    <message>
        <source>on air, locked</source>
        <translation>đang phát, đã khóa</translation>
    </message>
    <message>
        <source>by hand</source>
        <translation>xếp tay</translation>
    </message>
</context>
<context>
    <name>WeekBox</name>
    <message>
        <source>nothing in it yet</source>
        <translation>chưa có gì</translation>
    </message>
    <message>
        <source>and {count} more</source>
        <translation>và {count} mục nữa</translation>
    </message>
    <message>
        <source>aired {good}/{all}</source>
        <translation>đã phát {good}/{all}</translation>
    </message>
</context>
<context>
    <name>WeekSheetDialog</name>
    <message>
        <source>Weekly schedule</source>
        <translation>Lịch phát thanh tuần</translation>
    </message>
    <message>
        <source>Week before</source>
        <translation>Tuần trước</translation>
    </message>
    <message>
        <source>Week after</source>
        <translation>Tuần sau</translation>
    </message>
    <message>
        <source>Save as Word…</source>
        <translation>Xuất Word…</translation>
    </message>
    <message>
        <source>Save as PDF…</source>
        <translation>Xuất PDF…</translation>
    </message>
    <message>
        <source>Print…</source>
        <translation>In…</translation>
    </message>
    <message>
        <source>Give back…</source>
        <translation>Trả lại…</translation>
    </message>
    <message>
        <source>Submit…</source>
        <translation>Trình duyệt…</translation>
    </message>
    <message>
        <source>Approve…</source>
        <translation>Duyệt…</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Đóng</translation>
    </message>
    <message>
        <source>A sheet of this week was changed outside the program. It counts for nothing; submit the week again.</source>
        <translation>Một bản lịch của tuần này đã bị sửa từ bên ngoài chương trình nên không còn giá trị. Hãy trình lại lịch tuần.</translation>
    </message>
    <message>
        <source>New against the approved week</source>
        <translation>Khác với bản đã duyệt</translation>
    </message>
    <message>
        <source>Changed since the approval</source>
        <translation>Thay đổi sau khi duyệt</translation>
    </message>
    <message>
        <source>Submit the weekly schedule {week} for approval.</source>
        <translation>Trình duyệt lịch phát thanh tuần {week}.</translation>
    </message>
    <message>
        <source>The schedule {week} waits for an approver.</source>
        <translation>Đã trình lịch tuần {week}, đang chờ duyệt.</translation>
    </message>
    <message>
        <source>I approve the weekly schedule {week} as shown.</source>
        <translation>Tôi duyệt lịch phát thanh tuần {week} đúng như bản đang xem.</translation>
    </message>
    <message>
        <source>The schedule {week} is approved.</source>
        <translation>Đã duyệt lịch tuần {week}.</translation>
    </message>
    <message>
        <source>Give the schedule back</source>
        <translation>Trả lại lịch tuần</translation>
    </message>
    <message>
        <source>Whoever submitted it reads the reason here and can submit again.</source>
        <translation>Người trình sẽ thấy lý do ở đây và có thể trình lại.</translation>
    </message>
    <message>
        <source>Give back</source>
        <translation>Trả lại</translation>
    </message>
    <message>
        <source>Give the weekly schedule {week} back.</source>
        <translation>Trả lại lịch phát thanh tuần {week}.</translation>
    </message>
    <message>
        <source>The schedule {week} was given back.</source>
        <translation>Đã trả lại lịch tuần {week}.</translation>
    </message>
    <message>
        <source>Save the weekly schedule</source>
        <translation>Lưu lịch phát thanh tuần</translation>
    </message>
    <message>
        <source>Saved: {path}</source>
        <translation>Đã lưu: {path}</translation>
    </message>
</context>
<context>
    <name>WeekView</name>
    <message>
        <source>Move “{title}” to {session}, {day}</source>
        <translation>Chuyển “{title}” sang {session} ngày {day}</translation>
    </message>
    <message>
        <source>Put “{title}” into {session}, {day}</source>
        <translation>Đưa “{title}” vào {session} ngày {day}</translation>
    </message>
</context>
</TS>
