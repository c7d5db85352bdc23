//! To names that are not marked, and to mentions of an entity.

use crate::command::{CommandError, Workbench};
use crate::entities::Type;
use crate::model::{Annotation, Id, Span};

/// Whether what is suggested is a name of somebody or something.
fn is_name(kind: Type) -> bool {
    matches!(
        kind,
        Type::Person
            | Type::Organisation
            | Type::Group
            | Type::Place
            | Type::Facility
            | Type::People
    )
}

impl Workbench {
    /// Goes to the next name that is not marked yet, in this document or one
    /// after it, to be decided on.
    pub(super) fn step_name(&mut self, forward: bool) -> Result<(), CommandError> {
        if !self.suggestions_shown() {
            return Err(CommandError::message("error-suggestions-off"));
        }
        let Some(reader) = self.active_reader() else {
            return Err(CommandError::message("error-no-document"));
        };
        let here = reader.document.clone();
        let current = self
            .current_suggestion()
            .filter(|(document, _)| **document == here)
            .map(|(_, one)| one.span);
        let caret = reader.selection.head.byte;
        let beyond = |span: Span| match (current, forward) {
            (Some(from), true) => (span.start, from.end) > (from.start, span.end),
            (Some(from), false) => (span.start, from.end) < (from.start, span.end),
            (None, true) => span.start >= caret,
            (None, false) => span.start < caret,
        };
        let find = |document: &Id, all: bool| {
            let mut names = self
                .suggestions(document)
                .iter()
                .filter(|one| is_name(one.kind) && (all || beyond(one.span)));
            let found = if forward {
                names.next()
            } else {
                names.next_back()
            };
            found.map(|one| (document.clone(), one.span, one.kind))
        };
        let mut found = find(&here, false);
        let mut goes_round = false;
        if found.is_none() {
            let ids: Vec<&Id> = self.project().documents().map(|one| &one.id).collect();
            let at = ids.iter().position(|id| **id == here).unwrap_or(0);
            for step in 1..=ids.len() {
                let next = if forward {
                    at + step
                } else {
                    at + ids.len() - step
                };
                goes_round |= if forward {
                    next >= ids.len()
                } else {
                    next < ids.len()
                };
                found = ids.get(next % ids.len()).and_then(|id| find(id, true));
                if found.is_some() {
                    break;
                }
            }
        }
        let Some((document, span, kind)) = found else {
            return Err(CommandError::message("error-no-names"));
        };
        self.go_to_suggestion(&document, span, kind);
        if goes_round {
            self.went_round(forward);
        }
        Ok(())
    }

    /// Goes to the next mention of an entity: after the caret, or the first.
    pub(super) fn go_to_entity(&mut self, id: &Id) -> Result<(), CommandError> {
        if self.project().entity(id).is_none() {
            return Ok(());
        }
        let project = self.project();
        let place = |mark: &Annotation| {
            let order = project.document(&mark.document)?.order;
            Some((order, mark.document.clone(), mark.hull()?.start))
        };
        let here = self.active_reader().and_then(|reader| {
            let order = project.document(&reader.document)?.order;
            Some((order, reader.document.clone(), reader.selection.head.byte))
        });
        let chosen = self.selected_mark().map(|mark| &mark.id);
        let mut first = None;
        let mut after = None;
        for mark in project.mentions(id) {
            let Some(at) = place(mark) else { continue };
            let candidate = Some((at.clone(), mark.id.clone()));
            if Some(&mark.id) != chosen && here.as_ref().is_some_and(|here| at >= *here) {
                after = [after, candidate.clone()].into_iter().flatten().min();
            }
            first = [first, candidate].into_iter().flatten().min();
        }
        match after.or(first) {
            Some((_, mark)) => {
                self.go_to_mark(&mark);
                Ok(())
            }
            None => Err(CommandError::message("error-no-mentions")),
        }
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "tests read known texts")]
mod tests {
    use crate::command::{Args, FixedSurroundings, Selection, Workbench};
    use crate::model::{
        About, Analyst, Annotation, Document, Entity, History, Id, Project, Record, Span,
        Timestamp, default_tags,
    };
    use crate::store::Settings;

    const TEXTS: [&str; 2] = [
        "قال البنفسجيون أمس إنهم عادوا إلى دمشق.",
        "ثم ذهب البنفسجيون إلى الرقة.",
    ];

    fn bench() -> Workbench {
        let analyst = Analyst::new(Id::new("a"), "A");
        let at = Timestamp::UNIX_EPOCH;
        let mut records: Vec<Record> = vec![analyst.into()];
        records.extend(default_tags().into_iter().map(Record::from));
        for (index, text) in TEXTS.iter().enumerate() {
            let id = Id::new(format!("d{index}"));
            let mut document = Document::new(id, format!("d{index}"), *text, at);
            document.order = index as u32;
            records.push(document.into());
        }
        let mut entity = Entity::new(Id::new("e"), "البنفسجيون");
        entity.surfaces = vec!["البنفسجيون".to_owned()];
        entity.tag = Some(Id::new("group"));
        records.push(entity.into());
        let project = Project::from_records(About::new("Names"), records).unwrap();
        let settings = Settings::default();
        let surroundings = Box::new(FixedSurroundings::new());
        let mut wb = Workbench::new(project, History::new(), settings, None, surroundings);
        wb.run("suggestion.run", &Args::None);
        while let Some(job) = wb.next_suggestion_job() {
            wb.take_suggestions(job.run());
        }
        wb
    }

    fn words(wb: &Workbench) -> String {
        let (document, one) = wb.current_suggestion().unwrap();
        let text = &wb.project().document(document).unwrap().text;
        one.span.of(text).unwrap().to_owned()
    }

    #[test]
    fn names_are_gone_to_in_all_documents_and_round() {
        let mut wb = bench();
        let mut seen = Vec::new();
        for _ in 0..5 {
            assert!(wb.run("name.next", &Args::None));
            seen.push(words(&wb));
        }
        assert_eq!(
            seen,
            ["البنفسجيون", "دمشق", "البنفسجيون", "الرقة", "البنفسجيون"]
        );
        let round = wb.messages().text("toast-round-to-start");
        assert!(wb.notices().any(|notice| notice.text == round));
        wb.run("name.previous", &Args::None);
        assert_eq!(words(&wb), "الرقة");
    }

    #[test]
    fn an_entity_leads_to_its_mentions() {
        let mut wb = bench();
        let entity = Args::Id(Id::new("e"));
        assert!(!wb.run("go.entity", &entity), "nobody mentions it yet");
        for (index, text) in TEXTS.iter().enumerate() {
            let start = text.find("البنفسجيون").unwrap();
            let mut mark = Annotation::new(
                Id::new(format!("m{index}")),
                Id::new(format!("d{index}")),
                vec![Span::new(start, start + "البنفسجيون".len())],
                Id::new("group"),
                Id::new("a"),
                Timestamp::UNIX_EPOCH,
            );
            mark.entity = Some(Id::new("e"));
            wb.commit("annotation.tag", vec![crate::model::Edit::create(mark)])
                .unwrap();
        }
        let reader = wb.active_reader().unwrap().id;
        wb.select(reader, Selection::caret(0));
        for wanted in ["m0", "m1", "m0"] {
            assert!(wb.run("go.entity", &entity));
            assert_eq!(wb.selected_mark().unwrap().id.as_str(), wanted);
        }
    }
}
