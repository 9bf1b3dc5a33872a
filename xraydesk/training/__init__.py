"""Labelled images become a model bundle. Torch; no Qt."""
