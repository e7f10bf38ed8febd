"""Payment plans on arrears: what falls due, what was kept, when the debt is paid off, and what would change it."""
