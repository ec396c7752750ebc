"""The test bench: invented pages, real extractors, and what the library reads of them."""
