<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="vi_VN" sourcelanguage="en">
<context>
    <name>BreakIn</name>
    <message>
        <source>priority, never in quiet hours</source>
        <translation>tin ưu tiên, không phát trong giờ yên lặng</translation>
    </message>
    <message>
        <source>read {count} times</source>
        <translation>đọc {count} lần liền</translation>
    </message>
    <message>
        <source>every {minutes} min for {hours} h</source>
        <translation>mỗi {minutes} phút trong {hours} giờ</translation>
    </message>
    <message>
        <source>its sound file is missing: prepare it again in the library</source>
        <translation>tệp âm thanh không còn, hãy để sẵn lại trong Thư viện</translation>
    </message>
    <message>
        <source>its approval is over: have it approved and prepare it again</source>
        <translation>phê duyệt đã hết hạn, hãy trình duyệt rồi để sẵn lại</translation>
    </message>
    <message>
        <source>its file was altered</source>
        <translation>tệp đã bị sửa</translation>
    </message>
    <message>
        <source>its file cannot be read</source>
        <translation>không đọc được tệp</translation>
    </message>
    <message>
        <source>it was made by a newer version of this program</source>
        <translation>được tạo bằng phiên bản mới hơn của chương trình</translation>
    </message>
    <message>
        <source>its sound file is missing</source>
        <translation>thiếu tệp âm thanh</translation>
    </message>
    <message>
        <source>its sound file was altered</source>
        <translation>tệp âm thanh đã bị sửa</translation>
    </message>
    <message>
        <source>its chime is missing, it sounds without one</source>
        <translation>thiếu tệp chuông, tin phát không có chuông</translation>
    </message>
    <message>
        <source>its approval is not valid</source>
        <translation>phê duyệt không hợp lệ</translation>
    </message>
    <message>
        <source>its approval ended on {day}</source>
        <translation>phê duyệt đã hết hạn ngày {day}</translation>
    </message>
    <message>
        <source>its approval ends on {day}</source>
        <translation>phê duyệt sẽ hết hạn ngày {day}</translation>
    </message>
    <message>
        <source>its approval was withdrawn</source>
        <translation>phê duyệt đã bị thu hồi</translation>
    </message>
    <message>
        <source>a newer version of it was approved</source>
        <translation>đã có bản mới hơn được duyệt</translation>
    </message>
</context>
<context>
    <name>BreakInDialog</name>
    <message>
        <source>Emergency message</source>
        <translation>Phát tin khẩn cấp</translation>
    </message>
    <message>
        <source>“{title}” cannot be aired: {why}.</source>
        <translation>Chưa phát được “{title}”: {why}.</translation>
    </message>
    <message>
        <source>It is quiet until {time}: a priority message may not be aired now.</source>
        <translation>Đang là giờ yên lặng đến {time}: tin ưu tiên không được phát lúc này.</translation>
    </message>
    <message>
        <source>It is quiet until {time}: tick the confirmation above first.</source>
        <translation>Đang là giờ yên lặng đến {time}: hãy đánh dấu ô xác nhận ở trên trước.</translation>
    </message>
    <message>
        <source>No message is prepared yet.</source>
        <translation>Chưa có tin khẩn cấp nào được để sẵn.</translation>
    </message>
    <message>
        <source>Open the library</source>
        <translation>Mở Thư viện</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Đóng</translation>
    </message>
    <message>
        <source>Once</source>
        <translation>1 lần</translation>
    </message>
    <message>
        <source>Every 30 min for 6 h</source>
        <translation>Mỗi 30 phút trong 6 giờ</translation>
    </message>
    <message>
        <source>Every 2 h for 24 h</source>
        <translation>Mỗi 2 giờ trong 24 giờ</translation>
    </message>
    <message>
        <source> times in a row</source>
        <translation> lần</translation>
    </message>
    <message>
        <source>Readings in one round</source>
        <translation>Số lần đọc mỗi đợt</translation>
    </message>
    <message>
        <source>Go on where it stopped</source>
        <translation>Phát tiếp</translation>
    </message>
    <message>
        <source>Begin the item again</source>
        <translation>Phát lại từ đầu</translation>
    </message>
    <message>
        <source>Drop the rest of the session</source>
        <translation>Bỏ phần còn lại của buổi</translation>
    </message>
    <message>
        <source>I confirm this emergency in quiet &amp;hours</source>
        <translation>Tôi xác nhận phát khẩn cấp trong giờ yên &amp;lặng</translation>
    </message>
    <message>
        <source>How often</source>
        <translation>Số đợt</translation>
    </message>
    <message>
        <source>A prepared message is on the air within a second, even when the database is damaged. To prepare one: open the library, choose an approved item, press “More” beside it and then “Keep ready for emergencies…”.

