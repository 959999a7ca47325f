"""apply with a function for a column."""


def unknown_share(table):
    return table.apply(lambda column: (column == "unknown").sum() / column.size)
