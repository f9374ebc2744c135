<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="vi_VN" sourcelanguage="en">
<context>
    <name>CampaignDialog</name>
    <message>
        <source>Change the campaign</source>
        <translation>Sửa đợt phát</translation>
    </message>
    <message>
        <source>New campaign</source>
        <translation>Đợt phát mới</translation>
    </message>
    <message>
        <source>Save the changes</source>
        <translation>Lưu thay đổi</translation>
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
        <source>What you save here is your decision.</source>
        <translation>Những gì lưu ở đây là quyết định của anh/chị.</translation>
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
        <source>Choose an item first.</source>
        <translation>Hãy chọn mục cần phát trước.</translation>
    </message>
    <message>
        <source>Plan what goes on air.</source>
        <translation>Lập lịch những gì sẽ phát.</translation>
    </message>
    <message>
        <source>“{title}” is in the schedule.</source>
        <translation>Đã đưa “{title}” vào lịch phát.</translation>
    </message>
    <message>
        <source>Change “{title}”.</source>
        <translation>Sửa đợt phát “{title}”.</translation>
    </message>
    <message>
        <source>“{title}” was changed.</source>
        <translation>Đã sửa đợt phát “{title}”.</translation>
    </message>
</context>
<context>
    <name>Campaigns</name>
    <message>
        <source>{times} times a week</source>
        <translation>{times} lần/tuần</translation>
    </message>
    <message>
        <source>{times} times a day</source>
        <translation>{times} lần/ngày</translation>
    </message>
    <message>
        <source>at least {minutes} minutes apart</source>
        <translation>cách nhau ít nhất {minutes} phút</translation>
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
        <source>It airs {often}, {window} ({days}).</source>
        <translation>Phát {often}, {window} ({days}).</translation>
    </message>
    <message>
        <source>It airs {often}, {window}.</source>
        <translation>Phát {often}, {window}.</translation>
    </message>
    <message>
        <source>It airs {often}, {window}: {total} times in all ({days}).</source>
        <translation>Phát {often}, {window}: tổng cộng {total} lượt ({days}).</translation>
    </message>
    <message>
        <source>{count} days</source>
        <translation>{count} ngày</translation>
    </message>
    <message>
        <source>Only: {limits}.</source>
        <translation>Chỉ phát: {limits}.</translation>
    </message>
    <message>
        <source>Two airings of a day are at least {minutes} minutes apart.</source>
        <translation>Hai lượt trong ngày cách nhau ít nhất {minutes} phút.</translation>
    </message>
    <message>
        <source>on {day} only</source>
        <translation>chỉ trong {day}</translation>
    </message>
    <message>
        <source>from today to the end of {last}</source>
        <translation>từ hôm nay đến hết {last}</translation>
    </message>
    <message>
        <source>from {first} to the end of {last}</source>
        <translation>từ {first} đến hết {last}</translation>
    </message>
    <message>
        <source>Make “{name}” {more} minutes longer, to {until}.</source>
        <translation>Kéo dài “{name}” thêm {more} phút, đến {until}.</translation>
    </message>
    <message>
        <source>Move “{item}” from “{source}” to “{target}”.</source>
        <translation>Chuyển “{item}” từ “{source}” sang “{target}”.</translation>
    </message>
    <message>
        <source>Let it air in “{name}” ({starts}), too: any time of day.</source>
        <translation>Cho phát cả trong “{name}” ({starts}): không giới hạn buổi.</translation>
    </message>
    <message>
        <source>Let it air in “{name}” ({starts}), too: in every zone.</source>
        <translation>Cho phát cả trong “{name}” ({starts}): ở mọi cụm loa.</translation>
    </message>
    <message>
        <source>“{name}” has room if {minutes} minutes between two airings are not asked.</source>
        <translation>“{name}” còn chỗ nếu không bắt hai lượt cách nhau {minutes} phút.</translation>
    </message>
    <message>
        <source>{times} times a day, but until {last}: as many airings in all.</source>
        <translation>Phát {times} lần/ngày nhưng kéo đến hết {last}: vẫn đủ số lượt.</translation>
    </message>
    <message>
        <source>Only {times} times a day.</source>
        <translation>Chỉ phát {times} lần/ngày.</translation>
    </message>
    <message>
        <source>nothing is planned yet</source>
        <translation>chưa xếp lịch phát</translation>
    </message>
    <message>
        <source>aired {aired} of {asked}</source>
        <translation>đã phát {aired}/{asked}</translation>
    </message>
    <message>
        <source>{missing} missing</source>
        <translation>còn thiếu {missing}</translation>
    </message>
    <message>
        <source>complete</source>
        <translation>đã đủ</translation>
    </message>
    <message>
        <source>{to_come} to come</source>
        <translation>sắp phát {to_come}</translation>
    </message>
    <message>
        <source>{count} aired only in part</source>
        <translation>{count} lượt chỉ phát được một phần</translation>
    </message>
    <message>
        <source>{count} of them made up later</source>
        <translation>trong đó {count} lượt phát bù</translation>
    </message>
    <message>
        <source>{count} more put in by hand</source>
        <translation>thêm {count} lượt chen ngoài lịch</translation>
    </message>
</context>
<context>
    <name>CoverageBar</name>
    <message>
        <source>Share that has aired</source>
        <translation>Phần đã phát</translation>
    </message>
