<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="vi_VN" sourcelanguage="en">
<context>
    <name>Calendar</name>
    <message>
        <source>no session</source>
        <translation>không có buổi</translation>
    </message>
    <message>
        <source>{filled}/{limit} min</source>
        <translation>{filled}/{limit} phút</translation>
    </message>
    <message>
        <source>{count} not aired</source>
        <translation>{count} lượt lỡ</translation>
    </message>
    <message>
        <source>{length} over</source>
        <translation>thừa {length}</translation>
    </message>
    <message>
        <source>empty</source>
        <translation>trống</translation>
    </message>
    <message>
        <source>{count} empty</source>
        <translation>{count} buổi trống</translation>
    </message>
    <message>
        <source>thin</source>
        <translation>còn ít</translation>
    </message>
    <message>
        <source>Lunar: {day}</source>
        <translation>Âm lịch: {day}</translation>
    </message>
    <message>
        <source>Aired {length}</source>
        <translation>Đã phát {length}</translation>
    </message>
    <message>
        <source>Planned {length}</source>
        <translation>Đã xếp {length}</translation>
    </message>
    <message>
        <source>Nothing is planned yet</source>
        <translation>Chưa xếp gì</translation>
    </message>
    <message>
        <source>{count} days with an empty session</source>
        <translation>{count} ngày có buổi trống</translation>
    </message>
    <message>
        <source>{count} days with too much</source>
        <translation>{count} ngày xếp thừa giờ</translation>
    </message>
    <message>
        <source>{period}, gives way to “{other}”</source>
        <translation>{period}, nhường cho “{other}”</translation>
    </message>
    <message>
        <source>Nothing was planned and nothing aired.</source>
        <translation>Hôm đó không xếp và không phát gì.</translation>
    </message>
    <message>
        <source>Aired {filled} of {limit} planned</source>
        <translation>Đã phát {filled} trong {limit} đã xếp</translation>
    </message>
    <message>
        <source>{count} not aired whole</source>
        <translation>{count} lượt không phát hoặc phát dở</translation>
    </message>
    <message>
        <source>No session is held.</source>
        <translation>Không có buổi phát nào.</translation>
    </message>
    <message>
        <source>{count} sessions, nothing is planned</source>
        <translation>{count} buổi, chưa xếp gì</translation>
    </message>
    <message>
        <source>{count} sessions · {filled} planned of {limit}</source>
        <translation>{count} buổi · đã xếp {filled} trong {limit}</translation>
    </message>
</context>
<context>
    <name>Legend</name>
    <message>
        <source>empty</source>
        <translation>trống</translation>
    </message>
    <message>
        <source>full</source>
        <translation>kín</translation>
    </message>
    <message>
        <source>The darker a day, the fuller its sessions</source>
        <translation>Ô càng đậm, các buổi trong ngày càng kín</translation>
    </message>
</context>
<context>
    <name>MonthView</name>
    <message>
        <source>Month: arrows move, Enter opens the day, PageUp and PageDown change the month</source>
        <translation>Tháng: phím mũi tên để chuyển ngày, Enter để mở ngày, PageUp và PageDown để sang tháng trước, tháng sau</translation>
    </message>
    <message>
        <source>Open this day</source>
        <translation>Mở ngày này</translation>
    </message>
</context>
<context>
    <name>PeriodDialog</name>
    <message>
        <source>Special day: {name}</source>
        <translation>Đợt đặc biệt: {name}</translation>
    </message>
    <message>
        <source>A new special day</source>
        <translation>Thêm đợt đặc biệt</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Sửa lại</translation>
    </message>
    <message>
        <source>Read it back…</source>
        <translation>Xem lại…</translation>
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
        <source>12/TB-UBND</source>
        <translation>12/TB-UBND</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Loại</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Tên</translation>
    </message>
    <message>
        <source>to the end of</source>
        <translation>đến hết</translation>
    </message>
    <message>
        <source>From</source>
        <translation>Từ ngày</translation>
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
        <source>Not aired</source>
        <translation>Không phát</translation>
    </message>
    <message>
        <source>Sessions</source>
        <translation>Buổi phát</translation>
    </message>
    <message>
        <source>Rules</source>
        <translation>Quy định</translation>
    </message>
    <message>
        <source>Letter number</source>
        <translation>Số văn bản</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Lý do</translation>
    </message>
    <message>
        <source>Number and reason are needed when something is left out, or other sessions or rules hold.</source>
        <translation>Cần ghi số văn bản và lý do khi có loại không phát, đổi buổi phát hoặc đổi quy định.</translation>
    </message>
    <message>
        <source>As on other days</source>
        <translation>Như ngày thường</translation>
    </message>
    <message>
        <source>Only those chosen below</source>
        <translation>Chỉ những buổi chọn dưới đây</translation>
    </message>
    <message>
        <source>The station&apos;s own rules</source>
        <translation>Theo quy định chung của đài</translation>
    </message>
    <message>
        <source>The last day is before the first.</source>
        <translation>Ngày cuối đang đứng trước ngày đầu.</translation>
    </message>
    <message>
        <source>{count} days: {first} to {last}</source>
        <translation>{count} ngày: {first} đến hết {last}</translation>
    </message>
    <message>
        <source>1 day: {first}</source>
        <translation>1 ngày: {first}</translation>
    </message>
    <message>
        <source>lunar {first} – {last}</source>
        <translation>âm lịch {first} – {last}</translation>
    </message>
    <message>
        <source>Give it a name.</source>
        <translation>Đặt tên cho những ngày này.</translation>
    </message>
    <message>
        <source>Write the number of the letter that orders it.</source>
        <translation>Ghi số văn bản yêu cầu.</translation>
    </message>
    <message>
        <source>Write the reason: it goes into the record.</source>
        <translation>Ghi lý do: sẽ lưu vào nhật ký.</translation>
    </message>
