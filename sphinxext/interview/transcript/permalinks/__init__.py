"""Addresses that were published: what keeps each with the words that it was given to.

A ledger says of every address what was said there. A build finds those words again and gives them
their address back; where they aren't found, the address leads to what is left, and the build says
so. What an address means is never guessed.
"""
