"""You changed the table that you were given. Other code still needs it as it was: make a new Series, or a
copy."""


def yes_rate_by(table, column):
    table["y"] = (table["y"] == "yes").astype(int)
    return table.groupby(column)["y"].mean()
