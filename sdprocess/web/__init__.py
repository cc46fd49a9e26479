"""Pages over HTTP. Thin: asks services, renders templates."""
