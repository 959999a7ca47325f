"""You returned how many say yes in each group. A large group has many of them in any case: a share is
asked for."""


def yes_rate_by(table, column):
    return (table["y"] == "yes").groupby(table[column]).sum()
