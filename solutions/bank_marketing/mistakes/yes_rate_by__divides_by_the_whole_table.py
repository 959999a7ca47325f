"""You divided by the number of all rows, so a value that occurs often gets a large number. Divide by the
number of rows of the group."""


def yes_rate_by(table, column):
    return (table["y"] == "yes").groupby(table[column]).sum() / len(table)
