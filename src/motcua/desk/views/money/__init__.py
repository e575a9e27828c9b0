"""Money at the desk: bills, receipts and their books, drawers."""
