"""California: rows and the way its courts count."""
