"""You have a number for each row. One for each column is asked for: which axis runs along the rows?"""


def unknown_share(table):
    return (table == "unknown").mean(axis=1)
