"""The subcommands of `hiwar`, one module each with a click command called `command`."""
