"""The same work as a plain script would do it, with the libraries and examples that everyone finds first."""
