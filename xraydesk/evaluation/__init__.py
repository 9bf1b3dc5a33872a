"""Agreement, recall, operating points, calibration: arrays in, numbers out. Imports no other room."""
