"""What can be asked of a dossier; `core.flow.acts` names each and lists them all."""
