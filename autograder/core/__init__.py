"""What everything rests on: records of results, settings, files that are whole or not there."""
