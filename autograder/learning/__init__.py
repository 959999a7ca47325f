"""What a learner works with: how the exercises stand, hints, the solution, a stub again. Nothing here judges."""
