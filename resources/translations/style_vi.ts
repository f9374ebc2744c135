<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="vi_VN" sourcelanguage="en">
<context>
    <name>StylePage</name>
    <message>
        <source>Back to this program</source>
        <translation>Về trang Về chương trình</translation>
    </message>
    <message>
        <source>How the program looks</source>
        <translation>Giao diện của chương trình</translation>
    </message>
    <message>
        <source>Words and their grounds</source>
        <translation>Chữ và nền</translation>
    </message>
    <message>
        <source>Drawn marks and borders</source>
        <translation>Hình vẽ và đường viền</translation>
    </message>
    <message>
        <source>Letters</source>
        <translation>Cỡ chữ</translation>
    </message>
    <message>
        <source>Distances</source>
        <translation>Khoảng cách</translation>
    </message>
    <message>
        <source>At least {figure} : 1 in this theme.</source>
        <translation>Ở giao diện này: ít nhất {figure} : 1.</translation>
    </message>
    <message>
        <source>Theme</source>
        <translation>Giao diện</translation>
    </message>
    <message>
        <source>The one thing</source>
        <translation>Việc chính</translation>
    </message>
    <message>
        <source>Another thing</source>
        <translation>Việc khác</translation>
    </message>
    <message>
        <source>A small thing</source>
        <translation>Việc nhỏ</translation>
    </message>
    <message>
        <source>Takes away</source>
        <translation>Xóa, dừng</translation>
    </message>
    <message>
        <source>Emergency</source>
        <translation>Khẩn cấp</translation>
    </message>
    <message>
        <source>Hold for a second</source>
        <translation>Giữ một giây</translation>
    </message>
    <message>
        <source>A dialog…</source>
        <translation>Hộp thoại…</translation>
    </message>
    <message>
        <source>A question…</source>
        <translation>Câu hỏi…</translation>
    </message>
    <message>
        <source>Remove it?</source>
        <translation>Xóa mục này?</translation>
    </message>
    <message>
        <source>It can be taken back within thirty days.</source>
        <translation>Có thể lấy lại trong ba mươi ngày.</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Xóa</translation>
    </message>
    <message>
        <source>Buttons</source>
        <translation>Nút bấm</translation>
    </message>
    <message>
        <source>A picture alone</source>
        <translation>Chỉ có hình</translation>
    </message>
    <message>
        <source>A dialog</source>
        <translation>Hộp thoại</translation>
    </message>
    <message>
        <source>Esc turns away; Enter presses the button with the ring.</source>
        <translation>Esc là bỏ qua; Enter bấm nút đang có khung.</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Bỏ qua</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Xong</translation>
    </message>
    <message>
        <source>A line of words</source>
        <translation>Một dòng chữ</translation>
    </message>
    <message>
        <source>A hint…</source>
        <translation>Lời gợi ý…</translation>
    </message>
    <message>
        <source>A note below the field.</source>
        <translation>Lời chú dưới ô.</translation>
    </message>
    <message>
        <source>Something is wrong</source>
        <translation>Nhập chưa đúng</translation>
    </message>
    <message>
        <source>This is not a time. Write it as 17:30.</source>
        <translation>Đây không phải giờ. Hãy viết như 17:30.</translation>
    </message>
    <message>
        <source>One of several</source>
        <translation>Chọn một</translation>
    </message>
    <message>
        <source>The first</source>
        <translation>Mục thứ nhất</translation>
    </message>
    <message>
        <source>The second</source>
        <translation>Mục thứ hai</translation>
    </message>
    <message>
        <source>A number</source>
        <translation>Một con số</translation>
    </message>
    <message>
        <source>Switched off</source>
        <translation>Đang tắt</translation>
    </message>
    <message>
        <source>Cannot be changed now</source>
        <translation>Lúc này chưa đổi được</translation>
    </message>
    <message>
        <source>Ticked</source>
        <translation>Đã đánh dấu</translation>
    </message>
    <message>
        <source>Chosen</source>
        <translation>Đang chọn</translation>
    </message>
    <message>
        <source>Fields</source>
        <translation>Ô nhập</translation>
    </message>
    <message>
        <source>Not ticked</source>
        <translation>Chưa đánh dấu</translation>
    </message>
    <message>
        <source>Not chosen</source>
        <translation>Chưa chọn</translation>
    </message>
    <message>
        <source>States</source>
        <translation>Trạng thái</translation>
    </message>
    <message>
        <source>Words say what the colour only helps to find.</source>
        <translation>Chữ nói rõ nội dung, màu chỉ giúp dễ thấy.</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>Tiêu đề</translation>
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
        <source>Level</source>
        <translation>Mức âm</translation>
    </message>
    <message>
        <source>A day</source>
        <translation>Một ngày</translation>
    </message>
    <message>
        <source>Lists, bars and meters</source>
        <translation>Danh sách, thanh và đồng hồ mức</translation>
    </message>
</context>
</TS>
