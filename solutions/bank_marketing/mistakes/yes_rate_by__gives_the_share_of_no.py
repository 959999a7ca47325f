"""You returned the share of no. Look at which rows you count."""


def yes_rate_by(table, column):
    return (table["y"] == "no").groupby(table[column]).mean()
