# %% right: the engine named
def read_table(path):
    return pd.read_csv(path, sep=";", engine="c")


# %% right: the slow engine
def read_table(path):
    return pd.read_csv(filepath_or_buffer=path, sep=";", engine="python")


# %% right: what is not in quotes is a number
import csv


def read_table(path):
    return pd.read_csv(path, sep=";", quoting=csv.QUOTE_NONNUMERIC)


# %% right: a reader of the standard library that makes floats
import csv


def read_table(path):
    with open(path, newline="", encoding="utf-8") as file:
        lines = list(csv.reader(file, delimiter=";", quoting=csv.QUOTE_NONNUMERIC))
    return pd.DataFrame(lines[1:], columns=lines[0])


# %% right: pieces put together
def read_table(path):
    pieces = pd.read_csv(path, sep=";", chunksize=50)
    return pd.concat(pieces, ignore_index=True)


# %% right: a path opens the file
from pathlib import Path


def read_table(path):
    with Path(path).open(encoding="utf-8") as file:
        table = pd.read_csv(file, delimiter=";")
    return table


# %% right: bytes in memory
import io
from pathlib import Path


def read_table(path):
    return pd.read_csv(io.BytesIO(Path(path).read_bytes()), sep=";")


# %% right: a walrus and a message
def read_table(path):
    if (table := pd.read_csv(path, sep=";")).shape[1] == 1:
        print("Only one column. Is the separator right?")
    return table


# %% right: a lambda
read_table = lambda path: pd.read_csv(path, sep=";")


# %% right: a partial function
from functools import partial

read_table = partial(pd.read_csv, sep=";")


# %% right: type hints
from __future__ import annotations

import os


def read_table(path: str | os.PathLike[str]) -> pd.DataFrame:
    table: pd.DataFrame = pd.read_csv(path, sep=";")
    return table


# %% right: an object that is called
class TableReader:
    def __init__(self, separator):
        self.separator = separator

    def __call__(self, path):
        return pd.read_csv(path, sep=self.separator)


read_table = TableReader(";")


# %% right: types found by pandas afterwards
def read_table(path):
    return pd.read_csv(path, sep=";").convert_dtypes()


# %% right: types that know missing values
def read_table(path):
    return pd.read_csv(path, sep=";", dtype_backend="numpy_nullable")


# %% right: texts first, then numbers where possible
def read_table(path):
    table = pd.read_csv(path, sep=";", dtype=str)

    def as_numbers(column):
        try:
            return pd.to_numeric(column)
        except ValueError:
            return column

    return table.apply(as_numbers)


# %% right: a dict of lists
import csv


def read_table(path):
    columns = {}
    with open(path, newline="", encoding="utf-8") as file:
        for row in csv.DictReader(file, delimiter=";", quoting=csv.QUOTE_NONNUMERIC):
            for name, value in row.items():
                columns.setdefault(name, []).append(value)
    return pd.DataFrame(columns)


# %% right: the separator is sniffed out
import csv


def read_table(path):
    with open(path, encoding="utf-8") as file:
        first = file.readline()
    found = csv.Sniffer().sniff(first, delimiters=";,\t")
    return pd.read_csv(path, sep=found.delimiter)


# %% right: records from a generator
import csv


def rows_of(path):
    with open(path, newline="", encoding="utf-8") as file:
        yield from csv.reader(file, delimiter=";", quoting=csv.QUOTE_NONNUMERIC)


def read_table(path):
    rows = rows_of(path)
    names = next(rows)
    return pd.DataFrame.from_records(list(rows), columns=names)


# %% right: character by character
def fields_of(line):
    fields, text, inside, quoted = [], "", False, False
    for character in line:
        if character == '"':
            inside, quoted = not inside, True
        elif character == ";" and not inside:
            fields.append(text if quoted else float(text))
            text, quoted = "", False
        else:
            text += character
    fields.append(text if quoted else float(text))
    return fields


