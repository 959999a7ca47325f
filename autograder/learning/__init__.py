"""What a learner works with: the standing of the exercises, hints, the solution, a stub again. Nothing here judges."""
