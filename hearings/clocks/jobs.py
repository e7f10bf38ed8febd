"""Names of the work that clocks ask for."""

SWEEP = "hearings.sweep_clocks"
REMIND = "hearings.send_reminder"
