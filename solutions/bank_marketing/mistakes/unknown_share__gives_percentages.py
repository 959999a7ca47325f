"""Your numbers go from 0 to 100. Shares go from 0 to 1."""


def unknown_share(table):
    return (table == "unknown").mean() * 100
