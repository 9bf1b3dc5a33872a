"""Makes the pictures of the user guide (`packaging/make_guide.py`)."""
