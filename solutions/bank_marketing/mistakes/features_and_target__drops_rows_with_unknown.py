"""You left out rows that contain "unknown". Those customers are real, and the bank must decide about them,
too."""


def features_and_target(table):
    known = table[~(table == "unknown").any(axis=1)]
    return known.drop(columns=["y", "duration"]), (known["y"] == "yes").astype(int)
