"""The child that opens what strangers send: a process of its own, with little memory and time.

What crashes, hangs or swells here takes nothing with it. It imports no Django, reads one file,
writes at most one, and answers with one line of JSON.
"""
