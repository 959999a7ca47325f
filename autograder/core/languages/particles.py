"""Korean particles behind text that is put in: which of two forms, by the final sound of that text.

A name of a program ends in a Latin letter or a digit as often as not, and is then read as Koreans read it: ``x`` is 엑스, ``L`` 엘,
``7`` 칠. Up to four letters without a vowel, and three capital ones, are spelled out (``np`` 엔피, ``API`` 에이피아이). Whole words are read as words (``labels`` 레이블스):
what they end in decides. Of a call it is the name before its parentheses: ``build_model()`` 빌드 모델.
"""

from __future__ import annotations

import re
import unicodedata

SYLLABLES = re.compile("[\uac00-\ud7a3]")
BEFORE_FINALS, LAST_FINAL = 0x11A7, 0x11C2  # the final consonants of Unicode are numbered behind the first
RIEUL = 8  # the final sound ㄹ
SKIPPED = "\"'`’”»)]}>…*_.,:;!? "  # what is not spoken
DIGITS = {"0": 21, "1": 8, "2": 0, "3": 16, "4": 0, "5": 0, "6": 1, "7": 8, "8": 8, "9": 0}  # 영 일 이 삼 사 오 육 칠 팔 구
LETTERS = {"l": RIEUL, "m": 16, "n": 4, "r": RIEUL}  # names of single letters with a final: 엘 엠 엔 알; the others end in a vowel
ENDINGS = (  # of words, as they are usually read
    ("ng", 21), ("le", RIEUL), ("me", 16), ("ne", 4), ("ge", 0), ("que", 0), ("eck", 0), ("ck", 1), ("ce", 0), ("se", 0), ("ze", 0),
    ("te", 0), ("de", 0), ("re", 0), ("ve", 0), ("type", 17), ("pe", 0), ("ke", 0), ("l", RIEUL), ("m", 16), ("n", 4), ("p", 17),
    ("ok", 1), ("ic", 1), ("ac", 1), ("ec", 1), ("oc", 1), ("uc", 1), ("et", 19), ("it", 19), ("ot", 19), ("ut", 19),
    ("eat", 0), ("oat", 0), ("at", 19), ("ob", 17), ("ab", 17), ("ub", 17), ("ib", 17),
)  # fmt: skip
VOWELS = set("aeiouy")
WORD = re.compile(r"[A-Za-z]+$")
PERCENT, NONE = "%", 0


def final_sound(text: str) -> int:
    """The number of the last syllable's final consonant, 0 where it ends in a vowel.

    Example:
        >>> [final_sound(one) for one in ("값", "나무", "x", "7", "`model`", "f(x)", "np", "model(3)")]
        [18, 0, 0, 8, 8, 0, 0, 8]
    """
    spoken = _without_arguments(text).rstrip(SKIPPED)
    if not spoken:
        return NONE
    last = spoken[-1]
    if SYLLABLES.match(last):
        number = ord(unicodedata.normalize("NFD", last)[-1]) - BEFORE_FINALS
        return number if 0 < number <= LAST_FINAL - BEFORE_FINALS else NONE
    if last.isdigit():
        return _of_number(spoken)
    word = WORD.search(spoken)
    return _of_word(word[0]) if word else NONE  # a percent sign is 퍼센트


def particle(text: str, forms: str) -> str:
    """The form that goes behind a text. The first form is for a final consonant: ``을/를``, ``이/가``, ``은/는``, ``과/와``, ``(으)로``.

    Example:
        >>> [particle(one, "을/를") for one in ("모델", "이미지")], [particle(one, "(으)로") for one in ("값", "모델", "이미지")]
        (['을', '를'], ['으로', '로', '로'])
    """
    final = final_sound(text)
    optional = re.fullmatch(r"\((\w+)\)(\w*)", forms)
    if optional:
        only_behind_others = optional[2].startswith("로")  # ㄹ counts as a vowel before 로
        return optional[2] if final == NONE or (only_behind_others and final == RIEUL) else optional[1] + optional[2]
    with_final, _, without = forms.partition("/")
    if without == "로" and final == RIEUL:
        return without
    return with_final if final != NONE else without


def _without_arguments(text: str) -> str:
    """A text up to the parentheses at its end, where these follow a name: ``build_model`` of ``build_model(3, (1, 2))``."""
    end = text.rstrip(SKIPPED.replace(")", ""))
    if not end.endswith(")"):
        return text
    depth = 0
    for place in range(len(end) - 1, 0, -1):
        depth += {")": 1, "(": -1}.get(end[place], 0)
        if depth == 0:
            name = end[:place]
            return name if name[-1].isalnum() or name[-1] == "_" else text
    return text


def _of_number(text: str) -> int:
    """십, 백, 천 and 만 have a final; 0.5 is read digit by digit."""
    digits = re.search(r"[\d,.]*\d$", text)
    number = digits[0].replace(",", "") if digits else text[-1]
    if "." in number or not number.strip("0"):
        return DIGITS[number[-1]] if number[-1] in DIGITS else NONE
    zeros = len(number) - len(number.rstrip("0"))
    if zeros == 0:
        return DIGITS.get(number[-1], NONE)
    return {1: 17, 2: 1, 3: 4}.get(zeros % 4, 4 if zeros < 8 else 1)  # 십 백 천, else 만 or 억


def _of_word(word: str) -> int:
    lower = word.lower()
    if len(word) == 1 or (word.isupper() and len(word) <= 3) or (len(word) <= 4 and not VOWELS & set(lower)):
        return LETTERS.get(lower[-1], NONE)
    return next((final for ending, final in ENDINGS if lower.endswith(ending)), NONE)