If something must be said right now: close this and press F7 to speak through the microphone.</source>
        <translation>Tin để sẵn phát được trong vòng một giây, kể cả khi cơ sở dữ liệu bị hỏng. Cách để sẵn: mở Thư viện, chọn một mục đã duyệt, bấm “Việc khác” ở khung bên phải rồi “Để sẵn làm tin khẩn cấp…”.

Nếu cần thông báo ngay bây giờ: đóng cửa sổ này và nhấn F7 để nói trực tiếp qua micrô.</translation>
    </message>
    <message>
        <source>Each time</source>
        <translation>Mỗi đợt đọc</translation>
    </message>
    <message>
        <source>What it interrupts</source>
        <translation>Mục bị ngắt, sau đó</translation>
    </message>
    <message>
        <source>Where</source>
        <translation>Phát ở đâu</translation>
    </message>
    <message>
        <source>Ordered by</source>
        <translation>Người ra lệnh</translation>
    </message>
    <message>
        <source>Cancel  Esc</source>
        <translation>Không phát  Esc</translation>
    </message>
    <message>
        <source>1–9 or the arrows choose. Hold Enter, F9 or the red button for one second: it is on the air. Let go earlier and nothing happens.</source>
        <translation>Chọn tin bằng phím số 1–9 hoặc phím mũi tên. Giữ Enter, F9 hoặc nút đỏ một giây: tin được phát ngay. Thả tay sớm hơn thì không có gì xảy ra.</translation>
    </message>
    <message>
        <source>As prepared: {words}</source>
        <translation>Như đã để sẵn: {words}</translation>
    </message>
    <message>
        <source>Rounds between {start} and {end} are left out unless you tick this.</source>
        <translation>Nếu không đánh dấu, các đợt rơi vào giờ yên lặng ({start}–{end}) sẽ được bỏ qua.</translation>
    </message>
    <message>
        <source>SENDING…</source>
        <translation>ĐANG GỬI LỆNH…</translation>
    </message>
    <message>
        <source>HOLD TO AIR IT</source>
        <translation>GIỮ 1 GIÂY ĐỂ PHÁT</translation>
    </message>
    <message>
        <source>someone at the window</source>
        <translation>người trực máy</translation>
    </message>
    <message>
        <source>Emergency message ordered: {title}</source>
        <translation>Đã ra lệnh phát khẩn cấp: {title}</translation>
    </message>
    <message>
        <source>The playing process does not answer. The order lies ready for it and is carried out as soon as it runs.</source>
        <translation>Bộ phát không trả lời. Lệnh đã được ghi lại và sẽ được thực hiện ngay khi bộ phát chạy.</translation>
    </message>
</context>
<context>
    <name>ControlCard</name>
    <message>
        <source>Control</source>
        <translation>Điều khiển</translation>
    </message>
    <message>
        <source>STOP ALL</source>
        <translation>DỪNG TẤT CẢ</translation>
    </message>
    <message>
        <source>Silences the loudspeakers at once. Ctrl+Shift+S, from every page</source>
        <translation>Tắt tiếng toàn bộ loa ngay lập tức. Ctrl+Shift+S, nhấn được từ mọi trang</translation>
    </message>
    <message>
        <source>Go on broadcasting</source>
        <translation>Phát tiếp</translation>
    </message>
    <message>
        <source>EMERGENCY  F9</source>
        <translation>PHÁT KHẨN CẤP  F9</translation>
    </message>
    <message>
        <source>Opens the prepared messages. Nothing sounds before you hold the key. F9, from every page</source>
        <translation>Mở danh sách tin để sẵn. Giữ phím thì mới phát. F9, nhấn được từ mọi trang</translation>
    </message>
    <message>
        <source>Speak live  F7</source>
        <translation>Nói trực tiếp  F7</translation>
    </message>
    <message>
        <source>Speak to the loudspeakers through a microphone. F7</source>
        <translation>Nói ra loa qua micrô. F7</translation>
    </message>
    <message>
        <source>Relay  F8</source>
        <translation>Tiếp sóng  F8</translation>
    </message>
    <message>
        <source>Take over another station&apos;s programme. F8</source>
        <translation>Phát lại chương trình của đài khác. F8</translation>
    </message>
    <message>
        <source>Skip this item…</source>
        <translation>Bỏ qua mục này…</translation>
    </message>
    <message>
        <source>Wall display  F11</source>
        <translation>Màn hình lớn  F11</translation>
    </message>
    <message>
        <source>Keys  Ctrl+F1</source>
        <translation>Phím tắt  Ctrl+F1</translation>
    </message>
    <message>
        <source>The playing process does not answer. Emergency messages can still be ordered.</source>
        <translation>Bộ phát không trả lời. Vẫn ra lệnh phát tin khẩn cấp được.</translation>
    </message>
    <message>
        <source>Nothing sounds until you go on; the missed items are logged with the reason “operator”.</source>
        <translation>Loa im lặng cho đến khi bấm Phát tiếp; các mục bị lỡ được ghi nhật ký với lý do “người trực dừng”.</translation>
    </message>
    <message>
        <source>STOP ALL silences the loudspeakers at once, without asking.</source>
        <translation>DỪNG TẤT CẢ tắt tiếng loa ngay, không hỏi lại.</translation>
    </message>
