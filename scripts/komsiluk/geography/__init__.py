"""Pure functions on outlines and points: TopoJSON, projection, clipping, simplification, labels."""
