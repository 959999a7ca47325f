"""You returned the share of rows that have each value. Expected is the share of yes among these rows."""


def yes_rate_by(table, column):
    return table[column].value_counts(normalize=True)
