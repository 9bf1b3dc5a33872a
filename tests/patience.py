"""How long a test waits for what must come. Only one that fails waits as long: a busy machine is no failure."""

PATIENCE_S = 120.0
