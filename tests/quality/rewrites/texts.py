"""Operators on what the computer does not need: prints, descriptions, comments and layout."""

from __future__ import annotations

import ast
import io
import random
import tokenize

from rewrites.program import Program, after_docstring, blocks, operator, parameters, text_operator

SAYINGS = (
    "정답을 계산합니다", "هنا نحسب النتيجة", "εδώ υπολογίζεται το αποτέλεσμα", "здесь считаем", "ここで計算する", "这里计算结果", "🎉 done 🎉",
    "naïve café", "TODO: check", "raise NotImplementedError", "### not the answer", "# %% not a cell", "return None", "עברית", "ไทย", "𝒳 ∈ ℝ",
)  # fmt: skip


@operator
def prints(program: Program, chance: random.Random) -> bool:
    """Lines that print: a text, the types or shapes of parameters, the result."""
    node = program.node
    if node is None:
        return False
    lines = [f"print({chance.choice(SAYINGS)!r})", "print('start', flush=True)", "print()", *(f"print(type({name}).__name__)" for name in parameters(node))]
    lines += [f"print({name!r}, getattr({name}, 'shape', None))" for name in parameters(node)]
    for line in chance.sample(lines, min(len(lines), chance.randint(1, 3))):
        block = chance.choice([node.body, *blocks(node)])
        place = chance.randint(after_docstring(node) if block is node.body else 0, len(block) - 1)
        block.insert(place, ast.parse(line).body[0])
    if isinstance(node.body[-1], ast.Return) and isinstance(node.body[-1].value, ast.Name) and chance.random() < 0.3:
        node.body.insert(-1, ast.parse(f"print('result', type({node.body[-1].value.id}))").body[0])
    return True


@operator
def messages_elsewhere(program: Program, chance: random.Random) -> bool:
    """Lines that say something in another way than by print: a warning, a log, an error stream."""
    node = program.node
    if node is None:
        return False
    said = chance.choice(SAYINGS)
    forms = [
        f"warnings.warn({said!r})",
        f"logging.getLogger(__name__).warning({said!r})",
        f"logging.info({said!r})",
        f"sys.stderr.write({said!r})",
        f"sys.stdout.write({said!r})",
        "time.sleep(0)",
        "gc.collect()",
        "sys.stdout.flush()",
    ]
    line = chance.choice(forms)
    library = line.split(".")[0]
    if library in program.used:
        return False
    node.body.insert(after_docstring(node), ast.parse(line).body[0])
    program.at_top(f"import {library}")
    return True


@operator
def descriptions(program: Program, chance: random.Random) -> bool:
    """A docstring, another one, none, or texts between the lines."""
    node = program.node
    if node is None:
        return False
    start = after_docstring(node)
    if start and chance.random() < 0.4 and len(node.body) > 1:
        del node.body[0]
        return True
    text = ast.Expr(ast.Constant("\n    ".join(chance.sample(SAYINGS, 3))))
    node.body[:start] = [text]
    if chance.random() < 0.4:
        node.body.insert(len(node.body) - 1, ast.Expr(ast.Constant(chance.choice(SAYINGS))))
    return True


@text_operator
def comments(source: str, chance: random.Random) -> str | None:
    """Comments in several scripts, beside lines and between them."""
    places = _ends_of_lines(source)
    lines, found = source.split("\n"), []
    for number, line in enumerate(lines, 1):
        safe = number in places and "\\" not in line
        if safe and chance.random() < 0.3:
            indent = line[: len(line) - len(line.lstrip())]
            if number in _starts_of_statements(source):
                found.append(f"{indent}# {chance.choice(SAYINGS)}")
        found.append(f"{line}  # {chance.choice(SAYINGS)}" if safe and chance.random() < 0.3 else line)
    new = "\n".join(found)
    return new if new != source else f"# {chance.choice(SAYINGS)}\n{source}"


@text_operator
def other_layout(source: str, chance: random.Random) -> str | None:
    """Tabs or two blanks, blank lines, semicolons at the end, blanks at the end of lines."""
    starts, ends = _starts_of_statements(source), _ends_of_lines(source)
    indent = chance.choice(["\t", "  ", " ", "        "])
    found = []
    inside = {number for number, line in enumerate(source.split("\n"), 1) if number not in starts}
    if any(line.lstrip().startswith(("'''", '"""')) for line in source.split("\n")):
        indent = "    "
    for number, line in enumerate(source.split("\n"), 1):
        blanks = len(line) - len(line.lstrip(" "))
        if number not in inside:
            if chance.random() < 0.2:
                found.append(" " * chance.randint(0, 3))
            line = indent * (blanks // 4) + line.lstrip(" ")
        if number in ends and number not in inside and line.strip() and not line.rstrip().endswith(":") and chance.random() < 0.2:
            line += " ;" if not line.lstrip().startswith("@") else ""
        found.append(line)
    new = "\n".join(found)
    return new if new != source else None


def _tokens(source: str) -> list[tokenize.TokenInfo]:
    return list(tokenize.generate_tokens(io.StringIO(source).readline))


def _ends_of_lines(source: str) -> set[int]:
    """Lines that end outside of a text and are no comment."""
    return {token.start[0] for token in _tokens(source) if token.type in (tokenize.NEWLINE,)}


def _starts_of_statements(source: str) -> set[int]:
    """Lines in which a statement begins."""
    found, fresh = set(), True
    for token in _tokens(source):
        if token.type in (tokenize.INDENT, tokenize.DEDENT, tokenize.NL, tokenize.COMMENT, tokenize.ENCODING):
            continue
        if token.type == tokenize.NEWLINE:
            fresh = True
        elif fresh:
            found.add(token.start[0])
            fresh = False
    return found
