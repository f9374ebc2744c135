<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="vi_VN" sourcelanguage="en">
<context>
    <name>AppearanceCard</name>
    <message>
        <source>Appearance</source>
        <translation>Giao diện</translation>
    </message>
    <message>
        <source>As the computer</source>
        <translation>Theo máy tính</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Sáng</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Tối</translation>
    </message>
    <message>
        <source>High contrast</source>
        <translation>Tương phản cao</translation>
    </message>
    <message>
        <source>Size of everything</source>
        <translation>Cỡ hiển thị</translation>
    </message>
    <message>
        <source>The new size shows when the window is opened next. The broadcast goes on meanwhile.</source>
        <translation>Cỡ mới có hiệu lực khi mở lại cửa sổ. Buổi phát vẫn chạy bình thường.</translation>
    </message>
    <message>
        <source>Open the window anew</source>
        <translation>Mở lại cửa sổ</translation>
    </message>
    <message>
        <source>For this computer only; saved at once.</source>
        <translation>Chỉ áp dụng cho máy này, lưu ngay khi chọn.</translation>
    </message>
</context>
<context>
    <name>ApprovalCard</name>
    <message>
        <source>One person may write and approve the same bulletin</source>
        <translation>Một người được vừa soạn vừa duyệt</translation>
    </message>
    <message>
        <source>Two approvers must agree (editorial board)</source>
        <translation>Phải hai người duyệt (ban biên tập)</translation>
    </message>
    <message>
        <source>A week airs only by its approved sheet</source>
        <translation>Chỉ phát theo lịch tuần đã duyệt</translation>
    </message>
    <message>
        <source>Every bulletin approved by its own author is marked so in the log and in reports.</source>
        <translation>Bản tin do chính người soạn duyệt sẽ được ghi rõ trong nhật ký và báo cáo.</translation>
    </message>
    <message>
        <source>The first approver&apos;s yes lets nothing air yet; another approver must sign the very same text and sound.</source>
        <translation>Người thứ nhất duyệt xong vẫn chưa phát; người duyệt khác phải ký đúng lời và âm thanh ấy.</translation>
    </message>
    <message>
        <source>A week without an approved sheet airs nothing but emergencies and what a person puts on the air. Submit the week on the schedule page before you save this.</source>
        <translation>Tuần chưa có lịch được duyệt thì chỉ phát tin khẩn cấp và những gì người trực cho phát ngay. Hãy trình và duyệt lịch tuần này ở trang Lịch phát trước khi lưu.</translation>
    </message>
</context>
<context>
    <name>GainTable</name>
    <message>
        <source>From</source>
        <translation>Từ giờ</translation>
    </message>
    <message>
        <source> dB</source>
        <translation> dB</translation>
    </message>
    <message>
        <source>Gain</source>
        <translation>Mức âm lượng</translation>
    </message>
    <message>
        <source>from</source>
        <translation>từ</translation>
    </message>
    <message>
        <source>Remove this time</source>
        <translation>Bỏ giờ này</translation>
    </message>
    <message>
        <source>The same loudness all day (0 dB).</source>
        <translation>Cả ngày cùng một mức (0 dB).</translation>
    </message>
    <message>
        <source>Add a time</source>
        <translation>Thêm giờ</translation>
    </message>
</context>
<context>
    <name>HornTrial</name>
    <message>
        <source>Item to listen to</source>
        <translation>Bản thu để nghe thử</translation>
    </message>
    <message>
        <source>Before</source>
        <translation>Trước khi chỉnh</translation>
    </message>
    <message>
        <source>After</source>
        <translation>Sau khi chỉnh</translation>
    </message>
    <message>
        <source>The same place of the same item, as it is and as the horns will play it.</source>
        <translation>Cùng một chỗ của cùng bản thu: nguyên bản, và như loa nén sẽ phát.</translation>
    </message>
    <message>
        <source>Once an item is approved it can be heard here, before and after.</source>
        <translation>Khi có bản thu được duyệt, có thể nghe trước và sau ở đây.</translation>
    </message>
    <message>
        <source>The item is being shaped…</source>
        <translation>Đang xử lý bản thu…</translation>
    </message>
    <message>
        <source>Stop listening</source>
        <translation>Dừng nghe</translation>
    </message>
