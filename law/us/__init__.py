"""Federal rules that hold beside every state's own."""
