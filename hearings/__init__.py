"""The court calendar: sessions, settings, notice, service of process, and what is still missing before a hearing."""