</context>
<context>
    <name>MakeUpCard</name>
    <message>
        <source>Missed yesterday</source>
        <translation>Hôm qua phát thiếu</translation>
    </message>
    <message>
        <source>and {count} more</source>
        <translation>và {count} mục nữa</translation>
    </message>
    <message>
        <source>Make up “{title}” today.</source>
        <translation>Phát bù “{title}” hôm nay.</translation>
    </message>
    <message>
        <source>“{title}” is made up today.</source>
        <translation>Đã xếp phát bù “{title}” vào hôm nay.</translation>
    </message>
    <message>
        <source>Do not make up “{title}”.</source>
        <translation>Không phát bù “{title}”.</translation>
    </message>
</context>
<context>
    <name>MissedRow</name>
    <message>
        <source>Make up today</source>
        <translation>Phát bù hôm nay</translation>
    </message>
    <message>
        <source>Leave it</source>
        <translation>Bỏ qua</translation>
    </message>
    <message>
        <source>{count} airings of {day} found no room.</source>
        <translation>Ngày {day} có {count} lượt không xếp được chỗ.</translation>
    </message>
    <message>
        <source>On {day} it aired only in part: {reason}.</source>
        <translation>Ngày {day} chỉ phát được một phần: {reason}.</translation>
    </message>
    <message>
        <source>{count} airings of {day} were missed: {reason}.</source>
        <translation>Ngày {day} lỡ {count} lượt: {reason}.</translation>
    </message>
    <message>
        <source>reason not known</source>
        <translation>chưa rõ lý do</translation>
    </message>
    <message>
        <source>“{name}” ({starts}) has room today.</source>
        <translation>Hôm nay “{name}” ({starts}) còn chỗ.</translation>
    </message>
    <message>
        <source>Its last day is over.</source>
        <translation>Đợt phát này đã hết hạn.</translation>
    </message>
    <message>
        <source>No session of today has room.</source>
        <translation>Hôm nay không buổi nào còn chỗ.</translation>
    </message>
</context>
<context>
    <name>PreviewPane</name>
    <message>
        <source>The coming days</source>
        <translation>Những ngày tới</translation>
    </message>
    <message>
        <source>What will happen</source>
        <translation>Sẽ phát thế nào</translation>
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
        <source>It does not fit on {day}. This would help:</source>
        <translation>{day} không đủ chỗ. Có thể:</translation>
    </message>
    <message>
        <source>It does not fit on {day}.</source>
        <translation>{day} không đủ chỗ.</translation>
    </message>
    <message>
        <source>Its last day is over: it airs no more.</source>
        <translation>Đợt phát này đã hết hạn, không phát nữa.</translation>
    </message>
    <message>
        <source>Use</source>
        <translation>Chọn</translation>
    </message>
    <message>
        <source>does not air</source>
        <translation>không phát</translation>
    </message>
    <message>
        <source> ({count} without room)</source>
        <translation> (thiếu chỗ {count} lượt)</translation>
    </message>
</context>
<context>
    <name>TermsForm</name>
    <message>
        <source>times a day</source>
        <translation>lần mỗi ngày</translation>
    </message>
    <message>
        <source>times a week</source>
        <translation>lần mỗi tuần</translation>
    </message>
    <message>
        <source> minutes</source>
        <translation> phút</translation>
    </message>
    <message>
        <source>no matter how close</source>
        <translation>không quy định</translation>
    </message>
    <message>
        <source>How often</source>
        <translation>Số lần phát</translation>
    </message>
    <message>
        <source>Counted by the day or the week</source>
        <translation>Tính theo ngày hay theo tuần</translation>
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
        <source>Times of day</source>
        <translation>Buổi trong ngày</translation>
    </message>
    <message>
        <source>None chosen: at any time of day.</source>
        <translation>Không chọn: buổi nào cũng được.</translation>
    </message>
    <message>
        <source>Zones</source>
        <translation>Cụm loa</translation>
    </message>
    <message>
        <source>None chosen: in every zone.</source>
        <translation>Không chọn: phát ở mọi cụm loa.</translation>
    </message>
    <message>
        <source>Urgency</source>
        <translation>Mức độ</translation>
    </message>
    <message>
        <source>When room is short</source>
        <translation>Khi thiếu chỗ</translation>
    </message>
    <message>
        <source>At least apart</source>
        <translation>Cách nhau ít nhất</translation>
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
        <source>In turn, after those before it</source>
        <translation>Theo thứ tự đã có</translation>
    </message>
    <message>
        <source>Goes before “{title}”</source>
        <translation>Ưu tiên trước “{title}”</translation>
    </message>
</context>
<context>
    <name>WaysDialog</name>
    <message>
        <source>No room for “{title}”</source>
        <translation>Không đủ chỗ cho “{title}”</translation>
    </message>
    <message>
        <source>Do it</source>
        <translation>Làm luôn</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Đóng</translation>
    </message>
    <message>
        <source>Everything fits on {day} now.</source>
        <translation>{day} giờ đã đủ chỗ.</translation>
    </message>
    <message>
        <source>{count} airings have no room on {day}. Each of these lets one in, and takes none from others:</source>
        <translation>{day} có {count} lượt không xếp được chỗ. Mỗi cách dưới đây xếp thêm được một lượt mà không lấy mất lượt của mục khác:</translation>
    </message>
    <message>
        <source>{count} airings have no room on {day}, and nothing simple helps. Make a session longer, add one, or ask for fewer airings.</source>
        <translation>{day} có {count} lượt không xếp được chỗ và không có cách nào đơn giản. Hãy kéo dài một buổi phát, thêm buổi, hoặc giảm số lần phát.</translation>
    </message>
    <message>
        <source>Done: {what}</source>
        <translation>Đã làm: {what}</translation>
    </message>
</context>
</TS>
