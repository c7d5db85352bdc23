//! What does a window cost that shows nothing?
//!
//! An eframe window as ours is made, for compare.py: its memory is that of the
//! toolkit and the graphics driver. Run by hand it says how to.
#![allow(missing_docs, reason = "a benchmark is a program")]

use eframe::egui;

struct Nothing;

impl eframe::App for Nothing {
    fn ui(&mut self, _ui: &mut egui::Ui, _frame: &mut eframe::Frame) {}
}

fn main() {
    if !std::env::args().any(|word| word == "--show") {
        println!("a window for benches/peers/compare.py: cargo bench --bench empty -- --show");
        return;
    }
    let options = eframe::NativeOptions {
        viewport: egui::ViewportBuilder::default().with_inner_size([1400.0, 860.0]),
        renderer: eframe::Renderer::Glow,
        ..eframe::NativeOptions::default()
    };
    let shown = eframe::run_native("empty", options, Box::new(|_| Ok(Box::new(Nothing))));
    if let Err(error) = shown {
        eprintln!("{error}");
    }
}
