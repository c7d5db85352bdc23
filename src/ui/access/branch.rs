//! Nodes that are no widgets: paragraphs, marks, runs of text.
//!
//! egui hangs a node under the widget it was made in. These have none: they
//! are built whole, with their children, and hung under a widget's node here.
//!
//! Invariant: each id is one node with one parent.

use std::collections::HashSet;

use egui::accesskit::{Node, NodeId};
use egui::{Context, Id};

/// Nodes to be hung under a widget's node.
#[derive(Debug, Default)]
pub(in crate::ui) struct Branch {
    nodes: Vec<(Id, Node)>,
    tops: Vec<NodeId>,
    known: HashSet<NodeId>,
}

impl Branch {
    /// A node that hangs under the widget itself, after those before it.
    pub(in crate::ui) fn push(&mut self, id: Id, node: Node) {
        if self.known.insert(id.accesskit_id()) {
            self.nodes.push((id, node));
            self.tops.push(id.accesskit_id());
        }
    }

    /// A node that hangs under another one of this branch: that one is given
    /// it as a child by the caller. Returns whether the id is new.
    pub(in crate::ui) fn push_inner(&mut self, id: Id, node: Node) -> bool {
        let fresh = self.known.insert(id.accesskit_id());
        if fresh {
            self.nodes.push((id, node));
        }
        fresh
    }

    /// Inner nodes that hang under the widget itself after all.
    pub(in crate::ui) fn raise(&mut self, nodes: impl IntoIterator<Item = NodeId>) {
        self.tops.extend(nodes);
    }

    /// Hangs everything under the node of `owner`, a widget of this frame that
    /// has one.
    pub(in crate::ui) fn hang(self, ctx: &Context, owner: Id) {
        if self.nodes.is_empty() || !ctx.has_accesskit_node(owner) {
            return;
        }
        for (id, node) in self.nodes {
            ctx.accesskit_node_builder(id, |slot| *slot = node);
        }
        // egui hangs what it does not know under the window: taken out again.
        let known = self.known;
        ctx.accesskit_node_builder(egui::accesskit_root_id(), |root| {
            let kept: Vec<NodeId> = root
                .children()
                .iter()
                .filter(|child| !known.contains(child))
                .copied()
                .collect();
            root.set_children(kept);
        });
        ctx.accesskit_node_builder(owner, |node| {
            for id in self.tops {
                node.push_child(id);
            }
        });
    }
}
