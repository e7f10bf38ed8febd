"""Pages for the agent, the attorney and the clerk, and the same verbs as JSON: parse, call one action, answer."""
