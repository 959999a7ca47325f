"""Lengths of selections."""


def unknown_share(table):
    return {name: len(table[table[name] == "unknown"]) / len(table) for name in table}
