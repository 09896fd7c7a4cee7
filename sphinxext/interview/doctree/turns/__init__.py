"""Turns: their words as strings, what is put before and behind them."""
