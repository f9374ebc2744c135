<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="vi_VN" sourcelanguage="en">
<context>
    <name>DamagedFile</name>
    <message>
        <source>Restore the last good copy</source>
        <translation>Khôi phục bản tốt gần nhất</translation>
    </message>
    <message>
        <source>Put the damaged file aside</source>
        <translation>Bỏ tệp hỏng</translation>
    </message>
    <message>
        <source>Still airs as it last was good</source>
        <translation>Vẫn phát như lần đúng gần nhất</translation>
    </message>
    <message>
        <source>Does not air</source>
        <translation>Không phát</translation>
    </message>
    <message>
        <source>The station knows no good copy of this file. Put aside, it stays in the folder under another name: nothing is lost.</source>
        <translation>Đài không có bản tốt nào của tệp này. Bỏ ra thì tệp vẫn nằm trong thư mục dưới tên khác: không mất gì.</translation>
    </message>
    <message>
        <source>For a technician: {detail}</source>
        <translation>Cho người kỹ thuật: {detail}</translation>
    </message>
    <message>
        <source>The file “{file}” is damaged: it cannot be read.</source>
        <translation>Tệp “{file}” bị hỏng, không đọc được.</translation>
    </message>
    <message>
        <source>The file “{file}” is wrong. {what}</source>
        <translation>Tệp “{file}” bị sai. {what}</translation>
    </message>
