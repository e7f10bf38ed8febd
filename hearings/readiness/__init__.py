"""How ready a hearing is: one cell each for service, notice, sheet, approval, facts, exhibits and filing."""
