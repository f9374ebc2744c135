<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="vi_VN" sourcelanguage="en">
<context>
    <name>Backup</name>
    <message>
        <source>today {time}</source>
        <translation>hôm nay {time}</translation>
    </message>
    <message>
        <source>yesterday {time}</source>
        <translation>hôm qua {time}</translation>
    </message>
    <message>
        <source>{days} days</source>
        <translation>{days} ngày</translation>
    </message>
    <message>
        <source>under a day</source>
        <translation>chưa đến 1 ngày</translation>
    </message>
    <message>
        <source>cannot be read</source>
        <translation>không đọc được</translation>
    </message>
    <message>
        <source>tried: not good</source>
        <translation>đã thử: không đạt</translation>
    </message>
    <message>
        <source>far smaller than before</source>
        <translation>nhỏ hơn hẳn bản trước</translation>
    </message>
    <message>
        <source>not tried yet</source>
        <translation>chưa thử</translation>
    </message>
    <message>
        <source>tried: good</source>
        <translation>đã thử: dùng được</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>có</translation>
    </message>
    <message>
        <source>no</source>
        <translation>không</translation>
    </message>
    <message>
        <source>There is no backup yet</source>
        <translation>Chưa có bản sao lưu nào</translation>
    </message>
    <message>
        <source>Should this computer break, everything would be gone: sounds, letters, log.</source>
        <translation>Máy này mà hỏng là mất hết: âm thanh, văn bản, nhật ký phát thanh.</translation>
    </message>
    <message>
        <source>Last backup: {when}</source>
        <translation>Bản sao lưu gần nhất: {when}</translation>
    </message>
    <message>
        <source>It was not tried yet; that happens by itself after each backup.</source>
        <translation>Bản này chưa được thử; sau mỗi lần sao lưu máy sẽ tự thử.</translation>
    </message>
    <message>
        <source>Tried at {at}: it is not good. Make another one.</source>
        <translation>Đã thử lúc {at}: không đạt. Hãy sao lưu lại.</translation>
    </message>
    <message>
        <source>Tried at {at}: every byte was read back, the station opened from it and could plan tomorrow.</source>
        <translation>Đã thử lúc {at}: đọc lại được toàn bộ, mở được đài từ bản sao và xếp được lịch ngày mai.</translation>
    </message>
    <message>
        <source>Tried at {at}: the station opened from it and could plan tomorrow.</source>
        <translation>Đã thử lúc {at}: mở được đài từ bản sao và xếp được lịch ngày mai.</translation>
    </message>
    <message>
        <source>On this computer only ({folder})</source>
        <translation>Chỉ trên máy này ({folder})</translation>
    </message>
    <message>
        <source>{folder} – not plugged in now</source>
        <translation>{folder} – hiện chưa cắm</translation>
    </message>
    <message>
        <source>{folder} – {free} free</source>
        <translation>{folder} – còn trống {free}</translation>
    </message>
    <message>
        <source>The figures of this office lie in a PostgreSQL database, which is not in these backups: whoever looks after that server backs it up. The stations&apos; packages are in them.</source>
        <translation>Số liệu của cơ quan nằm trong cơ sở dữ liệu PostgreSQL, không có trong bản sao lưu này: người quản lý máy chủ đó sao lưu riêng. Gói của các đài thì có trong bản sao lưu.</translation>
    </message>
    <message>
        <source>The backups lie on the same disk as the station: should the disk break, both are gone. Plug in a stick or a second disk and choose it here.</source>
        <translation>Bản sao lưu đang nằm cùng ổ đĩa với đài: ổ đĩa hỏng là mất cả hai. Hãy cắm USB hoặc ổ đĩa thứ hai rồi chọn ở đây.</translation>
    </message>
    <message>
        <source>The backup disk is not plugged in. Plug it in; the backup is then made by itself.</source>
        <translation>Chưa cắm ổ đĩa sao lưu. Cắm vào là máy tự sao lưu.</translation>
    </message>
    <message>
        <source>This place is on the same disk as the station: should the disk break, both are gone. Choose a stick or a second disk.</source>
        <translation>Nơi này nằm cùng ổ đĩa với đài: ổ đĩa hỏng là mất cả hai. Hãy chọn USB hoặc ổ đĩa thứ hai.</translation>
    </message>
    <message>
        <source>Sounds</source>
        <translation>Âm thanh</translation>
    </message>
    <message>
        <source>Recordings</source>
        <translation>Bản ghi</translation>
    </message>
    <message>
        <source>Airing log</source>
        <translation>Nhật ký phát thanh</translation>
    </message>
    <message>
        <source>Letters</source>
        <translation>Văn bản</translation>
    </message>
    <message>
        <source>Database</source>
        <translation>Cơ sở dữ liệu</translation>
    </message>
    <message>
        <source>Voices</source>
        <translation>Giọng đọc</translation>
    </message>
    <message>
        <source>Plans</source>
        <translation>Lịch phát</translation>
    </message>
    <message>
        <source>Settings and papers</source>
        <translation>Cài đặt và giấy tờ</translation>
    </message>
