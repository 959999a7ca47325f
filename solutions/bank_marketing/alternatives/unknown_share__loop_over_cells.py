"""Loops over the cells."""


def unknown_share(table):
    shares = {}
    for name in table.columns:
        count = 0
        for value in table[name].tolist():
            if value == "unknown":
                count += 1
        shares[name] = count / len(table)
    return shares
