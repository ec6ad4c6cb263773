"""Compiles every kernel ahead of need, so that no first question waits."""

if __name__ == "__main__":
    pass
