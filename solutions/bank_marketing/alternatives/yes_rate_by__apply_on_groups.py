"""A function for each group."""


def yes_rate_by(table, column):
    return table.groupby(column)["y"].apply(lambda group: (group == "yes").sum() / len(group))
