"""The method eq, and a sum divided by the number of rows."""


def unknown_share(table):
    return table.eq("unknown").sum() / len(table)
