"""A loop over the values."""


def yes_rate_by(table, column):
    return {value: float((table.loc[table[column] == value, "y"] == "yes").mean()) for value in table[column].unique()}