</context>
<context>
    <name>Hours</name>
    <message>
        <source>in the morning</source>
        <translation>sáng</translation>
    </message>
    <message>
        <source>at noon</source>
        <translation>trưa</translation>
    </message>
    <message>
        <source>in the afternoon</source>
        <translation>chiều</translation>
    </message>
    <message>
        <source>in the evening</source>
        <translation>tối</translation>
    </message>
    <message>
        <source>at night</source>
        <translation>đêm</translation>
    </message>
    <message>
        <source>At {time} nothing is taken over: the station has no programme “{source}”.</source>
        <translation>Lúc {time} sẽ không tiếp sóng: đài chưa có chương trình “{source}”.</translation>
    </message>
    <message>
        <source>At {time} “{source}” does not sound yet: it is not approved.</source>
        <translation>Lúc {time} “{source}” chưa phát được: chưa được duyệt.</translation>
    </message>
    <message>
        <source>only in special periods</source>
        <translation>chỉ trong đợt đặc biệt</translation>
    </message>
    <message>
        <source>every day</source>
        <translation>hằng ngày</translation>
    </message>
    <message>
        <source>{first} – {last}</source>
        <translation>{first} – {last}</translation>
    </message>
    <message>
        <source>all zones</source>
        <translation>mọi cụm loa</translation>
    </message>
    <message>
        <source>{count} minutes</source>
        <translation>{count} phút</translation>
    </message>
    <message>
        <source>“{name}” lasts {asked} minutes; the rules allow {limit}, so it is cut to that.</source>
        <translation>“{name}” dài {asked} phút; quy định chỉ cho {limit} phút nên sẽ bị cắt còn {limit} phút.</translation>
    </message>
    <message>
        <source>“{name}” is one session too many: {asked} in a day, and the rules allow {limit}. It is not held.</source>
        <translation>“{name}” là buổi thừa: một ngày có {asked} buổi, quy định chỉ cho {limit}. Buổi này sẽ không phát.</translation>
    </message>
    <message>
        <source>“{name}” is not held on {days}: the rules foresee no sessions then.</source>
        <translation>“{name}” sẽ không phát vào {days}: quy định không cho phát ngày này.</translation>
    </message>
    <message>
        <source>Cut to {limit} minutes: {names}</source>
        <translation>Bị cắt còn {limit} phút: {names}</translation>
    </message>
    <message>
        <source>Not held, because a day has at most {limit} sessions: {names}</source>
        <translation>Không phát, vì một ngày nhiều nhất {limit} buổi: {names}</translation>
    </message>
    <message>
        <source>Not held on {days}: {names}</source>
        <translation>Không phát vào {days}: {names}</translation>
    </message>
    <message>
        <source>“{name}” may last {asked} minutes: {reason}</source>
        <translation>“{name}” được dài {asked} phút: {reason}</translation>
    </message>
    <message>
        <source>“{name}” may be held beside the others: {reason}</source>
        <translation>“{name}” được phát thêm ngoài các buổi khác: {reason}</translation>
    </message>
    <message>
        <source>“{name}” may be held on {days}: {reason}</source>
        <translation>“{name}” được phát cả vào {days}: {reason}</translation>
    </message>
    <message>
        <source>up to {most} minutes</source>
        <translation>dài đến {most} phút</translation>
    </message>
    <message>
        <source>up to {most} sessions a day</source>
        <translation>đến {most} buổi một ngày</translation>
    </message>
    <message>
        <source>also on other days of the week</source>
        <translation>phát cả ngày khác trong tuần</translation>
    </message>
    <message>
        <source>every session</source>
        <translation>Mọi buổi</translation>
    </message>
    <message>
        <source>damaged file</source>
        <translation>tệp hỏng</translation>
    </message>
    <message>
        <source>cut by the rules</source>
        <translation>bị cắt bớt</translation>
    </message>
    <message>
        <source>beyond the rules</source>
        <translation>ngoài quy định</translation>
    </message>
    <message>
        <source>with a reason</source>
        <translation>được phép</translation>
    </message>
    <message>
        <source>keeps to them</source>
        <translation>đúng quy định</translation>
    </message>
    <message>
        <source>A session</source>
        <translation>Mỗi buổi</translation>
    </message>
    <message>
        <source>at most {count} minutes, relays included</source>
        <translation>dài nhất {count} phút, kể cả tiếp sóng</translation>
    </message>
    <message>
        <source>as long as you like</source>
        <translation>dài bao nhiêu cũng được</translation>
    </message>
    <message>
        <source>A day</source>
        <translation>Mỗi ngày</translation>
    </message>
    <message>
        <source>at most {count} sessions</source>
        <translation>nhiều nhất {count} buổi</translation>
    </message>
    <message>
        <source>as many sessions as you like</source>
        <translation>bao nhiêu buổi cũng được</translation>
    </message>
    <message>
        <source>Days</source>
        <translation>Ngày phát</translation>
    </message>
    <message>
        <source>An item airs</source>
        <translation>Mỗi mục phát</translation>
    </message>
    <message>
        <source>{routine} times a day, {priority} times with priority, unless its letter says</source>
        <translation>{routine} lần một ngày, tin ưu tiên {priority} lần, nếu văn bản không nêu</translation>
    </message>
    <message>
        <source>Volume</source>
        <translation>Âm lượng</translation>
    </message>
    <message>
        <source>the same all day</source>
        <translation>như nhau cả ngày</translation>
    </message>
    <message>
        <source>Proposed</source>
        <translation>Đề nghị</translation>
    </message>
    <message>
        <source>From</source>
        <translation>Từ</translation>
    </message>
    <message>
        <source>Until</source>
        <translation>Đến</translation>
    </message>
    <message>
        <source> dB</source>
        <translation> dB</translation>
    </message>
    <message>
        <source>How much softer</source>
        <translation>Nhỏ hơn bao nhiêu</translation>
    </message>
    <message>
        <source>Programme taken over</source>
        <translation>Chương trình tiếp sóng</translation>
    </message>
    <message>
        <source>Start of the relay</source>
        <translation>Giờ bắt đầu tiếp sóng</translation>
    </message>
    <message>
        <source> min</source>
        <translation> phút</translation>
    </message>
    <message>
        <source>Length of the relay</source>
        <translation>Tiếp sóng bao lâu</translation>
    </message>
    <message>
        <source>None.</source>
        <translation>Không có.</translation>
    </message>
    <message>
        <source>None. Programmes to take over are entered and approved on the schedule page first.</source>
        <translation>Không có. Chương trình tiếp sóng phải được khai báo và duyệt trước, ở trang Lịch phát.</translation>
    </message>
    <message>
        <source>Add a relay</source>
        <translation>Thêm tiếp sóng</translation>
    </message>
    <message>
        <source>Remove this relay</source>
        <translation>Bỏ phần tiếp sóng này</translation>
    </message>
