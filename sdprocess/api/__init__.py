"""JSON over HTTP. Thin: asks services, answers with schemas."""
