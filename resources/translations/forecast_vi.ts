<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="vi_VN" sourcelanguage="en">
<context>
    <name>FaultChip</name>
    <message>
        <source>Take away: {fault}</source>
        <translation>Bỏ sự cố: {fault}</translation>
    </message>
</context>
<context>
    <name>FaultDialog</name>
    <message>
        <source>Suppose a fault</source>
        <translation>Giả định sự cố</translation>
    </message>
    <message>
        <source>Power cut</source>
        <translation>Mất điện</translation>
    </message>
    <message>
        <source>The clock is set wrong</source>
        <translation>Đồng hồ máy bị chỉnh sai</translation>
    </message>
    <message>
        <source>A sound file is missing</source>
        <translation>Mất tệp âm thanh</translation>
    </message>
    <message>
        <source>The relayed programme is silent</source>
        <translation>Chương trình tiếp sóng không có tiếng</translation>
    </message>
    <message>
        <source>The relayed programme is lost</source>
        <translation>Mất chương trình tiếp sóng</translation>
    </message>
    <message>
        <source>The helper publishes nothing any more</source>
        <translation>Chương trình thường trực ngừng gửi lịch đi phát</translation>
    </message>
    <message>
        <source> min</source>
        <translation> phút</translation>
    </message>
    <message>
        <source>back</source>
        <translation>lùi lại</translation>
    </message>
    <message>
        <source>ahead</source>
        <translation>chạy trước</translation>
    </message>
    <message>
        <source>a part of its title</source>
        <translation>một phần tên mục phát</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Sự cố</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>Ngày</translation>
    </message>
    <message>
        <source>At</source>
        <translation>Lúc</translation>
    </message>
    <message>
        <source>Direction</source>
        <translation>Hướng</translation>
    </message>
    <message>
        <source>Minutes</source>
        <translation>Số phút</translation>
    </message>
    <message>
        <source>Item</source>
        <translation>Mục phát</translation>
    </message>
    <message>
        <source>Nothing of it really happens: the trial run has a station of its own.</source>
        <translation>Sự cố không xảy ra thật: bản chạy thử diễn ra trên một đài giả lập riêng.</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Hủy</translation>
    </message>
    <message>
        <source>Suppose it</source>
        <translation>Giả định</translation>
    </message>
    <message>
        <source>Which item? A part of its title is enough.</source>
        <translation>Mục nào? Chỉ cần ghi một phần tên.</translation>
    </message>
