"""What the PyInstaller spec is made of: what goes in, icons, metadata, sizes."""
