"""A gettext catalogue as translators write it, read without any library: ``.po`` files, so that nothing needs to be compiled.

What is marked as fuzzy, which a person must still look at, counts as not translated.
"""

from __future__ import annotations

import ast
import re
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

from autograder.core.languages.messages import message

LARGEST = 16 * 2**20  # bytes
ENTRY = re.compile(r'^(msgctxt|msgid|msgid_plural|msgstr)(?:\[(\d{1,2})\])? (".*")$')
RULE = re.compile(r"plural=([^;\n]{1,300})")


@dataclass
class PoCatalogue:
    """A catalogue.

    Attributes:
        texts: (context, template) -> its translations, one for each plural form.
        plurals: (context, template) -> the template for other numbers than one; missing: what has no translation.
        rule: which form goes with a number.
    """

    texts: dict[tuple[str, str], dict[int, str]] = field(default_factory=dict)
    plurals: dict[tuple[str, str], str] = field(default_factory=dict)
    missing: list[tuple[str, str]] = field(default_factory=list)
    rule: Callable[[int], int] = lambda number: int(number != 1)

    def find(self, context: str, template: str, number: int | None = None) -> str:
        """A translation; empty where there is none."""
        forms = self.texts.get((context, template), {})
        return forms.get(0 if number is None or len(forms) < 2 else self.rule(number), "")


def read(path: Path) -> PoCatalogue:
    """Reads a catalogue.

    Raises:
        OSError: the file cannot be read.
        ValueError: it is not a catalogue; the text names the line.
    """
    with open(path, "rb") as file:
        data = file.read(LARGEST + 1)
    if len(data) > LARGEST:
        raise ValueError(message("{file} is larger than {most} MiB", file=path.name, most=LARGEST // 2**20))
    made = PoCatalogue()
    entry: dict[tuple[str, int], list[str]] = {}
    fuzzy, parts = False, [""]
    for number, line in enumerate([*data.decode("utf-8-sig").splitlines(), ""], 1):
        line = line.strip()
        if not line or (line.startswith("#") and any(key == "msgstr" for key, _form in entry)):
            _take(made, entry, fuzzy)
            entry, fuzzy = {}, False
        if line.startswith("#,") and "fuzzy" in line:
            fuzzy = True
        elif line and not line.startswith("#"):
            found = ENTRY.match(line)
            if found:
                parts = entry.setdefault((found[1], int(found[2] or 0)), [])
            elif not line.startswith('"'):
                raise ValueError(message("{file}, line {line} is not a line of a catalogue", file=path.name, line=number))
            parts.append(_text(found[3] if found else line, path.name, number))
    return made


def _take(made: PoCatalogue, entry: dict[tuple[str, int], list[str]], fuzzy: bool) -> None:
    said = {key: "".join(parts) for key, parts in entry.items()}
    template = said.get(("msgid", 0))
    if template is None:
        return
    forms = {form: text for (key, form), text in said.items() if key == "msgstr" and text}
    if not template:
        rule = RULE.search(forms.get(0, ""))
        if rule:
            from gettext import c2py  # it checks a rule before it makes a function of it

            made.rule = c2py(rule[1].strip())
        return
    key = (said.get(("msgctxt", 0), ""), template)
    if forms and not fuzzy:
        made.texts[key] = forms
    else:
        made.missing.append(key)
    if ("msgid_plural", 0) in said:
        made.plurals[key] = said["msgid_plural", 0]


def _text(quoted: str, name: str, number: int) -> str:
    if "\\" not in quoted and quoted.count('"') == 2 and quoted[0] == quoted[-1] == '"':
        return quoted[1:-1]
    try:
        text = ast.literal_eval(quoted)
    except (ValueError, SyntaxError):
        text = None
    if type(text) is not str:
        raise ValueError(message("{file}, line {line} is not a text in quotes", file=name, line=number))
    return text
