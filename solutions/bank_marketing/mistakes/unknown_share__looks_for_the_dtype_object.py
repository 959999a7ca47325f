"""Your shares of columns with texts are 0, because you look only at columns of the dtype object. pandas 3 gives texts their own dtype, str. The comparison with "unknown" works for every column: is the question for the dtype needed?"""


def unknown_share(table):
    shares = {}
    for column in table.columns:
        if table[column].dtype == object:
            shares[column] = (table[column] == "unknown").mean()
        else:
            shares[column] = 0
    return shares
