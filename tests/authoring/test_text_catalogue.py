"""The texts of an assignment, with ids, and the catalogue that translates them."""

import miniature
import pytest
import text_miniature
import translated_miniature as translated

from autograder.authoring import text_catalogue
from autograder.authoring.assignment_texts import assignment_texts
from autograder.content import assignment_folder


@pytest.fixture
def assignment(tmp_path):
    return assignment_folder.load(miniature.write(tmp_path, {**text_miniature.FILES, "locale/de.po": translated.CATALOGUE}))


def test_every_text_has_an_id(assignment):
    found = {text.context: text.english for text in assignment_texts(assignment)}
    assert found["assignment:title"] == "Counting: a first program"
    assert found["exercise:double:title"] == "twice as much"
    assert found["title:test_total::test_any_number_of_them"] == "none make 0, and many make their sum"
    assert found["mistake:double__forgets_the_sign"] == "You lost the sign."
    assert found["hint:double:1"] == "What is twice one?" and found["hint:WHY:1"] == "What is twice minus one?"
    assert found["text:WHY:title"] == "why twice" and found["text:WHY:question"] == text_miniature.QUESTION
    assert len(found) == len(assignment_texts(assignment)) == 1 + 2 + 5 + 5 + 3 + 2


def test_a_catalogue_keeps_what_is_translated(assignment, tmp_path):
    texts = assignment_texts(assignment)
    made = text_catalogue.updated(text_catalogue.read(text_catalogue.catalogue_of(assignment, "de")), texts)
    missing, changed = text_catalogue.unfinished(made)
    assert len(missing) == len(texts) - 5 and changed == []
    path = tmp_path / "de.po"
    text_catalogue.write(path, made, "de")
    again = text_catalogue.updated(text_catalogue.read(path), texts)
    assert text_catalogue.as_text(again, "de") == path.read_text("utf-8")
    assert 'msgctxt "mistake:double__adds_two"\nmsgid "You added two."\nmsgstr "Die Funktion addiert zwei."' in path.read_text("utf-8")


def test_other_english_than_before_is_marked_and_not_released(assignment):
    old = text_catalogue.read(text_catalogue.catalogue_of(assignment, "de"))
    texts = [*assignment_texts(assignment)]
    place = next(number for number, text in enumerate(texts) if text.context == "mistake:double__adds_two")
    texts[place] = type(texts[place])(texts[place].context, "You added 2.", "mistakes/double__adds_two.py")
    made = text_catalogue.updated(old, texts)
    assert text_catalogue.unfinished(made)[1] == ["mistake:double__adds_two"]
    assert "#, fuzzy" in text_catalogue.as_text(made, "de")
    contexts = {text.context for text in texts}
    kept = {message.context for message in text_catalogue.released(made, contexts) if message.id}
    assert "mistake:double__adds_two" not in kept and "mistake:double__forgets_the_sign" in kept


def test_what_is_gone_leaves_the_catalogue_but_messages_without_an_id_stay(assignment, tmp_path):
    path = tmp_path / "de.po"
    path.write_text(translated.CATALOGUE + '\nmsgid "gave {number}"\nmsgstr "gab {number}"\n', "utf-8")
    made = text_catalogue.updated(text_catalogue.read(path), assignment_texts(assignment)[:1])
    assert [(message.context, message.string) for message in made if message.id] == [
        ("assignment:title", "Zählen: ein erstes Programm"),
        (None, "gab {number}"),
    ]


def test_a_catalogue_is_named_after_a_language(assignment):
    (assignment.folder / "locale" / "old_one.po").write_text("")
    assert list(text_catalogue.catalogues(assignment)) == ["de"]


@pytest.mark.parametrize(("language", "forms"), [("de", ["ein Bild", "{count} Bilder"]), ("ko", ["이미지 {count}장"])])
def test_a_message_with_a_number_has_the_forms_of_its_language(tmp_path, language, forms):
    path = tmp_path / f"{language}.po"
    lines = [f'msgstr[{number}] "{form}"' for number, form in enumerate(forms)]
    head = f'msgid ""\nmsgstr ""\n"Plural-Forms: nplurals={len(forms)}; plural=0;\\n"\n\nmsgid "one image"\nmsgid_plural "{{count}} images"\n'
    path.write_text(head + "\n".join(lines) + "\n", "utf-8")
    made = text_catalogue.updated(text_catalogue.read(path), [])
    assert text_catalogue.unfinished(made) == ([], [])
    text = text_catalogue.as_text(text_catalogue.released(made, set()), language)
    assert all(line in text for line in lines) and f"nplurals={len(forms)};" in text and text.count("msgstr[") == len(forms)
    path.write_text(path.read_text("utf-8").replace(lines[-1], lines[-1].split(' "')[0] + ' ""'), "utf-8")
    assert text_catalogue.unfinished(text_catalogue.read(path))[0]
