# Named: looks_for_the_dtype_object.
def unknown_share(table):
    result = {}
    for column in table.columns:
        result[column] = 0.0
        if table[column].dtype == "object":
            result[column] = sum(table[column] == "unknown") / len(table)
    return result
