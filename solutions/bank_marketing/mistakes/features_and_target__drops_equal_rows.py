"""You left out rows that are equal to an earlier one. Two customers can have the same values, and both of them count."""


def features_and_target(table):
    table = table.drop_duplicates()
    return table.drop(columns=["y", "duration"]), (table["y"] == "yes").astype(int)
