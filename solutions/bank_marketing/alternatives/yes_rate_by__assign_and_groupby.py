"""A new column in a new table."""


def yes_rate_by(table, column):
    return table.assign(said=table["y"].eq("yes")).groupby(column)["said"].mean()
