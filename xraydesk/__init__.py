"""xraydesk: a reading-room program that puts the studies most likely to be abnormal first."""

__version__ = "0.1.0"
