"""You paired the answers with other rows: after reset_index on one of the two only, the same label means
another row. Take both columns from the same table."""


def yes_rate_by(table, column):
    answers = (table["y"] == "yes").reset_index(drop=True)
    return answers.groupby(table[column]).mean()
