"""The column duration is still among the features. It is known only after the call, and it knows the
answer: with it, the scores look excellent and the bank cannot use them."""


def features_and_target(table):
    return table.drop(columns="y"), (table["y"] == "yes").astype(int)
