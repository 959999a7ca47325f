"""From the highest to the lowest."""


def yes_rate_by(table, column):
    return (table["y"] == "yes").groupby(table[column]).mean().sort_values(ascending=False)
