//! What can be computed over a project: search and concordance.
