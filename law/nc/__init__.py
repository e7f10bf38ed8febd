"""North Carolina: rows and the way its courts count."""
