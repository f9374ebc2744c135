"""What can be a Vietnamese syllable: beginning, rhyme and tone as the spelling allows them."""

from __future__ import annotations

import unicodedata
from functools import lru_cache

_BEGINNINGS = "b c ch d đ g gh gi h k kh l m n ng ngh nh p ph qu r s t th tr v x"
_ENDINGS = """
a ac ach ai am an ang anh ao ap at au ay ăc ăm ăn ăng ăp ăt âc âm ân âng âp ât âu ây
e ec em en eng eo ep et ê êch êm ên ênh êp êt êu êng
i ia ich im in inh ip it iu iêc iêm iên iêng iêp iêt iêu
o oa oac oach oai oam oan oang oanh oao oap oat oay oăc oăm oăn oăng oăt oc oe oen oeo oet oi om on ong ooc oong op ot
ô ôc ôi ôm ôn ông ôp ôt ơ ơi ơm ơn ơp ơt
u ua uân uâng uât uây uê uêch uênh uên uêt uơ uy uya uych uyên uyêt uynh uyt uyu uc ui um un ung uôc uôi uôm uôn uông
uôt up ut ư ưa ưc ưi ưm ưn ưng ươc ươi ươm ươn ương ươp ươt ươu ưt ưu y yêm yên yêng yêt yêu ych ynh yt yp ya
"""
_ONSETS = frozenset(["", *_BEGINNINGS.split()])
_RHYMES = frozenset(_ENDINGS.split())
_TONES = dict.fromkeys(map(ord, "\u0300\u0301\u0303\u0309\u0323"))
_STOPS = ("c", "ch", "p", "t")


@lru_cache(maxsize=20_000)
def is_syllable(word: str) -> bool:
    """Spelled as a Vietnamese syllable, its tone allowed by its ending; case does not matter within the word's form."""
    if not (word.islower() or word.isupper() or word.istitle()):
        return False
    spread = unicodedata.normalize("NFD", word.lower())
    tones = [character for character in spread if ord(character) in _TONES]
    plain = unicodedata.normalize("NFC", spread.translate(_TONES))
    if len(tones) > 1 or not _is_spelled(plain):
        return False
    # Rhymes that end in a stop have two tones only.
    return not plain.endswith(_STOPS) or (tones[:1] or [""])[0] in {"\u0301", "\u0323"}


def _is_spelled(plain: str) -> bool:
    return any(plain[:length] in _ONSETS and plain[length:] in _RHYMES for length in range(min(4, len(plain))))
