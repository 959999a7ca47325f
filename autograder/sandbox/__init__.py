"""Students' code runs in processes of its own: how these are started, asked and ended, and what runs in them."""
