"""Facts to Word to PDF to review to packet. Everything that leaves is read back before it counts."""