</context>
<context>
    <name>FirstStepsCard</name>
    <message>
        <source>Welcome. The station is set up in a few steps</source>
        <translation>Chào mừng! Thiết lập đài qua vài bước</translation>
    </message>
    <message>
        <source>Nothing sounds before all of them are done, and nothing can break. The order is free.</source>
        <translation>Khi chưa xong các bước này, đài chưa phát gì. Có thể làm theo thứ tự nào cũng được.</translation>
    </message>
    <message>
        <source>Open the set-up, or try the demo station…</source>
        <translation>Mở phần thiết lập, hoặc thử đài mẫu…</translation>
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
    <name>InsertBar</name>
    <message>
        <source>Level at the input</source>
        <translation>Mức âm đầu vào</translation>
    </message>
</context>
<context>
    <name>LiveDialog</name>
    <message>
        <source>Speak live</source>
        <translation>Nói trực tiếp</translation>
    </message>
    <message>
        <source>Open the microphone</source>
        <translation>Mở micrô</translation>
    </message>
    <message>
        <source>The computer&apos;s default microphone</source>
        <translation>Micrô mặc định của máy</translation>
    </message>
    <message>
        <source>Level of the microphone</source>
        <translation>Mức âm của micrô</translation>
    </message>
    <message>
        <source>Microphone</source>
        <translation>Micrô</translation>
    </message>
    <message>
        <source>It closes by itself then, at the latest.</source>
        <translation>Hết giờ micrô tự đóng.</translation>
    </message>
    <message>
        <source>A chime first</source>
        <translation>Phát chuông trước khi nói</translation>
    </message>
    <message>
        <source>What is playing goes on softly underneath</source>
        <translation>Mục đang phát vẫn phát nhỏ làm nền</translation>
    </message>
    <message>
        <source>Sound</source>
        <translation>Âm thanh</translation>
    </message>
    <message>
        <source>I confirm this emergency in quiet &amp;hours</source>
        <translation>Tôi xác nhận phát khẩn cấp trong giờ yên &amp;lặng</translation>
    </message>
    <message>
        <source>Why must it be now? It stands in the airing log.</source>
        <translation>Vì sao phải nói ngay bây giờ? Lý do được ghi vào nhật ký phát thanh.</translation>
    </message>
    <message>
        <source>What is said is recorded and stands in the airing log.</source>
        <translation>Lời nói được ghi âm và lưu vào nhật ký phát thanh.</translation>
    </message>
    <message>
        <source>It is quiet until {time}: tick the confirmation first.</source>
        <translation>Đang là giờ yên lặng đến {time}: hãy đánh dấu ô xác nhận trước.</translation>
    </message>
    <message>
        <source>Write why people are woken now.</source>
        <translation>Hãy ghi lý do phải phát trong giờ yên lặng.</translation>
    </message>
    <message>
        <source>No microphone was found on this computer. Plug one in and open this again.</source>
        <translation>Không tìm thấy micrô trên máy này. Cắm micrô rồi mở lại cửa sổ này.</translation>
    </message>
    <message>
        <source>Speak: the bar should reach the upper half of the green.</source>
        <translation>Hãy nói thử: thanh mức âm nên lên quá nửa phần xanh.</translation>
    </message>
    <message>
        <source>Too loud: it will be distorted. Turn it down or step back.</source>
        <translation>To quá, tiếng sẽ bị vỡ. Hãy giảm mức hoặc lùi xa micrô.</translation>
    </message>
    <message>
        <source>The microphone hears you.</source>
        <translation>Micrô đã nghe thấy tiếng.</translation>
    </message>
