"""You returned the share of rows that do *not* hold "unknown". Look at which rows you count."""


def unknown_share(table):
    return (table != "unknown").mean()