</context>
<context>
    <name>BackupTab</name>
    <message>
        <source>Looking for backups…</source>
        <translation>Đang xem các bản sao lưu…</translation>
    </message>
    <message>
        <source>Back up now</source>
        <translation>Sao lưu ngay</translation>
    </message>
    <message>
        <source>Try a restore</source>
        <translation>Thử khôi phục</translation>
    </message>
    <message>
        <source>Restore…</source>
        <translation>Khôi phục…</translation>
    </message>
    <message>
        <source>The old computer is off, let this one play</source>
        <translation>Máy cũ đã tắt, cho máy này phát</translation>
    </message>
    <message>
        <source>That is right so</source>
        <translation>Đúng, không thiếu gì</translation>
    </message>
    <message>
        <source>Choose another place…</source>
        <translation>Chọn nơi khác…</translation>
    </message>
    <message>
        <source>Time of the nightly backup</source>
        <translation>Giờ sao lưu hằng đêm</translation>
    </message>
    <message>
        <source> days</source>
        <translation> ngày</translation>
    </message>
    <message>
        <source>Days kept</source>
        <translation>Số ngày giữ lại</translation>
    </message>
    <message>
        <source> weeks</source>
        <translation> tuần</translation>
    </message>
    <message>
        <source>Weeks kept</source>
        <translation>Số tuần giữ lại</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Lưu</translation>
    </message>
    <message>
        <source>Encrypt no more</source>
        <translation>Tắt mã hóa</translation>
    </message>
    <message>
        <source>Every night at</source>
        <translation>Mỗi đêm lúc</translation>
    </message>
    <message>
        <source>keep the last</source>
        <translation>giữ</translation>
    </message>
    <message>
        <source>and before them</source>
        <translation>gần nhất và trước đó</translation>
    </message>
    <message>
        <source>Where and when</source>
        <translation>Nơi để và giờ sao lưu</translation>
    </message>
    <message>
        <source>Made</source>
        <translation>Lúc sao lưu</translation>
    </message>
    <message>
        <source>Age</source>
        <translation>Cách đây</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Dung lượng</translation>
    </message>
    <message>
        <source>New in it</source>
        <translation>Phần mới</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Trạng thái</translation>
    </message>
    <message>
        <source>Backups that are kept</source>
        <translation>Các bản đang giữ</translation>
    </message>
    <message>
        <source>No backup is there yet.</source>
        <translation>Chưa có bản sao lưu nào.</translation>
    </message>
    <message>
        <source>The backup disk is not plugged in</source>
        <translation>Chưa cắm ổ đĩa sao lưu</translation>
    </message>
    <message>
        <source>This station was brought back from a backup. Nothing sounds before you say that the old computer is switched off: two computers would play over each other and make two different logs.</source>
        <translation>Đài vừa được khôi phục từ bản sao lưu. Máy cũ đã tắt chưa? Chưa có người xác nhận máy cũ đã tắt thì máy này không phát gì: hai máy cùng phát sẽ chồng tiếng và thành hai nhật ký khác nhau.</translation>
    </message>
    <message>
        <source>The last backup is much smaller than the one before. Look whether sounds or days of the log are missing. No older backup is deleted until you have said that it is right.</source>
        <translation>Bản sao lưu mới nhất nhỏ hơn hẳn bản trước. Hãy xem có thiếu âm thanh hay ngày nào trong nhật ký không. Chưa có người xác nhận thì máy không xóa bản cũ nào.</translation>
    </message>
    <message>
        <source>New backups are encrypted: only the printed sheet opens them on another computer.</source>
        <translation>Bản sao lưu mới được mã hóa: sang máy khác chỉ mở được bằng phiếu đã in.</translation>
    </message>
    <message>
        <source>Backups can be read by anybody who holds the stick: letters, voices, keys of the station.</source>
        <translation>Ai cầm USB cũng đọc được bản sao lưu: văn bản, giọng nói, khóa của đài.</translation>
    </message>
    <message>
        <source>Print another sheet…</source>
        <translation>In phiếu khác…</translation>
    </message>
    <message>
        <source>Encrypt…</source>
        <translation>Mã hóa…</translation>
    </message>
    <message>
        <source>Encrypted</source>
        <translation>Mã hóa</translation>
    </message>
    <message>
        <source>Backing up; the broadcast goes on</source>
        <translation>Đang sao lưu; buổi phát vẫn chạy</translation>
    </message>
    <message>
        <source>The backup is brought back into a temporary folder and opened</source>
        <translation>Đang khôi phục thử vào thư mục tạm và mở ra xem</translation>
    </message>
    <message>
        <source>Bring a backup back</source>
        <translation>Khôi phục từ bản sao lưu</translation>
    </message>
    <message>
        <source>The old computer is off, this one may play</source>
        <translation>Máy cũ đã tắt, máy này được phát</translation>
    </message>
    <message>
        <source>This computer plays from now on. Choose its sound device under Settings.</source>
        <translation>Từ giờ máy này phát. Hãy vào Cài đặt chọn thiết bị âm thanh của máy.</translation>
    </message>
    <message>
        <source>The backup is made and tried: it is good.</source>
        <translation>Đã sao lưu và thử xong: dùng được.</translation>
    </message>
    <message>
        <source>The backup is made, but its trial failed.</source>
        <translation>Đã sao lưu nhưng thử không đạt.</translation>
    </message>
    <message>
        <source>The backup is good: the station opened from it.</source>
        <translation>Bản sao lưu dùng được: đã mở được đài từ bản này.</translation>
    </message>
    <message>
        <source>Another folder…</source>
        <translation>Thư mục khác…</translation>
    </message>
    <message>
        <source>On this computer only</source>
        <translation>Chỉ trên máy này</translation>
    </message>
    <message>
        <source>Folder for backups, on another disk</source>
        <translation>Thư mục để bản sao lưu, trên ổ đĩa khác</translation>
    </message>
    <message>
        <source>Another place for the backups</source>
        <translation>Đổi nơi để bản sao lưu</translation>
    </message>
    <message>
        <source>Encrypt backups and print the sheet</source>
        <translation>Mã hóa bản sao lưu và in phiếu</translation>
    </message>
    <message>
        <source>Encrypt no more?</source>
        <translation>Tắt mã hóa?</translation>
    </message>
    <message>
        <source>New backups can then be read by anybody who holds the stick. Older encrypted ones still need the printed sheet.</source>
        <translation>Từ giờ ai cầm USB cũng đọc được bản sao lưu mới. Các bản cũ đã mã hóa vẫn cần phiếu đã in.</translation>
    </message>
    <message>
        <source>Encrypt backups no more</source>
        <translation>Tắt mã hóa bản sao lưu</translation>
    </message>
