"""Qt and nothing else: asks triage, evaluation and training. No torch, no SQL, no pydicom in this room."""
