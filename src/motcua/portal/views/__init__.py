"""Pages anyone may see: no view here knows a person."""
