"""You returned the share of no. Look at the word with which you compare."""


def yes_rate_by(table, column):
    return (table["y"] == "no").groupby(table[column]).mean()
