"""`motcua import register`: the command over `dossiers.registers`."""
