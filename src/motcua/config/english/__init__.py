"""Officials' pages in English: the words of the screen, put in where templates are read.

Inside, everything stays Vietnamese: what is stored, printed, sent and signed is never in English by
accident of a browser's cookie. Why not a mark around each word: docs/adr/0008.
"""
