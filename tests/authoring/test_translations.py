"""The engine's sentences for translators, and what is wrong with a translation."""

import pytest
from pseudo_locale import accented

from autograder.authoring import translation_audit, translations
from autograder.authoring.translations import EngineText
from autograder.core.languages import catalogue, po_file, templates


def test_the_catalogues_are_up_to_date():
    assert translations.out_of_date() == [], "Run make translations"


def test_sentences_are_found_in_modules_and_templates():
    found = {one.template: one for one in translations.engine_texts()}
    assert found["{call} gave None."].place.startswith("expectations/")
    assert found["Back to the class report"].place.endswith(".j2")
    assert found["{count} submission"].plural == "{count} submissions"


def test_what_checks_say_for_certain_is_what_a_translator_gets(tmp_path):
    source = 'authored("gave {what}.", what=1); authored_plural("{count} row", "{count} rows", 2); f("a name"); g(hint="Look again.", axes=("row",)); h(what="a")'
    (tmp_path / "words.py").write_text(f"{source}\nauthored(text); authored('')", "utf-8")
    found = [("gave {what}.", None), ("{count} row", "{count} rows"), ("Look again.", None), ("row", None), ("a", None)]
    assert sorted(translations.said_by_checks(tmp_path)) == sorted(found)


def test_what_is_not_written_out_is_not_found():
    source = "message(text); message('a b ' + c); message('{a}{b}', a=1, b=2); x.spoken('found'); plural('one', n, 2); message('')"
    assert list(translations.in_source(source)) == [("found", None)]


def test_every_template_can_be_filled_in():
    """A hole with a form that numbers do not have would show braces to a student."""
    for one in translations.engine_texts():
        for text in filter(None, (one.template, one.plural)):
            left = templates.HOLE.sub("", text)
            assert "{" not in left and "}" not in left, text


def test_translations_survive_and_a_changed_sentence_becomes_fuzzy(tmp_path):
    texts = [EngineText("{count} image", "{count} images", "a.py"), EngineText("Look at the shape of it.", None, "a.py")]
    first = translations.merged("", texts, "ko")
    done = first.replace('msgid "Look at the shape of it."\nmsgstr ""', 'msgid "Look at the shape of it."\nmsgstr "봅니다."')
    assert translations.merged(done, texts, "ko") == done
    changed = translations.merged(done, [EngineText("Look at the shape of this.", None, "a.py")], "ko")
    (tmp_path / "ko.po").write_text(changed, "utf-8")
    assert "봅니다." in changed
    assert po_file.read(tmp_path / "ko.po").missing == [("", "Look at the shape of this.")]


@pytest.mark.parametrize(
    ("text", "template", "fault"),
    [
        ("{call}", "{call} gave {what}.", "other holes"),
        ("{call} {what} {value}", "{call} gave {what}.", "other holes"),
        ("{what|을/을} {call}", "{call} gave {what}.", "particle"),
        ("{what}을 {call|이/가}", "{call} gave {what}.", "particle"),
        ("<b>{call}</b> {what}", "{call} gave {what}.", "markup"),
        ("&lt;", "less", "markup"),
    ],
)
def test_faults_of_a_translation_are_found(text, template, fault):
    assert any(fault in one for one in translation_audit.text_faults(text, template))


def test_a_right_translation_has_no_faults():
    assert list(translation_audit.text_faults("{what|을/를} {call|이/가} 돌려주었습니다.", "{call} gave {what}.")) == []
    assert list(translation_audit.text_faults("하나", "{count} row", "{count} rows")) != []


def test_the_audit_says_how_much_is_missing_and_what_does_not_fit(tmp_path, monkeypatch):
    monkeypatch.setattr(catalogue, "LOCALE", tmp_path)
    path = tmp_path / "xx" / "LC_MESSAGES" / "autograder.po"
    path.parent.mkdir(parents=True)
    path.write_text('msgid ""\nmsgstr ""\n\nmsgid "{a} b"\nmsgstr "{c} b"\n\nmsgid "open"\nmsgstr ""\n', "utf-8")
    faults = translation_audit.faults("xx")
    assert any("1 of 2 texts have no translation" in one for one in faults)
    assert any("other holes" in one for one in faults)
    assert translation_audit.completeness("xx") == [("the engine", 1, 2)]


def test_the_pseudo_locale_keeps_holes_and_is_longer():
    for one in translations.engine_texts()[:200]:
        made = accented(one.template)
        assert templates.holes(made) == templates.holes(one.template)
        assert len(made) > len(one.template)
