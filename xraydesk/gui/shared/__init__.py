"""Parts that the pages of several rooms are made of: sheets, tables of figures, charts, galleries of films."""
