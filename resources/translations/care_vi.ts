<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="vi_VN" sourcelanguage="en">
<context>
    <name>CarePage</name>
    <message>
        <source>Care of this computer</source>
        <translation>Chăm sóc máy</translation>
    </message>
    <message>
        <source>Check-up</source>
        <translation>Kiểm tra máy</translation>
    </message>
    <message>
        <source>Backups</source>
        <translation>Sao lưu</translation>
    </message>
    <message>
        <source>Updates</source>
        <translation>Cập nhật</translation>
    </message>
    <message>
        <source>This program</source>
        <translation>Về chương trình</translation>
    </message>
</context>
</TS>
