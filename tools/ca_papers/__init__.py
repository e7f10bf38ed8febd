"""First drafts of the California papers. Once drafted, the Word files under templates/ are the truth."""
