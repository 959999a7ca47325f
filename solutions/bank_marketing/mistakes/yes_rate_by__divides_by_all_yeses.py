"""You divided by the number of all yeses: your numbers say how the yeses are spread over the values, and
add up to 1. The question is which share of each group says yes."""


def yes_rate_by(table, column):
    return table[table["y"] == "yes"][column].value_counts() / (table["y"] == "yes").sum()
