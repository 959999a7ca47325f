"""Students' code runs in its own processes: how these are started, asked and ended, and what runs in them."""
