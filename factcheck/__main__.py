"""`python -m factcheck`: the command, where no script of that name is installed."""

from factcheck.cli import main

if __name__ == "__main__":
    raise SystemExit(main())
