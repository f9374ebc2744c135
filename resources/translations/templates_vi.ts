<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="vi_VN" sourcelanguage="en">
<context>
    <name>LineField</name>
    <message>
        <source>Back to the words of the program</source>
        <translation>Dùng lại lời có sẵn</translation>
    </message>
    <message>
        <source>Back to the words of the program: {line}</source>
        <translation>Dùng lại lời có sẵn: {line}</translation>
    </message>
</context>
<context>
    <name>Templates</name>
    <message>
        <source>Yes</source>
        <translation>Có</translation>
    </message>
    <message>
        <source>No</source>
        <translation>Không</translation>
    </message>
    <message>
        <source>Every kind</source>
        <translation>Mọi thể loại</translation>
    </message>
    <message>
        <source>News</source>
        <translation>Tin</translation>
    </message>
    <message>
        <source>Feature</source>
        <translation>Bài</translation>
    </message>
    <message>
        <source>Notice</source>
        <translation>Thông báo</translation>
    </message>
    <message>
        <source>Greeting</source>
        <translation>Lời chào</translation>
    </message>
    <message>
        <source>Who speaks</source>
        <translation>Xưng tên đài</translation>
    </message>
    <message>
        <source>What it is about</source>
        <translation>Giới thiệu nội dung</translation>
    </message>
    <message>
        <source>After which letter</source>
        <translation>Theo văn bản nào</translation>
    </message>
    <message>
        <source>Without a known sender</source>
        <translation>Khi chưa rõ nơi gửi</translation>
    </message>
    <message>
        <source>With nothing to tell yet</source>
        <translation>Khi chưa có nội dung</translation>
    </message>
    <message>
        <source>Headlines</source>
        <translation>Điểm các mục</translation>
    </message>
    <message>
        <source>Also what is only to be known</source>
        <translation>Kể cả điều chỉ để biết</translation>
    </message>
    <message>
        <source>Asking people</source>
        <translation>Lời đề nghị</translation>
    </message>
    <message>
        <source>Calling on people</source>
        <translation>Lời kêu gọi</translation>
    </message>
    <message>
        <source>What people are called</source>
        <translation>Cách gọi người dân</translation>
    </message>
    <message>
        <source>A first topic</source>
        <translation>Mở một chủ đề</translation>
    </message>
    <message>
        <source>A further topic</source>
        <translation>Thêm một chủ đề</translation>
    </message>
    <message>
        <source>A heading</source>
        <translation>Tên một mục</translation>
    </message>
    <message>
        <source>Praise</source>
        <translation>Lời biểu dương</translation>
    </message>
    <message>
        <source>Instead of a long link</source>
        <translation>Thay cho đường dẫn dài</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>Số điện thoại</translation>
    </message>
    <message>
        <source>Phone of another place</source>
        <translation>Số điện thoại nơi khác</translation>
    </message>
    <message>
        <source>Before the key facts</source>
        <translation>Trước phần nhắc lại</translation>
    </message>
    <message>
        <source>Before the key facts, without a title</source>
        <translation>Trước phần nhắc lại, khi không có tên</translation>
    </message>
    <message>
        <source>Key facts said again</source>
        <translation>Số điều nhắc lại</translation>
    </message>
    <message>
        <source>Phone, said again</source>
        <translation>Nhắc lại số điện thoại</translation>
    </message>
    <message>
        <source>Phone of another place, said again</source>
        <translation>Nhắc lại số nơi khác</translation>
    </message>
    <message>
        <source>Closing</source>
        <translation>Lời kết</translation>
    </message>
    <message>
        <source>A part of several</source>
        <translation>Khi chia nhiều phần</translation>
    </message>
    <message>
        <source>Title when there is none</source>
        <translation>Tên khi văn bản không có</translation>
    </message>
    <message>
        <source>name of the station</source>
        <translation>tên đài</translation>
    </message>
    <message>
        <source>commune or ward</source>
        <translation>xã, phường</translation>
    </message>
    <message>
        <source>province or city</source>
        <translation>tỉnh, thành phố</translation>
    </message>
    <message>
        <source>title</source>
        <translation>tên bản tin</translation>
    </message>
    <message>
        <source>the letter: kind, number, day, sender</source>
        <translation>văn bản: loại, số, ngày, nơi gửi</translation>
    </message>
    <message>
        <source>sender of the letter</source>
        <translation>nơi gửi văn bản</translation>
    </message>
    <message>
        <source>phone number</source>
        <translation>số điện thoại</translation>
    </message>
    <message>
        <source>the topic</source>
        <translation>chủ đề</translation>
    </message>
    <message>
        <source>how many items</source>
        <translation>số mục</translation>
    </message>
    <message>
        <source>names of the items</source>
        <translation>tên các mục</translation>
    </message>
    <message>
        <source>number of the part</source>
        <translation>phần thứ mấy</translation>
    </message>
</context>
<context>
    <name>WordingCard</name>
    <message>
        <source>Change the words…</source>
        <translation>Sửa lời văn…</translation>
    </message>
    <message>
        <source>Wording of bulletins</source>
        <translation>Lời văn bản tin</translation>
    </message>
    <message>
        <source>Greeting, opening, closing and the way people are asked, for news, features and notices.</source>
        <translation>Lời chào, lời mở đầu, lời kết và cách nói với bà con, cho tin, bài và thông báo.</translation>
    </message>
    <message>
        <source>The words are stored. New drafts use them.</source>
        <translation>Đã lưu lời văn. Bản tin soạn từ nay sẽ dùng lời này.</translation>
    </message>
    <message>
        <source>Lines of your own: {count}</source>
        <translation>Số dòng của riêng đài: {count}</translation>
    </message>
    <message>
        <source>Now all words are those of the program.</source>
        <translation>Hiện dùng toàn bộ lời có sẵn.</translation>
    </message>
</context>
<context>
    <name>WordingDialog</name>
    <message>
        <source>Wording of bulletins</source>
        <translation>Lời văn bản tin</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Thể loại</translation>
    </message>
    <message>
        <source>Undo changes</source>
        <translation>Bỏ các thay đổi</translation>
    </message>
    <message>
        <source>Save the words</source>
        <translation>Lưu lời văn</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Hủy</translation>
    </message>
    <message>
        <source>one way to say it in each line; they take turns</source>
        <translation>mỗi dòng một cách nói, máy dùng lần lượt</translation>
    </message>
    <message>
        <source>Sample bulletin in these words</source>
        <translation>Bản tin mẫu theo lời văn này</translation>
    </message>
    <message>
        <source>How a sample bulletin sounds</source>
        <translation>Bản tin mẫu sẽ như sau</translation>
    </message>
    <message>
        <source>In any line: {facts}</source>
        <translation>Dùng được ở mọi dòng: {facts}</translation>
    </message>
</context>
</TS>
