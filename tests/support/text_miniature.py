"""The assignment in miniature with a text that a person marks."""

import miniature

QUESTION = "Why is a negative number still twice as large?"
SAMPLE = "Because twice minus one is minus two, whatever larger may mean."
SETTINGS = (
    miniature.SETTINGS
    + f"""
[texts.WHY]
title = "why twice"
question = "{QUESTION}"
points = 5
hints = ["What is twice minus one?"]
"""
)
CELL = f'''
# %% [markdown]
# ## 3. Why?

# %% WHY
### BEGIN SOLUTION
WHY = """
{SAMPLE}
"""
### END SOLUTION
'''
FILES = {"assignment.toml": SETTINGS, "miniature.py": miniature.PAGE + CELL}


def page(text: str, **functions: str) -> str:
    """A student's page with a text, see ``miniature.page``."""
    return f'{miniature.page(**functions)}\n\nWHY = """\n{text}\n"""\n'
