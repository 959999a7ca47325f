"""You returned the features as an array. It has no names, and all the rest finds columns by name: return a
table."""


def features_and_target(table):
    return table.drop(columns=["y", "duration"]).to_numpy(), (table["y"] == "yes").astype(int)
