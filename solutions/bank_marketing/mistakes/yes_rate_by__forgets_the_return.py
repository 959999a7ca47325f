"""Your function returned None: its result is lost. A function gives back only what comes after return;
without a return it gives None."""


def yes_rate_by(table, column):
    rates = (table["y"] == "yes").groupby(table[column]).mean()