</context>
<context>
    <name>MessageList</name>
    <message>
        <source>Prepared messages</source>
        <translation>Tin để sẵn</translation>
    </message>
</context>
<context>
    <name>NextCard</name>
    <message>
        <source>Next</source>
        <translation>Tiếp theo</translation>
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
        <translation>Mở Lịch phát</translation>
    </message>
</context>
<context>
    <name>Notices</name>
    <message>
        <source>Show all</source>
        <translation>Xem tất cả</translation>
    </message>
    <message>
        <source>Close this message</source>
        <translation>Đóng thông báo này</translation>
    </message>
    <message>
        <source>Write the reason…</source>
        <translation>Ghi lý do…</translation>
    </message>
    <message>
        <source>A reason is missing in the airing log: “{title}”.</source>
        <translation>Nhật ký phát thanh còn thiếu lý do: “{title}”.</translation>
    </message>
    <message>
        <source>Fewer</source>
        <translation>Thu gọn</translation>
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
    <name>NowCard</name>
    <message>
        <source>Progress of the item</source>
        <translation>Tiến độ của mục</translation>
    </message>
    <message>
        <source>Now</source>
        <translation>Hiện tại</translation>
    </message>
    <message>
        <source>until {time}</source>
        <translation>đến {time}</translation>
    </message>
