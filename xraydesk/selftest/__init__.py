"""Does this installation work? Each part is tried once, in and out of the frozen program, and says so in a sentence."""
