"""Registers of dossiers kept elsewhere (sổ theo dõi): read, judged line by line, and taken over."""
