"""A pivot table."""


def yes_rate_by(table, column):
    return table.assign(n=(table["y"] == "yes").astype(float)).pivot_table(index=column, values="n", aggfunc="mean")["n"]
