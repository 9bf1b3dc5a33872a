"""What is known of studies, models and readers: one SQLite file. No torch and no Qt in this room."""
