"""An assignment in miniature with variants, about bills: no image, no network. ``bill`` has 72 variants, ``places`` 7, ``longest`` none."""

from pathlib import Path

from miniature import written

SETTINGS = """
format = 1
title = "Bills: adding up"

[limits]
call = 2
load = 10
memory = 1024

[variants]
tax = [
    {percent = 20, share = 0.2, twice = 0.4},
    {percent = 10, share = 0.1, twice = 0.2},
    {percent = 15, share = 0.15, twice = 0.3},
    {percent = 25, share = 0.25, twice = 0.5},
    {percent = 30, share = 0.3, twice = 0.6},
    {percent = 35, share = 0.35, twice = 0.7},
    {percent = 40, share = 0.4, twice = 0.8},
    {percent = 45, share = 0.45, twice = 0.9},
]
net = ["net", "goods", "before"]
gross = ["gross", "to_pay", "after"]
first = [1, 0, 2, 5, 10, 100, 7]

[exercises.bill]
libraries = []
### VARIANT 20 is {tax.percent}
hints = ["What is 20 per cent of 50?"]
### END VARIANT

[exercises.places]
libraries = []
hints = ["Which number comes first?"]

[exercises.longest]
libraries = []
hints = ["Look at each word."]
"""

PAGE = '''# %% [markdown]
# # Bills

# %% setup
from autograder import check

# %% [markdown]
# ## 1. What is to be paid?
#
### VARIANT 20 is {tax.percent}
# The tax is 20 per cent of the prices.
### END VARIANT

### VARIANT 20 is {tax.percent}
### VARIANT 0.2 is {tax.share}
### VARIANT "net" is "{net}"
### VARIANT "gross" is "{gross}"
# %% bill
def bill(prices):
    """The prices without the tax of 20 per cent, and with it.

    Args:
        prices: list of numbers.

    Returns:
        Dict with the keys "net" and "gross".
    """
    ### BEGIN SOLUTION
    net = sum(prices)
    return {"net": net, "gross": net + net * 0.2}
    ### END SOLUTION
### END VARIANT

# %% bill_check
check("bill")

# %% [markdown]
# ## 2. Numbers

### VARIANT 1 is {first}
# %% places
def places(names):
    """A number for each name; the first one has the number 1.

    Args:
        names: list of texts.

    Returns:
        Dict from name to number.
    """
    ### BEGIN SOLUTION
    return {name: number for number, name in enumerate(names, 1)}
    ### END SOLUTION
### END VARIANT

# %% places_check
check("places")

# %% [markdown]
# ## 3. Words

# %% longest
def longest(words):
    """How many letters the longest word has.

    Args:
        words: list of texts.

    Returns:
        One number.
    """
    ### BEGIN SOLUTION
    return max(len(word) for word in words)
    ### END SOLUTION

# %% longest_check
check("longest")
'''

BILL = '''### VARIANT "net" is "{net}"
### VARIANT "gross" is "{gross}"
### VARIANT 0.2 is {tax.share}
### VARIANT 20 per cent is {tax.percent} per cent
"""bill(prices): what is to be paid, with a tax of 20 per cent"""

import pytest

from autograder import expect

NET, GROSS, TAX = "net", "gross", 0.2


@pytest.mark.points(20)
@pytest.mark.public
def test_one_price(bill):
    """the tax on one price of 50 is 20 per cent"""
    answer = expect(bill([50]))
    answer.item(NET).is_close_to(50, hidden=False)
    answer.item(GROSS).is_close_to(50 + 50 * TAX, hidden=False)


@pytest.mark.points(20)
def test_any_prices(bill, rng):
    """any number of prices is added up"""
    prices = [int(price) for price in rng.integers(1, 90, 7)]
    expect(bill(prices)).item(GROSS).is_close_to(sum(price + price * TAX for price in prices), hidden=True)
'''

