"""The muscle: runs the errands that job rows ask for, each claimed by lease and written in one transaction."""