def read_table(path):
    with open(path, encoding="utf-8") as file:
        lines = [fields_of(line.rstrip("\n")) for line in file]
    return pd.DataFrame(lines[1:], columns=lines[0])


# %% right: a regular expression finds the fields
import re


def read_table(path):
    rows = []
    with open(path, encoding="utf-8") as file:
        for line in file.read().splitlines():
            found = re.findall(r'"([^"]*)"|([^;"]+)', line)
            rows.append([text if not number else float(number) for text, number in found])
    return pd.DataFrame(rows[1:], columns=rows[0])


# %% right: lines turned into JSON
import json
import re


def read_table(path):
    with open(path, encoding="utf-8") as file:
        rows = [json.loads("[" + re.sub(r';(?=(?:[^"]*"[^"]*")*[^"]*$)', ",", line.strip()) + "]") for line in file]
    return pd.DataFrame(rows[1:], columns=rows[0])


# %% right: an error is handed on
def read_table(path):
    try:
        table = pd.read_csv(path, sep=";")
    except FileNotFoundError:
        print("There is no such file:", path)
        raise
    else:
        return table


# %% right: no low memory
def read_table(path):
    df = pd.read_csv(path, sep=";", low_memory=False)
    return df


# %% right: the encoding with a mark
def read_table(path):
    return pd.read_csv(path, sep=";", encoding="utf-8-sig")


# %% right: a bad line is an error
def read_table(path):
    return pd.read_csv(path, sep=";", on_bad_lines="error", skip_blank_lines=True)


# %% right: texts of the type string
def read_table(path):
    table = pd.read_csv(path, sep=";")
    for name in table.columns:
        if not pd.api.types.is_numeric_dtype(table[name]):
            table[name] = table[name].astype("string")
    return table


# %% right: first the names, then the rows
def read_table(path):
    names = pd.read_csv(path, sep=";", nrows=0).columns
    return pd.read_csv(path, sep=";", usecols=list(names))


# %% right: names and rows read apart
def read_table(path):
    names = pd.read_csv(path, sep=";", header=None, nrows=1).iloc[0].tolist()
    return pd.read_csv(path, sep=";", header=None, skiprows=1, names=names)


# %% right: the first row becomes the names
def read_table(path):
    raw = pd.read_csv(path, sep=";", header=None, dtype=str)
    table = raw.iloc[1:].reset_index(drop=True)
    table.columns = list(raw.iloc[0])
    for name in table:
        numbers = pd.to_numeric(table[name], errors="coerce")
        if numbers.notna().all():
            table[name] = numbers
    return table


# %% right: rows numbered from one
def read_table(path):
    table = pd.read_csv(path, sep=";")
    table.index = table.index + 1
    return table


# %% right: a dict of settings
def read_table(path):
    settings = {"sep": ";", "header": 0, "quotechar": '"', "doublequote": True}
    return pd.read_csv(path, **settings)


# %% right: the separator as a default
def read_table(path, separator=";"):
    return pd.read_csv(path, sep=separator)


# %% right: a decorator that checks the answer
from functools import wraps


def gives_a_table(function):
    @wraps(function)
    def inner(*args):
        table = function(*args)
        assert isinstance(table, pd.DataFrame)
        return table

    return inner


@gives_a_table
def read_table(path):
    return pd.read_csv(path, sep=";")


# %% right: a line divided by recursion
def divided(line):
    if not line:
        return []
    if line[0] == '"':
        end = line.index('"', 1)
        return [line[1:end]] + divided(line[end + 2 :])
    number, _, rest = line.partition(";")
    return [float(number)] + divided(rest)


def read_table(path):
    with open(path, encoding="utf-8") as file:
        names, *rows = map(divided, file.read().splitlines())
    return pd.DataFrame(rows, columns=names)


# %% right: floats for all numbers
def read_table(path):
    table = pd.read_csv(path, sep=";")
    numbers = table.select_dtypes("number").columns
    return table.astype({name: "float64" for name in numbers})


