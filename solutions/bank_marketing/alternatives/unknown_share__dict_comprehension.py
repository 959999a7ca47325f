"""A dict, column by column."""


def unknown_share(table):
    return {name: float((table[name] == "unknown").mean()) for name in table.columns}
