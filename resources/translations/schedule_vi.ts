<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="vi_VN" sourcelanguage="en">
<context>
    <name>CampaignDialog</name>
    <message>
        <source>New campaign</source>
        <translation>Đợt phát mới</translation>
    </message>
    <message>
        <source>Make the campaign</source>
        <translation>Lập đợt phát</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Hủy</translation>
    </message>
    <message>
        <source>The letter proposes: {asked}</source>
        <translation>Văn bản đề nghị: {asked}</translation>
    </message>
    <message>
        <source>Why: {reasons}.</source>
        <translation>Căn cứ: {reasons}.</translation>
    </message>
    <message>
        <source>Search the library (accents may be left out)…</source>
        <translation>Tìm trong thư viện (gõ không dấu cũng được)…</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>Tiêu đề</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Thể loại</translation>
    </message>
    <message>
        <source>Length</source>
        <translation>Thời lượng</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Trạng thái</translation>
    </message>
    <message>
        <source>Items to air</source>
        <translation>Các mục có thể phát</translation>
    </message>
    <message>
        <source>Nothing to choose from: add a sound in the library or approve a bulletin first.</source>
        <translation>Chưa có gì để chọn: hãy nhập âm thanh vào thư viện hoặc duyệt một bản tin trước.</translation>
    </message>
    <message>
        <source>Times a day</source>
        <translation>Số lần mỗi ngày</translation>
    </message>
    <message>
        <source>First day</source>
        <translation>Ngày đầu</translation>
    </message>
    <message>
        <source>Last day</source>
        <translation>Ngày cuối</translation>
    </message>
    <message>
        <source>It still airs on this day.</source>
        <translation>Ngày này vẫn phát.</translation>
    </message>
    <message>
        <source>Days of the week</source>
        <translation>Các thứ trong tuần</translation>
    </message>
    <message>
        <source>Urgency</source>
        <translation>Mức độ</translation>
    </message>
    <message>
        <source>If its time is missed</source>
        <translation>Nếu lỡ giờ phát</translation>
    </message>
    <message>
        <source>After a power cut, a break-in or another failure.</source>
        <translation>Khi mất điện, có tin khẩn cấp chen vào hoặc sự cố khác.</translation>
    </message>
    <message>
        <source>The last day lies before the first.</source>
        <translation>Ngày cuối đang trước ngày đầu.</translation>
    </message>
    <message>
        <source>Choose at least one day.</source>
        <translation>Hãy chọn ít nhất một ngày.</translation>
    </message>
    <message>
        <source>Plan what goes on air.</source>
        <translation>Lập lịch những gì sẽ phát.</translation>
    </message>
    <message>
        <source>“{title}” is in the schedule.</source>
        <translation>Đã đưa “{title}” vào lịch phát.</translation>
    </message>
