//! Our own file: project, journal, lock, recovery, settings, encodings.
