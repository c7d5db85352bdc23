//! The one table of commands, and the Workbench they act on (no window needed).
