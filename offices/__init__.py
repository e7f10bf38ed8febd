"""The offices that use Courtready, the people who work in them, and how they sign in."""
