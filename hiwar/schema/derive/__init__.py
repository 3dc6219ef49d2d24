"""Everything that is made from the models, one module a target; nothing here is declared a second time."""
