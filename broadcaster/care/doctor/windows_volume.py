"""Volume and mute of Windows' default output, through Core Audio. Written from its documentation, not tried there."""

from __future__ import annotations

import ctypes
from ctypes import POINTER, c_float, c_int, c_uint32, c_void_p

from comtypes import COMMETHOD, GUID, CoCreateInstance, CoInitialize, IUnknown

from broadcaster.care.doctor.sound_probe import Sink

HRESULT = getattr(ctypes, "HRESULT", c_int)
"""Only Windows has it: a type whose values raise."""
_RENDER, _CONSOLE, _ALL = 0, 0, 23
_ENUMERATOR = GUID("{BCDE0395-E52F-467C-8E3D-C4579291692E}")


class _Volume(IUnknown):  # type: ignore[misc]
    """IAudioEndpointVolume, as far as it is called: its methods stand in the order of the interface's table."""

    _iid_ = GUID("{5CDF2C82-841E-4546-9722-0CF74078229A}")
    _methods_ = (
        *(COMMETHOD([], HRESULT, f"Unused{place}") for place in range(6)),
        COMMETHOD([], HRESULT, "GetMasterVolumeLevelScalar", (["out"], POINTER(c_float), "level")),
        *(COMMETHOD([], HRESULT, f"Unused{place}") for place in range(6, 11)),
        COMMETHOD([], HRESULT, "GetMute", (["out"], POINTER(c_int), "mute")),
    )


class _Device(IUnknown):  # type: ignore[misc]
    """IMMDevice."""

    _iid_ = GUID("{D666063F-1587-4E43-81F1-B948E807363F}")
    _methods_ = (COMMETHOD([], HRESULT, "Activate", (["in"], POINTER(GUID), "iid"), (["in"], c_uint32, "context"),
                           (["in"], c_void_p, "parameters"), (["out"], POINTER(POINTER(IUnknown)), "interface")),)


class _Enumerator(IUnknown):  # type: ignore[misc]
    """IMMDeviceEnumerator."""

    _iid_ = GUID("{A95664D2-9614-4F35-A746-DE8DB63617E6}")
    _methods_ = (
        COMMETHOD([], HRESULT, "EnumAudioEndpoints"),
        COMMETHOD([], HRESULT, "GetDefaultAudioEndpoint", (["in"], c_uint32, "flow"), (["in"], c_uint32, "role"),
                  (["out"], POINTER(POINTER(_Device)), "device")),
    )


def default_output() -> Sink:
    """Raises whatever Windows answers."""
    CoInitialize()
    enumerator = CoCreateInstance(_ENUMERATOR, _Enumerator, _ALL)
    device = enumerator.GetDefaultAudioEndpoint(_RENDER, _CONSOLE)
    volume = device.Activate(ctypes.byref(_Volume._iid_), _ALL, None).QueryInterface(_Volume)
    return Sink("default", float(volume.GetMasterVolumeLevelScalar()), bool(volume.GetMute()))
