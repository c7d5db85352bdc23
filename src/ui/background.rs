//! Long work beside the window: handed out, done on a thread of its own,
//! handed back.
//!
//! Lives here: the thread and the two queues. Does not live here: what the
//! work is, and what becomes of it.
//!
//! Invariant: the window is woken when something is finished and at no other
//! time; nothing that is handed out is lost, even where no thread can be had.

use std::sync::mpsc::{Receiver, Sender, channel};

use egui::Context;

type Task<T> = Box<dyn FnOnce() -> T + Send>;

/// One thread that does one thing after the other.
#[derive(Debug)]
pub(super) struct Background<T> {
    name: &'static str,
    line: Option<Line<T>>,
    /// Handed out and not yet handed back.
    waiting: usize,
    /// Done at once where no thread could be had.
    done: Vec<T>,
}

#[derive(Debug)]
struct Line<T> {
    tasks: Sender<Task<T>>,
    finished: Receiver<T>,
}

impl<T: Send + 'static> Background<T> {
    /// A thread of that name; it begins with the first task.
    pub(super) fn new(name: &'static str) -> Self {
        Self {
            name,
            line: None,
            waiting: 0,
            done: Vec::new(),
        }
    }

    /// How many tasks are not yet handed back.
    pub(super) fn waiting(&self) -> usize {
        self.waiting
    }

    /// Hands out a task; `ctx` is woken when it is finished.
    pub(super) fn ask(&mut self, ctx: &Context, task: impl FnOnce() -> T + Send + 'static) {
        self.waiting += 1;
        if self.line.is_none() {
            self.line = begin(self.name, ctx);
        }
        let task: Task<T> = Box::new(task);
        let refused = match &self.line {
            Some(line) => line.tasks.send(task).err().map(|error| error.0),
            None => Some(task),
        };
        if let Some(task) = refused {
            self.line = None;
            self.done.push(task());
            ctx.request_repaint();
        }
    }

    /// What is finished by now.
    pub(super) fn finished(&mut self) -> Vec<T> {
        let mut finished = std::mem::take(&mut self.done);
        if let Some(line) = &self.line {
            finished.extend(line.finished.try_iter());
        }
        self.waiting = self.waiting.saturating_sub(finished.len());
        finished
    }
}

/// Begins the thread; it ends when nobody can hand out tasks any more.
fn begin<T: Send + 'static>(name: &'static str, ctx: &Context) -> Option<Line<T>> {
    let (tasks, todo) = channel::<Task<T>>();
    let (done, finished) = channel();
    let window = ctx.clone();
    let spawned = std::thread::Builder::new()
        .name(name.to_owned())
        .spawn(move || {
            for task in todo {
                if done.send(task()).is_err() {
                    return;
                }
                window.request_repaint();
            }
        });
    match spawned {
        Ok(_) => Some(Line { tasks, finished }),
        Err(error) => {
            log::error!("no thread for {name}: {error}");
            None
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::time::{Duration, Instant};

    #[test]
    fn tasks_come_back_in_their_order_and_wake_the_window() {
        let ctx = Context::default();
        let mut background = Background::new("test");
        assert!(background.finished().is_empty());
        for number in 0..5 {
            background.ask(&ctx, move || number);
        }
        let mut got = Vec::new();
        let deadline = Instant::now() + Duration::from_secs(10);
        while got.len() < 5 {
            assert!(Instant::now() < deadline);
            got.extend(background.finished());
        }
        assert_eq!(got, [0, 1, 2, 3, 4]);
        assert_eq!(background.waiting(), 0);
        assert!(ctx.has_requested_repaint());
    }
}
