"""`python -m factcheck`: the command, where no script of that name is installed."""

from factcheck.cli import command

if __name__ == "__main__":
    command()
