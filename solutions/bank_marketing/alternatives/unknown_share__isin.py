"""The method isin."""


def unknown_share(table):
    return table.isin(["unknown"]).mean(axis=0)