</context>
<context>
    <name>OnAir</name>
    <message>
        <source>End the emergency?</source>
        <translation>Kết thúc phát khẩn cấp?</translation>
    </message>
    <message>
        <source>“{title}” ends, and its further rounds are not read.</source>
        <translation>“{title}” dừng lại và các đợt lặp còn lại không được đọc nữa.</translation>
    </message>
    <message>
        <source>End the emergency</source>
        <translation>Kết thúc khẩn cấp</translation>
    </message>
    <message>
        <source>Go on broadcasting</source>
        <translation>Phát tiếp</translation>
    </message>
    <message>
        <source>Why was everything stopped? The reason stands in the airing log.</source>
        <translation>Vì sao đã dừng tất cả? Lý do được ghi vào nhật ký phát thanh.</translation>
    </message>
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
        <source>ON AIR, {count} OF {all} ZONES SILENT</source>
        <translation>ĐANG PHÁT, {count}/{all} CỤM KHÔNG CÓ TIẾNG</translation>
    </message>
    <message>
        <source>EMERGENCY ON AIR</source>
        <translation>ĐANG PHÁT KHẨN CẤP</translation>
    </message>
    <message>
        <source>LIVE ON AIR</source>
        <translation>ĐANG NÓI TRỰC TIẾP</translation>
    </message>
    <message>
        <source>RELAY ON AIR</source>
        <translation>ĐANG TIẾP SÓNG</translation>
    </message>
    <message>
        <source>The playing process is being started</source>
        <translation>Bộ phát đang khởi động</translation>
    </message>
    <message>
        <source>The playing process is not running; it is being started again</source>
        <translation>Bộ phát chưa chạy – đang khởi động lại</translation>
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
        <source>[{zone}] {what}</source>
        <translation>[{zone}] {what}</translation>
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
        <source>Write the names</source>
        <translation>Nhập tên đài</translation>
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
        <source>Loudspeakers, voice and sessions</source>
        <translation>Loa, giọng đọc và các buổi phát</translation>
    </message>
    <message>
        <source>Try the sound, choose a voice, the quiet hours and when the station sounds</source>
        <translation>Thử tiếng ra loa, chọn giọng đọc, giờ yên lặng và giờ phát</translation>
    </message>
    <message>
        <source>Try and choose</source>
        <translation>Thử và chọn</translation>
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
    <message>
        <source>emergency</source>
        <translation>khẩn cấp</translation>
    </message>
    <message>
        <source>live</source>
        <translation>trực tiếp</translation>
    </message>
    <message>
        <source>relay</source>
        <translation>tiếp sóng</translation>
    </message>
    <message>
        <source>by {name}</source>
        <translation>người ra lệnh: {name}</translation>
    </message>
    <message>
        <source>MICROPHONE IS OPEN</source>
        <translation>MICRÔ ĐANG MỞ</translation>
    </message>
    <message>
        <source>RELAY</source>
        <translation>TIẾP SÓNG</translation>
    </message>
    <message>
        <source>ITEM PUT INTO THE SESSION</source>
        <translation>PHÁT TIẾP NGAY</translation>
    </message>
    <message>
        <source>EMERGENCY: BETWEEN TWO ROUNDS</source>
        <translation>KHẨN CẤP: CHỜ ĐỢT SAU</translation>
    </message>
    <message>
        <source>MESSAGE ORDERED, SOUNDS NEXT</source>
        <translation>ĐÃ RA LỆNH, SẮP PHÁT</translation>
    </message>
    <message>
        <source>EMERGENCY MESSAGE ON AIR</source>
        <translation>ĐANG PHÁT TIN KHẨN CẤP</translation>
    </message>
    <message>
        <source>No sound comes from the microphone: check cable and switch</source>
        <translation>Không có tiếng từ micrô: kiểm tra dây và công tắc</translation>
    </message>
    <message>
        <source>connecting…</source>
        <translation>đang kết nối…</translation>
    </message>
    <message>
        <source>sound comes in</source>
        <translation>đang có tiếng</translation>
    </message>
    <message>
        <source>the source is silent</source>
        <translation>nguồn đang im lặng</translation>
    </message>
    <message>
        <source>the source is lost; it goes on by itself when it is back</source>
        <translation>mất nguồn, sẽ tự phát tiếp khi có lại</translation>
    </message>
    <message>
        <source>round {number} of {all}</source>
        <translation>đợt {number}/{all}</translation>
    </message>
    <message>
        <source>next at {time}</source>
        <translation>đợt sau lúc {time}</translation>
    </message>
    <message>
        <source>ends at {time} at the latest</source>
        <translation>tự kết thúc chậm nhất {time}</translation>
    </message>
    <message>
        <source>Close the microphone</source>
        <translation>Đóng micrô</translation>
    </message>
    <message>
        <source>End the relay</source>
        <translation>Kết thúc tiếp sóng</translation>
    </message>
    <message>
        <source>Do not play it</source>
        <translation>Bỏ, không phát mục này</translation>
    </message>
    <message>
        <source>{output}: lost</source>
        <translation>{output}: mất kết nối</translation>
    </message>
    <message>
        <source>gain {db} dB</source>
        <translation>mức {db} dB</translation>
    </message>
    <message>
        <source>amplifier on</source>
        <translation>tăng âm bật</translation>
    </message>
    <message>
        <source>amplifier off</source>
        <translation>tăng âm tắt</translation>
    </message>
    <message>
        <source>the amplifier&apos;s switch does not answer</source>
        <translation>công tắc tăng âm không trả lời</translation>
    </message>
    <message>
        <source>monitor: silence</source>
        <translation>nghe kiểm: im lặng</translation>
    </message>
    <message>
        <source>monitor: {db} dB</source>
        <translation>nghe kiểm: {db} dB</translation>
    </message>
    <message>
        <source>Last item: heard</source>
        <translation>Mục trước: nghe thấy</translation>
    </message>
    <message>
        <source>Last item: sent</source>
        <translation>Mục trước: đã gửi</translation>
    </message>
    <message>
        <source>Last item: not heard</source>
        <translation>Mục trước: không nghe thấy</translation>
    </message>
    <message>
        <source>Last item: silence</source>
        <translation>Mục trước: im lặng</translation>
    </message>
    <message>
        <source>Last item: another sound</source>
        <translation>Mục trước: tiếng khác</translation>
    </message>
    <message>
        <source>The monitor at the loudspeaker heard this item.</source>
        <translation>Micrô nghe kiểm ở loa đã nghe thấy mục này.</translation>
    </message>
    <message>
        <source>The sound device took every sample. No microphone or line listens at the loudspeaker, so nobody knows whether it was heard there.</source>
        <translation>Thiết bị âm thanh đã nhận đủ tiếng. Không có micrô nghe kiểm ở loa nên không khẳng định được loa có kêu.</translation>
    </message>
    <message>
        <source>The sound went out, but the monitor did not hear it. Check amplifier, line and loudspeaker.</source>
        <translation>Tiếng đã gửi đi nhưng micrô nghe kiểm không nghe thấy. Kiểm tra tăng âm, đường dây và loa.</translation>
    </message>
    <message>
        <source>Nothing but silence was measured. Listen at a loudspeaker; check the item.</source>
        <translation>Chỉ đo được im lặng. Hãy ra nghe tại loa và kiểm tra lại mục này.</translation>
    </message>
    <message>
        <source>The monitor heard another sound than ours. Check who else feeds the loudspeakers.</source>
        <translation>Micrô nghe kiểm nghe thấy tiếng khác, không phải của đài. Kiểm tra xem có nguồn nào khác phát ra loa.</translation>
    </message>
    <message>
        <source>Likeness: {percent} %</source>
        <translation>Độ giống: {percent} %</translation>
    </message>
    <message>
        <source>Zone: {name}</source>
        <translation>Cụm: {name}</translation>
    </message>
    <message>
        <source>no output</source>
        <translation>mất đầu ra</translation>
    </message>
    <message>
        <source>opening</source>
        <translation>đang mở</translation>
    </message>
    <message>
        <source>stopped</source>
        <translation>đã dừng</translation>
    </message>
    <message>
        <source>silent</source>
        <translation>không tiếng</translation>
    </message>
    <message>
        <source>on air</source>
        <translation>đang phát</translation>
    </message>
    <message>
        <source>armed</source>
        <translation>sắp phát</translation>
    </message>
    <message>
        <source>resting</source>
        <translation>đang nghỉ</translation>
    </message>
    <message>
        <source>last item, session ends {time}</source>
        <translation>mục cuối, phát hết lúc {time}</translation>
    </message>
    <message>
        <source>items left: {count}, session ends {time}</source>
        <translation>còn {count} mục, phát hết lúc {time}</translation>
    </message>
    <message>
        <source>{minutes} min too long, cut off at {time}</source>
        <translation>thừa {minutes} phút, cắt lúc {time}</translation>
    </message>
    <message>
        <source>{minutes} min free until {time}</source>
        <translation>còn trống {minutes} phút đến {time}</translation>
    </message>
    <message>
        <source>just in time</source>
        <translation>vừa đủ</translation>
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
        <source>Skipped.</source>
        <translation>Đã bỏ qua.</translation>
    </message>
