//! Hashiya (حاشية, "the note in the margin"): a workbench for close reading
//! and annotation of Arabic and mixed-direction documents.
//!
//! The modules stand in dependency order: each may use those before it, as
//! far as the table in ARCHITECTURE.md allows (a test compares the sources
//! with that table).

pub mod model;

pub mod text;

pub mod language;

pub mod entities;

pub mod analysis;

pub mod formats;

pub mod store;

pub mod i18n;

pub mod command;

pub mod ui;

pub mod cli;
