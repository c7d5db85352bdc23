//! The one integration-test binary; each subject is a file in `suite/`, the
//! real window under a virtual display is in `window/`. tests/README.md says
//! what is tested where.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::string_slice,
    clippy::disallowed_methods,
    reason = "a test that cannot go on should stop loudly, and may write its own files"
)]

mod suite {
    mod occurrences_seeds;
    pub(crate) mod outside;
    mod sample_project;
    pub(crate) mod samples;
    mod sources;
    pub(crate) mod support;

    mod access_page;
    mod access_widgets;
    mod aids_seeds;
    mod architecture;
    mod cli;
    mod codebook;
    mod codebook_files;
    mod codebook_merging;
    mod continuous;
    mod data;
    mod document_date;
    mod entities;
    mod formats_outside;
    mod formats_reading;
    mod formats_round_trip;
    mod formats_suggestions;
    mod hazards_lines;
    mod hazards_signs;
    mod hazards_spelling;
    mod hazards_words;
    mod i18n;
    mod invisible;
    mod language_any_text;
    mod language_command_line;
    mod language_fold;
    mod language_search;
    mod language_seeds;
    mod messages;
    mod model_history;
    mod paint_crispness;
    mod paint_marks;
    mod paint_speed;
    mod robust_documents;
    mod robust_files;
    mod robust_idle;
    mod robust_size;
    mod rows;
    mod rows_window;
    mod rows_words;
    mod session_history;
    mod session_lists;
    mod session_window;
    mod starting;
    mod store_desk;
    mod store_directions;
    mod store_project_file;
    mod store_recovery;
    mod store_schema;
    mod store_session;
    mod store_settings;
    mod text_any;
    mod text_bidi;
    mod text_carets;
    mod text_chromium;
    mod text_command_line;
    mod text_fallback;
    mod text_glue;
    mod text_harfbuzz;
    mod text_justify;
    mod text_long;
    mod text_reading;
    mod text_rows;
    mod text_walks;
    mod values_commands;
    mod widgets_basics;
    mod widgets_field_editing;
    mod widgets_gallery;
    mod widgets_menu;
    mod widgets_text_field;
    mod window_appearance;
    mod window_codebook;
    mod window_commands;
    mod window_conflict;
    mod window_editing;
    mod window_entities;
    mod window_files;
    mod window_first;
    mod window_hand;
    mod window_hidden;
    mod window_keyboard;
    mod window_keys;
    mod window_marking;
    mod window_page_menu;
    mod window_relations;
    mod window_selecting;
    mod window_shaping;
    mod window_sides;
    mod window_suggestions;
    mod window_tag_all;
    mod window_values;
    mod window_views;
}
use suite::samples;

mod continuous;

#[path = "window/mod.rs"]
mod real_window;
