"""PDFs from outside: opened in a child that can be killed, rebuilt, and made fit for a packet."""
