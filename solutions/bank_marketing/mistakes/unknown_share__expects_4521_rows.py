"""You divide by 4,521, the number of rows of the bank's table. The function is used for other tables, too:
how many rows does this one have?"""


def unknown_share(table):
    return (table == "unknown").sum() / 4521