</context>
<context>
    <name>HoursDialog</name>
    <message>
        <source>Hours of “{name}”</source>
        <translation>Giờ của “{name}”</translation>
    </message>
    <message>
        <source>A new session</source>
        <translation>Thêm buổi phát</translation>
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
        <source>Evening session</source>
        <translation>Buổi tối</translation>
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
        <source>On the 24-hour clock: five in the afternoon is 17:00.</source>
        <translation>Theo đồng hồ 24 giờ: 5 giờ chiều là 17:00.</translation>
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
        <source>No day: only in a special period that names it.</source>
        <translation>Không chọn ngày nào: chỉ phát trong đợt đặc biệt có nêu tên buổi.</translation>
    </message>
    <message>
        <source>Season</source>
        <translation>Mùa</translation>
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
        <source>Relays</source>
        <translation>Tiếp sóng</translation>
    </message>
    <message>
        <source>Before a relay</source>
        <translation>Trước tiếp sóng</translation>
    </message>
    <message>
        <source>what is left is silence</source>
        <translation>còn trống thì để im lặng</translation>
    </message>
    <message>
        <source>music fills what is left</source>
        <translation>còn trống thì phát nhạc</translation>
    </message>
    <message>
        <source>the bridge fills what is left</source>
        <translation>còn trống thì phát nhạc cắt</translation>
    </message>
    <message>
        <source>The session</source>
        <translation>Buổi này</translation>
    </message>
    <message>
        <source>Give the session a name.</source>
        <translation>Hãy đặt tên cho buổi phát.</translation>
    </message>
    <message>
        <source>Beyond the rules?</source>
        <translation>Vượt khung quy định?</translation>
    </message>
    <message>
        <source>Yes, with this reason</source>
        <translation>Đúng, với lý do này</translation>
    </message>
    <message>
        <source>Really at {time}?</source>
        <translation>Có đúng là {time} không?</translation>
    </message>
    <message>
        <source>Yes, at {time}</source>
        <translation>Đúng, lúc {time}</translation>
    </message>
    <message>
        <source>“{name}” would sound over the loudspeakers at {time}, when many people are asleep or at rest.</source>
        <translation>“{name}” sẽ phát ra loa lúc {time}, khi nhiều người đang ngủ hoặc nghỉ ngơi.</translation>
    </message>
    <message>
        <source>With a reason it is held as you want it; quiet hours hold all the same.</source>
        <translation>Có lý do thì được phát như đã đặt; giờ yên lặng vẫn giữ nguyên.</translation>
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
    <name>OverridesDialog</name>
    <message>
        <source>May go beyond the rules</source>
        <translation>Được vượt khung</translation>
    </message>
    <message>
        <source>Somebody said why. Until a reason is taken back, the session is held as it was set.</source>
        <translation>Đã có người nêu lý do. Chừng nào chưa rút lại, buổi vẫn phát như đã đặt.</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Được phép</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Lý do</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>Người quyết định</translation>
    </message>
    <message>
        <source>When</source>
        <translation>Ngày</translation>
    </message>
    <message>
        <source>Every session keeps to the rules.</source>
        <translation>Các buổi đều đúng khung quy định.</translation>
    </message>
    <message>
        <source>The rule holds again</source>
        <translation>Theo lại quy định</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Đóng</translation>
    </message>
</context>
<context>
    <name>ProfileDetail</name>
    <message>
        <source>All present sessions keep to these rules.</source>
        <translation>Các buổi hiện có đều đúng khung này.</translation>
    </message>
