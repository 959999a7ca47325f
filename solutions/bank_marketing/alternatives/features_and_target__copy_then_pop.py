"""A copy, and pop."""


def features_and_target(table):
    features = table.copy()
    answers = features.pop("y")
    del features["duration"]
    return features, (answers == "yes") * 1
