"""You left out values with few rows. Be careful with them when you read the result, but they belong in it."""


def yes_rate_by(table, column):
    rates = (table["y"] == "yes").groupby(table[column]).mean()
    return rates[table[column].value_counts() >= 10]
