//! Reads the arguments, opens the window or runs a headless job.

fn main() {}
