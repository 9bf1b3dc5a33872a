"""The administrator's room: people, training, models put in use and taken back, the audit log. No Qt."""
