"""How each format shows the nodes: what opens and what closes them."""
