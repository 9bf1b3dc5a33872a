"""DICOM in and out over the network."""
