"""Lists of other sites: templates, the texts that extractors make of them, and what is read."""
