"""Values for which no customer says yes are missing in your result. Their rate is 0, and it belongs in the
result. They vanish if you look only at the rows with a yes."""


def yes_rate_by(table, column):
    yes = table[table["y"] == "yes"][column].value_counts()
    return yes / table[column].value_counts()[yes.index]