</context>
<context>
    <name>CampaignRow</name>
    <message>
        <source>Stop this campaign…</source>
        <translation>Dừng đợt phát này…</translation>
    </message>
    <message>
        <source>Resume</source>
        <translation>Phát tiếp</translation>
    </message>
    <message>
        <source>Show the item in the library</source>
        <translation>Xem mục này trong thư viện</translation>
    </message>
    <message>
        <source>stopped</source>
        <translation>đã dừng</translation>
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
    <name>HoursDialog</name>
    <message>
        <source> minutes</source>
        <translation> phút</translation>
    </message>
    <message>
        <source>Starts</source>
        <translation>Bắt đầu</translation>
    </message>
    <message>
        <source>On the 24-hour clock: five in the afternoon is 17:00.</source>
        <translation>Theo đồng hồ 24 giờ: 5 giờ chiều là 17:00.</translation>
    </message>
    <message>
        <source>At most</source>
        <translation>Dài tối đa</translation>
    </message>
    <message>
        <source>Days of the week</source>
        <translation>Các thứ trong tuần</translation>
    </message>
    <message>
        <source>Zones</source>
        <translation>Cụm loa</translation>
    </message>
    <message>
        <source>Sessions on different zones may run side by side.</source>
        <translation>Các buổi dành cho cụm loa khác nhau có thể phát cùng lúc.</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Lưu</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Hủy</translation>
    </message>
    <message>
        <source>Choose at least one day.</source>
        <translation>Hãy chọn ít nhất một ngày.</translation>
    </message>
    <message>
        <source>Really at {time}?</source>
        <translation>Có đúng là {time} không?</translation>
    </message>
    <message>
        <source>“{name}” would sound over the loudspeakers at {time}, when many people are asleep or at rest.</source>
        <translation>“{name}” sẽ phát ra loa lúc {time}, khi nhiều người đang ngủ hoặc nghỉ ngơi.</translation>
    </message>
    <message>
        <source>Yes, at {time}</source>
        <translation>Đúng, lúc {time}</translation>
    </message>
    <message>
        <source>The villagers agreed</source>
        <translation>Đã thống nhất với bà con</translation>
    </message>
    <message>
        <source>Order of the People&apos;s Committee</source>
        <translation>Lệnh của UBND xã</translation>
    </message>
    <message>
        <source>Seasonal farm work</source>
        <translation>Vào vụ, bà con đi làm sớm</translation>
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
        <source>“{name}” lasts {minutes} minutes; the rules allow {limit}.</source>
        <translation>“{name}” dài {minutes} phút; quy định cho phép {limit} phút.</translation>
    </message>
    <message>
        <source>{count} sessions on this day; the rules allow {limit}.</source>
        <translation>Ngày này có {count} buổi phát; quy định cho phép {limit} buổi.</translation>
    </message>
    <message>
        <source>The rules foresee no sessions on this day of the week.</source>
        <translation>Theo quy định, ngày này trong tuần không phát.</translation>
    </message>
    <message>
        <source>“{name}” is not held: it lies in quiet hours ({quiet_from}–{quiet_to}).</source>
        <translation>“{name}” không phát: nằm trong giờ yên tĩnh ({quiet_from}–{quiet_to}).</translation>
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
        <translation>“{title}” không phát: buổi nào cũng phát đến cả khu vực không dành cho mục này.</translation>
    </message>
    <message>
        <source>This week&apos;s schedule is not approved: nothing planned airs.</source>
        <translation>Lịch tuần này chưa được duyệt: không phát gì theo lịch.</translation>
    </message>
    <message>
        <source>“{name}” is not held: it is not on the approved weekly schedule like this.</source>
        <translation>“{name}” không phát: giờ hoặc khu vực của buổi khác với lịch tuần đã duyệt.</translation>
    </message>
    <message>
        <source>“{title}” waits ({times} airings): it is not on the approved weekly schedule.</source>
        <translation>“{title}” còn chờ ({times} lượt phát): chưa có trong lịch tuần đã duyệt.</translation>
    </message>
    <message>
        <source>“{title}” does not air: it was withdrawn.</source>
        <translation>“{title}” không phát: đã bị thu hồi.</translation>
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
        <source>{times} times a day · {first}–{last}</source>
        <translation>{times} lần/ngày · {first}–{last}</translation>
    </message>
    <message>
        <source>stopped</source>
        <translation>đã dừng</translation>
    </message>
    <message>
        <source>over</source>
        <translation>đã hết</translation>
    </message>
    <message>
        <source>Routine</source>
        <translation>Thông thường</translation>
    </message>
    <message>
        <source>Priority</source>
        <translation>Ưu tiên</translation>
    </message>
    <message>
        <source>Emergency</source>
        <translation>Khẩn cấp</translation>
    </message>
    <message>
        <source>Make up in “{name}”</source>
        <translation>Phát bù trong “{name}”</translation>
    </message>
    <message>
        <source>Leave out, with the reason in the log</source>
        <translation>Bỏ qua, ghi lý do vào nhật ký</translation>
    </message>
    <message>
        <source>Play up to {minutes} minutes late</source>
        <translation>Phát muộn tối đa {minutes} phút</translation>
    </message>
    <message>
        <source>It would never air: no such day of the week lies in this stretch.</source>
        <translation>Sẽ không phát lần nào: khoảng ngày này không có thứ nào đã chọn.</translation>
    </message>
    <message>
        <source>It airs {times} times on each of {days} days, {total} times in all, from {first} to {last}.</source>
        <translation>Sẽ phát {times} lần mỗi ngày trong {days} ngày, tổng cộng {total} lần, từ {first} đến hết {last}.</translation>
    </message>
    <message>
        <source>It is not approved yet: until it is, it does not air.</source>
        <translation>Mục này chưa được duyệt: đến khi duyệt mới phát.</translation>
    </message>
    <message>
        <source>It airs once the weekly schedule with it is approved.</source>
        <translation>Mục này chỉ phát sau khi lịch tuần có mục này được duyệt.</translation>
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
        <translation>“{name}” đổi khu vực: {before} → {after} ({days})</translation>
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
        <translation>toàn bộ khu vực</translation>
    </message>
