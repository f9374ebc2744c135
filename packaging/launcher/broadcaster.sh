#!/bin/sh
# Starts the version that current.txt names; installed as `broadcaster` and as `dai-xa` beside versions/.
# A version on trial that was started again and again without being found good is taken back.
self=$(readlink -f -- "$0")
root=$(dirname -- "$self")
name=$(basename -- "$self")
tries=6

pointed() { version=; [ -r "$root/current.txt" ] && read -r version < "$root/current.txt"; }

pointed
if [ -f "$root/trial.txt" ]; then
    printf x >> "$root/trial.txt" 2>/dev/null
    if [ "$(wc -c < "$root/trial.txt")" -gt "$tries" ]; then
        before=
        [ -r "$root/previous.txt" ] && read -r before < "$root/previous.txt"
        if [ -n "$before" ] && [ -x "$root/versions/$before/broadcaster" ]; then
            if ! "$root/versions/$before/broadcaster" update rollback --failed-start >/dev/null 2>&1; then
                printf '%s\n' "$before" > "$root/current.txt.new" && mv -f "$root/current.txt.new" "$root/current.txt"
                rm -f "$root/trial.txt"
            fi
            pointed
        fi
    fi
fi
if [ -z "$version" ] || [ ! -x "$root/versions/$version/$name" ]; then
    # The pointer is gone or leads nowhere: the newest version that is whole.
    version=$(ls "$root/versions" | sort -V | while read -r each; do
        [ -x "$root/versions/$each/$name" ] && printf '%s\n' "$each"; done | tail -n 1)
fi
if [ -z "$version" ]; then
    echo "dai-xa: no version of the program is installed in $root" >&2
    exit 1
fi
exec "$root/versions/$version/$name" "$@"
