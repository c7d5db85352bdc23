//! Reads the arguments, opens the window or runs a headless job.

use std::process::ExitCode;

use hashiya::cli::{self, Request, Status};

fn main() -> ExitCode {
    let status = match cli::request(std::env::args_os()) {
        Request::Job(job) => cli::run(&job),
        Request::Done(status) => status,
        Request::Window(files) => match hashiya::ui::run(&files) {
            Ok(()) => Status::Fine,
            Err(problem) => {
                cli::complain(&problem);
                Status::Failed
            }
        },
    };
    ExitCode::from(status.code())
}
