"""You rounded the rates. Round the numbers that you print, not the numbers that you return."""


def yes_rate_by(table, column):
    return (table["y"] == "yes").groupby(table[column]).mean().round(2)
