"""Shares from value_counts."""


def unknown_share(table):
    return {name: float(table[name].value_counts(normalize=True).get("unknown", 0)) for name in table}
