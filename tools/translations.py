"""Vietnamese for the window: `python tools/translations.py update|release|check|fill`.

update [AREA…]  read the strings out of the sources into resources/translations/<area>_vi.ts; unused ones go
release         compile every .ts to the .qm beside it
check           exit 1 with a list: untranslated, obsolete or missing strings, differing {placeholders}, stale .qm
fill F [AREA…]  take translations from F (JSON): English → Vietnamese for strings that have none, "Context|English" →
                Vietnamese also in the place of another; then update and release

An area is a folder of broadcaster/gui ("shell" for what lies beside the folders and in widgets/). qtbase_vi.ts holds
Qt's own words and is written by hand: Qt ships no Vietnamese.
"""

from __future__ import annotations

import json
import re
import shutil
import subprocess
import sys
import tempfile
import xml.etree.ElementTree as ElementTree
from collections.abc import Sequence
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
GUI = ROOT / "broadcaster" / "gui"
FOLDER = ROOT / "resources" / "translations"
BY_HAND = {"qtbase"}
_SHELL_FOLDERS = {"widgets"}
_PLACEHOLDER = re.compile(r"\{\w*\}|%n|%\d")


def areas() -> dict[str, list[Path]]:
    """Area → its sources."""
    shell = [*GUI.glob("*.py"), *(GUI / "widgets").glob("*.py")]
    found = {"shell": sorted(shell)}
    for folder in sorted(GUI.iterdir()):
        if folder.is_dir() and folder.name not in _SHELL_FOLDERS and (sources := sorted(folder.rglob("*.py"))):
            found[folder.name] = sources
    return found


def update(folder: Path = FOLDER, only: Sequence[str] = ()) -> None:
    """Bring the .ts files up to the sources."""
    for area, sources in areas().items():
        if only and area not in only:
            continue
        target = folder / f"{area}_vi.ts"
        _tool("lupdate", *map(str, sources), "-ts", str(target), "-source-language", "en", "-target-language", "vi_VN",
              "-locations", "none", "-no-obsolete", "-silent")


def release(folder: Path = FOLDER) -> None:
    """Compile."""
    for path in sorted(folder.glob("*_vi.ts")):
        # A window that is open holds the old file in its memory: overwritten in place it would take the program down.
        fresh = path.with_suffix(".qm.new")
        _tool("lrelease", str(path), "-qm", str(fresh), "-silent")
        fresh.replace(path.with_suffix(".qm"))


def fill(words_file: Path, only: Sequence[str] = ()) -> int:
    """Write translations into the .ts files; returns how many strings are still without."""
    words: dict[str, str] = json.loads(words_file.read_text(encoding="utf-8"))
    update(only=only)
    for area in only or areas():
        path = FOLDER / f"{area}_vi.ts"
        tree = ElementTree.parse(path)  # noqa: S314 - our own file
        for context in tree.iter("context"):
            name = context.findtext("name", "")
            for message in context.iter("message"):
                source = message.findtext("source", "")
                # A word alone means something else in another context: it never takes the place of what stands there.
                stands = message.findtext("translation/numerusform") or message.findtext("translation", "").strip()
                bare = "" if stands else words.get(source)
                text = words.get(f"{name}|{source}", bare) or None
                if text is not None:
                    _set_translation(message, text)
        _save(tree, path)
    # lupdate writes the file the way it always does: a later update then changes no lines.
    update(only=only)
    release()
    return sum("not translated" in fault for fault in faults(FOLDER))


def check() -> list[str]:
    """All that is wrong, in lines a person can act on."""
    with tempfile.TemporaryDirectory() as place:
        fresh = Path(place)
        for path in FOLDER.glob("*_vi.ts"):
            shutil.copy(path, fresh)
        update(fresh)
        release(fresh)
        wrong = faults(fresh)
        for path in sorted(fresh.glob("*_vi.ts")):
            kept = FOLDER / path.name
            if not kept.exists() or _strings(kept).keys() != _strings(path).keys():
                wrong.append(f"{path.name}: does not match the sources, run tools/translations.py update")
            compiled = kept.with_suffix(".qm")
            if not compiled.exists() or compiled.read_bytes() != path.with_suffix(".qm").read_bytes():
                wrong.append(f"{compiled.name}: not compiled from {path.name}, run tools/translations.py release")
        for path in sorted(FOLDER.glob("*_vi.ts")):
            if path.name.removesuffix("_vi.ts") not in {*areas(), *BY_HAND}:
                wrong.append(f"{path.name}: belongs to no part of the window")
    return wrong


def faults(folder: Path) -> list[str]:
    """Untranslated strings and placeholders that differ."""
    wrong = []
    for path in sorted(folder.glob("*_vi.ts")):
        for (context, source), text in _strings(path).items():
            where = f"{path.name}: {context}: {source!r}"
            if not text:
                wrong.append(f"{where}: not translated")
            elif sorted(set(_PLACEHOLDER.findall(source))) != sorted(set(_PLACEHOLDER.findall(text))):
                wrong.append(f"{where}: other placeholders in {text!r}")
    return wrong


def _strings(path: Path) -> dict[tuple[str, str], str]:
    found = {}
    for context in ElementTree.parse(path).iter("context"):  # noqa: S314 - our own file
        for message in context.iter("message"):
            element = message.find("translation")
            done = element is not None and element.get("type") is None
            text = "".join(element.itertext()).strip() if element is not None and done else ""
            found[context.findtext("name", ""), message.findtext("source", "")] = text
    return found


def _set_translation(message: ElementTree.Element, text: str) -> None:
    element = message.find("translation")
    if element is None:
        element = ElementTree.SubElement(message, "translation")
    element.attrib.pop("type", None)
    form = element.find("numerusform")
    (element if form is None else form).text = text


def _save(tree: ElementTree.ElementTree[ElementTree.Element], path: Path) -> None:
    body = ElementTree.tostring(tree.getroot(), encoding="unicode")
    path.write_text(f'<?xml version="1.0" encoding="utf-8"?>\n<!DOCTYPE TS>\n{body}\n', encoding="utf-8")


def _tool(name: str, *words: str) -> None:
    program = Path(sys.executable).with_name(f"pyside6-{name}")
    if sys.platform == "win32":
        program = program.with_suffix(".exe")
    done = subprocess.run([str(program), *words], capture_output=True, text=True, check=False)
    if done.returncode or "won't be updated" in done.stderr + done.stdout:
        raise SystemExit(f"{name}: {done.stdout}{done.stderr}")


def main(words: list[str]) -> int:
    if words[:1] == ["update"]:
        update(only=words[1:])
    elif words == ["release"]:
        release()
    elif words[:1] == ["fill"] and len(words) >= 2:
        print(f"{fill(Path(words[1]), words[2:])} strings left without a translation")  # noqa: T201
    elif words == ["check"]:
        wrong = check()
        print("\n".join(wrong) or "all translated")  # noqa: T201
        return 1 if wrong else 0
    else:
        print(__doc__)  # noqa: T201
        return 2
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
