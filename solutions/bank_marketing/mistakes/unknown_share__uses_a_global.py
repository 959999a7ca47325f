"""Your function looks at the variable bank_table of the page, not at the table that it is given. It must
work with any table."""


def unknown_share(table):
    return (bank_table == "unknown").mean()