</context>
<context>
    <name>PhraseDialog</name>
    <message>
        <source>Encrypt backups</source>
        <translation>Mã hóa bản sao lưu</translation>
    </message>
    <message>
        <source>On another computer these eight groups open the backups, and nothing else does. Print the sheet, put it into an envelope and lock it away, not beside the stick.</source>
        <translation>Sang máy khác chỉ tám nhóm số này mở được bản sao lưu. Hãy in phiếu, cho vào phong bì dán kín, cất nơi có khóa, không để chung với USB.</translation>
    </message>
    <message>
        <source>Save the sheet to print…</source>
        <translation>Lưu phiếu để in…</translation>
    </message>
    <message>
        <source>Now type the eight groups from the sheet:</source>
        <translation>Giờ gõ lại tám nhóm số trên phiếu:</translation>
    </message>
    <message>
        <source>Eight groups of five digits</source>
        <translation>Tám nhóm, mỗi nhóm năm chữ số</translation>
    </message>
    <message>
        <source>Phrase from the sheet</source>
        <translation>Dãy số trên phiếu</translation>
    </message>
    <message>
        <source>Encrypt from now on</source>
        <translation>Mã hóa từ giờ</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Hủy</translation>
    </message>
    <message>
        <source>Save the sheet</source>
        <translation>Lưu phiếu</translation>
    </message>
