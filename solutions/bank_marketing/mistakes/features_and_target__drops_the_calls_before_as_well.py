"""You left out more columns than y and duration. What happened before this call is known before this call,
so it may stay."""


def features_and_target(table):
    return table.drop(columns=["y", "duration", "previous", "campaign"], errors="ignore"), (table["y"] == "yes").astype(int)