PLACES = '''"""places(names): a number for each name"""

import pytest

from autograder import expect

### VARIANT 1 is {first}
FIRST = 1
### END VARIANT


@pytest.mark.points(20)
@pytest.mark.public
def test_two_names(places):
    """two names have two numbers"""
    expect(places(["Ada", "Ben"])).maps({"Ada": FIRST, "Ben": FIRST + 1}, "name", hidden=False)


@pytest.mark.points(20)
def test_five_names(places):
    """five names have five numbers"""
    expect(places(list("edcba"))).maps({name: FIRST + place for place, name in enumerate("edcba")}, "name", hidden=True)
'''

LONGEST = '''"""longest(words): how long the longest word is"""

import pytest

from autograder import expect


@pytest.mark.points(20)
@pytest.mark.public
def test_two_words(longest):
    """the longer one of two words is counted"""
    expect(longest(["a", "abc"])).is_close_to(3, hidden=False)
'''

FILES = {
    "assignment.toml": SETTINGS,
    "bills.py": PAGE,
    "README.md": "# Bills\n",
    "checks/test_bill.py": BILL,
    "checks/test_places.py": PLACES,
    "checks/test_longest.py": LONGEST,
    "mistakes/bill__takes_twice_the_tax.py": (
        '### VARIANT "net" is "{net}"\n### VARIANT "gross" is "{gross}"\n### VARIANT 0.4 is {tax.twice}\n### VARIANT 20 is {tax.percent}\n'
        '"""You added the tax twice. It is 20 per cent."""\n\n\n'
        'def bill(prices):\n    return {"net": sum(prices), "gross": sum(prices) + sum(prices) * 0.4}\n'
    ),
    "mistakes/bill__forgets_the_tax.py": (
        '### VARIANT "net" is "{net}"\n### VARIANT "gross" is "{gross}"\n'
        '"""You forgot the tax."""\n\n\ndef bill(prices):\n    return {"net": sum(prices), "gross": sum(prices)}\n'
    ),
    "mistakes/places__counts_down.py": (
        '### VARIANT 1 is {first}\n"""You counted down."""\n\n\ndef places(names):\n'
        "    return {name: 1 - number for number, name in enumerate(names)}\n"
    ),
    "mistakes/longest__counts_the_words.py": '"""You counted the words."""\n\n\ndef longest(words):\n    return len(words)\n',
    "alternatives/bill__loop.py": (
        '### VARIANT "net" is "{net}"\n### VARIANT "gross" is "{gross}"\n### VARIANT 0.2 is {tax.share}\n'
        '"""A loop."""\n\n\ndef bill(prices):\n    total = 0\n    for price in prices:\n        total += price\n'
        '    return dict([("net", total), ("gross", total * (1 + 0.2))])\n'
    ),
    "alternatives/places__range.py": (
        '### VARIANT 1 is {first}\n"""A zip with a range."""\n\n\ndef places(names):\n    return dict(zip(names, range(1, 1 + len(names))))\n'
    ),
    "alternatives/longest__sorted.py": (
        '"""The last of the sorted lengths."""\n\n\ndef longest(words):\n    return sorted(map(len, words))[-1]\n'
    ),
}


def write(folder: Path, files: dict[str, str | None] | None = None) -> Path:
    """Writes the assignment ``bills`` into ``folder/solutions``.

    Args:
        files: further or other files, name -> text; None leaves one out.

    Returns:
        The assignment's folder.
    """
    return written(folder / "solutions" / "bills", FILES, files)


def answer(percent: int, net: str, gross: str, first: int) -> str:
    """A student's page with right answers for these values, and for no others.

    Example:
        answer(20, "net", "gross", 1)
    """
    return (
        f'def bill(prices):\n    return {{"{net}": sum(prices), "{gross}": sum(prices) * (1 + {percent} / 100)}}\n\n\n'
        f"def places(names):\n    return {{name: number for number, name in enumerate(names, {first})}}\n\n\n"
        "def longest(words):\n    return max(map(len, words))\n"
    )


def answer_to(values: dict) -> str:
    """The same for a variant's values."""
    return answer(values["tax"]["percent"], values["net"], values["gross"], values["first"])
