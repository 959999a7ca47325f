"""A target of floats, as a list of two."""


def features_and_target(table):
    return [table.drop(columns=["y", "duration"]), table["y"].eq("yes").astype("float32")]