</context>
<context>
    <name>ListeningField</name>
    <message>
        <source>The computer&apos;s default</source>
        <translation>Mặc định của máy tính</translation>
    </message>
    <message>
        <source>Try</source>
        <translation>Nghe thử</translation>
    </message>
    <message>
        <source>A chime on this device, now</source>
        <translation>Phát ngay một hồi chuông ra thiết bị này</translation>
    </message>
    <message>
        <source>Listening in the window</source>
        <translation>Nơi nghe thử</translation>
    </message>
    <message>
        <source>Headphones or the computer&apos;s own loudspeaker: what is only listened to is not heard in the village.</source>
        <translation>Tai nghe hoặc loa của máy tính: nghe thử ở đây thì ngoài loa không phát.</translation>
    </message>
    <message>
        <source>The station itself plays on this device: what is listened to would be heard outside. Choose another, or the computer&apos;s default.</source>
        <translation>Đài đang phát ra loa bằng chính thiết bị này: nghe thử sẽ vang ra ngoài. Hãy chọn thiết bị khác hoặc mặc định của máy tính.</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Dừng</translation>
    </message>
</context>
<context>
    <name>OfficeCard</name>
    <message>
        <source>Office above stations</source>
        <translation>Cơ quan cấp trên của các đài</translation>
    </message>
    <message>
        <source>A station, nothing below it</source>
        <translation>Một đài, không có đài cấp dưới</translation>
    </message>
    <message>
        <source>An office above stations</source>
        <translation>Cơ quan quản lý các đài</translation>
    </message>
    <message>
        <source>Both: a station and an office</source>
        <translation>Cả hai: vừa là đài vừa quản lý đài</translation>
    </message>
    <message>
        <source> days</source>
        <translation> ngày</translation>
    </message>
    <message>
        <source>This computer is</source>
        <translation>Máy này là</translation>
    </message>
    <message>
        <source>Packages arrive in</source>
        <translation>Nơi nhận gói</translation>
    </message>
    <message>
        <source>A folder, or an address as the stations have it (sftp://…, webdav+https://…, s3://…). Empty: the folder “inbox” beside the data.</source>
        <translation>Một thư mục, hoặc địa chỉ giống như các đài đã khai (sftp://…, webdav+https://…, s3://…). Để trống: thư mục “inbox” cạnh dữ liệu.</translation>
    </message>
    <message>
        <source>Stopped reporting after</source>
        <translation>Coi là ngừng sau</translation>
    </message>
</context>
<context>
    <name>OutputFields</name>
    <message>
        <source>A sound device of this computer</source>
        <translation>Thiết bị âm thanh của máy này</translation>
    </message>
    <message>
        <source>A stream server (Icecast)</source>
        <translation>Máy chủ truyền luồng (Icecast)</translation>
    </message>
    <message>
        <source>A folder, for another platform to upload</source>
        <translation>Thư mục, để nền tảng khác tải lên</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>Chọn…</translation>
    </message>
    <message>
        <source>Sound goes to</source>
        <translation>Âm thanh phát ra</translation>
    </message>
    <message>
        <source>Device</source>
        <translation>Thiết bị</translation>
    </message>
    <message>
        <source>Channels</source>
        <translation>Kênh</translation>
    </message>
    <message>
        <source>Two zones can share one stereo device: one plays on the left, the other on the right.</source>
        <translation>Hai cụm có thể dùng chung một thiết bị hai kênh: một cụm phát kênh trái, cụm kia phát kênh phải.</translation>
    </message>
    <message>
        <source>Server</source>
        <translation>Máy chủ</translation>
    </message>
    <message>
        <source>Port of the server</source>
        <translation>Cổng máy chủ</translation>
    </message>
    <message>
        <source>Mount point</source>
        <translation>Điểm phát (mount)</translation>
    </message>
    <message>
        <source>User</source>
        <translation>Tên đăng nhập</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>Mật khẩu</translation>
    </message>
    <message>
        <source>Lies readable in station.toml: use one of its own.</source>
        <translation>Ghi trong tệp station.toml, ai mở tệp cũng đọc được: nên đặt mật khẩu riêng.</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>Thư mục</translation>
    </message>
    <message>
        <source>Each session is written there as one MP3 file before it begins.</source>
        <translation>Mỗi buổi phát được ghi vào đó thành một tệp MP3 trước khi bắt đầu.</translation>
    </message>
    <message>
        <source>The station&apos;s sound device</source>
        <translation>Thiết bị chung của đài</translation>
    </message>
    <message>
        <source>Folder for finished sessions</source>
        <translation>Thư mục chứa các buổi đã dựng</translation>
    </message>
</context>
<context>
    <name>Settings</name>
    <message>
        <source>The station needs a name.</source>
        <translation>Hãy nhập tên đài.</translation>
    </message>
    <message>
        <source>Write the commune, as in “xã Mẫu”.</source>
        <translation>Hãy nhập tên xã, phường, ví dụ “xã Mẫu”.</translation>
    </message>
    <message>
        <source>Write the province, as in “tỉnh Mẫu”.</source>
        <translation>Hãy nhập tên tỉnh, thành phố, ví dụ “tỉnh Mẫu”.</translation>
    </message>
    <message>
        <source>Write the body that signs the reports, in capitals.</source>
        <translation>Hãy nhập tên cơ quan ký báo cáo, viết in hoa.</translation>
    </message>
    <message>
        <source>The quiet hours begin and end at the same time: choose two different times.</source>
        <translation>Giờ yên lặng bắt đầu và kết thúc trùng nhau: hãy chọn hai giờ khác nhau.</translation>
    </message>
    <message>
        <source>{name} (not found now)</source>
        <translation>{name} (hiện không thấy)</translation>
    </message>
</context>
<context>
    <name>SettingsPage</name>
    <message>
        <source>Save the settings</source>
        <translation>Lưu cài đặt</translation>
    </message>
    <message>
        <source>Undo changes</source>
        <translation>Bỏ thay đổi</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Cài đặt</translation>
    </message>
    <message>
        <source>the settings</source>
        <translation>cài đặt</translation>
    </message>
    <message>
        <source>Station</source>
        <translation>Đài</translation>
    </message>
    <message>
        <source>Name of the station</source>
        <translation>Tên đài</translation>
    </message>
    <message>
        <source>Commune or ward</source>
        <translation>Xã, phường</translation>
    </message>
    <message>
        <source>Province or city</source>
        <translation>Tỉnh, thành phố</translation>
    </message>
    <message>
        <source>Body on reports</source>
        <translation>Cơ quan ban hành</translation>
    </message>
    <message>
        <source>Stands above the station&apos;s name on reports, in capitals.</source>
        <translation>Đứng trên tên đài trong báo cáo, viết in hoa.</translation>
    </message>
    <message>
        <source>Reports go to</source>
        <translation>Báo cáo gửi</translation>
    </message>
    <message>
        <source>Loudspeaker clusters</source>
        <translation>Số cụm loa</translation>
    </message>
    <message>
        <source>Run the set-up again…</source>
        <translation>Chạy lại phần thiết lập…</translation>
    </message>
    <message>
        <source>Hours and rules</source>
        <translation>Giờ giấc và quy định</translation>
    </message>
    <message>
        <source>Quiet from</source>
        <translation>Yên lặng từ</translation>
    </message>
    <message>
        <source>Quiet until</source>
        <translation>Đến</translation>
    </message>
    <message>
        <source>Between these times nothing sounds.</source>
        <translation>Trong khoảng này loa không phát gì.</translation>
    </message>
    <message>
        <source>Rules for sessions</source>
        <translation>Khung quy định</translation>
    </message>
    <message>
        <source>Rules for sessions…</source>
        <translation>Khung quy định…</translation>
    </message>
    <message>
        <source>Sound</source>
        <translation>Âm thanh</translation>
    </message>
    <message>
        <source>Sound device</source>
        <translation>Thiết bị ra</translation>
    </message>
    <message>
        <source>Sound queued ahead</source>
        <translation>Âm thanh chuẩn bị trước</translation>
    </message>
    <message>
        <source> s</source>
        <translation> giây</translation>
    </message>
    <message>
        <source>More makes a slow computer safer, less makes the stop button quicker.</source>
        <translation>Máy chậm nên để lớn hơn; nhỏ hơn thì nút dừng tác dụng nhanh hơn.</translation>
    </message>
    <message>
        <source>Loudness of speech</source>
        <translation>Độ to của lời đọc</translation>
    </message>
    <message>
        <source> LUFS</source>
        <translation> LUFS</translation>
    </message>
    <message>
        <source>Silence before a session</source>
        <translation>Khoảng lặng đầu buổi</translation>
    </message>
    <message>
        <source>Wakes amplifiers and receivers, so that the first words are heard.</source>
        <translation>Để tăng âm và bộ thu kịp mở, không mất những chữ đầu.</translation>
    </message>
    <message>
        <source>Microphone open for</source>
        <translation>Mở micrô trong</translation>
    </message>
    <message>
        <source> min</source>
        <translation> phút</translation>
    </message>
    <message>
        <source>Ends by itself then, unless another end is chosen.</source>
        <translation>Hết giờ tự tắt, trừ khi chọn giờ khác.</translation>
    </message>
    <message>
        <source>Longest session</source>
        <translation>Buổi phát dài nhất</translation>
    </message>
    <message>
        <source>Nothing sounds longer than this without a new order.</source>
        <translation>Quá thời gian này là tự dừng, muốn phát tiếp phải ra lệnh lại.</translation>
    </message>
    <message>
        <source>Reading voice</source>
        <translation>Giọng đọc</translation>
    </message>
    <message>
        <source>Voice</source>
        <translation>Giọng</translation>
    </message>
    <message>
        <source>Speed</source>
        <translation>Tốc độ</translation>
    </message>
    <message>
        <source> words/min</source>
        <translation> từ/phút</translation>
    </message>
    <message>
        <source>120 to 140 suits horn loudspeakers with echo.</source>
        <translation>Loa nén có tiếng vọng nên để 120 đến 140.</translation>
    </message>
    <message>
        <source>Pitch</source>
        <translation>Độ cao giọng</translation>
    </message>
    <message>
        <source>50 is the voice as it was made.</source>
        <translation>50 là giọng gốc.</translation>
    </message>
    <message>
        <source>Listen</source>
        <translation>Nghe thử</translation>
    </message>
    <message>
        <source>Compare voices…</source>
        <translation>So sánh giọng…</translation>
    </message>
    <message>
        <source>Lexicon…</source>
        <translation>Từ điển…</translation>
    </message>
    <message>
        <source>How names and abbreviations of this commune are read</source>
        <translation>Tên riêng và chữ viết tắt của xã được đọc thế nào</translation>
    </message>
    <message>
        <source> months</source>
        <translation> tháng</translation>
    </message>
    <message>
        <source>for ever</source>
        <translation>giữ mãi</translation>
    </message>
    <message>
        <source>Sounds that have aired are kept for</source>
        <translation>Giữ âm thanh đã phát trong</translation>
    </message>
    <message>
        <source>Nothing goes by itself: the library lists what is no longer needed, and somebody tidies it away.</source>
        <translation>Không tệp nào tự mất: Thư viện liệt kê những gì không còn cần, có người bấm mới dọn.</translation>
    </message>
    <message>
        <source>Approval</source>
        <translation>Phê duyệt</translation>
    </message>
    <message>
        <source>Data</source>
        <translation>Dữ liệu</translation>
    </message>
    <message>
        <source>Letters, sounds, plans and the airing log of this station lie in this folder:</source>
        <translation>Văn bản, âm thanh, lịch phát và nhật ký của đài nằm trong thư mục:</translation>
    </message>
    <message>
        <source>Open the folder</source>
        <translation>Mở thư mục</translation>
    </message>
    <message>
        <source>New sound files in this folder come into the library by themselves, as drafts:</source>
        <translation>Tệp âm thanh mới trong thư mục này tự vào Thư viện, ở dạng bản nháp:</translation>
    </message>
    <message>
        <source>One person for both?</source>
        <translation>Cho phép một người vừa soạn vừa duyệt?</translation>
    </message>
    <message>
        <source>Whoever writes a bulletin may then approve it too. Each such approval is marked in the airing log and in reports.</source>
        <translation>Khi đó người soạn được tự duyệt bản tin của mình. Mỗi lần tự duyệt đều được ghi rõ trong nhật ký phát thanh và báo cáo.</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>Tiếp tục</translation>
    </message>
    <message>
        <source>Changing who may approve needs a signature.</source>
        <translation>Đổi quy định phê duyệt cần có người ký.</translation>
    </message>
    <message>
        <source>The settings are saved.</source>
        <translation>Đã lưu cài đặt.</translation>
    </message>
    <message>
        <source>The voice is reading…</source>
        <translation>Đang đọc thử…</translation>
    </message>
    <message>
        <source>Stop listening</source>
        <translation>Dừng nghe</translation>
    </message>
</context>
<context>
    <name>UpwardCard</name>
    <message>
        <source>Office above</source>
        <translation>Cơ quan cấp trên</translation>
    </message>
    <message>
        <source>A package each night</source>
        <translation>Mỗi đêm một gói</translation>
    </message>
    <message>
        <source>A package each Monday</source>
        <translation>Mỗi thứ Hai một gói</translation>
    </message>
    <message>
        <source>Only when somebody makes one</source>
        <translation>Chỉ khi có người bấm tạo</translation>
    </message>
    <message>
        <source>Also send the sound of what aired</source>
        <translation>Gửi kèm âm thanh đã phát</translation>
    </message>
    <message>
        <source>Packages</source>
        <translation>Gói gửi cấp trên</translation>
    </message>
    <message>
        <source>Sound</source>
        <translation>Âm thanh</translation>
    </message>
    <message>
        <source>Makes packages much larger.</source>
        <translation>Gói sẽ lớn hơn nhiều.</translation>
    </message>
    <message>
        <source>Place and keys…</source>
        <translation>Nơi gửi và khóa…</translation>
    </message>
    <message>
        <source>Packages go to: {place}</source>
        <translation>Gói được gửi tới: {place}</translation>
    </message>
    <message>
        <source>No place is set: packages are made by hand and carried on a stick.</source>
        <translation>Chưa đặt nơi gửi: tự tạo gói rồi chuyển bằng USB hoặc thư điện tử.</translation>
    </message>
</context>
<context>
    <name>WatchedFolderField</name>
    <message>
        <source>no folder is watched</source>
        <translation>không theo dõi thư mục nào</translation>
    </message>
    <message>
        <source>Watched folder</source>
        <translation>Thư mục theo dõi</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>Chọn…</translation>
    </message>
    <message>
        <source>Watch no folder</source>
        <translation>Không theo dõi thư mục nào</translation>
    </message>
    <message>
        <source>Folder to watch</source>
        <translation>Thư mục cần theo dõi</translation>
    </message>
    <message>
        <source>The station&apos;s own data lies here: choose another folder.</source>
        <translation>Đây là nơi chứa dữ liệu của chính đài: hãy chọn thư mục khác.</translation>
    </message>
    <message>
        <source>This folder is not there now.</source>
        <translation>Hiện không thấy thư mục này.</translation>
    </message>
</context>
<context>
    <name>ZoneDialog</name>
    <message>
        <source>Loudspeaker zone</source>
        <translation>Cụm loa</translation>
    </message>
    <message>
        <source>Take over</source>
        <translation>Đồng ý</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Hủy</translation>
    </message>
    <message>
        <source>Centre of the commune</source>
        <translation>Trung tâm xã</translation>
    </message>
    <message>
        <source>Name of the zone</source>
        <translation>Tên cụm loa</translation>
    </message>
    <message>
        <source>Shape the sound for horn loudspeakers</source>
        <translation>Chỉnh âm cho loa nén</translation>
    </message>
    <message>
        <source>Silence</source>
        <translation>Khoảng lặng</translation>
    </message>
    <message>
        <source>A soft tone</source>
        <translation>Tiếng tút nhỏ</translation>
    </message>
    <message>
        <source>Horns</source>
        <translation>Loa nén</translation>
    </message>
    <message>
        <source>Cuts the lows that damage a horn&apos;s driver, lifts the consonants, evens out loud and soft.</source>
        <translation>Bớt tiếng trầm làm hỏng củ loa, làm rõ phụ âm, kéo gần chỗ to và chỗ nhỏ.</translation>
    </message>
    <message>
        <source>Listen</source>
        <translation>Nghe thử</translation>
    </message>
    <message>
        <source>Gain by time of day</source>
        <translation>Âm lượng theo giờ</translation>
    </message>
    <message>
        <source>Each gain holds until the next time; the last one until the first time of the next day.</source>
        <translation>Mỗi mức giữ đến giờ kế tiếp; mức cuối giữ đến giờ đầu tiên của ngày hôm sau.</translation>
    </message>
    <message>
        <source>Before a session</source>
        <translation>Trước buổi phát</translation>
    </message>
    <message>
        <source>What wakes amplifiers and receivers; some receivers open only when they hear a tone.</source>
        <translation>Để đánh thức tăng âm và bộ thu; có bộ thu chỉ mở khi nghe thấy tiếng.</translation>
    </message>
    <message>
        <source>Sound</source>
        <translation>Âm thanh</translation>
    </message>
    <message>
        <source> s</source>
        <translation> giây</translation>
    </message>
    <message>
        <source>Switched by</source>
        <translation>Bật tắt bằng</translation>
    </message>
    <message>
        <source>Port</source>
        <translation>Cổng</translation>
    </message>
    <message>
        <source>As the computer names it: COM3, /dev/ttyUSB0.</source>
        <translation>Tên cổng trong máy: COM3, /dev/ttyUSB0.</translation>
    </message>
    <message>
        <source>Command to switch on</source>
        <translation>Lệnh bật</translation>
    </message>
    <message>
        <source>Command to switch off</source>
        <translation>Lệnh tắt</translation>
    </message>
    <message>
        <source>On before the sound</source>
        <translation>Bật trước khi phát</translation>
    </message>
    <message>
        <source>Off after the sound</source>
        <translation>Tắt sau khi phát</translation>
    </message>
    <message>
        <source>STOP ALL and the end of the program switch off at once.</source>
        <translation>DỪNG TẤT CẢ và thoát chương trình thì tắt ngay.</translation>
    </message>
    <message>
        <source>Try: on for 2 seconds</source>
        <translation>Thử: bật 2 giây</translation>
    </message>
    <message>
        <source>Power of the amplifier</source>
        <translation>Nguồn tăng âm</translation>
    </message>
    <message>
        <source>Nothing listens</source>
        <translation>Không có</translation>
    </message>
    <message>
        <source>Input that hears it</source>
        <translation>Đường nghe kiểm</translation>
    </message>
    <message>
        <source>A line from the amplifier, a microphone near a loudspeaker, or the computer&apos;s own loopback: with it the log tells what was really heard.</source>
        <translation>Dây từ tăng âm, micrô gần loa, hoặc đường vòng lại trong máy: nhờ đó nhật ký ghi được loa có kêu thật hay không.</translation>
    </message>
    <message>
        <source>Proof</source>
        <translation>Nghe kiểm</translation>
    </message>
    <message>
        <source>An amplifier is on for a session. Try again when nothing is on air.</source>
        <translation>Đang có tăng âm bật cho buổi phát. Hãy thử lại khi không phát.</translation>
    </message>
    <message>
        <source>The switch is being tried…</source>
        <translation>Đang thử công tắc…</translation>
    </message>
    <message>
        <source>Switched on and off again. Did the right amplifier click?</source>
        <translation>Đã bật rồi tắt. Có đúng tăng âm cần bật không?</translation>
    </message>
</context>
<context>
    <name>Zones</name>
    <message>
        <source>Folder {path}</source>
        <translation>Thư mục {path}</translation>
    </message>
    <message>
        <source>The station&apos;s sound device</source>
        <translation>Thiết bị chung của đài</translation>
    </message>
    <message>
        <source>All channels</source>
        <translation>Tất cả các kênh</translation>
    </message>
    <message>
        <source>1 (left)</source>
        <translation>1 (trái)</translation>
    </message>
    <message>
        <source>2 (right)</source>
        <translation>2 (phải)</translation>
    </message>
    <message>
        <source>1 and 2</source>
        <translation>1 và 2</translation>
    </message>
    <message>
        <source>Horns</source>
        <translation>Loa nén</translation>
    </message>
    <message>
        <source>As it is</source>
        <translation>Giữ nguyên</translation>
    </message>
    <message>
        <source>Not switched by the computer</source>
        <translation>Máy tính không bật tắt</translation>
    </message>
    <message>
        <source>USB relay (LCUS-1)</source>
        <translation>Rơ le USB (LCUS-1)</translation>
    </message>
    <message>
        <source>Serial port, RTS line</source>
        <translation>Cổng nối tiếp, chân RTS</translation>
    </message>
    <message>
        <source>Serial port, DTR line</source>
        <translation>Cổng nối tiếp, chân DTR</translation>
    </message>
    <message>
        <source>Two commands of the computer</source>
        <translation>Hai lệnh của máy tính</translation>
    </message>
    <message>
        <source>not known</source>
        <translation>chưa rõ</translation>
    </message>
    <message>
        <source>once saved</source>
        <translation>sau khi lưu</translation>
    </message>
    <message>
        <source>power failed</source>
        <translation>không bật được nguồn</translation>
    </message>
    <message>
        <source>on air</source>
        <translation>đang phát</translation>
    </message>
    <message>
        <source>about to begin</source>
        <translation>sắp phát</translation>
    </message>
    <message>
        <source>stopped</source>
        <translation>đã dừng</translation>
    </message>
    <message>
        <source>no output</source>
        <translation>mất đầu ra</translation>
    </message>
    <message>
        <source>ready</source>
        <translation>sẵn sàng</translation>
    </message>
    <message>
        <source>The stream server asks for a password.</source>
        <translation>Máy chủ truyền luồng cần mật khẩu.</translation>
    </message>
    <message>
        <source>“{name}” already plays on these channels of this device.</source>
        <translation>“{name}” đã phát trên các kênh này của thiết bị này.</translation>
    </message>
    <message>
        <source>Choose a folder.</source>
        <translation>Hãy chọn thư mục.</translation>
    </message>
    <message>
        <source>Write server, port and mount point of the stream.</source>
        <translation>Hãy nhập máy chủ, cổng và điểm phát của luồng.</translation>
    </message>
    <message>
        <source>Write both commands.</source>
        <translation>Hãy nhập cả hai lệnh, đúng cách viết.</translation>
    </message>
    <message>
        <source>Write the port, as in COM3 or /dev/ttyUSB0.</source>
        <translation>Hãy nhập cổng, ví dụ COM3 hoặc /dev/ttyUSB0.</translation>
    </message>
    <message>
        <source>The zone needs a name no other zone has.</source>
        <translation>Cụm loa cần một tên riêng, không trùng cụm khác.</translation>
    </message>
    <message>
        <source>Write channels as numbers, as in 1 or 3,4.</source>
        <translation>Ghi kênh bằng số, ví dụ 1 hoặc 3,4.</translation>
    </message>
    <message>
        <source>Each time may be there once, with −40 to +6 dB.</source>
        <translation>Mỗi giờ chỉ ghi một lần, từ −40 đến +6 dB.</translation>
    </message>
    <message>
        <source>This cannot be used.</source>
        <translation>Không dùng được giá trị này.</translation>
    </message>
</context>
<context>
    <name>ZonesCard</name>
    <message>
        <source>Loudspeaker zones and outputs</source>
        <translation>Cụm loa và đầu ra</translation>
    </message>
    <message>
        <source>Zone</source>
        <translation>Cụm loa</translation>
    </message>
    <message>
        <source>Output</source>
        <translation>Đầu ra</translation>
    </message>
    <message>
        <source>Channels</source>
        <translation>Kênh</translation>
    </message>
    <message>
        <source>Sound</source>
        <translation>Âm thanh</translation>
    </message>
    <message>
        <source>Power</source>
        <translation>Nguồn</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Trạng thái</translation>
    </message>
    <message>
        <source>One zone, played on the sound device chosen above.</source>
        <translation>Một cụm, phát ra thiết bị đã chọn ở trên.</translation>
    </message>
    <message>
        <source>Several zones can play different programs, each on its own device, channel, stream or folder, with its own loudness and amplifier switch.</source>
        <translation>Nhiều cụm có thể phát chương trình khác nhau, mỗi cụm một thiết bị, kênh, luồng hoặc thư mục, với âm lượng và công tắc tăng âm riêng.</translation>
    </message>
    <message>
        <source>Add a zone…</source>
        <translation>Thêm cụm loa…</translation>
    </message>
    <message>
        <source>Change…</source>
        <translation>Sửa…</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Bỏ cụm</translation>
    </message>
    <message>
        <source>“{name}” is removed once you save; “Undo changes” brings it back.</source>
        <translation>Sẽ bỏ “{name}” khi lưu; bấm “Bỏ thay đổi” để giữ lại.</translation>
    </message>
</context>
</TS>
