"""A target of truth values."""


def features_and_target(table):
    return table.drop(columns=["y", "duration"]), table["y"] == "yes"
