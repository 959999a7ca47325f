"""You returned the share of rows that do *not* hold "unknown". Look at the sign of your comparison."""


def unknown_share(table):
    return (table != "unknown").mean()
