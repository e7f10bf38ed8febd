"""The web: pages for the agent, the attorney and the clerk, and the same verbs as JSON. Parses, calls one action or query, answers."""
