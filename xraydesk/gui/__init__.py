"""Qt and nothing else: asks triage for everything. No torch, no SQL, no DICOM in this room."""
