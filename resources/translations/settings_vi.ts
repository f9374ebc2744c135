<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="vi_VN" sourcelanguage="en">
<context>
    <name>PeopleCard</name>
    <message>
        <source>Name</source>
        <translation>Họ tên</translation>
    </message>
    <message>
        <source>Rights</source>
        <translation>Quyền</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Trạng thái</translation>
    </message>
    <message>
        <source>Nobody is entered yet. Enter at least one who writes and one who approves.</source>
        <translation>Chưa có ai. Hãy thêm ít nhất một người soạn và một người duyệt.</translation>
    </message>
    <message>
        <source>Add a person…</source>
        <translation>Thêm người…</translation>
    </message>
    <message>
        <source>New PIN…</source>
        <translation>Đổi mã PIN…</translation>
    </message>
    <message>
        <source>Take rights away</source>
        <translation>Thôi quyền</translation>
    </message>
    <message>
        <source>People</source>
        <translation>Người dùng</translation>
    </message>
    <message>
        <source>active</source>
        <translation>đang làm</translation>
    </message>
    <message>
        <source>left</source>
        <translation>đã thôi</translation>
    </message>
    <message>
        <source>Give rights back</source>
        <translation>Khôi phục quyền</translation>
    </message>
    <message>
        <source>Adding a person needs the signature of someone who approves.</source>
        <translation>Thêm người cần chữ ký của người có quyền duyệt.</translation>
    </message>
    <message>
        <source>{name} can sign now.</source>
        <translation>{name} đã có thể ký.</translation>
    </message>
    <message>
        <source>A new PIN for {name} needs a signature.</source>
        <translation>Đổi mã PIN của {name} cần có chữ ký.</translation>
    </message>
    <message>
        <source>{name} has a new PIN.</source>
        <translation>{name} đã có mã PIN mới.</translation>
    </message>
    <message>
        <source>Changing the rights of {name} needs a signature.</source>
        <translation>Thay đổi quyền của {name} cần có chữ ký.</translation>
    </message>
</context>
<context>
    <name>PersonDialog</name>
    <message>
        <source>Add a person</source>
        <translation>Thêm người</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Họ tên</translation>
    </message>
    <message>
        <source>Position</source>
        <translation>Chức vụ</translation>
    </message>
    <message>
        <source>As it stands in approvals and reports.</source>
        <translation>Ghi đúng như trong phê duyệt và báo cáo.</translation>
    </message>
    <message>
        <source>Rights</source>
        <translation>Quyền</translation>
    </message>
    <message>
        <source>PIN</source>
        <translation>Mã PIN</translation>
    </message>
    <message>
        <source>PIN again</source>
        <translation>Nhập lại PIN</translation>
    </message>
    <message>
        <source>4 to 12 digits, known to this person alone.</source>
        <translation>4 đến 12 chữ số, chỉ người này biết.</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>Thêm</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Hủy</translation>
    </message>
    <message>
        <source>Write the person&apos;s name.</source>
        <translation>Hãy nhập họ tên.</translation>
    </message>
    <message>
        <source>New PIN for {name}</source>
        <translation>Mã PIN mới của {name}</translation>
    </message>
</context>
<context>
    <name>PinChangeDialog</name>
    <message>
        <source>New PIN</source>
        <translation>Mã PIN mới</translation>
    </message>
    <message>
        <source>PIN again</source>
        <translation>Nhập lại PIN</translation>
    </message>
    <message>
        <source>4 to 12 digits, known to this person alone.</source>
        <translation>4 đến 12 chữ số, chỉ người này biết.</translation>
    </message>
    <message>
        <source>Set the PIN</source>
        <translation>Đặt mã PIN</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Hủy</translation>
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
        <source>Writes and plans</source>
        <translation>Soạn và xếp lịch</translation>
    </message>
    <message>
        <source>Approves</source>
        <translation>Phê duyệt</translation>
    </message>
    <message>
        <source>Looks only</source>
        <translation>Chỉ xem</translation>
    </message>
    <message>
        <source>Administers and approves</source>
        <translation>Quản trị, phê duyệt</translation>
    </message>
    <message>
        <source>A PIN is 4 to 12 digits.</source>
        <translation>Mã PIN gồm 4 đến 12 chữ số.</translation>
    </message>
    <message>
        <source>This PIN is too easy to guess.</source>
        <translation>Mã PIN này quá dễ đoán.</translation>
    </message>
    <message>
        <source>The two PINs differ.</source>
        <translation>Hai lần nhập mã PIN không giống nhau.</translation>
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
        <translation>Khung buổi phát</translation>
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
        <translation>Âm thanh đệm trước</translation>
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
        <translation>Độ lớn tiếng nói</translation>
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
        <source>Listen</source>
        <translation>Nghe thử</translation>
    </message>
    <message>
        <source>Approval</source>
        <translation>Phê duyệt</translation>
    </message>
    <message>
        <source>One person may write and approve the same bulletin</source>
        <translation>Một người được vừa soạn vừa duyệt</translation>
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
        <source>Every bulletin approved by its own author is marked so in the log and in reports.</source>
        <translation>Bản tin do chính người soạn duyệt sẽ được ghi rõ trong nhật ký và báo cáo.</translation>
    </message>
    <message>
        <source>Changing who may approve needs a signature.</source>
        <translation>Thay đổi quy định phê duyệt cần có chữ ký.</translation>
    </message>
    <message>
        <source>The settings are saved.</source>
        <translation>Đã lưu cài đặt.</translation>
    </message>
    <message>
        <source>{name} (not found now)</source>
        <translation>{name} (hiện không thấy)</translation>
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
</TS>
