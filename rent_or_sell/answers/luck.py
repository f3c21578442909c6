"""Random numbers that depend on a name and a place alone, the same in Python and in the browser.

The number at a place of a stream is a hash of the stream's name, the seed and the place: so many
can be made in any order, and an assumption has the same luck in every model. The hash is FNV-1a of
the name and the finaliser of MurmurHash3 (both 32 bits, in the public domain), which a browser
computes exactly. `explorer/answers/luck.js` is the other half.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

SEED = 20260601  # the month of the article; any other would do

_Bits = NDArray[np.uint32]


def uniforms(stream: str, count: int, seed: int = SEED) -> NDArray[np.float64]:
    """Return numbers between 0 and 1, neither of them included, at the first places of a stream."""
    places = np.arange(count, dtype=np.uint32)
    luck = _mixed(places + _mixed(np.array([int(seed) % 2**32], dtype=np.uint32)))
    own = _mixed(np.array([_fnv1a(stream)], dtype=np.uint32))
    return (_mixed(_mixed(luck ^ own)) + 0.5) / 2**32


def _fnv1a(name: str) -> int:
    bits = 0x811C9DC5
    for byte in name.encode():
        bits = (bits ^ byte) * 0x01000193 % 2**32
    return bits


def _mixed(bits: _Bits) -> _Bits:
    """Return the bits so mixed that each depends on all of them; no two come to the same."""
    bits = (bits ^ bits >> np.uint32(16)) * np.uint32(0x85EBCA6B)
    bits = (bits ^ bits >> np.uint32(13)) * np.uint32(0xC2B2AE35)
    return bits ^ bits >> np.uint32(16)
