"""A message in another language: sentence by sentence, and never with holes that do not fit."""

import contextlib
import subprocess
import sys

import pytest

from autograder.core.languages import (
    authored,
    catalogue,
    choice,
    in_language,
    joined,
    message,
    places,
    plural,
    spoken,
    spoken_plural,
    with_and,
    with_or,
)
from autograder.core.languages.choice import chosen, reading, reading_in


@pytest.fixture
def language():
    """A language with these translations, by the English template."""
    made: dict = {}

    def translate(text):
        found = made.get(text.template)
        return found[text.number != 1] if isinstance(found, tuple) else found

    with contextlib.ExitStack() as stack:

        def add(name, **_none):
            catalogue.translate_by(name, translate)
            stack.callback(catalogue.translate_by, name, None)
            return made

        yield add


def test_english_needs_nothing():
    assert type(in_language(message("{a} b", a=1), "en")) is str
    assert in_language("a text", "ko") == "a text"


def test_a_sentence_moves_its_values_and_has_its_particles(language):
    language("ko")["{call} gave {what}."] = "{what|을/를} {call|이/가} 돌려주었습니다."
    said = message("{call} gave {what}.", call="f(x)", what="None")
    assert in_language(said, "ko") == "None을 f(x)가 돌려주었습니다."
    assert said == "f(x) gave None."


def test_each_sentence_falls_back_alone(language):
    language("ko")["Stop."] = "멈추세요."
    assert in_language(joined([message("Go."), message("Stop.")]), "ko") == "Go. 멈추세요."


def test_a_sentence_that_falls_back_is_english_throughout(language):
    language("ko")["a table"] = "표"
    assert in_language(message("{call} gave {what}.", call="f()", what=message("a table")), "ko") == "f() gave a table."


def test_values_are_translated_where_they_are_messages(language):
    known = language("ko")
    known |= {"{call} gave {what}.": "{call}: {what}", "a table": "표"}
    assert in_language(message("{call} gave {what}.", call="f()", what=message("a table")), "ko") == "f(): 표"
    assert in_language(message("{call} gave {what}.", call="f()", what="a table"), "ko") == "f(): a table"


def test_what_has_no_words_needs_no_translation(language):
    language("ko")["a table"] = "표"
    assert in_language(message("{title} ({row})", title=message("a table"), row="3"), "ko") == "표 (3)"


@pytest.mark.parametrize("wrong", ["{call} {other}", "{call}", "{what}", "nothing"])
def test_a_translation_whose_holes_do_not_fit_is_not_used(language, wrong):
    language("ko")["{call} gave {what}."] = wrong
    assert in_language(message("{call} gave {what}.", call="f()", what=1), "ko") == "f() gave 1."


def test_plural_forms(language):
    language("fr")["{count} image"] = ("{count} vue", "{count} vues")
    assert [in_language(plural("{count} image", "{count} images", n), "fr") for n in (1, 2)] == ["1 vue", "2 vues"]


def test_one_may_leave_out_its_number(language):
    language("fr")["One is off."] = ("Une.", "{count} fausses.")
    assert [in_language(plural("One is off.", "{count} are off.", n), "fr") for n in (1, 2)] == ["Une.", "2 fausses."]


def test_numbers_have_the_form_of_the_language(language):
    language("de")["{n:,.1f} of {t}"] = "{n:,.1f} von {t}"
    assert in_language(message("{n:,.1f} of {t}", n=1234.56, t="1.5"), "de") == "1.234,6 von 1.5"


def test_texts_of_authors_are_found_in_their_catalogue(tmp_path):
    """A text of a check: whose it is may not be known yet."""
    write_catalogue(tmp_path / "locale" / "xx.po", {"Look again.": "Regarde."})
    places.is_of("prices", tmp_path)
    assert in_language(authored("Look again."), "xx") == "Regarde."
    assert in_language(authored("Look again.").of("prices"), "xx") == "Regarde."
    assert in_language(message("Look again."), "xx") == "Look again."


