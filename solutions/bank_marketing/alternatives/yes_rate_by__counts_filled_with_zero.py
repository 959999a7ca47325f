"""Counts divided, and holes filled with 0."""


def yes_rate_by(table, column):
    yes = table.loc[table["y"] == "yes", column].value_counts()
    return (yes / table[column].value_counts()).fillna(0)
