"""The difference of two sets of columns."""


def features_and_target(table):
    return table[table.columns.difference(["y", "duration"], sort=False)], table["y"].eq("yes").astype("int8").to_numpy()
