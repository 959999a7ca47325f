"""The names that stay."""


def features_and_target(table):
    names = [name for name in table.columns if name not in ("y", "duration")]
    return table[names], table["y"].map({"yes": 1, "no": 0})
