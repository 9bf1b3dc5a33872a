"""Qt and nothing else: asks triage for everything. No torch, no SQL, no DICOM in this room."""

from xraydesk.gui.none_cure import keep_none_alive

keep_none_alive()
