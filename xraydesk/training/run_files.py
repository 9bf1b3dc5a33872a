"""What lies in the folder of a run. Imports nothing: whoever looks at runs needs no torch."""

from __future__ import annotations

BEST, LAST = "best", "last"  # checkpoints, without their suffix
BUNDLE, PAGE, REPORT = "bundle", "card.md", "report.html"  # what came out
PICTURE = "batch.png"  # the first batch as the network sees it
STOP_FILE = "stop"  # whoever makes it asks the run to stop
