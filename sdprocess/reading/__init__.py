"""A draft in (docx, odt, pdf, markdown, text), a SourceText out. Judges nothing and stores nothing."""
