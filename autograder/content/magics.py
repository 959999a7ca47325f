"""IPython's magics and shell lines, taken out of a cell: the rest is Python."""

from __future__ import annotations

import itertools
import re
import tokenize

from autograder.core.languages import message

TIMED = re.compile(r"^(\s*)%time\s+(?!-)(?=\S)")  # what follows it is run once, as if it were alone in the line
MAGIC = re.compile(r"^(\s*)(?:[%!?]|[\w.,\s]+=\s*[%!](?!=)|[\w.]+\?{1,2}\s*$)")
BODY_MAGICS = ("%%time", "%%timeit", "%%capture", "%%prun")  # their cell is ordinary Python below the first line


def without_magics(source: str) -> tuple[str, list[str]]:
    """The source with ``pass`` in the place of each magic, and the magics."""
    lines = source.split("\n")
    first = next((line.strip() for line in lines if line.strip()), "")
    if first.startswith("%%") and first.split()[0] not in BODY_MAGICS:
        return "\n" * (len(lines) - 1), [message("the whole {magic} cell", magic=first.split()[0])]
    kept: list[str] = []
    left_out: list[str] = []
    while len(kept) < len(lines):
        line = lines[len(kept)]
        if not line.strip():  # each of them would cost its own tokenizer
            kept.append(line)
            continue
        timed, magic = TIMED.match(line), MAGIC.match(line)
        if timed:
            kept.append(TIMED.sub(r"\1", line))
        elif magic:
            left_out.append(line.strip()[:60])
            kept.append(f"{magic.group(1)}pass")
        else:
            kept += lines[len(kept) : end_of_line(lines, len(kept))]
    return "\n".join(kept), left_out


def end_of_line(lines: list[str], start: int) -> int:
    """The place after a whole line of Python: one that ends inside brackets or a long string goes on in the next."""
    rest = (f"{line}\n" for line in itertools.islice(lines, start, None))
    depth = 0
    try:
        for token in tokenize.generate_tokens(lambda: next(rest, "")):
            if token.type == tokenize.OP:
                depth += (token.string in "([{") - (token.string in ")]}")
            comment = token.type == tokenize.NL and depth <= 0  # or an empty line
            if comment or token.type == tokenize.NEWLINE:
                return start + token.start[0]
    except (tokenize.TokenError, SyntaxError, UnicodeError) as error:
        return _end_of_faulty(error, lines, start)
    return len(lines)


def _end_of_faulty(error: Exception, lines: list[str], start: int) -> int:
    """The place after a line that is not Python. Since Python 3.12, the tokenizer stops at the first fault.

    An open bracket or long string goes on to the end; a fault inside a line does not.
    """
    text, place = (error.args[0], error.args[1]) if isinstance(error, tokenize.TokenError) else ("", (0, 0))
    number = place[0] if isinstance(error, tokenize.TokenError) else getattr(error, "lineno", None) or 0
    goes_on = re.search(r"\bEOF\b|triple-quoted|multi-line|never closed", str(text or error))
    return len(lines) if goes_on else min(start + max(number, 1), len(lines))
