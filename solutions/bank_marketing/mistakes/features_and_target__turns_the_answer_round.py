"""Your target is 1 for "no" and 0 for "yes". The yes is what the bank looks for, so it is 1. Look at which
rows get the 1."""


def features_and_target(table):
    return table.drop(columns=["y", "duration"]), (table["y"] == "no").astype(int)
