"""Một Cửa: the electronic one-stop shop of Vietnamese public administration."""
