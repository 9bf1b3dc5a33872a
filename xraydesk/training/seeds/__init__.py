"""The systems of published reports trained for minutes each and set beside the bundled models, on the same films."""
