"""First drafts of the North Carolina papers. Once drafted, the Word files under templates/ are the truth."""
