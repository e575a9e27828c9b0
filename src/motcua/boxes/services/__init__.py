"""What changes at a post besides dossiers: views kept, warnings put aside."""
