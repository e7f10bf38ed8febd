"""What the rules never see: database, jobs, blobs, converter, audit, log, settings."""