</context>
<context>
    <name>Forecast</name>
    <message>
        <source>Text (*.txt)</source>
        <translation>Văn bản (*.txt)</translation>
    </message>
    <message>
        <source>CSV table (*.csv)</source>
        <translation>Bảng CSV (*.csv)</translation>
    </message>
    <message>
        <source>Save the trial run</source>
        <translation>Lưu kết quả chạy thử</translation>
    </message>
    <message>
        <source>Trial run {first} – {last}</source>
        <translation>Chạy thử từ {first} đến {last}</translation>
    </message>
    <message>
        <source>Minutes per letter</source>
        <translation>Số phút theo văn bản</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>Ngày</translation>
    </message>
    <message>
        <source>Session</source>
        <translation>Buổi</translation>
    </message>
    <message>
        <source>Planned</source>
        <translation>Dự định</translation>
    </message>
    <message>
        <source>Begins</source>
        <translation>Bắt đầu</translation>
    </message>
    <message>
        <source>Content</source>
        <translation>Nội dung</translation>
    </message>
    <message>
        <source>Seconds</source>
        <translation>Số giây</translation>
    </message>
    <message>
        <source>Outcome</source>
        <translation>Kết quả</translation>
    </message>
    <message>
        <source>Letter</source>
        <translation>Văn bản</translation>
    </message>
    <message>
        <source>will air</source>
        <translation>sẽ phát</translation>
    </message>
    <message>
        <source>will air in part</source>
        <translation>chỉ phát một phần</translation>
    </message>
    <message>
        <source>will not air</source>
        <translation>sẽ không phát</translation>
    </message>
    <message>
        <source>will be made up</source>
        <translation>sẽ phát bù</translation>
    </message>
    <message>
        <source>unscheduled</source>
        <translation>ngoài lịch</translation>
    </message>
    <message>
        <source>to come</source>
        <translation>sắp phát</translation>
    </message>
    <message>
        <source>{sessions} sessions, {aired}/{planned} items</source>
        <translation>{sessions} buổi, {aired}/{planned} lượt</translation>
    </message>
    <message>
        <source>silence</source>
        <translation>im lặng</translation>
    </message>
    <message>
        <source>against the rules</source>
        <translation>trái quy định</translation>
    </message>
    <message>
        <source>would be lost</source>
        <translation>sẽ mất</translation>
    </message>
    <message>
        <source>to know</source>
        <translation>cần biết</translation>
    </message>
    <message>
        <source>“{title}” would sound in the quiet hours, {at}–{until}.</source>
        <translation>“{title}” sẽ phát vào giờ yên lặng, {at}–{until}.</translation>
    </message>
    <message>
        <source>“{title}” would sound past the end of “{name}”, until {until}.</source>
        <translation>“{title}” sẽ phát quá giờ kết thúc của “{name}”, đến {until}.</translation>
    </message>
    <message>
        <source>“{name}” would last {minutes} minutes; the rules allow {limit}.</source>
        <translation>“{name}” sẽ kéo dài {minutes} phút; quy định cho phép {limit} phút.</translation>
    </message>
    <message>
        <source>{count} sessions would be held; the rules allow {limit}.</source>
        <translation>Sẽ có {count} buổi trong ngày; quy định cho phép {limit} buổi.</translation>
    </message>
    <message>
        <source>“{title}” would sound at {at} without an approval in force.</source>
        <translation>“{title}” sẽ phát lúc {at} khi không có phê duyệt còn hiệu lực.</translation>
    </message>
    <message>
        <source>“{title}” would sound at {at} though its approval is over.</source>
        <translation>“{title}” sẽ phát lúc {at} dù phê duyệt đã hết hạn.</translation>
    </message>
    <message>
        <source>“{title}” and “{other}” would sound at once at {at}.</source>
        <translation>“{title}” và “{other}” sẽ phát chồng lên nhau lúc {at}.</translation>
    </message>
    <message>
        <source>“{title}” at {at} would not be aired.</source>
        <translation>“{title}” lúc {at} sẽ không được phát.</translation>
    </message>
    <message>
        <source>“{title}” at {at} would be aired in part only: {aired} of {planned}.</source>
        <translation>“{title}” lúc {at} chỉ phát được một phần: {aired} trên {planned}.</translation>
    </message>
    <message>
        <source>“{name}”: {items} items would begin up to {length} late.</source>
        <translation>“{name}”: {items} mục sẽ phát trễ, nhiều nhất {length}.</translation>
    </message>
    <message>
        <source>“{name}”: silence from {at} to {until}, {length}.</source>
        <translation>“{name}”: im lặng từ {at} đến {until}, dài {length}.</translation>
    </message>
    <message>
        <source>“{title}” would be on air without any sound, from {at}.</source>
        <translation>“{title}” đang phát mà không có tiếng, từ {at}.</translation>
    </message>
    <message>
        <source>“{title}” at {at} cannot be taken over, and nothing replaces it.</source>
        <translation>Không tiếp sóng được “{title}” lúc {at} và không có mục phát thay.</translation>
    </message>
    <message>
        <source>Nothing of “{name}” ({at}) would be heard.</source>
        <translation>“{name}” ({at}) sẽ không phát được gì.</translation>
    </message>
    <message>
        <source>No plan of this day would lie ready: nothing of {items} items is aired.</source>
        <translation>Ngày này sẽ không có lịch phát sẵn: cả {items} mục đều không được phát.</translation>
    </message>
    <message>
        <source>“{title}” lacks {lacking} of {asked} airings.</source>
        <translation>“{title}” thiếu {lacking} trên {asked} lượt phát.</translation>
    </message>
    <message>
        <source>“{name}” would sound {length} off: its items begin at {at} true time.</source>
        <translation>“{name}” sẽ phát lệch {length}: từ {at} giờ thật.</translation>
    </message>
    <message>
        <source>“{title}” of “{name}” would be missing.</source>
        <translation>Thiếu “{title}” trong “{name}”.</translation>
    </message>
    <message>
        <source>“{title}” would be made up later, at {started}.</source>
        <translation>“{title}” sẽ được phát bù lúc {started}.</translation>
    </message>
    <message>
        <source>“{title}” cannot be taken over: its replacement sounds instead.</source>
        <translation>Không tiếp sóng được “{title}”: mục phát thay sẽ phát.</translation>
    </message>
    <message>
        <source>“{name}”: nothing is planned from {at} to {until}.</source>
        <translation>“{name}”: chưa xếp gì từ {at} đến {until}.</translation>
    </message>
    <message>
        <source>Power cut at {at} for {minutes} minutes</source>
        <translation>Mất điện lúc {at} trong {minutes} phút</translation>
    </message>
    <message>
        <source>The sound file of “{what}” is missing</source>
        <translation>Mất tệp âm thanh “{what}”</translation>
    </message>
    <message>
        <source>The relayed programme is silent</source>
        <translation>Chương trình tiếp sóng không có tiếng</translation>
    </message>
    <message>
        <source>The relayed programme is lost</source>
        <translation>Mất chương trình tiếp sóng</translation>
    </message>
    <message>
        <source>The helper publishes nothing from this day on</source>
        <translation>Từ ngày này chương trình thường trực ngừng gửi lịch đi phát</translation>
    </message>
    <message>
        <source>The clock goes back {minutes} minutes at {at}</source>
        <translation>Đồng hồ lùi {minutes} phút lúc {at}</translation>
    </message>
    <message>
        <source>The clock goes ahead {minutes} minutes at {at}</source>
        <translation>Đồng hồ chạy trước {minutes} phút lúc {at}</translation>
    </message>
    <message>
        <source>{rules} times against the rules, {losses} losses.</source>
        <translation>{rules} chỗ trái quy định, {losses} chỗ sẽ mất tiếng hoặc thiếu lượt.</translation>
    </message>
    <message>
        <source>No rule would be broken, but {losses} things would be lost.</source>
        <translation>Không trái quy định, nhưng có {losses} chỗ sẽ mất tiếng hoặc thiếu lượt.</translation>
    </message>
    <message>
        <source>Nothing to worry about: everything planned would be aired.</source>
        <translation>Không có gì phải lo: mọi mục đã xếp đều sẽ được phát.</translation>
    </message>
    <message>
        <source>Length</source>
        <translation>Thời lượng</translation>
    </message>
    <message>
        <source>Predicted airings of the day</source>
        <translation>Các lượt phát dự kiến trong ngày</translation>
    </message>
    <message>
        <source>Choose a day above.</source>
        <translation>Hãy chọn một ngày ở trên.</translation>
    </message>
    <message>
        <source>Subject</source>
        <translation>Trích yếu</translation>
    </message>
    <message>
        <source>Airings</source>
        <translation>Lượt phát</translation>
    </message>
    <message>
        <source>Nothing is planned for any letter in these days.</source>
        <translation>Trong các ngày này chưa xếp gì cho văn bản nào.</translation>
    </message>