def test_a_text_is_looked_for_in_all_catalogues_of_a_name_the_last_known_first(tmp_path):
    for folder, texts in (("a", {"One.": "Un."}), ("b", {"Two.": "Deux."}), ("c", {"Two.": "Les deux."})):
        write_catalogue(tmp_path / folder / "locale" / "xx.po", texts)
        places.is_of("twice", tmp_path / folder)
    assert [in_language(authored(one).of("twice"), "xx") for one in ("One.", "Two.", "Three.")] == ["Un.", "Les deux.", "Three."]
    places.is_of("twice", tmp_path / "b")
    assert in_language(authored("Two.").of("twice"), "xx") == "Deux."


def test_a_catalogue_that_cannot_be_read_is_as_good_as_none(tmp_path):
    (tmp_path / "locale").mkdir()
    (tmp_path / "locale" / "yy.po").write_bytes(b"no catalogue at all, by far")
    places.is_of("broken", tmp_path)
    assert in_language(authored("Look again.").of("broken"), "yy") == "Look again."


def test_the_language_is_chosen_in_this_order(language, monkeypatch):
    language("ko"), language("de"), language("fr")
    system = {"LANG": "fr_FR.UTF-8"}
    assert chosen("de", "ko", {"AUTOGRADER_LANGUAGE": "ko", **system}) == "de"
    assert chosen("", "de", {"AUTOGRADER_LANGUAGE": "ko", **system}) == "ko"
    assert chosen("", "de", system) == "de"
    assert chosen("", "", system) == "fr"
    assert chosen("", "", {"LC_ALL": "C", **system}) == "en"
    assert chosen("", "", {}) == "en"
    assert chosen("xq", "de", system) == "en"


def test_what_prints_speaks_the_chosen_language(language):
    language("ko")["{a} more"] = "{a} 더"
    assert spoken("{a} more", a=1) == "1 more"
    with reading_in("ko"):
        assert reading() == "ko"
        assert spoken("{a} more", a=1) == "1 더"
        assert spoken_plural("{count} row", "{count} rows", 2) == "2 rows"
    assert choice.reading() == "en"


def write_catalogue(path, texts):
    from babel.messages.catalog import Catalog
    from babel.messages.pofile import write_po

    made = Catalog(locale="de")
    for text, other in texts.items():
        made.add(text, other)
    path.parent.mkdir(parents=True, exist_ok=True)
    with open(path, "wb") as file:
        write_po(file, made)


def test_no_catalogue_is_loaded_where_english_is_read():
    """``import autograder`` and a check in English pay nothing for other languages."""
    code = (
        "import sys, autograder, autograder.core.languages as one\n"
        "from autograder.core.languages import choice, places\n"
        "choice.read_in(choice.chosen('', '', {'LANG': 'en_GB.UTF-8'}))\n"
        "one.spoken('{n} rows', n=1)\n"
        "print(*[name for name in sys.modules if 'catalogue' in name or 'po_file' in name or name in ('gettext', 'babel')])"
    )
    assert subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout.strip() == ""


@pytest.mark.parametrize(("several", "word", "four"), [(with_and, "and", "a, b, c and d"), (with_or, "or", "a or b or c or d")])
def test_the_word_between_names_is_translated(language, several, word, four):
    language("ko")[f"{{one}} {word} {{other}}"] = "{one}, {other}"
    assert in_language(several(["a", "b", "c"]), "ko") == "a, b, c"
    assert [several(names) for names in ([], ["a"], ["a", "b"], list("abcd"))] == ["", "a", f"a {word} b", four]


def test_a_message_that_begins_with_a_name_begins_with_a_capital_letter(language):
    begins = message("{what:capital} is empty.", what=message("the {axis} axis", axis="x"))
    assert (begins, message("{what:capital}!", what="")) == ("The x axis is empty.", "!")
    language("fr").update({"{what:capital} is empty.": "{what:capital} est vide.", "the {axis} axis": "l'axe {axis}"})
    assert in_language(begins, "fr") == "L'axe x est vide."


def test_what_an_exception_says_is_translated(language):
    language("fr").update({"{error} Nothing was changed.": "{error} Rien n'a changé.", "{name} is empty.": "{name} est vide."})
    said = message("{error} Nothing was changed.", error=ValueError(message("{name} is empty.", name="a.py")))
    assert (said, in_language(said, "fr")) == ("a.py is empty. Nothing was changed.", "a.py est vide. Rien n'a changé.")
    assert message("{error}!", error=ValueError("odd")) == "odd!"
