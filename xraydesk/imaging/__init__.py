"""A file becomes a Radiograph. No torch and no Qt in this room."""
