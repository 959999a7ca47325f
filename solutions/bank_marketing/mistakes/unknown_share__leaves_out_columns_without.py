"""The columns without any "unknown" are missing in your result. They have the share 0, and a reader wants
to see that, too."""


def unknown_share(table):
    shares = (table == "unknown").mean()
    return shares[shares > 0]
