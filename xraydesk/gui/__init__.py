"""Qt and nothing else: asks triage for everything. No torch, no SQL, no DICOM in this room."""

from xraydesk.gui.refcount_cure import keep_singletons_alive

keep_singletons_alive()
