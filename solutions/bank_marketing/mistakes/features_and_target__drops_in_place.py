"""You changed the table that you were given. It is changed for everybody now: let drop make a new table, or
change a copy."""


def features_and_target(table):
    target = (table["y"] == "yes").astype(int)
    table.drop(columns=["y", "duration"], inplace=True)
    return table, target
