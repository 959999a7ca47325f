"""You always group by the job. The name of the column is the second parameter."""


def yes_rate_by(table, column):
    return (table["y"] == "yes").groupby(table["job"]).mean()
