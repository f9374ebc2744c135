<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="vi_VN" sourcelanguage="en">
<context>
    <name>UpdateWords</name>
    <message>
        <source>Version {version} is in use since {at}.</source>
        <translation>Đã chuyển sang phiên bản {version} lúc {at}.</translation>
    </message>
    <message>
        <source>The version before is in use again.</source>
        <translation>Đã quay về phiên bản trước.</translation>
    </message>
    <message>
        <source>What was aired in between stands in the airing log.</source>
        <translation>Những lượt đã phát trong lúc ấy vẫn có trong nhật ký phát thanh.</translation>
    </message>
    <message>
        <source>Version {version} is ready and waits for a quiet moment.</source>
        <translation>Phiên bản {version} đã sẵn sàng, đang chờ lúc không có buổi phát.</translation>
    </message>
    <message>
        <source>Version {version} is unpacked and was tried. It is put in use tonight after 21:30, when nothing is near; leave the computer on.</source>
        <translation>Phiên bản {version} đã chép xong và chạy thử tốt. Sau 21:30 tối nay, lúc không gần buổi phát, máy sẽ tự chuyển; cứ để máy bật.</translation>
    </message>
    <message>
        <source>Copying from the stick and checking every file…</source>
        <translation>Đang chép từ USB và kiểm tra từng tệp…</translation>
    </message>
    <message>
        <source>Trying the new version beside the old one. This may take a minute…</source>
        <translation>Đang chạy thử bản mới bên cạnh bản cũ. Có thể mất một phút…</translation>
    </message>
    <message>
        <source>Ending the old version…</source>
        <translation>Đang dừng bản cũ…</translation>
    </message>
    <message>
        <source>Copying the database…</source>
        <translation>Đang chép cơ sở dữ liệu…</translation>
    </message>
    <message>
        <source>Switching…</source>
        <translation>Đang chuyển…</translation>
    </message>
    <message>
        <source>The new version runs and is watched for a minute…</source>
        <translation>Bản mới đang chạy, máy theo dõi thêm một phút…</translation>
    </message>
    <message>
        <source>The new version does not come up; the old one is taken back…</source>
        <translation>Bản mới không chạy được; đang quay về bản cũ…</translation>
    </message>
</context>
<context>
    <name>UpdatesTab</name>
    <message>
        <source>Looking at the sticks…</source>
        <translation>Đang xem các USB…</translation>
    </message>
    <message>
        <source>The version in use</source>
        <translation>Phiên bản đang dùng</translation>
    </message>
    <message>
        <source>Version {version}</source>
        <translation>Phiên bản {version}</translation>
    </message>
    <message>
        <source>In the folder {folder}</source>
        <translation>Trong thư mục {folder}</translation>
    </message>
    <message>
        <source>This program runs from its sources and is updated with them, not from a stick.</source>
        <translation>Chương trình này chạy từ mã nguồn và được cập nhật cùng mã nguồn, không qua USB.</translation>
    </message>
    <message>
        <source>Update</source>
        <translation>Cập nhật</translation>
    </message>
    <message>
        <source>A newer version</source>
        <translation>Phiên bản mới hơn</translation>
    </message>
    <message>
        <source>Look at the sticks again</source>
        <translation>Xem lại các USB</translation>
    </message>
    <message>
        <source>Choose a file…</source>
        <translation>Chọn tệp…</translation>
    </message>
    <message>
        <source>Plug in the stick with the update file ({ending}). The old version stays on this computer; the station goes on broadcasting while the new one is copied and tried, and is away for less than a minute when it is put in use.</source>
        <translation>Cắm USB có tệp cập nhật ({ending}). Bản cũ vẫn giữ trên máy; đài vẫn phát trong lúc chép và chạy thử bản mới, chỉ nghỉ chưa đến một phút khi chuyển sang bản mới.</translation>
    </message>
    <message>
        <source>No update file was found on a stick.</source>
        <translation>Chưa thấy tệp cập nhật trên USB nào.</translation>
    </message>
    <message>
        <source>Update now…</source>
        <translation>Cập nhật ngay…</translation>
    </message>
    <message>
        <source>Tonight</source>
        <translation>Để tối nay</translation>
    </message>
    <message>
        <source>Back to version {version}…</source>
        <translation>Quay lại phiên bản {version}…</translation>
    </message>
    <message>
        <source>Choose the update file</source>
        <translation>Chọn tệp cập nhật</translation>
    </message>
    <message>
        <source>The new version is copied and tried first; meanwhile everything goes on. Then this window closes, the station is away for less than a minute, and the window opens again. If the new version does not come up, the old one is taken back by itself.</source>
        <translation>Bản mới được chép và chạy thử trước; trong lúc đó mọi việc vẫn như thường. Sau đó cửa sổ này đóng lại, đài nghỉ chưa đến một phút, rồi cửa sổ tự mở lại. Nếu bản mới không chạy được, máy tự quay về bản cũ.</translation>
    </message>
    <message>
        <source>The new version is copied and tried now. It is put in use after 21:30 tonight, when no session is near. Leave the computer on, and the stick can be pulled out once this is done.</source>
        <translation>Bản mới được chép và chạy thử ngay bây giờ, rồi được đưa vào dùng sau 21:30 tối nay, lúc không gần buổi phát nào. Cứ để máy bật; chép xong là rút USB được.</translation>
    </message>
    <message>
        <source>Update to version {version}?</source>
        <translation>Cập nhật lên phiên bản {version}?</translation>
    </message>
    <message>
        <source>Back to version {version}?</source>
        <translation>Quay lại phiên bản {version}?</translation>
    </message>
    <message>
        <source>The station is away for less than a minute. The airing log stays whole. This window closes; open it again afterwards.</source>
        <translation>Đài nghỉ chưa đến một phút. Nhật ký phát thanh vẫn nguyên vẹn. Cửa sổ này đóng lại; sau đó hãy mở lại.</translation>
    </message>
    <message>
        <source>Go back to it</source>
        <translation>Quay lại bản ấy</translation>
    </message>
    <message>
        <source>The newer database is kept in the folder “backup”, but the old version does not show it.</source>
        <translation>Cơ sở dữ liệu mới được cất trong thư mục “backup”, nhưng bản cũ không xem được.</translation>
    </message>
    <message>
        <source>Go back all the same?</source>
        <translation>Vẫn quay lại?</translation>
    </message>
    <message>
        <source>Go back all the same</source>
        <translation>Vẫn quay lại</translation>
    </message>
</context>
</TS>
