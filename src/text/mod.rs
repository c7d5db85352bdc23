//! How text is laid out: strings, fonts and widths in, positions out.
