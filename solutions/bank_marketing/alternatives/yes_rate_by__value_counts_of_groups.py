"""Shares of answers in each group."""


def yes_rate_by(table, column):
    return table.groupby(column)["y"].value_counts(normalize=True).unstack(fill_value=0)["yes"]