</context>
<context>
    <name>Reasons</name>
    <message>
        <source>Pressed by mistake</source>
        <translation>Bấm nhầm</translation>
    </message>
    <message>
        <source>Wrong content</source>
        <translation>Sai nội dung</translation>
    </message>
    <message>
        <source>Sound was bad</source>
        <translation>Âm thanh kém</translation>
    </message>
    <message>
        <source>Request of the commune&apos;s leaders</source>
        <translation>Lãnh đạo xã yêu cầu</translation>
    </message>
    <message>
        <source>Out of date</source>
        <translation>Nội dung đã cũ</translation>
    </message>
    <message>
        <source>Time for an urgent notice</source>
        <translation>Nhường thông báo gấp</translation>
    </message>
    <message>
        <source>The danger is over</source>
        <translation>Hết nguy hiểm</translation>
    </message>
    <message>
        <source>Aired by mistake</source>
        <translation>Phát nhầm</translation>
    </message>
    <message>
        <source>Replaced by another message</source>
        <translation>Thay bằng tin khác</translation>
    </message>
    <message>
        <source>Storm or flood</source>
        <translation>Bão, lũ</translation>
    </message>
    <message>
        <source>Fire</source>
        <translation>Cháy</translation>
    </message>
    <message>
        <source>Search for a missing person</source>
        <translation>Tìm người mất tích</translation>
    </message>
    <message>
        <source>Order of the People&apos;s Committee</source>
        <translation>Lệnh của UBND xã</translation>
    </message>
    <message>
        <source>Why was it ended early?</source>
        <translation>Vì sao kết thúc sớm?</translation>
    </message>
    <message>
        <source>“{title}” was ended. The reason stands in the airing log.</source>
        <translation>“{title}” đã được dừng. Lý do được ghi vào nhật ký phát thanh.</translation>
    </message>
    <message>
        <source>Why was it aired in quiet hours?</source>
        <translation>Vì sao phát trong giờ yên lặng?</translation>
    </message>
    <message>
        <source>“{title}” was ordered and needs nothing more. The reason stands in the airing log.</source>
        <translation>Đã ra lệnh phát “{title}”, không cần làm gì thêm. Lý do được ghi vào nhật ký phát thanh.</translation>
    </message>
    <message>
        <source>Write it down</source>
        <translation>Ghi lại</translation>
    </message>
    <message>
        <source>Later</source>
        <translation>Để sau</translation>
    </message>
