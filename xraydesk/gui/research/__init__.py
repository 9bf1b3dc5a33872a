"""The researcher's tab."""
