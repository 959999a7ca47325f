"""Values for which no customer says yes have NaN in your result. Their rate is 0: dividing two Series puts
NaN where one of them has no entry."""


def yes_rate_by(table, column):
    return table[table["y"] == "yes"][column].value_counts() / table[column].value_counts()
