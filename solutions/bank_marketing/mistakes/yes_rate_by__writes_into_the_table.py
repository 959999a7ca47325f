"""You wrote numbers into the column y of the table that you were given. Other code still needs its texts:
make a new Series."""


def yes_rate_by(table, column):
    table["y"] = (table["y"] == "yes").astype(int)
    return table.groupby(column)["y"].mean()
