"""You rounded the shares. Round the numbers that you print, not the numbers that you return."""


def unknown_share(table):
    return (table == "unknown").mean().round(2)