</context>
<context>
    <name>PeriodReview</name>
    <message>
        <source>not held: {names}</source>
        <translation>không mở {names}</translation>
    </message>
    <message>
        <source>also held: {names}</source>
        <translation>mở thêm {names}</translation>
    </message>
    <message>
        <source>nothing airs instead of {old}</source>
        <translation>không phát gì thay vì {old}</translation>
    </message>
    <message>
        <source>{new} planned instead of {old}</source>
        <translation>phát {new} thay vì {old}</translation>
    </message>
    <message>
        <source>{count} airings find no place</source>
        <translation>{count} lượt phát hết chỗ</translation>
    </message>
</context>
<context>
    <name>PeriodsDialog</name>
    <message>
        <source>Special days</source>
        <translation>Đợt đặc biệt</translation>
    </message>
    <message>
        <source>Days on which other rules hold: no music in mourning, more sessions in a flood. Quiet hours always hold.</source>
        <translation>Những ngày phát khác ngày thường: quốc tang không nhạc, bão lũ thêm buổi. Giờ yên lặng luôn được giữ.</translation>
    </message>
    <message>
        <source>Holidays of the year</source>
        <translation>Ngày lễ trong năm</translation>
    </message>
    <message>
        <source>Take it back</source>
        <translation>Hoàn tác</translation>
    </message>
    <message>
        <source>Take it back (Ctrl+Z)</source>
        <translation>Hoàn tác (Ctrl+Z)</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Đóng</translation>
    </message>
    <message>
        <source>Remove “{name}”?</source>
        <translation>Bỏ “{name}”?</translation>
    </message>
    <message>
        <source>On {days} the usual sessions and rules hold again. It can be brought back.</source>
        <translation>Ngày {days} sẽ phát lại như ngày thường. Có thể khôi phục sau.</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Bỏ</translation>
    </message>
    <message>
        <source>Remove “{name}”.</source>
        <translation>Bỏ “{name}”.</translation>
    </message>
    <message>
        <source>“{name}” was removed.</source>
        <translation>Đã bỏ “{name}”.</translation>
    </message>
    <message>
        <source>Change “{name}”.</source>
        <translation>Sửa “{name}”.</translation>
    </message>
    <message>
        <source>Enter “{name}”.</source>
        <translation>Thêm “{name}”.</translation>
    </message>
    <message>
        <source>taken back at once</source>
        <translation>hoàn tác ngay sau khi thêm</translation>
    </message>
    <message>
        <source>“{name}” was saved.</source>
        <translation>Đã lưu “{name}”.</translation>
    </message>
    <message>
        <source>Taken back.</source>
        <translation>Đã hoàn tác.</translation>
    </message>
    <message>
        <source>Add…</source>
        <translation>Thêm…</translation>
    </message>
    <message>
        <source>Change…</source>
        <translation>Sửa…</translation>
    </message>
    <message>
        <source>Remove…</source>
        <translation>Bỏ…</translation>
    </message>
    <message>
        <source>Days</source>
        <translation>Ngày</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Tên</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Loại</translation>
    </message>
    <message>
        <source>What changes</source>
        <translation>Khác ngày thường</translation>
    </message>
    <message>
        <source>No special days are entered.</source>
        <translation>Chưa có đợt đặc biệt nào. Bấm “Thêm…”, hoặc nhận ngày lễ ở thẻ bên cạnh.</translation>
    </message>
    <message>
        <source>Enter…</source>
        <translation>Nhận vào lịch…</translation>
    </message>
    <message>
        <source>Holiday</source>
        <translation>Ngày lễ</translation>
    </message>
    <message>
        <source>The day itself</source>
        <translation>Đúng ngày</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Trạng thái</translation>
    </message>
    <message>
        <source>No holiday is to come.</source>
        <translation>Không còn ngày lễ nào sắp tới.</translation>
    </message>
    <message>
        <source>without music</source>
        <translation>không nhạc</translation>
    </message>
    <message>
        <source>kinds left out</source>
        <translation>bớt loại phát</translation>
    </message>
    <message>
        <source>{count} sessions</source>
        <translation>{count} buổi</translation>
    </message>
    <message>
        <source>no session</source>
        <translation>không có buổi</translation>
    </message>
    <message>
        <source>other rules</source>
        <translation>quy định khác</translation>
    </message>
    <message>
        <source>only marked</source>
        <translation>chỉ đánh dấu</translation>
    </message>
    <message>
        <source>entered</source>
        <translation>đã nhận</translation>
    </message>
    <message>
        <source>proposed</source>
        <translation>chưa nhận</translation>
    </message>
</context>
<context>
    <name>ReviewView</name>
    <message>
        <source>This is what will hold. Read it once more:</source>
        <translation>Sẽ thực hiện như sau. Đọc lại một lần trước khi lưu:</translation>
    </message>
    <message>
        <source>What changes in the coming days</source>
        <translation>Lịch phát thay đổi</translation>
    </message>
    <message>
        <source>Nothing changes in what is planned now.</source>
        <translation>Những gì đang xếp không thay đổi.</translation>
    </message>
</context>
</TS>
