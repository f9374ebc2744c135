"""What the styles of a Word document say about a run that its letters do not: hidden, or shown in capitals."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any

from broadcaster.directives.readers.archive import attribute, local

_DEEPEST = 12
_OFF = {"0", "false", "off"}


@dataclass(frozen=True)
class Look:
    """How a run appears."""

    capitals: bool = False
    hidden: bool = False
    capital_font: bool = False
    """A .VnTimeH font draws small letters as capitals."""


def is_capital_font(name: str) -> bool:
    """The fonts of the TCVN3 time whose small letters are capitals end in H: .VnTimeH, .VnArialH."""
    return name.lower().startswith(".vn") and name.endswith("H")


class Styles:
    """Looks by style id, with what each style is based on."""

    def __init__(self, root: Any) -> None:
        self._looks: dict[str, tuple[str, Any, Any]] = {}
        self._known: dict[str, Look] = {}
        self._default = ""
        for style in root if root is not None else ():
            if local(style) != "style":
                continue
            parts = {local(node): node for node in style}
            based = attribute(parts["basedOn"], "val") if "basedOn" in parts else ""
            style_id = attribute(style, "styleId")
            self._looks[style_id] = (based, parts.get("rPr"), parts.get("pPr"))
            if attribute(style, "type") == "paragraph" and attribute(style, "default") in {"1", "true", "on"}:
                self._default = style_id

    def of_paragraph(self, paragraph: Any) -> Look:
        return self._of(self.style_of(paragraph) or self._default)

    def of_run(self, run: Any, look: Look) -> Look:
        properties = next((node for node in run if local(node) == "rPr"), None)
        if properties is None:
            return look
        style = next((attribute(node, "val") for node in properties if local(node) == "rStyle"), "")
        return _over(self._of(style, look) if style else look, properties)

    def style_of(self, paragraph: Any) -> str:
        """The id of the paragraph's own style; "" when it names none."""
        properties = next((node for node in paragraph if local(node) == "pPr"), ())
        return next((attribute(node, "val") for node in properties if local(node) == "pStyle"), "")

    def list_of(self, style_id: str) -> Any:
        """The numbering a paragraph has from its style, or None."""
        for _ in range(_DEEPEST):
            based, _, properties = self._looks.get(style_id, ("", None, None))
            for node in properties if properties is not None else ():
                if local(node) == "numPr":
                    return node
            style_id = based
        return None

    def _of(self, style_id: str, look: Look | None = None) -> Look:
        if look is None and style_id in self._known:
            return self._known[style_id]
        chain: list[Any] = []
        current = style_id
        while current and len(chain) < _DEEPEST:
            based, properties, _ = self._looks.get(current, ("", None, None))
            chain.append(properties)
            current = based
        found = look or Look()
        for properties in reversed(chain):
            found = _over(found, properties) if properties is not None else found
        if look is None:
            self._known[style_id] = found
        return found


def _over(look: Look, properties: Any) -> Look:
    for node in properties:
        name = local(node)
        on = attribute(node, "val").lower() not in _OFF
        if name == "caps":
            look = replace(look, capitals=on)
        elif name == "vanish":
            look = replace(look, hidden=on)
        elif name == "rFonts" and (font := attribute(node, "ascii") or attribute(node, "hAnsi")):
            look = replace(look, capital_font=is_capital_font(font))
    return replace(look, capitals=look.capitals or look.capital_font)