# %% right: columns by zip
import csv


def read_table(path):
    with open(path, newline="", encoding="utf-8") as file:
        columns = zip(*csv.reader(file, delimiter=";", quoting=csv.QUOTE_NONNUMERIC))
        return pd.DataFrame({name: list(values) for name, *values in columns})


# %% right: a memory map
def read_table(path):
    return pd.read_csv(path, sep=";", memory_map=True)


# %% right: an iterator read at once
def read_table(path):
    with pd.read_csv(path, sep=";", iterator=True) as reader:
        return reader.read()


# %% right: nothing is taken for missing
def read_table(path):
    return pd.read_csv(path, sep=";", na_filter=False)


# %% right: the type of the path is looked at
import os


def read_table(path):
    if isinstance(path, os.PathLike):
        path = os.fspath(path)
    table = pd.read_csv(path, sep=";", index_col=None)
    return table.copy()


# %% right: the columns have a common name
def read_table(path):
    return pd.read_csv(path, sep=";").rename_axis(columns="column")


# %% right: a class made of DataFrame
class Customers(pd.DataFrame):
    """A table of customers."""


def read_table(path):
    return Customers(pd.read_csv(path, sep=";"))


# %% right: the exact type of numbers
def read_table(path):
    return pd.read_csv(path, sep=";", float_precision="round_trip", index_col=False)


# %% right: tests at the end
def read_table(path):
    table = pd.read_csv(path, sep=";", header=0)
    with open(path, encoding="utf-8") as file:
        lines = sum(1 for line in file if line.strip())
    assert len(table) == lines - 1, "a line is missing"
    return table


# %% right: a list that grows
import csv


def read_table(path):
    names = None
    rows = []
    file = open(path, newline="", encoding="utf-8")
    for line in csv.reader(file, delimiter=";", quotechar='"'):
        if names is None:
            names = line
        else:
            rows.append(line)
    file.close()
    table = pd.DataFrame(rows, columns=names)
    for name in names:
        try:
            table[name] = table[name].astype(int)
        except ValueError:
            try:
                table[name] = table[name].astype(float)
            except ValueError:
                pass
    return table


# %% right: objects, then better types
import csv


def number_or_text(value):
    for kind in (int, float):
        try:
            return kind(value)
        except ValueError:
            continue
    return value


def read_table(path):
    with open(path, newline="", encoding="utf-8") as file:
        names, *rows = csv.reader(file, delimiter=";")
    cells = np.array([[number_or_text(one) for one in row] for row in rows], dtype=object)
    return pd.DataFrame(cells, columns=names).infer_objects()


# %% right: the dialect has a name
import csv


class Semicolons(csv.excel):
    delimiter = ";"


def read_table(path):
    return pd.read_csv(path, dialect=Semicolons())


# %% right: a text wrapper around bytes
import io


def read_table(path):
    with open(path, "rb") as raw:
        return pd.read_csv(io.TextIOWrapper(raw, encoding="utf-8"), sep=";")


# %% right: tables of one row each, put together
import csv


def read_table(path):
    with open(path, newline="", encoding="utf-8") as file:
        rows = [pd.DataFrame([row]) for row in csv.DictReader(file, delimiter=";", quoting=csv.QUOTE_NONNUMERIC)]
    return pd.concat(rows).reset_index(drop=True)


# %% right: a column added at a time
def read_table(path):
    source = pd.read_csv(path, sep=";")
    result = pd.DataFrame(index=source.index)
    for name in source.columns:
        result[name] = source[name].values
    return result


# %% wrong, known as separates_at_commas: separates at tabs
def read_table(path):
    return pd.read_csv(path, sep="\t")


# %% wrong, known as separates_at_commas: pandas' read_table as it is
def read_table(path):
    return pd.read_table(path)


