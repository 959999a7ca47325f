"""Your numbers go from 0 to 100. Rates go from 0 to 1."""


def yes_rate_by(table, column):
    return (table["y"] == "yes").groupby(table[column]).mean() * 100
