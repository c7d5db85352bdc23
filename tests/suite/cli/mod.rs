//! The real program, without a window: every headless command and wrong use.

mod agreeing;
mod inspecting;
mod program;
mod projects;
mod suggesting;
mod usage;
