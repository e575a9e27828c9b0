"""Registers of dossiers kept elsewhere (sổ theo dõi), read in as the command line promises."""
