"""Scoring a folder and ordering the worklist: joins imaging, inference and store. No Qt in this room."""
