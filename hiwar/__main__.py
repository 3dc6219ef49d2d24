"""`python -m hiwar` is the `hiwar` command."""

from hiwar.cli import main

main()
