"""Measures the figures of the README: ``python -m tests.bench``. Not collected by pytest, asserts no time."""
