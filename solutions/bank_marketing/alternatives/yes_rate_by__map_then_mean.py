"""The answers as numbers."""


def yes_rate_by(table, column):
    said = table["y"].map({"yes": 1, "no": 0})
    return said.groupby(table[column]).mean().to_dict()
