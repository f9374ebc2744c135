"""Windows' habits with other programs' sound: ducking, and the default output that moves. Elsewhere: nothing to do.

Windows turns everybody else down by 80 % while it believes that somebody telephones; its own setting against that is
known not to work, a session's opt-out does (as NVDA found). PortAudio plays in the process's default session, for MME
as well as WASAPI, in shared mode and in the role of multimedia, never of communications.

Written to Microsoft's documentation (mmdeviceapi.h, audiopolicy.h); never run on Windows. A failure is logged once and
changes nothing: the station plays as it did.
"""

from __future__ import annotations

import logging
import sys

log = logging.getLogger(__name__)

if sys.platform == "win32":
    from collections.abc import Callable
    from typing import Any, ClassVar, TypeVar

    T = TypeVar("T")
    _RENDER, _MULTIMEDIA, _CLSCTX_ALL = 0, 1, 23
    _told: set[str] = set()
    _opted_out: set[str] = set()

    def _interfaces() -> Any:
        """The COM interfaces used, declared once; comtypes comes with pyttsx3."""
        from ctypes import POINTER, c_int, c_void_p
        from ctypes.wintypes import BOOL, DWORD, LPWSTR

        from comtypes import COMMETHOD, GUID, HRESULT, IUnknown

        class Control2(IUnknown):  # type: ignore[misc]
            _iid_ = GUID("{bfb7ff88-7239-4fc9-8fa2-07c950be9c6d}")
            _methods_: ClassVar = [COMMETHOD([], HRESULT, name) for name in (
                "GetState", "GetDisplayName", "SetDisplayName", "GetIconPath", "SetIconPath", "GetGroupingParam",
                "SetGroupingParam", "RegisterAudioSessionNotification", "UnregisterAudioSessionNotification",
                "GetSessionIdentifier", "GetSessionInstanceIdentifier", "GetProcessId", "IsSystemSoundsSession")] + [
                COMMETHOD([], HRESULT, "SetDuckingPreference", (["in"], BOOL, "optOut"))]

        class Manager2(IUnknown):  # type: ignore[misc]
            _iid_ = GUID("{77aa99a0-1bd6-484f-8bc7-2c654c9a9b6f}")
            _methods_: ClassVar = [
                COMMETHOD([], HRESULT, "GetAudioSessionControl", (["in"], c_void_p, "session"),
                          (["in"], DWORD, "flags"), (["out"], POINTER(POINTER(IUnknown)), "control"))]

        class Device(IUnknown):  # type: ignore[misc]
            _iid_ = GUID("{d666063f-1587-4e43-81f1-b948e807363f}")
            _methods_: ClassVar = [
                COMMETHOD([], HRESULT, "Activate", (["in"], POINTER(GUID), "iid"), (["in"], DWORD, "context"),
                          (["in"], c_void_p, "params"), (["out"], POINTER(POINTER(IUnknown)), "found")),
                COMMETHOD([], HRESULT, "OpenPropertyStore", (["in"], DWORD, "access"),
                          (["out"], POINTER(POINTER(IUnknown)), "store")),
                COMMETHOD([], HRESULT, "GetId", (["out"], POINTER(LPWSTR), "id"))]

        class Enumerator(IUnknown):  # type: ignore[misc]
            _iid_ = GUID("{a95664d2-9614-4f35-a746-de8db63617e6}")
            _methods_: ClassVar = [
                COMMETHOD([], HRESULT, "EnumAudioEndpoints", (["in"], c_int, "flow"), (["in"], DWORD, "mask"),
                          (["out"], POINTER(POINTER(IUnknown)), "devices")),
                COMMETHOD([], HRESULT, "GetDefaultAudioEndpoint", (["in"], c_int, "flow"), (["in"], c_int, "role"),
                          (["out"], POINTER(POINTER(Device)), "device"))]

        return Control2, Manager2, Enumerator

    def _endpoint() -> Any:
        import comtypes  # which joins this thread to COM
        from comtypes import GUID

        _, _, enumerator = _interfaces()
        made = comtypes.CoCreateInstance(GUID("{bcde0395-e52f-467c-8e3d-c4579291692e}"), enumerator, _CLSCTX_ALL)
        return made.GetDefaultAudioEndpoint(_RENDER, _MULTIMEDIA)

    def _safely(what: str, act: Callable[[], T], otherwise: T) -> T:
        try:
            return act()
        except Exception as error:  # COM has many ways to fail; none of them may silence the station
            if what not in _told:
                _told.add(what)
                log.warning("%s: %r", what, error)
            return otherwise

    def default_output() -> str:
        """The default output as the Sound control panel calls it; empty when it cannot be asked."""
        return _safely("the default output cannot be asked", lambda: _name_of(str(_endpoint().GetId())), "")

    def _name_of(endpoint: str) -> str:
        """"{0.0.0.00000000}.{guid}" -> "Speakers (USB Audio Device)", from where the control panel reads it."""
        import winreg

        place = (r"SOFTWARE\Microsoft\Windows\CurrentVersion\MMDevices\Audio\Render"
                 rf"\{endpoint.rpartition('.')[2]}\Properties")
        with winreg.OpenKey(winreg.HKEY_LOCAL_MACHINE, place) as key:
            jack = str(winreg.QueryValueEx(key, "{a45c254e-df1c-4efd-8020-67d146a850e0},2")[0])
            card = str(winreg.QueryValueEx(key, "{b3f8fa53-0004-438e-9003-51a46e139bfc},6")[0])
        return f"{jack} ({card})"

    def opt_out_of_ducking() -> None:
        """Keep our loudness while somebody telephones; once for every output that becomes the default."""
        def act() -> None:
            endpoint = _endpoint()
            name = str(endpoint.GetId())
            if name in _opted_out:
                return
            control2, manager2, _ = _interfaces()
            manager = endpoint.Activate(manager2._iid_, _CLSCTX_ALL, None).QueryInterface(manager2)
            manager.GetAudioSessionControl(None, 0).QueryInterface(control2).SetDuckingPreference(True)
            _opted_out.add(name)
            log.info("no ducking on %s", name)
        _safely("ducking could not be turned off", act, None)
else:

    def default_output() -> str:
        """Other systems' sound servers are asked through their own watch (base/pulse.py)."""
        return ""

    def opt_out_of_ducking() -> None:
        """Only Windows turns programs down by itself."""
