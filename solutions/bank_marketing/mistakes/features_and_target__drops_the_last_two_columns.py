"""You left out columns by their place. In another table they are in another order: find y and duration by
name."""


def features_and_target(table):
    return table.iloc[:, :-2], (table["y"] == "yes").astype(int)
