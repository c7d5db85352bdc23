//! egui and nothing else: reads the model, sends commands.
