"""Maps out of the product and into it: pictures, slides, tables and the formats of other tools."""