</context>
<context>
    <name>ProfileDialog</name>
    <message>
        <source>Rules for sessions</source>
        <translation>Khung quy định</translation>
    </message>
    <message>
        <source>What the province or the city allows. Quiet hours hold whatever the rules say.</source>
        <translation>Những gì tỉnh, thành phố cho phép. Dù chọn khung nào, giờ yên lặng vẫn giữ nguyên.</translation>
    </message>
    <message>
        <source>The rules “{name}” hold from now on.</source>
        <translation>Từ nay theo khung “{name}”.</translation>
    </message>
    <message>
        <source>Change the rules “{name}”.</source>
        <translation>Sửa khung “{name}”.</translation>
    </message>
    <message>
        <source>New rules like “{name}”.</source>
        <translation>Lập khung mới giống “{name}”.</translation>
    </message>
    <message>
        <source>The station&apos;s own form of “{name}” goes.</source>
        <translation>Bỏ bản riêng của đài cho khung “{name}”.</translation>
    </message>
    <message>
        <source>Where do the rules go?</source>
        <translation>Lưu khung quy định vào đâu?</translation>
    </message>
    <message>
        <source>Saved as {name}.</source>
        <translation>Đã lưu vào tệp {name}.</translation>
    </message>
    <message>
        <source>Which rules?</source>
        <translation>Chọn tệp khung quy định nào?</translation>
    </message>
    <message>
        <source>Take over rules from a file.</source>
        <translation>Nhận khung quy định từ tệp.</translation>
    </message>
    <message>
        <source>Replace “{name}”?</source>
        <translation>Thay khung “{name}”?</translation>
    </message>
    <message>
        <source>The station has rules of its own by that name. The file takes their place.</source>
        <translation>Đài đã có khung riêng mang tên này. Khung trong tệp sẽ thay vào đó.</translation>
    </message>
    <message>
        <source>Replace them</source>
        <translation>Thay khung cũ</translation>
    </message>
    <message>
        <source>Rules</source>
        <translation>Khung</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Trạng thái</translation>
    </message>
    <message>
        <source>Use these rules</source>
        <translation>Dùng khung này</translation>
    </message>
    <message>
        <source>Edit…</source>
        <translation>Sửa…</translation>
    </message>
    <message>
        <source>More</source>
        <translation>Khác</translation>
    </message>
    <message>
        <source>Copy…</source>
        <translation>Nhân bản…</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>Xuất ra tệp…</translation>
    </message>
    <message>
        <source>Import…</source>
        <translation>Nhận từ tệp…</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Hoàn tác</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Đóng</translation>
    </message>
    <message>
        <source>Hold the sessions these rules propose?</source>
        <translation>Đặt các buổi phát theo khung này?</translation>
    </message>
    <message>
        <source>They take the place of the present ones:</source>
        <translation>Các buổi đang có sẽ được thay bằng:</translation>
    </message>
    <message>
        <source>Hold them</source>
        <translation>Đặt như vậy</translation>
    </message>
    <message>
        <source>Really at these hours?</source>
        <translation>Có đúng những giờ này không?</translation>
    </message>
    <message>
        <source>A session would sound when many people are asleep or at rest.</source>
        <translation>Có buổi sẽ phát ra loa khi nhiều người đang ngủ hoặc nghỉ ngơi.</translation>
    </message>
    <message>
        <source>Yes, with this reason</source>
        <translation>Đúng, với lý do này</translation>
    </message>
    <message>
        <source>The rule holds again.</source>
        <translation>Theo lại quy định.</translation>
    </message>
    <message>
        <source>May go beyond the rules ({count})…</source>
        <translation>Được vượt khung ({count})…</translation>
    </message>
    <message>
        <source>Back to the shipped ones</source>
        <translation>Về bản gốc</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Bỏ</translation>
    </message>
    <message>
        <source>damaged</source>
        <translation>tệp hỏng</translation>
    </message>
    <message>
        <source>in force</source>
        <translation>đang dùng</translation>
    </message>
    <message>
        <source>our own</source>
        <translation>của đài</translation>
    </message>