</context>
<context>
    <name>SchedulePage</name>
    <message>
        <source>The day on 24 hours</source>
        <translation>Ngày phát theo 24 giờ</translation>
    </message>
    <message>
        <source>Day before (Alt+Left)</source>
        <translation>Hôm trước (Alt+←)</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>Hôm nay</translation>
    </message>
    <message>
        <source>Day after (Alt+Right)</source>
        <translation>Hôm sau (Alt+→)</translation>
    </message>
    <message>
        <source>Week</source>
        <translation>Tuần</translation>
    </message>
    <message>
        <source>Seven days side by side (Ctrl+W)</source>
        <translation>Xem bảy ngày cạnh nhau (Ctrl+W)</translation>
    </message>
    <message>
        <source>Session hours…</source>
        <translation>Giờ buổi phát…</translation>
    </message>
    <message>
        <source>At which hours sessions are held</source>
        <translation>Các buổi phát vào giờ nào</translation>
    </message>
    <message>
        <source>Weekly sheet…</source>
        <translation>Lịch tuần…</translation>
    </message>
    <message>
        <source>The week on one sheet: submit, approve, print (Ctrl+Shift+W)</source>
        <translation>Cả tuần trên một bản: trình, duyệt, in (Ctrl+Shift+W)</translation>
    </message>
    <message>
        <source>Add a campaign…</source>
        <translation>Thêm đợt phát…</translation>
    </message>
    <message>
        <source>Programme of the day</source>
        <translation>Chương trình trong ngày</translation>
    </message>
    <message>
        <source>Week before (Alt+Left)</source>
        <translation>Tuần trước (Alt+←)</translation>
    </message>
    <message>
        <source>Week after (Alt+Right)</source>
        <translation>Tuần sau (Alt+→)</translation>
    </message>
    <message>
        <source>Nothing was planned on this day.</source>
        <translation>Ngày này không có lịch phát.</translation>
    </message>
    <message>
        <source>No session is held on this day. “Session hours…” says when sessions are held.</source>
        <translation>Ngày này không có buổi phát nào. Bấm “Giờ buổi phát…” để xem khi nào có buổi phát.</translation>
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
        <source>“{title}” was stopped. Ctrl+Z resumes it.</source>
        <translation>Đã dừng “{title}”. Ctrl+Z để phát tiếp.</translation>
    </message>
    <message>
        <source>Resume “{title}”.</source>
        <translation>Cho phát tiếp “{title}”.</translation>
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
        <source>“{new}” airs in its place. Ctrl+Z takes it back.</source>
        <translation>Sẽ phát “{new}” thay thế. Nhấn Ctrl+Z để hoàn tác.</translation>
    </message>
    <message>
        <source>“{title}” is the campaign&apos;s item again.</source>
        <translation>Đợt phát dùng lại “{title}”.</translation>
    </message>
    <message>
        <source>The new hours hold from the next session on.</source>
        <translation>Giờ mới có hiệu lực từ buổi phát sau.</translation>
    </message>
</context>
<context>
    <name>SessionsDialog</name>
    <message>
        <source>Hours of the sessions</source>
        <translation>Giờ các buổi phát</translation>
    </message>
    <message>
        <source>Every session is held at these hours until they are changed. A session that has begun is not touched.</source>
        <translation>Các buổi phát theo giờ này cho đến khi được sửa. Buổi đang phát không bị ảnh hưởng.</translation>
    </message>
    <message>
        <source>Session</source>
        <translation>Buổi</translation>
    </message>
    <message>
        <source>Starts</source>
        <translation>Bắt đầu</translation>
    </message>
    <message>
        <source>At most</source>
        <translation>Dài tối đa</translation>
    </message>
    <message>
        <source>Days</source>
        <translation>Ngày phát</translation>
    </message>
    <message>
        <source>Change hours…</source>
        <translation>Sửa giờ buổi phát…</translation>
    </message>
    <message>
        <source>Zones</source>
        <translation>Cụm loa</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Đóng</translation>
    </message>
    <message>
        <source>Change the hours of “{name}”.</source>
        <translation>Sửa giờ của “{name}”.</translation>
    </message>
    <message>
        <source>{count} minutes</source>
        <translation>{count} phút</translation>
    </message>
    <message>
        <source>every day</source>
        <translation>hằng ngày</translation>
    </message>
    <message>
        <source>all zones</source>
        <translation>toàn bộ khu vực</translation>
    </message>
    <message>
        <source>Hours of “{name}”</source>
        <translation>Giờ của “{name}”</translation>
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
        <source>“{title}” gave way to “{new}” and airs no more.</source>
        <translation>“{title}” đã được thay bằng “{new}” nên không phát nữa.</translation>
    </message>
    <message>
        <source>Air the new one</source>
        <translation>Phát mục mới</translation>
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
    <message>
        <source>Sent to the printer.</source>
        <translation>Đã gửi tới máy in.</translation>
    </message>
</context>
<context>
    <name>_SessionBox</name>
    <message>
        <source>{count} items</source>
        <translation>{count} mục</translation>
    </message>
    <message>
        <source>aired {good}/{all}</source>
        <translation>đã phát {good}/{all}</translation>
    </message>
</context>
</TS>
