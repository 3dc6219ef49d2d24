"""Raw Arabic news text → rows, one module a step, pure functions; what they know stands in `builders/*.toml`."""
