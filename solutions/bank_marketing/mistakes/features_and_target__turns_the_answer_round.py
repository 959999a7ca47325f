"""Your target is 1 for "no". The yes is what the bank looks for, so it is 1: look at the word with which
you compare."""


def features_and_target(table):
    return table.drop(columns=["y", "duration"]), (table["y"] == "no").astype(int)
