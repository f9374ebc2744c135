#!/bin/sh
# Cài Đài Xã cho người đang đăng nhập, không cần quyền quản trị:   ./cai-dat.sh
# Gỡ chương trình, giữ nguyên dữ liệu của đài:                     ./cai-dat.sh --go
# Installs for the one who runs it, into ~/.local; --go ("remove") takes the program away, never a station's data.
set -eu
here=$(dirname -- "$(readlink -f -- "$0")")
root="${DAI_XA_ROOT:-$HOME/.local/lib/dai-xa}"
share="${XDG_DATA_HOME:-$HOME/.local/share}"
bin="$HOME/.local/bin"

say() { printf 'Đài Xã: %s\n' "$*"; }
die() { printf 'Đài Xã: %s\n' "$*" >&2; exit 1; }

refresh() {  # the desktop's own lists, where it keeps some
    command -v update-desktop-database >/dev/null 2>&1 && update-desktop-database -q "$share/applications" || :
    command -v update-mime-database >/dev/null 2>&1 && update-mime-database "$share/mime" >/dev/null 2>&1 || :
    command -v gtk-update-icon-cache >/dev/null 2>&1 && gtk-update-icon-cache -q -t -f "$share/icons/hicolor" || :
}

running() {  # running FOLDER: a process out of it lives
    for process in /proc/[0-9]*; do
        case $(readlink "$process/exe" 2>/dev/null || :) in "$1"/*) return 0 ;; esac
    done
    return 1
}

take_away() {
    [ -d "$root/versions" ] || die "không thấy chương trình ở $root"
    if running "$root/versions"; then die "đài đang chạy: hãy đóng cửa sổ và dừng hẳn đài rồi làm lại"; fi
    for name in broadcaster dai-xa; do
        [ "$(readlink "$bin/$name" 2>/dev/null || :)" = "$root/$name" ] && rm -f "$bin/$name"
        rm -f "$root/$name"
    done
    rm -rf "$root/versions" "$root/current.txt" "$root/previous.txt" "$root/trial.txt" "$root/update.json" \
        "$root/update.lock" "$root/cai-dat.sh"
    rmdir "$root" 2>/dev/null || :
    rm -f "$share/applications/dai-xa.desktop" "$share/mime/packages/dai-xa.xml"
    find "$share/icons/hicolor" \( -name dai-xa.png -o -name dai-xa.svg \) -exec rm -f {} + 2>/dev/null || :
    refresh
    say "đã gỡ chương trình. Dữ liệu của đài vẫn còn nguyên."
}

check_system() {
    grep -q "\"platform\": \"Linux $(uname -m)\"" "$here/versions/$version/build.json" ||
        die "gói này dành cho loại máy khác (máy này: $(uname -m))"
    free=$(df -Pk "$(dirname "$root")" 2>/dev/null | awk 'END {print $4}')
    [ "${free:-9999999}" -gt 1000000 ] || die "đĩa còn dưới 1 GB trống: hãy dọn bớt rồi làm lại"
    told=$("$here/versions/$version/broadcaster" --version 2>&1) ||
        die "máy này thiếu thư viện hệ thống: $told"
}

put_in() {
    version=$(cat "$here/current.txt")
    mkdir -p "$(dirname "$root")"
    check_system
    if running "$root/versions/$version"; then die "đài đang chạy: hãy đóng cửa sổ và dừng hẳn đài rồi làm lại"; fi
    mkdir -p "$root/versions" "$bin" "$share"
    # Beside the old one first, then one rename: a stick pulled out half-way leaves what was there.
    new="$root/versions/.$version.new"
    rm -rf "$new"
    cp -R "$here/versions/$version" "$new"
    say "đang thử chương trình trên máy này…"
    if ! told=$("$new/broadcaster" self-test 2>&1); then
        rm -rf "$new"
        die "chương trình không chạy đủ trên máy này:
$(printf '%s\n' "$told" | grep -v '^ok ' || :)"
    fi
    rm -rf "$root/versions/$version"
    mv "$new" "$root/versions/$version"
    for name in broadcaster dai-xa cai-dat.sh; do
        cp "$here/$name" "$root/.$name.new" && chmod 755 "$root/.$name.new" && mv -f "$root/.$name.new" "$root/$name"
    done
    printf '%s\n' "$version" > "$root/.current.new" && mv -f "$root/.current.new" "$root/current.txt"
    ln -sfn "$root/broadcaster" "$bin/broadcaster"
    ln -sfn "$root/dai-xa" "$bin/dai-xa"
    (cd "$here/share" && find . -type d -exec mkdir -p "$share/{}" \; && find . -type f -exec cp {} "$share/{}" \;)
    # A desktop may not look into ~/.local/bin.
    sed "s|^Exec=.*|Exec=\"$root/dai-xa\"|" "$here/share/applications/dai-xa.desktop" \
        > "$share/applications/dai-xa.desktop"
    refresh
    say "đã cài phiên bản $version vào $root"
    say "mở từ danh sách chương trình (Đài Xã), hoặc gõ: $root/dai-xa"
    say "gỡ: $root/cai-dat.sh --go (dữ liệu của đài vẫn còn)"
}

case "${1:-}" in
    "") put_in ;;
    --go) take_away ;;
    *) die "cách dùng: ./cai-dat.sh [--go]" ;;
esac
