"""You changed the table that you were given. Other code still needs it as it was: make a new table, or only
compare."""


def unknown_share(table):
    for name in table.columns:
        if (table[name] == "unknown").any():
            table[name] = table[name].where(table[name] != "unknown")
    return table.isna().mean()
