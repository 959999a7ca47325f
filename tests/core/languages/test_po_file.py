"""Catalogues as Babel and translators write them."""

import pytest

from autograder.core.languages import po_file

WRITTEN = r'''
msgid ""
msgstr ""
"Language: pl\n"
"Plural-Forms: nplurals=3; plural=(n==1 ? 0 : n%10>=2 && n%10<=4 && (n%100<10 || n%100>=20) ? 1 : 2);\n"

#: a.py:1
msgid "Look \"here\"\n"
"and there: \\ é"
msgstr "Spójrz "
"tutaj"

#: b.py
#, python-format, fuzzy
msgid "old"
msgstr "nowy"
msgctxt "hint:f:1"
msgid "old"
msgstr "z kontekstem"

# a note
msgid "{count} image"
msgid_plural "{count} images"
msgstr[0] "obraz"
msgstr[1] "obrazy"
msgstr[2] "obrazów"

#~ msgid "gone"
#~ msgstr "nie ma"

msgid "empty"
msgstr ""
'''


def made(tmp_path, text):
    path = tmp_path / "pl.po"
    path.write_text(text, "utf-8")
    return po_file.read(path)


def test_texts_contexts_and_plural_forms(tmp_path):
    found = made(tmp_path, WRITTEN)
    assert found.find("", 'Look "here"\nand there: \\ é') == "Spójrz tutaj"
    assert [found.find("", "{count} image", n) for n in (1, 3, 5, 22)] == ["obraz", "obrazy", "obrazów", "obrazy"]
    assert found.find("", "empty") == found.find("", "gone") == found.find("x", "empty") == ""


def test_what_is_fuzzy_is_not_translated(tmp_path):
    """With a context behind it without an empty line, as some editors write it, only the first of the two is fuzzy."""
    separate = WRITTEN.replace('msgstr "nowy"\n', 'msgstr "nowy"\n\n')
    found = made(tmp_path, separate)
    assert found.find("", "old") == ""
    assert found.find("hint:f:1", "old") == "z kontekstem"


@pytest.mark.parametrize("wrong", ['msgid no quotes', 'msgid "a" + "b"', 'import os', 'msgid "a\nmsgstr "b"', 'msgid b"a"'])
def test_what_is_no_catalogue_is_refused(tmp_path, wrong):
    with pytest.raises(ValueError, match="line 1"):
        made(tmp_path, wrong)


def test_a_plural_rule_is_a_rule_and_no_program(tmp_path):
    with pytest.raises(ValueError):
        made(tmp_path, 'msgid ""\nmsgstr "Plural-Forms: nplurals=2; plural=__import__(\'os\');\\n"\n\n')


def test_babel_writes_what_is_read(tmp_path):
    from babel.messages.catalog import Catalog
    from babel.messages.pofile import write_po

    texts = {"a long sentence, " * 12: "한국어 " * 30, 'with "quotes" and \\': "x\ty\nz", "{a|b}": "{a|을/를}"}
    catalogue = Catalog(locale="ko")
    for text, other in texts.items():
        catalogue.add(text, other, context="c")
    with open(tmp_path / "ko.po", "wb") as file:
        write_po(file, catalogue)
    found = po_file.read(tmp_path / "ko.po")
    assert {text: found.find("c", text) for text in texts} == texts
