"""Who may do what: one literal table (`table`), and its only readers (`reading`).

Doors, menus, buttons and the matrix test read this table.
"""

from motcua.identity.grants.duties import Duty, Scope
from motcua.identity.grants.reading import Subject, can, has, scope_of
from motcua.identity.grants.table import GRANTS

__all__ = ["GRANTS", "Duty", "Scope", "Subject", "can", "has", "scope_of"]
