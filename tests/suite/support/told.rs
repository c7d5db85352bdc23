//! What a screen reader is told, frame by frame: the nodes themselves, and
//! what the adapters' own reading of them (`accesskit_consumer`) finds.

use std::collections::{HashMap, HashSet};

use egui::accesskit::{
    Action, ActionData, ActionRequest, Node, NodeId, Role, TextDirection, TreeId, TreeUpdate,
};
use egui::{Context, Event, Pos2, RawInput, Rect, Vec2};
use hashiya::command::Workbench;
use hashiya::ui::App;

use super::window::Window;

/// A window of which only the tree is looked at.
pub(crate) struct Listener {
    ctx: Context,
    pub(crate) app: App,
    size: Vec2,
    events: Vec<Event>,
    time: f64,
}

impl Listener {
    pub(crate) fn new(wb: Workbench, size: Vec2) -> Self {
        let ctx = Context::default();
        ctx.enable_accesskit();
        let app = App::new(&ctx, wb);
        let mut listener = Self {
            ctx,
            app,
            size,
            events: Vec::new(),
            time: 0.0,
        };
        for _ in 0..3 {
            listener.frame();
        }
        listener
    }

    pub(crate) fn deaf(&self) {
        self.ctx.disable_accesskit();
    }

    pub(crate) fn send(&mut self, event: Event) {
        self.events.push(event);
    }

    pub(crate) fn ask(&mut self, action: Action, target_node: NodeId, data: Option<ActionData>) {
        self.send(request(action, target_node, data));
    }

    /// One frame and what it tells; nothing where nobody listens.
    pub(crate) fn update(&mut self) -> Option<TreeUpdate> {
        self.time += 0.05;
        let input = RawInput {
            screen_rect: Some(Rect::from_min_size(Pos2::ZERO, self.size)),
            time: Some(self.time),
            focused: true,
            events: std::mem::take(&mut self.events),
            ..RawInput::default()
        };
        let mut output = self.ctx.run_ui(input, |ui| self.app.frame_ui(ui));
        output.textures_delta.clear();
        output.platform_output.accesskit_update
    }

    pub(crate) fn frame(&mut self) -> Told {
        Told::of(self.update().expect("a tree"))
    }
}

pub(crate) fn request(action: Action, target_node: NodeId, data: Option<ActionData>) -> Event {
    Event::AccessKitActionRequest(ActionRequest {
        action,
        target_tree: TreeId::ROOT,
        target_node,
        data,
    })
}

/// The tree of one frame, found to be one.
pub(crate) struct Told {
    pub(crate) nodes: HashMap<NodeId, Node>,
    pub(crate) root: NodeId,
    pub(crate) focus: NodeId,
}

impl Told {
    /// Checks that every node is there once and has one parent, and that what
    /// nodes name is there.
    pub(crate) fn of(update: TreeUpdate) -> Self {
        let count = update.nodes.len();
        let nodes: HashMap<NodeId, Node> = update.nodes.into_iter().collect();
        assert_eq!(nodes.len(), count, "an id is there twice");
        let root = update.tree.unwrap().root;
        let mut seen = HashSet::new();
        let mut stack = vec![root];
        while let Some(id) = stack.pop() {
            assert!(seen.insert(id), "{:?} has two parents", nodes[&id]);
            let node = nodes.get(&id).unwrap_or_else(|| panic!("no node {id:?}"));
            stack.extend(node.children());
            let named = [node.previous_on_line(), node.next_on_line()];
            let ends = node.text_selection().map(|s| [s.anchor.node, s.focus.node]);
            for other in named
                .into_iter()
                .flatten()
                .chain(ends.into_iter().flatten())
            {
                assert!(
                    nodes.contains_key(&other),
                    "{node:?} names what is not there"
                );
            }
            if let Some(selection) = node.text_selection() {
                for end in [selection.anchor, selection.focus] {
                    assert!(end.character_index <= nodes[&end.node].character_lengths().len());
                }
            }
        }
        assert_eq!(seen.len(), count, "nodes hang nowhere");
        assert!(nodes.contains_key(&update.focus));
        Self {
            nodes,
            root,
            focus: update.focus,
        }
    }

    pub(crate) fn node(&self, id: NodeId) -> &Node {
        &self.nodes[&id]
    }

    /// All nodes below one, in reading order, with their depth.
    pub(crate) fn below(&self, id: NodeId) -> Vec<(NodeId, usize)> {
        let mut found = Vec::new();
        let mut stack = vec![(id, 0)];
        while let Some((id, depth)) = stack.pop() {
            found.push((id, depth));
            let children = self.node(id).children();
            stack.extend(children.iter().rev().map(|child| (*child, depth + 1)));
        }
        found.remove(0);
        found
    }

    /// The nodes of a role below the window, in reading order.
    pub(crate) fn all(&self, role: Role) -> Vec<NodeId> {
        self.below(self.root)
            .into_iter()
            .map(|(id, _)| id)
            .filter(|id| self.node(*id).role() == role)
            .collect()
    }

    /// The only node of that role whose name holds these words.
    pub(crate) fn named(&self, role: Role, words: &str) -> NodeId {
        let found: Vec<NodeId> = self
            .all(role)
            .into_iter()
            .filter(|id| plain(self.node(*id).label().unwrap_or_default()).contains(words))
            .collect();
        assert_eq!(found.len(), 1, "{role:?} {words}: {found:?}");
        found[0]
    }

    /// The runs below a node, in reading order.
    pub(crate) fn runs(&self, id: NodeId) -> Vec<&Node> {
        self.below(id)
            .into_iter()
            .map(|(id, _)| self.node(id))
            .filter(|node| node.role() == Role::TextRun)
            .collect()
    }

    /// The text below a node.
    pub(crate) fn text(&self, id: NodeId) -> String {
        self.runs(id).iter().filter_map(|run| run.value()).collect()
    }

    /// Checks what adapters take for granted about the runs below a node.
    pub(crate) fn check_runs(&self, id: NodeId) {
        for run in self.runs(id) {
            let value = run.value().unwrap();
            let lengths = run.character_lengths();
            let sum: usize = lengths.iter().map(|length| usize::from(*length)).sum();
            assert_eq!(sum, value.len(), "{value:?}");
            let mut at = 0;
            for length in lengths {
                at += usize::from(*length);
                assert!(value.is_char_boundary(at), "{value:?}");
            }
            assert!(lengths.len() <= 255);
            assert_eq!(run.character_positions().unwrap().len(), lengths.len());
            assert_eq!(run.character_widths().unwrap().len(), lengths.len());
            assert!(
                run.character_positions()
                    .unwrap()
                    .windows(2)
                    .all(|pair| pair[0] <= pair[1] + 0.01),
                "{value:?}: {:?}",
                run.character_positions()
            );
            assert!(run.word_starts().windows(2).all(|pair| pair[0] < pair[1]));
            let bounds = run.bounds().unwrap();
            assert!(bounds.x0 <= bounds.x1 && bounds.y0 < bounds.y1, "{value:?}");
            assert!(run.text_direction().is_some());
        }
    }
}

/// Words without the isolates that messages put around what they quote.
pub(crate) fn plain(words: &str) -> String {
    words.replace(['\u{2068}', '\u{2069}'], "")
}

pub(crate) fn is_rtl(run: &Node) -> bool {
    run.text_direction() == Some(TextDirection::RightToLeft)
}

impl Window {
    /// Asks a node for something, as a screen reader does.
    pub(crate) fn ask(&mut self, action: Action, node: NodeId, data: Option<ActionData>) {
        self.frame(vec![request(action, node, data)]);
        self.rest();
    }
}