</context>
<context>
    <name>ProfileEditor</name>
    <message>
        <source>Rules “{name}”</source>
        <translation>Khung “{name}”</translation>
    </message>
    <message>
        <source>New rules</source>
        <translation>Khung mới</translation>
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
        <source>{name} – our own</source>
        <translation>{name} – của đài</translation>
    </message>
    <message>
        <source> minutes</source>
        <translation> phút</translation>
    </message>
    <message>
        <source> times a day</source>
        <translation> lần một ngày</translation>
    </message>
    <message>
        <source>The same all day.</source>
        <translation>Như nhau cả ngày.</translation>
    </message>
    <message>
        <source>Add softer hours</source>
        <translation>Thêm giờ loa nhỏ</translation>
    </message>
    <message>
        <source>Remove these hours</source>
        <translation>Bỏ khoảng giờ này</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Tên</translation>
    </message>
    <message>
        <source>Longest session</source>
        <translation>Mỗi buổi dài nhất</translation>
    </message>
    <message>
        <source>Relays included.</source>
        <translation>Kể cả tiếp sóng.</translation>
    </message>
    <message>
        <source>Sessions a day</source>
        <translation>Số buổi một ngày</translation>
    </message>
    <message>
        <source>Days</source>
        <translation>Ngày phát</translation>
    </message>
    <message>
        <source>An item airs</source>
        <translation>Mỗi mục phát</translation>
    </message>
    <message>
        <source>Where its letter names no figure.</source>
        <translation>Khi văn bản không nêu số lần.</translation>
    </message>
    <message>
        <source>An item of priority</source>
        <translation>Tin ưu tiên phát</translation>
    </message>
    <message>
        <source>Remind below</source>
        <translation>Nhắc khi kín dưới</translation>
    </message>
    <message>
        <source>A session filled less than this is pointed out.</source>
        <translation>Buổi phát kín chưa tới mức này thì được nhắc.</translation>
    </message>
    <message>
        <source>Volume</source>
        <translation>Âm lượng</translation>
    </message>
    <message>
        <source>Give the rules a name.</source>
        <translation>Hãy đặt tên cho khung.</translation>
    </message>
    <message>
        <source>Choose at least one day.</source>
        <translation>Hãy chọn ít nhất một ngày.</translation>
    </message>
</context>
<context>
    <name>ReadBack</name>
    <message>
        <source>What will happen</source>
        <translation>Sẽ phát thế này</translation>
    </message>
</context>
<context>
    <name>SeasonField</name>
    <message>
        <source>All the year</source>
        <translation>Quanh năm</translation>
    </message>
    <message>
        <source>Part of the year</source>
        <translation>Một mùa trong năm</translation>
    </message>
    <message>
        <source>Season</source>
        <translation>Mùa</translation>
    </message>
    <message>
        <source>First day of the season</source>
        <translation>Ngày đầu mùa</translation>
    </message>
    <message>
        <source>Last day of the season</source>
        <translation>Ngày cuối mùa</translation>
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
        <source>Zones</source>
        <translation>Cụm loa</translation>
    </message>
    <message>
        <source>Rules</source>
        <translation>Quy định</translation>
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
        <source>Hold one more session.</source>
        <translation>Thêm một buổi phát.</translation>
    </message>
    <message>
        <source>“{name}” is no longer held.</source>
        <translation>Bỏ “{name}”.</translation>
    </message>
    <message>
        <source>“{name}”: the last good copy of the file is put back.</source>
        <translation>“{name}”: khôi phục bản tốt gần nhất của tệp.</translation>
    </message>
    <message>
        <source>“{name}”: the damaged file is put aside.</source>
        <translation>“{name}”: bỏ tệp hỏng ra.</translation>
    </message>
    <message>
        <source>Change hours…</source>
        <translation>Sửa giờ buổi phát…</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>Thêm buổi</translation>
    </message>
    <message>
        <source>An empty session…</source>
        <translation>Buổi mới…</translation>
    </message>
    <message>
        <source>Like one of ours</source>
        <translation>Giống buổi đang có</translation>
    </message>
    <message>
        <source>Like an example</source>
        <translation>Theo mẫu</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Bỏ</translation>
    </message>
    <message>
        <source>Rules…</source>
        <translation>Khung quy định…</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Hoàn tác</translation>
    </message>
</context>
</TS>