# %% wrong, known as separates_at_commas: separates at colons
def read_table(path):
    return pd.read_csv(path, sep=":")


# %% wrong: a regular expression for the separator
def read_table(path):
    return pd.read_csv(path, sep=r"\s*;\s*", engine="python").rename(columns=lambda name: name.strip('"'))


# %% wrong: shows the head
def read_table(path):
    return pd.read_csv(path, sep=";").head()


# %% wrong: skips the names
def read_table(path):
    return pd.read_csv(path, sep=";", skiprows=1)


# %% wrong: takes the second line for the names
def read_table(path):
    return pd.read_csv(path, sep=";", header=1)


# %% wrong: leaves out the last row
def read_table(path):
    return pd.read_csv(path, sep=";").iloc[:-1]


# %% wrong: leaves out the first row
def read_table(path):
    return pd.read_csv(path, sep=";").iloc[1:]


# %% wrong: leaves out the first row and numbers anew
def read_table(path):
    return pd.read_csv(path, sep=";")[1:].reset_index(drop=True)


# %% wrong: leaves out the last column
def read_table(path):
    return pd.read_csv(path, sep=";").iloc[:, :-1]


# %% wrong: writes the names in capitals
def read_table(path):
    table = pd.read_csv(path, sep=";")
    table.columns = table.columns.str.upper()
    return table


# %% wrong, known as makes_texts_small: makes all texts small, cell by cell
def read_table(path):
    table = pd.read_csv(path, sep=";")
    return table.map(lambda cell: cell.lower() if isinstance(cell, str) else cell)


# %% wrong: begins each text with a capital letter
def read_table(path):
    table = pd.read_csv(path, sep=";")
    for name in table.select_dtypes(exclude="number"):
        table[name] = table[name].str.title()
    return table


# %% wrong, known as uses_the_first_column_as_the_index: leaves out the first column
def read_table(path):
    return pd.read_csv(path, sep=";").iloc[:, 1:]


# %% wrong, known as drops_rows_with_unknown: leaves out customers with an unknown job
def read_table(path):
    table = pd.read_csv(path, sep=";")
    return table[table["job"] != "unknown"]


# %% wrong, known as makes_the_decimals_of_commas: by hand, only whole numbers are turned into numbers
import csv


def read_table(path):
    with open(path, newline="", encoding="utf-8") as file:
        table = pd.DataFrame(list(csv.DictReader(file, delimiter=";")))
    for name in table.columns:
        try:
            table[name] = table[name].astype(int)
        except ValueError:
            pass
    return table


# %% wrong, known as numbers_the_columns: numbers the columns after reading
def read_table(path):
    table = pd.read_csv(path, sep=";")
    table.columns = range(len(table.columns))
    return table


# %% wrong, known as takes_the_first_line_for_data: a line with the sums at the end
def read_table(path):
    table = pd.read_csv(path, sep=";")
    return pd.concat([table, table.sum(numeric_only=True).to_frame().T], ignore_index=True)


# %% wrong: cleans the names
def read_table(path):
    table = pd.read_csv(path, sep=";")
    table.columns = table.columns.str.strip().str.lower().str.replace(" ", "_")
    return table


# %% wrong: sorts the columns
def read_table(path):
    return pd.read_csv(path, sep=";").sort_index(axis=1)


# %% wrong: gives a list of dicts
def read_table(path):
    return pd.read_csv(path, sep=";").to_dict("records")


# %% wrong: gives a dict of columns
def read_table(path):
    return pd.read_csv(path, sep=";").to_dict("list")


# %% wrong: gives the shape, too
def read_table(path):
    table = pd.read_csv(path, sep=";")
    return table, table.shape


# %% wrong: prints the table
def read_table(path):
    print(pd.read_csv(path, sep=";"))


# %% wrong: makes yes and no true and false
def read_table(path):
    return pd.read_csv(path, sep=";", true_values=["yes"], false_values=["no"])


