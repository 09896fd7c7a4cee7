"""What interviews have in common: tags, places, years, speakers, collections; and where each is shown."""
