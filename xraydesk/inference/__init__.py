"""A Radiograph becomes probabilities and a map. Torch lives here and in training; no Qt.

`card`, `prediction` and `catalogue` import no torch, so that the window can list models before torch is loaded.
"""
