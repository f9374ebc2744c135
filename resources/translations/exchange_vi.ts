<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="vi_VN" sourcelanguage="en">
<context>
    <name>Exchange</name>
    <message>
        <source>Table for Excel (CSV)</source>
        <translation>Bảng mở bằng Excel (CSV)</translation>
    </message>
    <message>
        <source>Calendar (iCalendar)</source>
        <translation>Lịch điện thoại, máy tính (iCalendar)</translation>
    </message>
    <message>
        <source>Programmes for other loudspeaker software (JSON)</source>
        <translation>Chương trình cho phần mềm loa khác (JSON)</translation>
    </message>
    <message>
        <source>Save the schedule</source>
        <translation>Lưu lịch phát</translation>
    </message>
    <message>
        <source>Schedules (*.csv *.txt *.ics *.json)</source>
        <translation>Tệp lịch (*.csv *.txt *.ics *.json)</translation>
    </message>
    <message>
        <source>Choose a schedule</source>
        <translation>Chọn tệp lịch</translation>
    </message>
</context>
<context>
    <name>ExportDialog</name>
    <message>
        <source>Take the schedule out</source>
        <translation>Xuất lịch phát</translation>
    </message>
    <message>
        <source>What is planned, item by item</source>
        <translation>Lịch đã xếp, từng mục một</translation>
    </message>
    <message>
        <source>Sessions and special days</source>
        <translation>Các buổi phát và đợt đặc biệt</translation>
    </message>
    <message>
        <source>Campaigns</source>
        <translation>Các đợt phát</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Nội dung</translation>
    </message>
    <message>
        <source>As</source>
        <translation>Dạng tệp</translation>
    </message>
    <message>
        <source>From</source>
        <translation>Từ ngày</translation>
    </message>
    <message>
        <source>To the end of</source>
        <translation>Đến hết ngày</translation>
    </message>
    <message>
        <source>Save…</source>
        <translation>Lưu…</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Đóng</translation>
    </message>
    <message>
        <source>The last day lies before the first.</source>
        <translation>Ngày cuối đứng trước ngày đầu.</translation>
    </message>
    <message>
        <source>At most one year at a time.</source>
        <translation>Mỗi lần nhiều nhất một năm.</translation>
    </message>
    <message>
        <source>Saved: {path}</source>
        <translation>Đã lưu: {path}</translation>
    </message>
    <message>
        <source>One line for each item, to read, filter or print in Excel.</source>
        <translation>Mỗi mục một dòng, để xem, lọc hoặc in bằng Excel.</translation>
    </message>
    <message>
        <source>Every session on its day, with its items: for the calendar of a phone.</source>
        <translation>Từng buổi phát đúng ngày giờ, kèm các mục: dùng cho lịch trên điện thoại.</translation>
    </message>
    <message>
        <source>What airs on which days at which hour, for other loudspeaker software.</source>
        <translation>Mục nào phát vào ngày nào, giờ nào, để đưa sang phần mềm loa khác.</translation>
    </message>
    <message>
        <source>Sessions as they come back every week, and special days. Another station can take the file over.</source>
        <translation>Các buổi phát lặp lại hằng tuần và các đợt đặc biệt. Đài khác có thể nhận tệp này.</translation>
    </message>
    <message>
        <source>In the columns that can be taken over again, here or at another station.</source>
        <translation>Theo đúng các cột có thể nhận lại, ở đây hoặc ở đài khác.</translation>
    </message>
    <message>
        <source>Broadcast schedule</source>
        <translation>Lịch phát</translation>
    </message>
    <message>
        <source>Sessions</source>
        <translation>Các buổi phát</translation>
    </message>
</context>
<context>
    <name>ImportDialog</name>
    <message>
        <source>Take a schedule over</source>
        <translation>Nhận lịch từ tệp</translation>
    </message>
    <message>
        <source>Choose a file…</source>
        <translation>Chọn tệp…</translation>
    </message>
    <message>
        <source>Take it back</source>
        <translation>Hoàn tác</translation>
    </message>
    <message>
        <source>Take over</source>
        <translation>Nhận</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Đóng</translation>
    </message>
    <message>
        <source>Take over {count} entries of “{name}”.</source>
        <translation>Nhận {count} mục từ tệp “{name}”.</translation>
    </message>
    <message>
        <source>Taken over: {count}.</source>
        <translation>Đã nhận {count} mục.</translation>
    </message>
    <message>
        <source>Taken back.</source>
        <translation>Đã hoàn tác.</translation>
    </message>
    <message>
        <source>Sessions at an unusual hour</source>
        <translation>Buổi phát vào giờ khác thường</translation>
    </message>
    <message>
        <source>{sessions}: before 5 in the morning or after 7 in the evening. Why?</source>
        <translation>{sessions}: trước 5 giờ sáng hoặc sau 19 giờ. Vì sao?</translation>
    </message>
    <message>
        <source>It is right so</source>
        <translation>Đúng giờ này</translation>
    </message>
    <message>
        <source>Nothing that is there is changed, and nothing comes before you have read it.</source>
        <translation>Những gì đang có không bị thay đổi, và chưa nhận gì khi anh/chị chưa xem.</translation>
    </message>
    <message>
        <source>A table of campaigns (CSV), its first line naming the columns:</source>
        <translation>Bảng đợt phát (CSV), dòng đầu ghi tên các cột:</translation>
    </message>
    <message>
        <source>Mục, Số lần and Đến ngày are needed. The item is named as in the library.</source>
        <translation>Bắt buộc có Mục, Số lần và Đến ngày. Tên mục ghi đúng như trong Thư viện.</translation>
    </message>
    <message>
        <source>A calendar (ICS): sessions that come back every week, and special days.</source>
        <translation>Tệp lịch (ICS): các buổi phát lặp lại hằng tuần và các đợt đặc biệt.</translation>
    </message>
    <message>
        <source>Programmes of other loudspeaker software (JSON).</source>
        <translation>Chương trình của phần mềm loa khác (JSON).</translation>
    </message>
    <message>
        <source>What would come</source>
        <translation>Những mục sẽ nhận</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>Dòng</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Tên</translation>
    </message>
    <message>
        <source>Why not</source>
        <translation>Vì sao không nhận được</translation>
    </message>
    <message>
        <source>Cannot be taken over</source>
        <translation>Không nhận được</translation>
    </message>
    <message>
        <source>Nothing had to be left out.</source>
        <translation>Không có mục nào bị loại.</translation>
    </message>
    <message>
        <source>No file is chosen yet.</source>
        <translation>Chưa chọn tệp.</translation>
    </message>
    <message>
        <source>Would come ({count})</source>
        <translation>Sẽ nhận ({count})</translation>
    </message>
    <message>
        <source>Cannot be taken over ({count})</source>
        <translation>Không nhận được ({count})</translation>
    </message>
    <message>
        <source>{count} more entries are just so already.</source>
        <translation>{count} mục khác đã có sẵn y như vậy.</translation>
    </message>
    <message>
        <source>Take over ({count})</source>
        <translation>Nhận ({count})</translation>
    </message>
    <message>
        <source>Campaign</source>
        <translation>Đợt phát</translation>
    </message>
    <message>
        <source>Session</source>
        <translation>Buổi phát</translation>
    </message>
    <message>
        <source>Special days</source>
        <translation>Đợt đặc biệt</translation>
    </message>
</context>
</TS>