</context>
<context>
    <name>RestoreDialog</name>
    <message>
        <source>Bring a backup back</source>
        <translation>Khôi phục từ bản sao lưu</translation>
    </message>
    <message>
        <source>Made</source>
        <translation>Lúc sao lưu</translation>
    </message>
    <message>
        <source>Station</source>
        <translation>Đài</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Dung lượng</translation>
    </message>
    <message>
        <source>Encrypted</source>
        <translation>Mã hóa</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Trạng thái</translation>
    </message>
    <message>
        <source>Backups that were found</source>
        <translation>Các bản sao lưu tìm thấy</translation>
    </message>
    <message>
        <source>No backup was found. Plug in the stick, or choose the folder.</source>
        <translation>Không thấy bản sao lưu nào. Hãy cắm USB hoặc chọn thư mục.</translation>
    </message>
    <message>
        <source>Look again</source>
        <translation>Tìm lại</translation>
    </message>
    <message>
        <source>Choose the folder…</source>
        <translation>Chọn thư mục…</translation>
    </message>
    <message>
        <source>Eight groups of five digits</source>
        <translation>Tám nhóm, mỗi nhóm năm chữ số</translation>
    </message>
    <message>
        <source>Phrase from the printed sheet</source>
        <translation>Dãy số trên phiếu đã in</translation>
    </message>
    <message>
        <source>This backup is encrypted. Type the phrase from the printed sheet:</source>
        <translation>Bản này có mã hóa. Gõ tám nhóm số trên phiếu đã in:</translation>
    </message>
    <message>
        <source>Bring it back…</source>
        <translation>Khôi phục…</translation>
    </message>
    <message>
        <source>The station is put back as it was when the backup was made. What stands on this computer now is moved aside whole and not deleted. The broadcast stops meanwhile.</source>
        <translation>Đài trở lại đúng như lúc sao lưu. Những gì đang có trên máy này được dời nguyên sang một thư mục bên cạnh, không xóa. Trong lúc khôi phục đài ngừng phát.</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Hủy</translation>
    </message>
    <message>
        <source>Folder or stick with backups</source>
        <translation>Thư mục hoặc USB có bản sao lưu</translation>
    </message>
    <message>
        <source>This backup was not made by the station on this computer: its key is another one. Bring it back only if you know where it comes from; with it come its people and their PINs.</source>
        <translation>Bản này không phải do đài trên máy này làm: khóa ký là khóa khác. Chỉ khôi phục khi biết rõ bản này từ đâu ra; khôi phục thì người dùng và mã PIN cũng theo bản này.</translation>
    </message>
    <message>
        <source>The station on this computer is newer: its last entry is of {when}. What came after the backup of {made} will not be in the restored station.</source>
        <translation>Đài trên máy này mới hơn: ghi chép cuối cùng lúc {when}. Những gì có sau bản sao lưu {made} sẽ không còn trong đài được khôi phục.</translation>
    </message>
    <message>
        <source>The station becomes as it was at {made}.</source>
        <translation>Đài trở lại như lúc sao lưu: {made}.</translation>
    </message>
    <message>
        <source>The station that is here now is moved aside, into a folder beside it.</source>
        <translation>Đài hiện có trên máy được dời sang một thư mục bên cạnh.</translation>
    </message>
    <message>
        <source>Bring this backup back?</source>
        <translation>Khôi phục từ bản này?</translation>
    </message>
    <message>
        <source>Bring it back</source>
        <translation>Khôi phục</translation>
    </message>
    <message>
        <source>The station is brought back</source>
        <translation>Đang khôi phục đài</translation>
    </message>
    <message>
        <source>The station is back. Before it sounds, say under Care of this computer, Backups that the old computer is switched off.</source>
        <translation>Đã khôi phục xong. Để đài phát được, hãy vào Chăm sóc máy, thẻ Sao lưu và xác nhận máy cũ đã tắt.</translation>
    </message>
    <message>
        <source>What was here before lies in {folder}.</source>
        <translation>Đài cũ trên máy này nằm ở {folder}.</translation>
    </message>
    <message>
        <source>The station is back</source>
        <translation>Đã khôi phục đài</translation>
    </message>
    <message>
        <source>Open the station</source>
        <translation>Mở đài</translation>
    </message>
</context>
</TS>