</context>
<context>
    <name>RelayDialog</name>
    <message>
        <source>Relay</source>
        <translation>Tiếp sóng</translation>
    </message>
    <message>
        <source>Begin the relay</source>
        <translation>Bắt đầu tiếp sóng</translation>
    </message>
    <message>
        <source>Address on the network</source>
        <translation>Địa chỉ mạng</translation>
    </message>
    <message>
        <source>Line input</source>
        <translation>Đầu vào của máy (line)</translation>
    </message>
    <message>
        <source>Sound file</source>
        <translation>Tệp âm thanh</translation>
    </message>
    <message>
        <source>From</source>
        <translation>Nguồn</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Địa chỉ</translation>
    </message>
    <message>
        <source>As the other station gave it: http:// or https://</source>
        <translation>Do đài kia cung cấp, dạng http:// hoặc https://</translation>
    </message>
    <message>
        <source>Input</source>
        <translation>Đầu vào</translation>
    </message>
    <message>
        <source>Where the receiver is plugged in</source>
        <translation>Nơi cắm máy thu</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>Chọn…</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Tệp</translation>
    </message>
    <message>
        <source>It ends then, even when the other station goes on. A source that is lost is sought again by itself.</source>
        <translation>Hết giờ thì tự kết thúc, dù đài kia còn phát. Mất nguồn thì tự kết nối lại.</translation>
    </message>
    <message>
        <source>It is quiet until {time}: nothing is relayed now.</source>
        <translation>Đang là giờ yên lặng đến {time}: không tiếp sóng lúc này.</translation>
    </message>
    <message>
        <source>Type the address of the programme: http://… or https://…</source>
        <translation>Nhập địa chỉ chương trình: http://… hoặc https://…</translation>
    </message>
    <message>
        <source>No line input was found on this computer. Plug the receiver in and open this again.</source>
        <translation>Không tìm thấy đầu vào trên máy này. Cắm máy thu rồi mở lại cửa sổ này.</translation>
    </message>
    <message>
        <source>Choose a sound file.</source>
        <translation>Hãy chọn tệp âm thanh.</translation>
    </message>
    <message>
        <source>Sound files</source>
        <translation>Tệp âm thanh</translation>
    </message>
    <message>
        <source>Choose a sound file</source>
        <translation>Chọn tệp âm thanh</translation>
    </message>
</context>
<context>
    <name>TimedSheet</name>
    <message>
        <source>Ctrl+Enter</source>
        <translation>Ctrl+Enter</translation>
    </message>
    <message>
        <source> minutes</source>
        <translation> phút</translation>
    </message>
    <message>
        <source>Ends after</source>
        <translation>Tự kết thúc sau</translation>
    </message>
    <message>
        <source>Where</source>
        <translation>Phát ở đâu</translation>
    </message>
    <message>
        <source>Ordered by</source>
        <translation>Người ra lệnh</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Không phát</translation>
    </message>
    <message>
        <source>someone at the window</source>
        <translation>người trực máy</translation>
    </message>
    <message>
        <source>It ends by itself at {time}.</source>
        <translation>Sẽ tự kết thúc lúc {time}.</translation>
    </message>
</context>
<context>
    <name>Wall</name>
    <message>
        <source>Wall display</source>
        <translation>Màn hình lớn</translation>
    </message>
    <message>
        <source>F11 or Esc: back  ·  Ctrl+Shift+S: STOP ALL  ·  F9: emergency</source>
        <translation>F11 hoặc Esc: thoát  ·  Ctrl+Shift+S: DỪNG TẤT CẢ  ·  F9: phát khẩn cấp</translation>
    </message>
    <message>
        <source>until {time}</source>
        <translation>đến {time}</translation>
    </message>
    <message>
        <source>Output level</source>
        <translation>Mức âm ra</translation>
    </message>
</context>
<context>
    <name>WhoField</name>
    <message>
        <source>Name of whoever orders it</source>
        <translation>Tên người ra lệnh</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>Người ra lệnh</translation>
    </message>
</context>
<context>
    <name>ZonePicker</name>
    <message>
        <source>All zones</source>
        <translation>Tất cả cụm loa</translation>
    </message>
</context>
</TS>
