<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="vi_VN" sourcelanguage="en">
<context>
    <name>ClosingDialog</name>
    <message>
        <source>The station plays on</source>
        <translation>Đài vẫn tiếp tục phát</translation>
    </message>
    <message>
        <source>Closing the window ends nothing: every session is broadcast on time and logged, as long as this computer is on and somebody is signed in to it.</source>
        <translation>Đóng cửa sổ không dừng gì cả: mọi buổi vẫn phát đúng giờ và ghi nhật ký, miễn là máy tính còn bật và chưa đăng xuất.</translation>
    </message>
    <message>
        <source>In the corner of the screen, the station&apos;s lamp shows how it fares; a click on it brings the window back.</source>
        <translation>Ở góc màn hình có đèn báo tình trạng của đài; bấm vào đó là cửa sổ hiện lại.</translation>
    </message>
    <message>
        <source>Always do so, and do not ask again</source>
        <translation>Lần sau cứ làm như vậy, không hỏi nữa</translation>
    </message>
    <message>
        <source>Close the window</source>
        <translation>Đóng cửa sổ</translation>
    </message>
    <message>
        <source>Keep it in the corner</source>
        <translation>Để ở góc màn hình</translation>
    </message>
    <message>
        <source>Go back</source>
        <translation>Quay lại</translation>
    </message>
</context>
<context>
    <name>StartingCard</name>
    <message>
        <source>Starting and closing</source>
        <translation>Khởi động và đóng</translation>
    </message>
    <message>
        <source>The station starts by itself with this computer</source>
        <translation>Đài tự chạy khi máy tính khởi động</translation>
    </message>
    <message>
        <source>The window, too, in the corner of the screen</source>
        <translation>Mở cả cửa sổ, thu sẵn ở góc màn hình</translation>
    </message>
    <message>
        <source>Ask</source>
        <translation>Hỏi</translation>
    </message>
    <message>
        <source>Keep it in the corner</source>
        <translation>Để ở góc màn hình</translation>
    </message>
    <message>
        <source>Close it; the station plays on</source>
        <translation>Đóng hẳn; đài vẫn phát</translation>
    </message>
    <message>
        <source>On closing the window</source>
        <translation>Khi đóng cửa sổ</translation>
    </message>
    <message>
        <source>What starts now is another copy of the program or another folder: switch it off and on again.</source>
        <translation>Đang đặt chạy một bản chương trình khác hoặc thư mục khác: tắt đi rồi bật lại.</translation>
    </message>
    <message>
        <source>After a power cut nobody broadcasts until somebody opens the program.</source>
        <translation>Sau khi mất điện, đài không phát cho đến khi có người mở chương trình.</translation>
    </message>
    <message>
        <source>It starts once somebody signs in to the computer.</source>
        <translation>Đài chạy khi có người đăng nhập vào máy tính.</translation>
    </message>
    <message>
        <source>This desktop may not start programs by itself; try it once by restarting.</source>
        <translation>Màn hình nền này có thể không tự chạy chương trình; hãy khởi động lại máy để thử một lần.</translation>
    </message>
    <message>
        <source>It starts once somebody signs in: let Windows sign in by itself, so that it comes back after a power cut.</source>
        <translation>Đài chạy khi có người đăng nhập: hãy đặt cho Windows tự đăng nhập, để sau khi mất điện đài tự chạy lại.</translation>
    </message>
</context>
<context>
    <name>Tray</name>
    <message>
        <source>ready</source>
        <translation>sẵn sàng</translation>
    </message>
    <message>
        <source>on air</source>
        <translation>đang phát</translation>
    </message>
    <message>
        <source>needs somebody</source>
        <translation>cần người xem</translation>
    </message>
    <message>
        <source>not running</source>
        <translation>không chạy</translation>
    </message>
    <message>
        <source>Nothing sounds any more and nothing is logged until the program is started again.</source>
        <translation>Sẽ không còn gì được phát và không ghi nhật ký nữa, cho đến khi mở lại chương trình.</translation>
    </message>
    <message>
        <source>Something is on air now. It breaks off in the middle, and what comes after it is missed until the program is started again.</source>
        <translation>Đang phát dở. Tắt bây giờ thì mục đang phát bị cắt ngang, các mục sau lỡ giờ cho đến khi mở lại chương trình.</translation>
    </message>
    <message>
        <source>A session begins within half an hour. It will be missed unless the program is started again before.</source>
        <translation>Trong nửa giờ nữa có buổi phát. Buổi ấy sẽ lỡ nếu chưa kịp mở lại chương trình.</translation>
    </message>
    <message>
        <source>End the station all the same</source>
        <translation>Vẫn tắt hẳn đài</translation>
    </message>
    <message>
        <source>End the station</source>
        <translation>Tắt hẳn đài</translation>
    </message>
    <message>
        <source>Really end the station?</source>
        <translation>Tắt hẳn đài?</translation>
    </message>
    <message>
        <source>Stop everything now?</source>
        <translation>Dừng tất cả ngay?</translation>
    </message>
    <message>
        <source>All loudspeakers fall silent at once and stay so until somebody presses “Go on broadcasting”.</source>
        <translation>Mọi loa im lặng ngay và giữ im cho đến khi có người bấm “Phát tiếp”.</translation>
    </message>
    <message>
        <source>STOP ALL</source>
        <translation>DỪNG TẤT CẢ</translation>
    </message>
    <message>
        <source>Station</source>
        <translation>Đài</translation>
    </message>
    <message>
        <source>Open the window</source>
        <translation>Mở cửa sổ</translation>
    </message>
    <message>
        <source>What is on air</source>
        <translation>Đang phát gì</translation>
    </message>
    <message>
        <source>Check-up of this computer</source>
        <translation>Kiểm tra máy</translation>
    </message>
    <message>
        <source>STOP ALL…</source>
        <translation>DỪNG TẤT CẢ…</translation>
    </message>
    <message>
        <source>Close the window (the station plays on)</source>
        <translation>Đóng cửa sổ (đài vẫn phát)</translation>
    </message>
    <message>
        <source>End the whole station…</source>
        <translation>Tắt hẳn đài…</translation>
    </message>
</context>
</TS>
