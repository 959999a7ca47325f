"""The largest share first."""


def unknown_share(table):
    return (table == "unknown").mean().sort_values(ascending=False)