</context>
<context>
    <name>ForecastView</name>
    <message>
        <source>Planning the days…</source>
        <translation>Đang xếp lịch các ngày…</translation>
    </message>
    <message>
        <source>trial run {first}</source>
        <translation>chạy thử {first}</translation>
    </message>
    <message>
        <source>Saved: {file}</source>
        <translation>Đã lưu: {file}</translation>
    </message>
    <message>
        <source>First day</source>
        <translation>Ngày đầu</translation>
    </message>
    <message>
        <source> days</source>
        <translation> ngày</translation>
    </message>
    <message>
        <source>How many days</source>
        <translation>Số ngày</translation>
    </message>
    <message>
        <source>Suppose a fault…</source>
        <translation>Thêm sự cố…</translation>
    </message>
    <message>
        <source>Run it</source>
        <translation>Chạy thử</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Dừng</translation>
    </message>
    <message>
        <source>Save…</source>
        <translation>Lưu…</translation>
    </message>
    <message>
        <source>Days done</source>
        <translation>Số ngày đã chạy</translation>
    </message>
    <message>
        <source>From</source>
        <translation>Từ ngày</translation>
    </message>
    <message>
        <source>What to worry about</source>
        <translation>Điều cần lo</translation>
    </message>
    <message>
        <source>Day by day</source>
        <translation>Từng ngày</translation>
    </message>
    <message>
        <source>Minutes per letter</source>
        <translation>Số phút theo văn bản</translation>
    </message>
    <message>
        <source>Airings of the day</source>
        <translation>Lượt phát trong ngày</translation>
    </message>
    <message>
        <source>{words} Run at {time}.</source>
        <translation>{words} Chạy lúc {time}.</translation>
    </message>
    <message>
        <source>Airings of {day}</source>
        <translation>Lượt phát ngày {day}</translation>
    </message>
    <message>
        <source>Nothing would be aired on this day.</source>
        <translation>Ngày này sẽ không phát gì.</translation>
    </message>
    <message>
        <source>… and {count} more: save the run to read them all.</source>
        <translation>… và {count} điều nữa: lưu kết quả để đọc hết.</translation>
    </message>
    <message>
        <source>{day} is played</source>
        <translation>Đã chạy xong ngày {day}</translation>
    </message>
</context>
<context>
    <name>HourBar</name>
    <message>
        <source>Hours of the day</source>
        <translation>Các giờ trong ngày</translation>
    </message>
    <message>
        <source>nothing in it</source>
        <translation>chưa có gì</translation>
    </message>
</context>
<context>
    <name>Intro</name>
    <message>
        <source>The coming days are planned and played ahead in a few seconds, with the real planner and the real player but without any sound, to show what would go wrong.</source>
        <translation>Các ngày tới được xếp lịch và phát thử trong vài giây, bằng chính bộ xếp lịch và bộ phát của đài nhưng không ra tiếng, để thấy trước chỗ nào sẽ trục trặc.</translation>
    </message>
    <message>
        <source>What if the power fails at {at} for 8 minutes?</source>
        <translation>Nếu mất điện lúc {at} trong 8 phút thì sao?</translation>
    </message>
    <message>
        <source>What if the clock goes back one hour at {at}?</source>
        <translation>Nếu đồng hồ lùi 1 giờ lúc {at} thì sao?</translation>
    </message>
    <message>
        <source>What if the helper publishes nothing any more?</source>
        <translation>Nếu chương trình thường trực ngừng gửi lịch đi phát thì sao?</translation>
    </message>
</context>
</TS>
