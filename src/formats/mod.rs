//! Other people's files: one file per format, reading and writing side by side.