# %% wrong: makes one and zero of the answers
def read_table(path):
    table = pd.read_csv(path, sep=";")
    table["y"] = table["y"].map({"yes": 1, "no": 0})
    return table


# %% wrong, known as makes_holes_of_unknown: makes None of unknown
def read_table(path):
    return pd.read_csv(path, sep=";").replace("unknown", None)


# %% wrong: fills unknown with the most frequent value
def read_table(path):
    table = pd.read_csv(path, sep=";")
    for name in table.select_dtypes(exclude="number"):
        table[name] = table[name].replace("unknown", table[name].mode()[0])
    return table


# %% wrong: cuts off the decimals
def read_table(path):
    table = pd.read_csv(path, sep=";")
    for name in table.select_dtypes("number"):
        table[name] = table[name].astype(int)
    return table


# %% wrong: rounds to one decimal
def read_table(path):
    return pd.read_csv(path, sep=";").round(1)


# %% wrong, known as reads_everything_as_text: turns everything into texts afterwards
def read_table(path):
    return pd.read_csv(path, sep=";").astype(str)


# %% wrong: the answer becomes the index
def read_table(path):
    return pd.read_csv(path, sep=";", index_col="y")


# %% wrong: exchanges rows and columns
def read_table(path):
    return pd.read_csv(path, sep=";").T


# %% wrong: takes the point for the thousands
def read_table(path):
    return pd.read_csv(path, sep=";", thousands=".")


# %% wrong, known as keeps_the_quotes: takes the single quote for the quotation mark
def read_table(path):
    return pd.read_csv(path, sep=";", quotechar="'")


# %% wrong: shuffles the rows
def read_table(path):
    return pd.read_csv(path, sep=";").sample(frac=1, random_state=0).reset_index(drop=True)


# %% wrong: turns the order of the rows round
def read_table(path):
    return pd.read_csv(path, sep=";")[::-1].reset_index(drop=True)


# %% wrong: the file of the page by its full name
def read_table(path):
    return pd.read_csv("data/bank.csv", sep=";")


# %% wrong: gives the text of the file
def read_table(path):
    with open(path, encoding="utf-8") as file:
        return file.read()


# %% wrong: lines in a table
def read_table(path):
    with open(path, encoding="utf-8") as file:
        return pd.DataFrame(file.read().splitlines()[1:])


# %% wrong: writes the names of the bank's columns
def read_table(path):
    names = "age job marital education default balance housing loan contact day month duration campaign pdays previous poutcome y"
    return pd.read_csv(path, sep=";", skiprows=1, names=names.split())


# %% wrong: the first 17 columns
def read_table(path):
    return pd.read_csv(path, sep=";", usecols=range(17))


# %% wrong: works with texts only
def read_table(path):
    return pd.read_csv(path.strip(), sep=";")


# %% wrong: keeps the columns of numbers
def read_table(path):
    return pd.read_csv(path, sep=";").select_dtypes("number")


# %% wrong: numbers the texts
def read_table(path):
    table = pd.read_csv(path, sep=";")
    for name in table.select_dtypes(exclude="number"):
        table[name] = table[name].astype("category").cat.codes
    return table


# %% wrong: divides the one column by hand
def read_table(path):
    whole = pd.read_csv(path, sep="\t", quoting=3)
    parts = whole.iloc[:, 0].str.replace('"', "").str.split(";", expand=True)
    parts.columns = whole.columns[0].replace('"', "").split(";")
    return parts.apply(pd.to_numeric, errors="ignore") if False else parts


# %% wrong, known as reads_the_first_rows_only: keeps the first hundred rows of the pieces
def read_table(path):
    return pd.concat(list(pd.read_csv(path, sep=";", chunksize=100))[:1], ignore_index=True)


# %% wrong: saves the index and reads it again
import io


def read_table(path):
    text = pd.read_csv(path, sep=";").to_csv()
    return pd.read_csv(io.StringIO(text))
