//! egui and nothing else: reads the model, sends commands.

pub mod paint;

pub mod theme;

pub mod icons;

pub mod widgets;
