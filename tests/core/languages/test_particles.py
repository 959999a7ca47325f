"""Particles follow the sound of what is put in."""

import pytest

from autograder.core.languages.particles import particle


@pytest.mark.parametrize(
    ("text", "object_", "with_"),
    [
        ("값", "을", "으로"), ("이미지", "를", "로"), ("모델", "을", "로"), ("정확도", "를", "로"), ("학습", "을", "으로"),
        ("x", "를", "로"), ("L", "을", "로"), ("N", "을", "으로"), ("model", "을", "로"), ("labels", "를", "로"),
        ("images", "를", "로"), ("column", "을", "으로"), ("f(x)", "를", "로"), ("normalize([[0, 255]])", "를", "로"),
        ("`train`", "을", "으로"), ("7", "을", "로"), ("3", "을", "으로"), ("10", "을", "으로"), ("100", "을", "으로"),
        ("1,000", "을", "으로"), ("0.5", "를", "로"), ("0.91", "을", "로"), ("60000", "을", "으로"), ("95%", "를", "로"),
        ("“이름”", "을", "으로"), ("'a'", "를", "로"), ("None", "을", "으로"), ("ndarray", "를", "로"), ("float64", "를", "로"),
        ("uint8", "을", "로"), ("dict", "를", "로"), ("shape", "를", "로"), ("tuple", "을", "로"), ("", "를", "로"), ("***", "를", "로"),
        ("np", "를", "로"), ("plt", "를", "로"), ("png", "를", "로"), ("lr", "을", "로"), ("cnn", "을", "으로"), ("ml", "을", "로"), ("x_np", "를", "로"),
        ("np.unique", "를", "로"), ("dtype", "을", "으로"), ("Matplotlib", "을", "으로"), ("axes.flat", "을", "으로"), ("float", "를", "로"), ("WHAT", "을", "으로"),
        ("FILE", "을", "로"), ("NAME", "을", "으로"), ("HTML", "을", "로"), ("API", "를", "로"), ("DIR", "을", "로"),
        ("build_model()", "을", "로"), ("`build_model()`", "을", "로"), ("build_model(3, (1, 2))", "을", "로"), ("keras.Model('x')", "을", "로"),
        ("images.min()", "을", "으로"), ("f(7)", "를", "로"), ("column(x, y).", "을", "으로"), ("(loss, accuracy)", "를", "로"), ("7 (a text)", "를", "로"),
        ("5)", "를", "로"), (")", "를", "로"), ("모델(model_1)", "을", "로"),
    ],
)  # fmt: skip
def test_the_final_sound_decides(text, object_, with_):
    assert particle(text, "을/를") == object_
    assert particle(text, "(으)로") == with_


@pytest.mark.parametrize(("forms", "final", "vowel", "rieul"), [("이/가", "이", "가", "이"), ("은/는", "은", "는", "은"),
    ("과/와", "과", "와", "과"), ("(으)로", "으로", "로", "로"), ("으로/로", "으로", "로", "로"), ("(이)라고", "이라고", "라고", "이라고")])  # fmt: skip
def test_each_particle_has_its_forms(forms, final, vowel, rieul):
    assert [particle(text, forms) for text in ("값", "나무", "물")] == [final, vowel, rieul]
