"""The web pages and the JSON API: parse, call one action or query, answer."""
