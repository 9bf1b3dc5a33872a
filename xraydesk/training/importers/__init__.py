"""One small file per data layout; each puts out an `ImageTable` and says what it left out."""
