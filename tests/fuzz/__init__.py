"""Files at random, led by what they reach in our code, to faults of ours."""
