"""The researcher's room: the log, the models' answers and the reference standard joined into arrays. No Qt."""
