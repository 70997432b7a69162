"""One module for each page: makes it, connects its signals to the desk, and says which view it draws.

A room is loaded when its page is first asked for, so that the first page does not wait for the others.
"""
