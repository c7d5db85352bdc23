## General

button-cancel = Cancel
button-save = Save
button-open = Open
button-export = Export
no = No

## Counts

count-marks =
    { $count ->
        [one] { $count } mark
       *[other] { $count } marks
    }
count-code-points =
    { $count ->
        [one] { $count } code point
       *[other] { $count } code points
    }

## Menus

menu-file = File
menu-edit = Edit
menu-mark = Mark
menu-review = Review
menu-entity = Entity
menu-view = View
menu-go = Go
menu-help = Help
menu-recent = Open recent
menu-recent-empty = No recent files
menu-paragraph-direction = Direction of the paragraph
menu-tag-with = Tag with
menu-mark-borders = Borders of the mark
menu-mark-pieces = Pieces of the mark
menu-select = Select
menu-go-marks = Marks
menu-go-names = Names and notes

## Commands: File

command-file-open = Open…
command-file-open-folder = Open folder…
command-file-open-path = Open by path…
command-file-open-recent = Open recent
command-file-save = Save
command-file-save-as = Save as…
command-file-export-json = Export as annotated set (JSON)…
command-file-export-jsonl = Export as JSON Lines…
command-file-export-csv = Export as table (CSV)…
command-file-export-suggestions = Exports hold open suggestions
command-file-reload-encoding = Read again in another encoding…
command-file-close-document = Close document
command-file-quit = Quit

## Commands: Edit

command-edit-undo = Undo
command-edit-undo-what = Undo { $action }
command-edit-redo = Redo
command-edit-redo-what = Redo { $action }
command-edit-copy = Copy
command-edit-copy-quote = Copy as quote with source
command-edit-copy-html = Copy as HTML with marks
command-edit-select-all = Select all
command-edit-find = Find…
command-edit-find-next = Find next
command-edit-find-previous = Find previous
command-select-word = Word, and one more
command-select-sentence = Sentence, and one more
command-select-paragraph = Paragraph, and one more
command-select-word-less = One word less
command-select-sentence-less = One sentence less
command-select-paragraph-less = One paragraph less
command-select-around = What is around the selection
command-select-within = Back to what was selected before

## Commands: Mark

command-annotation-tag = Tag…
command-annotation-tag-with = Tag with { $tag }
command-annotation-add-span = Add the selection to the mark
command-annotation-analyst = Your name…
command-annotation-remove = Remove mark
command-annotation-note = Edit note
command-annotation-next = Next mark
command-annotation-previous = Previous mark
command-annotation-end-left = Move the end to the left
command-annotation-end-right = Move the end to the right
command-annotation-start-left = Move the start to the left
command-annotation-start-right = Move the start to the right
command-annotation-end-word-left = Move the end to the left by a word
command-annotation-end-word-right = Move the end to the right by a word
command-annotation-start-word-left = Move the start to the left by a word
command-annotation-start-word-right = Move the start to the right by a word
command-annotation-snap-words = To whole words
command-annotation-snap-bare = Leave out clitics, then the article
command-annotation-snap-sentence = To the whole sentence
command-annotation-remove-span = Take the piece out of the mark
command-annotation-split = Split the mark at the caret
command-annotation-join = Join with the next mark of the same tag
command-annotation-close-gaps = Make one piece of all
command-annotation-point = Insertion point at the caret
command-annotation-duplicate = Copy the mark to another tag
command-annotation-outer = The mark around
command-annotation-inner = The mark inside
command-document-tag = Tag the document…
command-document-tag-with = Tag the document with { $tag }
command-document-untag = Take { $tag } off the document
command-annotation-answer = Fill in attributes…
command-annotation-next-unanswered = Next mark with a missing attribute
command-annotation-confidence-100 = Certain (100%)
command-annotation-confidence-75 = Fairly sure (75%)
command-annotation-confidence-50 = Half sure (50%)
command-annotation-confidence-25 = Doubtful (25%)
command-annotation-confidence-10 = A guess (10%)
command-annotation-confidence-none = Not stated
command-annotation-confidence = Exact percentage…
command-annotation-grade = Grade source and information…
command-annotation-grade-1 = 1 · Confirmed by other sources
command-annotation-grade-2 = 2 · Probably true
command-annotation-grade-3 = 3 · Possibly true
command-annotation-grade-4 = 4 · Doubtful
command-annotation-grade-5 = 5 · Improbable
command-annotation-grade-6 = 6 · Truth cannot be judged
command-annotation-grade-none = Not graded
command-document-reliability-a = A · Completely reliable
command-document-reliability-b = B · Usually reliable
command-document-reliability-c = C · Fairly reliable
command-document-reliability-d = D · Not usually reliable
command-document-reliability-e = E · Unreliable
command-document-reliability-f = F · Reliability cannot be judged
command-document-reliability-none = Not graded
command-relation-begin = Relate to another mark…
command-relation-finish = Finish the relation here
command-relation-cancel = Leave the relation
command-relation-reverse = Reverse the relation
command-relation-retype = Change the relation’s tag…
command-relation-note = Note on the relation…
command-relation-remove = Remove the relation
command-note-add = New note…
command-note-add-document = Note on the document…
command-note-add-tag = Note on the tag…
command-note-add-entity = Note on the entity…
command-note-add-project = Note on the project…
command-note-delete = Delete the newest note
menu-confidence = Confidence
menu-grades = Grades of source and information
menu-relations = Relations
menu-words = Words of your own
menu-relations-shown = Relations on the page
menu-notes = Notes

## Commands: Review

command-suggestion-next = Next suggestion
command-suggestion-previous = Previous suggestion
command-suggestion-accept = Accept suggestion
command-suggestion-reject = Reject suggestion
command-suggestion-reject-here = Reject at this place only
command-suggestion-reject-everywhere = Reject these words in all documents…
command-suggestion-retype = Accept with another tag…
command-suggestion-same-as = Same as…
command-suggestion-longer = Longer by a word
command-suggestion-shorter = Shorter by a word
command-suggestion-longer-start = Longer by a word at the start
command-suggestion-shorter-start = Shorter by a word at the start
command-suggestion-accept-surface = Accept these words in this document…
command-suggestion-accept-surface-everywhere = Accept these words in all documents…
command-suggestion-accept-above = Accept all sure suggestions in this document…
command-suggestion-accept-above-everywhere = Accept all sure suggestions in all documents…
command-suggestion-show = Suggestions
command-suggestion-run = Look through all documents again
command-suggestion-stop = Stop looking through documents
command-entity-link = Link to an entity…
command-entity-link-here = Link these words in the document…
command-entity-link-everywhere = Link these words in all documents…
command-entity-new = New entity from the mark
command-entity-unlink = Unlink
command-entity-mention-next = Next mention
command-entity-mention-previous = Previous mention
command-entity-unlinked-next = Next name without an entity
command-entity-unlinked-previous = Previous name without an entity
command-entity-follow = Other pages follow to their mention
command-entity-edit = About the entity…
command-entity-merge = Merge with another…
command-entity-split = This mention is someone else
command-entity-remove = Remove the entity
command-entity-list = Find in the list of names
command-entity-duplicates = Entities that may be the same…

## Commands: View

command-view-zoom-in = Zoom in
command-view-zoom-out = Zoom out
command-view-zoom-reset = Actual size
command-view-theme-light = Light theme
command-view-theme-dark = Dark theme
command-view-theme-sepia = Sepia theme
command-view-theme-system = Theme of the system
command-view-language-en = English
command-view-language-ar = العربية (Arabic)
command-view-face-naskh = Face: Noto Naskh
command-view-face-amiri = Face: Amiri
command-view-face-sans = Face: Noto Sans
command-view-appearance = Appearance of the page…
command-view-leading-tight = Lines: close
command-view-leading-normal = Lines: as in print
command-view-leading-loose = Lines: far apart
command-view-measure-narrower = Narrower column
command-view-measure-wider = Wider column
command-view-measure-full = Column as wide as the pane
command-view-fill-ragged = Line ends: ragged
command-view-fill-spaces = Line ends: filled by spaces
command-view-fill-kashida = Line ends: filled by long joins (kashida)
command-view-paragraphs-close = Paragraphs: no space between
command-view-paragraphs-normal = Paragraphs: a little space between
command-view-paragraphs-apart = Paragraphs: half a line between
command-view-digits-latin = Numbers of the window: 0123
command-view-digits-arabic = Numbers of the window: ٠١٢٣
menu-zoom = Size
menu-arrows = Arrow keys
menu-theme = Theme
menu-language = Language
menu-panels = Panels
menu-document-state = State of the document
menu-document-direction = Direction of the document
menu-page = Setting of the page
appearance-title = Appearance of the page
appearance-sample =
    أعلنت قوات سوريا الديمقراطية يوم الأحد، في بيان نشرته على موقعها الرسمي، أن «المرحلة الأولى» من الاتفاق قد اكتملت، وأن 785 من المدنيين عادوا إلى بيوتهم.
    وقال المتحدث باسمها إن المفاوضات مستمرّةٌ بين الجانبين منذ أسبوعين.
appearance-face = Face
appearance-naskh = Naskh
appearance-amiri = Amiri
appearance-sans = Sans
appearance-size = Size
appearance-percent = { $percent }%
appearance-measure = Column
appearance-letters = { $count } letters
appearance-full = as wide as the pane
appearance-leading = Lines
appearance-tight = Close
appearance-normal = As in print
appearance-loose = Far apart
appearance-fill = Line ends
appearance-ragged = Ragged
appearance-spaces = Filled by spaces
appearance-kashida = Filled by kashida
appearance-paragraphs = Between paragraphs
appearance-close = Nothing
appearance-little = A little
appearance-apart = Half a line
appearance-digits = Numbers of the window
appearance-digits-latin = 0123
appearance-digits-arabic = ٠١٢٣
appearance-done = Done
command-view-line-numbers = Line numbers
command-view-arrows-as-seen = Arrow keys: as seen
command-view-arrows-reading-order = Arrow keys: in reading order
command-view-documents = Documents panel
command-view-inspector = Inspector
command-view-reader-add = Add reader
command-view-reader-close = Close reader
command-view-reader-next = Next reader
command-view-relations-always = All, faintly
command-view-relations-chosen = Of the chosen mark
command-view-relations-never = None

## Commands: Go, Document, Help

command-document-next = Next document
command-document-previous = Previous document
command-document-next-open = Next document that is not done
command-document-previous-open = Previous document that is not done
command-go-document = Go to document…
command-go-entity = Go to entity…
command-view-walk-marks = Arrow keys go from mark to mark
command-annotation-next-same = Next mark of the same tag in the document
command-annotation-previous-same = Previous mark of the same tag in the document
command-annotation-first = First mark
command-annotation-last = Last mark
command-annotation-actions = What can be done here…
command-name-next = Next name that is not marked
command-name-previous = Previous name that is not marked
command-note-next = Next note
command-note-previous = Previous note
command-document-state-new = Document state: new
command-document-state-in-progress = Document state: in progress
command-document-state-done = Document state: done
command-document-date = Date of the document…
command-document-direction-auto = Direction of paragraphs: automatic
command-document-direction-rtl = Direction of paragraphs: right to left
command-document-direction-ltr = Direction of paragraphs: left to right
command-document-paragraph-auto = Direction of this paragraph: automatic
command-document-paragraph-rtl = Direction of this paragraph: right to left
command-document-paragraph-ltr = Direction of this paragraph: left to right
command-document-paragraph-turn = Turn this paragraph the other way
command-go-palette = Command palette…
command-help-shortcuts = Keyboard shortcuts
command-help-default-keys = All shortcuts back to the defaults
command-help-about = About Hashiya
command-help-licences = Licences

## Actions, as undo and the history name them

action-annotation-tag = tagging with { $tag }
action-annotation-remove = removing the mark { $tag }
action-annotation-note = editing the note
action-annotation-add-span = adding words to a mark
action-annotation-end-left = moving the end of a mark
action-annotation-end-right = moving the end of a mark
action-annotation-start-left = moving the start of a mark
action-annotation-start-right = moving the start of a mark
action-annotation-resize = moving a boundary
action-annotation-end-word-left = moving the end of a mark
action-annotation-end-word-right = moving the end of a mark
action-annotation-start-word-left = moving the start of a mark
action-annotation-start-word-right = moving the start of a mark
action-annotation-snap-words = fitting a mark to whole words
action-annotation-snap-bare = leaving clitics out of a mark
action-annotation-snap-sentence = fitting a mark to its sentence
action-annotation-remove-span = taking words out of a mark
action-annotation-split = splitting a mark { $tag }
action-annotation-join = joining marks { $tag }
action-annotation-close-gaps = making one piece of a mark
action-annotation-point = an insertion point { $tag }
action-annotation-duplicate = copying a mark to { $tag }
action-document-tag = tagging the document with { $tag }
action-document-untag = taking { $tag } off the document
action-file-open = opening documents
action-file-close-document = closing a document
action-file-reload-encoding = changing the encoding
action-annotation-analyst = changing the name
action-document-state-new = changing the document state
action-document-state-in-progress = changing the document state
action-document-state-done = changing the document state
action-document-date = changing the date of the document
action-document-direction-auto = changing the document direction
action-document-direction-rtl = changing the document direction
action-document-direction-ltr = changing the document direction
action-document-paragraph-auto = changing the direction of a paragraph
action-document-paragraph-rtl = changing the direction of a paragraph
action-document-paragraph-ltr = changing the direction of a paragraph
action-document-paragraph-turn = changing the direction of a paragraph
action-suggestion-accept = accepting { $tag }
action-suggestion-retype = accepting { $tag }
action-suggestion-reject = rejecting a suggestion
action-suggestion-reject-here = rejecting a suggestion
action-suggestion-reject-everywhere = rejecting words in all documents
action-suggestion-allow = allowing words again
action-suggestion-same-as = saying who is meant
action-entity-link = linking to an entity
action-entity-new = making an entity
action-entity-unlink = unlinking
action-entity-rename = renaming an entity
action-entity-retype = changing the type of an entity
action-entity-romanise = changing an entity's name in Latin letters
action-entity-surfaces = changing how an entity is written
action-entity-identifiers = changing the identifiers of an entity
action-entity-merge = merging entities
action-entity-split = splitting an entity
action-entity-remove = removing an entity
action-entity-keep-apart = keeping two entities apart
action-suggestion-accept-surface = accepting the same words
action-suggestion-accept-surface-everywhere = accepting the same words in all documents
action-suggestion-accept-above = accepting all sure suggestions
action-suggestion-accept-above-everywhere = accepting all sure suggestions in all documents
action-other = the last change
action-annotation-answer = filling in an attribute of { $tag }
action-annotation-confidence = stating the confidence of { $tag }
action-annotation-grade = grading { $tag }
action-annotation-grade-reason = the reason of a grade
action-document-reliability = grading the source
action-document-reliability-reason = the reason of the source’s grade
action-relation-add = relating two marks
action-relation-reverse = reversing a relation
action-relation-retype = changing a relation’s tag
action-relation-note = the note of a relation
action-relation-remove = removing a relation
action-note-add = writing a note
action-note-change = changing a note
action-note-delete = deleting a note

## Menu of a text field

field-cut = Cut
field-paste = Paste
field-delete = Delete
field-direction = Direction
field-turn = Turn the other way
field-insert = Insert a character
field-insert-zwnj = Half space: letters apart (ZWNJ)
field-insert-zwj = Joiner: letters joined (ZWJ)
field-insert-nbsp = No-break space
field-insert-rlm = Right-to-left mark (RLM)
field-insert-lrm = Left-to-right mark (LRM)
field-insert-alm = Arabic letter mark (ALM)
field-insert-rli = Set apart, right to left (RLI … PDI)
field-insert-lri = Set apart, left to right (LRI … PDI)
field-insert-fsi = Set apart, by its first letter (FSI … PDI)

## What copying adds

copy-source = — { $title }, { $place }
copy-source-with-file = — { $title } ({ $file }), { $place }
copy-place-one = paragraph { $first }, characters { $start }–{ $end }
copy-place-many = paragraphs { $first }–{ $last }, characters { $start }–{ $end }
toast-html-as-text = This clipboard takes no HTML from here: its source was copied as text

## Documents panel

documents-title = Documents
entities-title = Names
entities-filter = Filter names
entities-options = Order and choice of names
entities-none-fit = No name fits.
entities-unlinked = no entity
inspector-mentions = About { $name }
inspector-link-to = Link to { $name }
entities-merge-picked = Merge the { $count } chosen…
entities-by-count = Most mentioned first
entities-by-name = By name
entities-by-first = By first mention
entities-show-all = All names
entities-show-entities = Entities only
entities-show-unlinked = Names without an entity
documents-empty = No documents yet
documents-empty-hint = Open files or a folder, or drop them here.
documents-state-new = New
documents-state-in-progress = In progress
documents-state-done = Done
documents-open-here = Open in this reader
documents-open-beside = Open beside

## Inspector

inspector-title = Inspector
inspector-empty-hint = Select words and press a tag's key, or choose a mark.
inspector-note = Note
inspector-note-hint = Write a note…
inspector-spans = Spans
inspector-span = { $start }–{ $end }
inspector-by = Marked by
inspector-when = When
inspector-origin = Origin
inspector-origin-manual = By hand
inspector-origin-suggested = Suggested by { $rule }
inspector-origin-imported = Imported from { $format }
inspector-origin-adjudicated =
    { $count ->
        [one] Adjudicated from one mark
       *[other] Adjudicated from { $count } marks
    }
inspector-history = History
inspector-document = Document
inspector-document-tags = Tags of the document
document-tag-chip = Tag of the document: { $tag }
inspector-document-file = File
inspector-document-encoding = Encoding
inspector-document-encoding-guessed = { $encoding } (guessed)
inspector-direction-auto = Automatic
inspector-document-direction = Direction
inspector-document-length = Length
inspector-document-state = State
inspector-document-hash = SHA-256
inspector-document-date = Written
inspector-document-date-own = As the text says
inspector-document-opened = Opened
inspector-remove = Remove mark
inspector-attributes = Attributes
inspector-attributes-open =
    { $count ->
        [one] 1 required answer is missing
       *[other] { $count } required answers are missing
    }
inspector-required = required
inspector-yes = Yes
inspector-no = No
inspector-choose = Choose…
inspector-clear = Clear the answer
inspector-number-range = { $least } to { $most }
inspector-number-from = { $least } or more
inspector-number-to = { $most } or less
inspector-date-hint = e.g. 12/10/2019, 2019-10, 10 صفر 1441
inspector-assessment = Assessment
inspector-confidence = Confidence
inspector-confidence-none = Not stated
inspector-percent = { $percent }%
inspector-confidence-named = { $percent }% · { $name }
confidence-100 = certain
confidence-75 = fairly sure
confidence-50 = half sure
confidence-25 = doubtful
confidence-10 = a guess
inspector-confidence-exact = Exact percentage
inspector-credibility = Credibility
inspector-reliability = Reliability
inspector-not-graded = Not graded
inspector-grade-both = Source and information: { $grade }
inspector-grade-reason = Why this grade
inspector-grade-change = { $from } → { $to } · { $who } · { $when }
inspector-grade-changed-reason = { $grade }: reason changed · { $who } · { $when }
inspector-grade-none = none
reliability-a = Completely reliable
reliability-b = Usually reliable
reliability-c = Fairly reliable
reliability-d = Not usually reliable
reliability-e = Unreliable
reliability-f = Reliability cannot be judged
credibility-1 = Confirmed by other sources
credibility-2 = Probably true
credibility-3 = Possibly true
credibility-4 = Doubtful
credibility-5 = Improbable
credibility-6 = Truth cannot be judged
inspector-relations = Relations
inspector-relation-new = Relate…
inspector-relation-out = to { $words }
inspector-relation-in = from { $words }
inspector-relation-more = More about this relation
inspector-relation-note = Note on the relation
inspector-notes = Notes
inspector-notes-add = New note
inspector-notes-project = Notes on the project
inspector-note-by = { $who } · { $when }
inspector-note-delete = Delete note
header-reliability = source { $grade }
relation-begun = Relation from “{ $from }”
relation-ends = “{ $from }” → “{ $to }”
relation-hint = Choose the other mark by F8 or a click, then press Enter
relation-hint-enter = Enter relates them
relation-hint-list = Press one of them, or Enter for the list
relation-pick-title = How are they related?
relation-pick-hint = Type a relation
relation-pick-none = No relation fits these two marks
relation-arc = { $tag }: { $from } → { $to }
relation-arc-both = { $tag }: { $from } — { $to }
note-title = Note
note-about = About
note-about-mark = the mark “{ $words }”
note-about-document = the document { $title }
note-about-entity = the entity { $name }
note-about-tag = the tag { $tag }
note-about-project = the project

## Command palette

palette-title = Commands, tags, entities and documents
palette-hint = Type a part of a name
palette-empty = Nothing is called { $query }
palette-commands = commands
palette-tags = tags
palette-entities = entities
palette-documents = documents
palette-recent = chosen lately
palette-mentions =
    { $count ->
        [0] no mention yet
        [one] one mention
       *[other] { $count } mentions
    }
picker-title = Tags
picker-hint = Type a part of a tag’s name
picker-marks = Enter marks “{ $words }”
picker-retags = Enter gives “{ $words }” another tag
cannot-run = { $command }: { $why }
cannot-not-asked = its tag asks nothing
cannot-one-piece = the mark is one piece
cannot-none-picked = no mark is selected in the list
cannot-no-list = no list of places is open
cannot-no-relation = no relation is chosen
cannot-now = not possible now
cannot-read-only = the project is read-only
cannot-no-document = no document is open
cannot-undo = nothing to undo
cannot-redo = nothing to redo
cannot-nothing-sought = nothing is being looked for
cannot-no-selection = no words are selected
cannot-no-mark = no mark is chosen
cannot-no-suggestions = there are no suggestions
cannot-no-suggestion = no suggestion is looked at
cannot-one-document = there is no other document
cannot-readers = not with these readers
cannot-keys-default = nothing was changed
cannot-not-running = nothing is running

## Status line

status-code-points = Code points { $start }–{ $end }
status-code-point = Code point { $at }
status-paragraph = Paragraph { $number }
status-direction-rtl = Right to left
status-direction-ltr = Left to right
status-saved-at = Saved at { $time }
status-saved = Saved
status-unsaved = Unsaved
status-unsaved-kept = Unsaved, kept in the journal
status-never-saved = Not saved to a file yet
status-read-only = Read-only
status-marks = Mark to mark · Esc leaves
status-zoom = { $percent }%

## Find

find-hint = Find in this document
find-position = { $index } of { $total }
find-none = No match
find-exact = Exact
find-exact-hint = Match letters, marks and digits exactly as typed
find-next = Next match
find-previous = Previous match
find-close = Close find

## Dialogs

dialog-unsaved-title = Save the changes to { $project }?
dialog-unsaved-body =
    { $count ->
        [one] { $count } change has not been saved to the file.
       *[other] { $count } changes have not been saved to the file.
    }
dialog-unsaved-new-body = This project has not been saved to a file yet.
dialog-unsaved-save = Save
dialog-unsaved-discard = Discard changes
dialog-unsaved-cancel = Cancel
dialog-changed-title = { $project } was changed by another program
dialog-changed-body = Something has written its file since this window last read or saved it. Nothing was overwritten; both versions can be kept.
dialog-changed-mine = Save mine: the other version is kept beside it as { $name }
dialog-changed-theirs = Open the other: yours is kept beside it, with its history, as { $name }
dialog-changed-save = Save mine
dialog-changed-open = Open the other
dialog-date-title = Date of the document
dialog-date-body = The day it was written or published. Dates in it such as “yesterday” count from this day; without one, from the day the text gives.
dialog-date-found = The text gives { $day }.
dialog-date-none = The text gives no day.
dialog-date-hint = 2019-10-13, 13 October 2019…
dialog-name-title = Your name
dialog-name-body = The name marks are signed with. Marks made before keep theirs.
dialog-open-title = Open documents or a project
dialog-open-folder-title = Open a folder
dialog-save-title = Save the project
dialog-export-title = Export marks
dialog-filter-all = All files
dialog-filter-text = Text documents
dialog-filter-project = Hashiya projects
dialog-filter-json = JSON
dialog-filter-jsonl = JSON Lines
dialog-filter-csv = CSV tables
dialog-path-title = Open by path
dialog-path-save-title = Save by path
dialog-path-export-title = Export by path
dialog-path-hint = Path of a file or folder
dialog-path-missing = There is nothing at this path.
dialog-path-exists = A file with this name exists and will be replaced.
dialog-no-file-dialog = No file dialog is available: neither a desktop portal nor zenity was found. Type a path instead.
dialog-encoding-locked = This document has marks; its encoding can no longer be changed.

## Encodings and formats

encoding-utf-8 = Unicode (UTF-8)
encoding-utf-16le = Unicode (UTF-16, little endian)
encoding-utf-16be = Unicode (UTF-16, big endian)
encoding-windows-1256 = Arabic, Windows (windows-1256)
encoding-iso-8859-6 = Arabic, ISO (ISO-8859-6)
encoding-windows-1252 = Western European (windows-1252)
format-json = Annotated set (JSON)
format-jsonl = JSON Lines (spaCy, Prodigy)
format-csv = Table (CSV)

## Toasts

toast-undid = Undid { $action }
toast-redid = Redid { $action }
toast-kept-other = The other version was kept as { $path }
toast-kept-own = Your version was kept as { $path }
toast-saved = Saved to { $path }
toast-exported =
    { $total ->
        [0] Exported: there were no marks
       *[other] Exported: { $verified } of { $total } marks verified
    }
toast-exported-suggestions =
    { $count ->
        [one] { $count } open suggestion went with it, called “suggested”
       *[other] { $count } open suggestions went with it, called “suggested”
    }
toast-exported-partly = Suggestions were looked for in { $done } of { $total } documents only; export again when all have been read.
toast-export-mismatch = Exported to { $path }, but only { $verified } of { $total } marks could be verified
toast-export-lost = This format does not carry: { $lost }
toast-opened =
    { $count ->
        [one] Opened { $count } document
       *[other] Opened { $count } documents
    }
toast-already-open = { $title } is already open
toast-read-only-locked = Read-only: the project is open in another window
toast-no-selection = Select some words first
toast-relations-gone =
    { $count ->
        [one] A relation of this mark was removed with it
       *[other] { $count } relations of this mark were removed with it
    }
toast-round-to-start = The end was reached: on from the beginning
toast-round-to-end = The beginning was reached: on from the end
toast-default-keys = All shortcuts are the defaults again
toast-useless-keys =
    { $count ->
        [one] The settings give keys that are of no use ({ $first }); the defaults stand instead.
       *[other] The settings give keys that are of no use in { $count } places, the first is { $first }; the defaults stand instead.
    }

## Suggestions

toast-suggestions-left-out =
    { $count ->
        [one] 1 suggestion was left out. { $reason }
       *[other] { $count } suggestions were left out. { $reason }
    }
toast-suggestions-none = There are no suggestions to look at.
toast-suggestions-reviewed = Every suggestion in this document has been looked at. { $key } goes on to the next.
toast-suggestions-end = This was the last suggestion of the document. { $key } goes on.
toast-suggestions-accepted =
    { $count ->
        [one] 1 suggestion accepted
       *[other] { $count } suggestions accepted
    }
toast-suggestions-rejected =
    { $count ->
        [one] 1 suggestion rejected
       *[other] { $count } suggestions rejected
    }
why-learned = You accepted these words before.
why-learned-here =
    { $count ->
        [one] You accepted these words in “{ $document }”.
       *[other] You accepted these words in { $count } places, first in “{ $document }”.
    }
why-learned-surname = You accepted a full name that ends so.
why-learned-surname-here =
    { $count ->
        [one] You accepted a full name that ends so in “{ $document }”.
       *[other] You accepted full names that end so in { $count } places, first in “{ $document }”.
    }

## What a format does not carry, in the list of toast-export-lost

export-lost-split-marks = marks in several pieces as one (they are spans with one id: { $count })
export-lost-empty-marks = marks without text (kept where other tools do not look: { $count })
export-lost-document-marks = marks on whole documents (kept where other tools do not look: { $count })
export-lost-edges-inside-words = whole words where a mark ends inside one (cut into two tokens: { $count })
export-lost-white-space-edges = marks that begin or end in white space, for training in spaCy ({ $count })
export-lost-long-cells = quotes too long for a spreadsheet cell ({ $count })
export-lost-documents-without-marks = documents without marks ({ $count })
export-lost-texts = the texts outside the quotes ({ $count })
export-lost-relations = relations ({ $count })
export-lost-entities = entities and links to them ({ $count })
export-lost-attributes = attributes ({ $count })
export-lost-grades = confidence and grades ({ $count })
export-lost-origins = where marks came from ({ $count })
export-lost-document-details = state, direction and versions of documents ({ $count })
export-lost-notes = notes outside marks ({ $count })
export-lost-decisions = rejected suggestions ({ $count })
export-lost-tag-tree = colours, keys and order of tags ({ $count })

## Errors

error-marked-already = These words have this tag already.
error-name-taken = A project with this name exists already; choose that file to replace it, or another name: { $path }
error-no-document = Open a document first.
error-no-marks = There is no such mark in this document.
error-no-names = Every name that was found is marked.
error-no-notes = No mark and no document has a note yet.
error-no-open-documents = Every other document is done.
error-no-mentions = No mark mentions this entity yet.
error-suggestions-off = Suggestions are switched off, so no names are looked for.
error-no-such-command = There is no such command.
error-no-such-keys = These are no keys; write them like Ctrl+Shift+K.
error-span-overlaps = These words belong to the mark already, or to another document.
error-shape-same = The mark has these borders already.
error-no-piece = Put the caret on the piece that is to go, or select the words. (A mark of one piece goes as a whole: Delete.)
error-last-piece = These are all the words of the mark. Delete removes the mark itself.
error-caret-outside = Put the caret inside the mark, where it is to be split.
error-nothing-to-join = There is nothing to join here: choose a mark that another one with its tag follows, or select the words of both.
error-nothing-to-copy = Choose the mark that is to be copied.
error-tag-of-documents = Tags for whole documents are not for words, nor are tags for words for a whole document.
error-no-document-tags = There is no tag for whole documents in this project. The codebook has a place for one.
toast-point-tag = Choose a tag: it is put at the caret as an insertion point (Escape: it is not)
toast-inspector-narrow = The inspector needs a wider window.
toast-copy-tag = Choose the tag of the copy (Escape: no copy)
toast-joined-differ = Joined. Where the marks contradict one another, the values of the one that stays were kept.
error-encoding-changed = The file on the disk is no longer the one that was opened: { $path }
error-empty-folder = There are no text files in this folder: { $path }
error-no-attribute = The tag of this mark has no such attribute.
error-mark-gone = This mark is no longer there.
error-choose-mark = Choose a mark first.
error-choose-other-mark = Choose another mark, the one the relation leads to.
error-choose-relation = Choose a relation first: in the inspector, or its arrow on the page.
error-no-relation-tags = There is no tag for relations yet. Make one in the codebook: a tag of the kind Relation.
error-no-relation-fits = No relation of the codebook connects marks of these two tags in this direction.
error-related-already = These two marks have this relation already.
error-all-answered = Every other mark of this document has its required attributes.
error-percent = A percentage is a number from 0 to 100.
error-grade = A source is graded A to F, information 1 to 6.
error-note-gone = This note is no longer there.
error-note-subject-gone = What the note is about is no longer there.

## What the guideline does not allow

refused-overlaps = Not done: “{ $words }” is marked as { $other }, and marks of { $rule } may not overlap. Choose other words, or remove that mark first.
refused-crosses = Not done: it would cross “{ $words }”, marked as { $other }; marks of { $rule } lie one inside the other or apart. Choose more words or fewer.
refused-retired = Not done: the tag { $tag } is retired. Choose another tag, or put it back into use in the codebook.
refused-answer = Not done: { $attribute } of { $tag }: { $reason }
refused-no-mark = Not done: a mark at one end of the relation { $tag } is no longer there.
refused-one-mark = Not done: the relation { $tag } needs two marks; both ends are the same.
refused-wrong-end = Not done: the relation { $tag } does not connect marks of { $other }, as “{ $words }” is.
refused-end-in-use = Not done: “{ $words }” is at one end of a relation { $tag }, which does not connect marks of { $other }. Change or remove the relation first.
refused-not-for-marks = Not done: { $tag } is a tag for relations between two marks, not for marks.
refused-not-for-relations = Not done: { $tag } is a tag for marks, not for relations.
unfit-wrong-kind = this is another kind of value than the question asks for.
unfit-not-offered = “{ $value }” is not among the choices.
unfit-twice = “{ $value }” is chosen twice.
unfit-too-small = the smallest number allowed is { $least }.
unfit-too-large = the largest number allowed is { $most }.
unfit-no-date = “{ $value }” is no date; write a day, a month or a year, such as 2019-10-12.
unfit-missing = an answer is required.

## Keyboard shortcuts

shortcuts-title = Keyboard shortcuts
shortcuts-tags = Tags
shortcuts-mouse = Mouse
shortcuts-caret = Moving and selecting
shortcuts-double-click = Double-click
shortcuts-triple-click = Triple-click
shortcuts-shift-click = Shift-click
shortcuts-ctrl-wheel = Ctrl and wheel
shortcuts-drag = Drag
shortcuts-select-word = Select a word
shortcuts-select-sentence = Select a sentence
shortcuts-extend-selection = Extend the selection
shortcuts-select-text = Select text
shortcuts-zoom = Zoom
shortcuts-move-letter = Move by letter
shortcuts-move-word = Move by word
shortcuts-move-line = Move by line
shortcuts-move-line-ends = Start or end of the line
shortcuts-move-document-ends = Start or end of the document
keys-refused-command = { $keys } belongs to “{ $command }”.
keys-refused-tag = { $keys } marks with the tag “{ $tag }”.
keys-refused-number = 1 to 9 mark with the first nine tags.
keys-refused-needed = { $keys } is needed in pages, lists and text fields.
keys-refused-letter = { $keys } alone is a key for tags; take Ctrl or Alt with it.
shortcuts-hint = Find a command by its name or its keys
shortcuts-changed = changed
shortcuts-also = while a suggestion is looked at: { $command }
shortcuts-add = Add keys
shortcuts-remove = Take { $keys } away
shortcuts-default = Back to the default
shortcuts-press = Press the new keys. Esc leaves everything as it is.
shortcuts-take = Take them over
shortcuts-default-all-sure = Forget all changes
shortcuts-keep = Keep them
shortcuts-tag-keys = The key of a tag stands in the codebook; the first nine tags have 1 to 9 too.
shortcuts-fixed = Pages and lists need these keys: they stay as they are.
shortcuts-page-menu = Menu of the page
shortcuts-marks-walk = Mark to mark: the next one there
shortcuts-marks-actions = Mark to mark: what can be done
shortcuts-marks-leave = Mark to mark: back to letters
shortcuts-parts-things = Next thing in the window
shortcuts-tags-numbers = Mark with one of the first nine tags
key-ctrl = Ctrl
key-shift = Shift
key-alt = Alt
key-enter = Enter
key-backspace = Backspace
key-delete = Delete
key-home = Home
key-end = End
key-page-up = Page Up
key-page-down = Page Down

## About and licences

about-title = About Hashiya
about-version = Version { $version }
about-body = A workbench for close reading and annotation of Arabic and mixed-direction documents. It works without a network; your documents stay on this computer.
about-name = Hashiya (حاشية) is the note a reader writes in the margin of a manuscript.
about-licence = MIT or Apache 2.0, at your choice
licences-title = Licences
licences-fonts = Fonts
licences-data = Names, places and words

## Names for screen readers

label-find-query = Text to find
label-path = Path

## What went wrong with files

store-missing = There is no file here; it may have been moved, renamed or deleted: { $path }
store-is-folder = This is a folder, not a file; choose a file in it: { $path }
store-not-a-file = This is not an ordinary file, so it cannot be opened: { $path }
store-may-not-read = You have no permission to read this file; ask its owner or copy it: { $path }
store-may-not-write = You have no permission to write here; nothing was changed, save to another folder: { $path }
store-disk-full = The disk is full; the file is as it was before, free some space and save again: { $path }
store-too-large = The file is too large ({ $megabytes } MB; at most { $limit } MB can be opened): { $path }
store-read = The file could not be read ({ $reason }): { $path }
store-write = The file could not be written ({ $reason }); it is as it was before, save to another place: { $path }
store-binary = This is not a text, so it cannot be read as a document: { $path }
store-unknown-encoding = There is no text encoding called { $name }; use a name such as UTF-8 or windows-1256.
store-not-project = This file is not a Hashiya project; open it as a document or import it: { $path }
store-truncated = The project file ends in the middle (after line { $line }), as after a broken copy; nothing was changed, use another copy of it: { $path }
store-broken = The project file is damaged at line { $line }, column { $column } ({ $reason }); nothing was changed, mend that line or use another copy: { $path }
store-newer = This project was written by a newer Hashiya (file version { $version }; this program knows up to { $known }); nothing was changed, update the program to open it: { $path }
store-changed = Another program has changed this file since it was opened; it was not overwritten, save under another name or reopen it: { $path }
store-read-only = The project can only be read here; save under another name to change it.
store-open-elsewhere = Another window has this project open; close it there or choose another name: { $path }
store-journal = The last changes are not on the disk yet ({ $reason }); keep the window open and save the project elsewhere: { $path }
store-no-home = The system does not say where your own folder is; set HOME and start again.
export-no-folder = There is no such folder to export to; make it first or choose another: { $path }
export-may-not-write = You have no permission to write here; nothing was changed, export to another folder: { $path }
export-disk-full = The disk is full; nothing was changed, free some space and export again: { $path }
export-write = The export could not be written ({ $reason }); nothing was changed, try another place: { $path }
export-read-back = The export was written but could not be read again to verify it ({ $reason }): { $path }
export-is-folder = This is a folder, not a file; give the name of a file to export to: { $path }
export-over-project = This is a Hashiya project, which an export must not overwrite; choose another name: { $path }
toast-read-only-newer = Read-only: the project was written by a newer version
toast-read-only-protected = Read-only: the project or its folder cannot be written
toast-not-locked = This disk cannot lock files, so another window could change the same project.
warning-moved = The words “{ $words }” of a mark were not at { $from }; they were found at { $to }.
warning-unplaced = The words “{ $words }” of a mark are no longer in the text; the mark is kept in the file’s list “unplaced”.
warning-refused = A record was left out and kept in the file’s list “unplaced”: { $reason }
warning-text-changed = The text of “{ $title }” is not the one it was saved with; every mark was checked by its words.
warning-torn = The last change did not reach the disk whole and was left out.
warning-set-aside = The journal was not used, because { $reason }.
warning-lost =
    { $count ->
        [one] The last change could not be brought back from the journal, because { $reason }.
       *[other] The last { $count } changes could not be brought back from the journal, because { $reason }.
    }
warning-kept = The journal as it was is kept as { $path }
journal-foreign = it belongs to another project
journal-diverged = the project file was replaced by another version
journal-damaged = it is damaged
journal-refused = a change in it no longer fits ({ $reason })
journal-newer = it was written by a newer Hashiya
toast-recovered =
    { $count ->
        [one] Recovered { $count } change that had not been saved
       *[other] Recovered { $count } changes that had not been saved
    }

## Suggestions and the panel below the pages

command-view-suggestions = Suggestions
command-view-claims = Claims
lower-suggestions = Suggestions
lower-claims = Claims
tags-more = { $count } more
lower-close = Close the panel
review-reading = Reading: { $done } of { $total } documents
review-stopped = Stopped after { $done } of { $total } documents
review-stop = Stop reading
review-go-on = Go on reading
review-scope = Which documents
review-this-document = This document
review-all-documents = All
review-shape = How suggestions are listed
review-one-by-one = One by one
review-by-name = By name
review-all-types = All types
review-all-sources = Sure and doubtful
review-sure-only = Sure only
review-at-least = At least { $percent }%
review-percent = { $percent }%
review-times = { $count }×
review-documents =
    { $count ->
        [one] { $count } document
       *[other] { $count } documents
    }
review-next = Next
review-accept = Accept
review-reject = Reject
review-retype = Retype
review-accept-surface = All like this
review-accept-above = All sure ones
review-hidden = Suggestions are switched off (View menu).
review-not-yet = The documents are still being read.
review-none-fits = No suggestion passes these filters.
review-none-left = Nothing is left to review.
review-none-left-here = Nothing is left to review in this document.
suggestion-sure = Sure · { $percent }%
suggestion-doubtful = Doubtful · { $percent }%
suggestion-source = Source
suggestion-sureness = Sureness
suggestion-source-learned = from your decisions
suggestion-source-list = list of names
suggestion-source-pattern = pattern
suggestion-source-place = gazetteer
suggestion-source-nisba = adjective of belonging
suggestion-source-propagated = named in full elsewhere
suggestion-source-cue = word before it
suggestion-source-title = after a title
suggestion-source-names = run of given names
suggestion-source-speech = after a verb of speech
count-suggested = { $count } suggested
suggestion-borders = Borders
preview-accept-title =
    { $count ->
        [one] Mark { $count } place?
       *[other] Mark { $count } places?
    }
preview-reject-title =
    { $count ->
        [one] Reject { $count } suggestion?
       *[other] Reject { $count } suggestions?
    }
preview-accept =
    { $count ->
        [one] Mark { $count } place
       *[other] Mark { $count } places
    }
preview-reject =
    { $count ->
        [one] Reject { $count }
       *[other] Reject { $count }
    }
preview-hint = Untick what is to be left out. One undo takes all of it back.
preview-places = Where it stands
command-words-add = Add to word list…
command-words-list = Your word list…
command-words-reload = Read your word list again
words-title = Your word list
words-body = Words of this list are suggested in every document, in all their spellings. The list is a plain table that you can also edit and pass on.
words-name = Words
words-variants = Other spellings
words-english = In English
words-type = Type
words-add = Add
words-remove = Take out of the list
words-reload = Read the file again
words-count =
    { $count ->
        [0] The list is empty
        [one] { $count } word in the list
       *[other] { $count } words in the list
    }
button-done = Done
toast-words-read =
    { $count ->
        [0] Your word list is empty
        [one] Your word list has { $count } word
       *[other] Your word list has { $count } words
    }
claims-filter = Filter claims
claims-number = Number
claims-written = As written
claims-counted = Of what
claims-speaker = Who says so
claims-sentence = Sentence
claims-document = Document
claims-none = No numbers have been found in these documents.
claims-none-fits = No claim holds these words.
why-own = In your own word list: { $detail }
card-place = { $country } · { $count } inhabitants
card-hijri = { $date } (±1 day)
card-date-open = Depends on the day the text was written
card-date-relative = Counted from the document's date
card-date-conflict = The two calendars given do not agree

## Why a suggestion was made

why-address = An address by its form.
why-date = A date by its form.
why-number = A number by its form.
why-head = Begins with the head word “{ $detail }”.
why-title = Begins with the title word “{ $detail }”.
why-short-form = The short form in brackets right after the name.
why-nisba = An adjective of belonging: { $detail }
why-place = In the gazetteer.
why-people = In the list of known people: { $detail }
why-list = In a word list: { $detail }
why-list-actors = In the list of armed and political actors: { $detail }
why-list-events = In the list of events: { $detail }
why-list-facilities = In the list of facilities: { $detail }
why-list-media = In the list of media: { $detail }
why-list-organisations = In the list of organisations: { $detail }
why-list-people = In the list of people in the news: { $detail }
why-list-places = In the list of places: { $detail }
why-list-weapons = In the list of weapons: { $detail }
why-name-after-title = Stands after the title “{ $detail }”.
why-name-after-cue = Stands after “{ $detail }”.
why-name-sequence = A run of words that are names.
why-name-announced = Unknown words after a verb of speech or beside a title.
why-propagated = Stands in full elsewhere in this document: { $detail }
suggestion-source-small-place = gazetteer, small place

## Why something is suggested

list-actors = actors
list-events = events
list-facilities = sites
list-media = media
list-organisations = organisations
list-people = people
list-places = places
said-by = Words of { $speaker }
said-by-nobody = Quoted words
entity-pick-title = The same as which?
entity-pick-hint = A name in Arabic or Latin letters, or an identifier
entity-pick-none = No entity has this name yet.
entity-pick-new = New entity
entity-pick-keys = Enter links · Ctrl Enter makes a new entity · Ctrl 1, 2, 3: how far
entity-pick-keys-one = Enter chooses · Ctrl Enter makes a new entity
entity-reach = Which marks are linked
entity-reach-mark = This mark
entity-reach-document = In this document ({ $count })
entity-reach-project = In all documents ({ $count })
entity-merge-title = Merge with which entity?
entity-merge-keys = Enter chooses; then you say which name stays.
entity-merge-name-title = Which name stays?
entity-merge-body =
    { $count ->
        [one] One entity
       *[other] { $count } entities
    } become one, with { $mentions ->
        [0] no mention
        [one] one mention
       *[other] { $mentions } mentions
    }. Other names, identifiers and notes are kept.
entity-merge-go = Merge
entity-split-title = Whose mentions are they?
entity-card-title = About the entity
entity-name = Name
entity-type = Type
entity-type-none = No type
entity-romanised = In Latin letters
entity-identifiers = Identifiers
entity-identifier-add = Add an identifier
entity-identifier-hint = Q42, geonames:170654, or an address
entity-identifier-remove = Remove the identifier
entity-surfaces = How texts write it
entity-surface-add = Add a spelling
entity-surface-split = Someone else…
entity-surface-remove = Remove the spelling
entity-mentioned =
    { $count ->
        [0] Mentioned nowhere
        [one] Mentioned once
       *[other] Mentioned { $count } times
    }
entity-in-documents =
    { $count ->
        [one] in one document
       *[other] in { $count } documents
    }
duplicates-title = Entities that may be the same
duplicates-body =
    { $count ->
        [0] No two entities have names alike.
        [one] One pair has names alike.
       *[other] { $count } pairs have names alike.
    }
duplicates-keys = 1 or 2: one entity under that name · 0: two entities
duplicates-first = Same, first name
duplicates-second = Same, second name
duplicates-apart = Not the same
alike-same-name = The same name
alike-listed = The list of known names says so
alike-bracketed = In brackets beside the name
alike-spelling = Another spelling of the name
alike-head = The name with or without its first word
alike-initials = The first letters of the name
alike-surname = The surname of the full name
toast-entity-linked =
    { $count ->
        [one] One mark now mentions { $name }.
       *[other] { $count } marks now mention { $name }.
    }
toast-entity-namesake = There is another entity named { $name }. If it is the same one, merge them.
toast-entity-merged =
    { $count ->
        [one] One entity is
       *[other] { $count } entities are
    } now { $name }, with { $mentions ->
        [0] no mention
        [one] one mention
       *[other] { $mentions } mentions
    }.
toast-identifier-twin = { $name } has this identifier too; they may be the same.
toast-all-linked = Every marked name mentions an entity.
error-entity-gone = This entity is no longer there: it was removed or merged. Choose another one.
error-entity-no-name = An entity needs a name with at least one letter or digit.
error-no-mark = No mark is chosen. Choose a marked name first.
error-no-entity = No entity is chosen. Choose one in the list of names, or a mark that mentions one.
error-no-mention = No mark mentions this entity yet.
error-not-linked = This mark mentions no entity.
error-merge-one = Merging needs two different entities.
error-split-none = Nothing leaves: choose mentions of this entity, and another one for them to go to.
error-identifier-form = An identifier is written as Q42, as authority:value, or as the address of its page.
error-identifier-signs = An identifier holds no spaces: write authority:value.
error-identifier-wikidata = A Wikidata identifier is the letter Q and a number, such as Q42.
error-identifier-digits = Identifiers of GeoNames and VIAF are numbers, such as geonames:170654.
error-identifier-sixteen = Identifiers of ISNI and ORCID have 16 digits, of which the last may be X.
error-identifier-country = A country is written with two letters, such as iso3166:SY.

## Hidden characters

command-view-hidden = Hidden characters
command-view-hidden-list = List of hidden characters
command-hidden-next = Next flagged character
command-hidden-previous = Previous flagged character
lower-hidden = Hidden
hidden-none = This document hides nothing.
hidden-none-flagged = Nothing in this document is flagged.
hidden-count = × { $count }
hidden-lrm = left-to-right mark
hidden-rlm = right-to-left mark
hidden-alm = Arabic letter mark
hidden-lre = left-to-right embedding
hidden-rle = right-to-left embedding
hidden-pdf = end of an embedding or override
hidden-lro = left-to-right override
hidden-rlo = right-to-left override
hidden-lri = left-to-right isolate
hidden-rli = right-to-left isolate
hidden-fsi = isolate in the direction of its first letter
hidden-pdi = end of an isolate
hidden-direction = control of direction
hidden-nbsp = no-break space
hidden-nnbsp = narrow no-break space
hidden-wj = word joiner: no line ends here
hidden-space = space of unusual width
hidden-zwsp = zero-width space
hidden-zwnj = zero-width non-joiner
hidden-zwj = zero-width joiner
hidden-bom = byte order mark (zero-width no-break space)
hidden-shy = soft hyphen
hidden-cgj = combining grapheme joiner
hidden-zero-width = character without width
hidden-selector = variation selector
hidden-tag = tag character
hidden-filler = blank letter
hidden-tatweel = tatweel (kashida)
hidden-tab = tab
hidden-lf = line end (LF)
hidden-crlf = line end (CR LF)
hidden-cr = line end (CR)
hidden-nel = line end (NEL)
hidden-ls = line separator
hidden-ps = paragraph separator
hidden-line-end = line end
hidden-control = control character
hidden-presentation-form = letter form of an old encoding
hidden-mark-order = marks not in canonical order
hidden-tanwin = tanwin after the alef
hidden-doubled-mark = the same mark twice
hidden-lone-mark = mark without a letter
hidden-private-use = private-use character
hidden-unassigned = unassigned code point
flag-override = Letters are forced into another order than they are written in
flag-unclosed = A direction control is not ended in its paragraph
flag-stray = The end of a direction control that did not begin
flag-reordered = A direction control changes the order
flag-mixed-letters = Letters of several alphabets that look alike in one word
flag-look-alike-word = A word of another alphabet that looks Latin
flag-mixed-spelling = Arabic and Persian forms of a letter in one word
flag-styled-letters = Mathematical or wide letters spell a word
flag-mixed-digits = Digits of several sets in one number
flag-inside-word = An invisible character inside a word
flag-hidden-text = Invisible characters that can carry a text
flag-many-marks = More marks on a letter than any script has
flagged-what = { $what }: { $characters }
flagged-name = The name of the file or of the document is not what it seems.
flagged-as-typed = As typed:
flagged-do-danger = What is seen is not what is written: read it as typed before you rely on it.
flagged-do-notice = Search and copying keep it; check whether it is meant.
flagged-show = { $keys } shows hidden characters.
flagged-more =
    { $count ->
        [one] and { $count } more
       *[other] and { $count } more
    }
flagged-document-danger =
    { $count ->
        [one] { $count } place is flagged: what is seen may not be what is written.
       *[other] { $count } places are flagged: what is seen may not be what is written.
    }
flagged-document-notice =
    { $count ->
        [one] { $count } place holds something that is not seen.
       *[other] { $count } places hold something that is not seen.
    }
# For screen readers: what nothing on the screen says in words
access-furniture = Not part of the article
access-mark = mark
access-mark-name = { $words }, { $tag }
access-point-name = insertion point, { $tag }: { $words }
access-mark-entity-name = { $words }, { $tag }, { $entity }
access-suggestion = suggestion
access-suggestion-name = Suggestion: { $words }, { $tag }
preview-words = Words
review-progress = Documents read
lower-title = Lists
part-top = Menus and search
part-status = Status
part-tags = Tags
command-go-part-next = Next part of the window
command-go-part-previous = Previous part of the window
part-border = Border between pages

## Layers, agreement

menu-layers = Layers and agreement
command-layers-show = Show the next layer
command-layers-compare = Compare two layers
command-view-agreement = Agreement
command-layers-next = Next difference
command-layers-previous = Previous difference
command-layers-take-first = Take the first one’s mark
command-layers-take-second = Take the second one’s mark
command-layers-take-both = Take both marks
command-layers-take-neither = Take neither mark
command-layers-edit = Settle by hand
command-layers-take-agreed = Take all that agree
command-layers-show-adjudicated = Show the adjudicated layer
action-layers-take-first = settling a difference
action-layers-take-second = settling a difference
action-layers-take-both = settling a difference
action-layers-take-neither = settling a difference
action-layers-edit = settling a difference by hand
action-layers-take-agreed =
    { $count ->
        [one] taking one mark that agrees
       *[other] taking { $count } marks that agree
    }
layers-all = All marks
layers-adjudicated = Adjudicated
layers-choose = Whose marks are shown
count-of-person = { $name } { $count }
counts-beside = { $first } · { $second }
counts-of-layer = Counted: marks of { $name }
error-layer-of-another = This reader shows somebody else’s marks. Show your own layer, or all marks, to mark here.
toast-who-signs = What you do here is signed { $name }. If that is not you, give your name first: Mark, Your name…
error-no-comparison = No two layers are side by side. Show one person’s marks in one reader and another’s in a second reader of the same document.
error-no-difference = Go to a difference first.
error-one-layer = Fewer than two people have marked this document: there is nothing to compare.
error-nothing-agreed = Everything that agrees has been taken already.
toast-took-agreed =
    { $count ->
        [one] Took one mark that agrees
       *[other] Took { $count } marks that agree
    }
toast-all-settled =
    { $count ->
        [one] The one difference is settled
       *[other] All { $count } differences are settled
    }
toast-relations-left =
    { $count ->
        [one] One relation was left out. { $reason }
       *[other] { $count } relations were left out, the first for this reason. { $reason }
    }
lower-agreement = Agreement
agreement-same = Same
agreement-span = Different span
agreement-tag = Different tag
agreement-span-and-tag = Span and tag
agreement-details = Details differ
agreement-only = Only { $name }
agreement-differences = Differences
agreement-open = Not settled
agreement-all = All places
agreement-list = List
agreement-by-tag = By tag
agreement-shape = What is shown
agreement-take = { $name }
agreement-both = Both
agreement-neither = Neither
agreement-edit = Edit
agreement-take-agreed =
    { $count ->
        [one] Take the one that agrees
       *[other] Take the { $count } that agree
    }
agreement-none = The two layers agree everywhere.
agreement-none-fits = No place is of this kind.
agreement-nothing = Show two people’s marks side by side: one layer in each of two readers of a document.
agreement-summary = F1 { $strict }, overlapping { $lenient } · { $settled } of { $all } settled
agreement-settled-neither = Neither
agreement-settled-both = Both
agreement-settled-same = Taken
agreement-settled-as = As { $name }
agreement-settled-edited = By hand
agreement-all-tags = All tags
agreement-count-first = First
agreement-count-second = Second
agreement-count-same = Same
agreement-f1-strict = F1
agreement-f1-lenient = F1 overlapping
agreement-kappa = Cohen’s κ
agreement-alpha = Krippendorff’s α
agreement-f1-strict-means = Twice the marks with the same place and tag, divided by the marks of both
agreement-f1-lenient-means = The same, where places with the same tag need only overlap
agreement-kappa-means = Over all characters: whether a mark of this tag lies on them. 1 is full agreement, 0 what chance would give (Cohen 1960).
agreement-alpha-means = Over all characters: whether a mark of this tag lies on them. 1 is full agreement, 0 what chance would give (Krippendorff 2011).

## Readers side by side

menu-link = Linked scrolling
menu-arrange = Arrange the readers
menu-parallel = Parallel text
command-view-reader-duplicate = Open the document a second time
command-view-arrange-fitting = As there is room
command-view-arrange-columns = Side by side
command-view-arrange-rows = One above the other
command-view-arrange-grid = Rows and columns
command-view-arrange-tabs = Tabs
command-view-link-next = Next way to link
command-view-link-off = Not linked
command-view-link-position = By position
command-view-link-paragraph = By paragraph
command-view-link-entity = By shared entity
command-parallel-declare = Parallel to the document beside
command-parallel-align = Align anew
command-parallel-remove = No longer parallel
command-parallel-pin = Paragraphs with the carets go together
command-parallel-join = Join with the next paragraph
command-parallel-separate = Separate at the caret
action-parallel-declare = declaring a parallel text
action-parallel-align = aligning a parallel text
action-parallel-remove = removing a parallel text
action-parallel-pin = correcting the alignment
action-parallel-join = correcting the alignment
action-parallel-separate = correcting the alignment
link-off = off
link-position = by position
link-paragraph = by paragraph
link-entity = by shared entity
status-link = Linked { $link }
toast-link = Linked scrolling: { $link }
toast-aligned =
    { $count ->
        [one] Aligned as one pair of paragraphs
       *[other] Aligned in { $count } groups of paragraphs
    }
error-nothing-beside = Open the parallel text in a second reader first.
error-not-parallel = This document is not parallel to another one.
error-no-paragraph-to-join = No paragraph follows that could be joined.
error-nothing-to-separate = Nothing can be separated here: put the caret into the paragraph that should begin a group.
error-other-not-shown = Open the parallel text beside this one, with the caret in the paragraph that belongs here.
menu-tag-all = All occurrences
command-annotation-tag-all = Tag all occurrences…
command-annotation-retype-all = Change the tag of all…
command-annotation-untag-all = Remove the tag from all…
command-annotation-tag-found = Tag what was found…
command-tag-all-mark = Mark what is ticked
command-tag-all-retype = Change the tag of what is ticked
command-tag-all-unmark = Remove the marks that are ticked
command-tag-all-no-entity = Link to an entity only where one is suggested
command-tag-all-entity = Link to the entity of this name
command-tag-all-new-entity = Link to a new entity
command-tag-all-tag = Tag of what is ticked…
command-tag-all-tick = Tick the line, or take the tick away
command-tag-all-fold = Show or hide the places of the spelling
command-tag-all-apply = Do what is ticked
command-tag-all-all = Tick all
command-tag-all-none = Tick none
command-tag-all-document = Look in this document
command-tag-all-readers = Look in the open documents
command-tag-all-project = Look in the whole project
command-tag-all-exact = Exactly these letters
command-tag-all-clitics = Also behind و ف ب ل ك ال
command-tag-all-aliases = Also the other names of the entity
command-tag-all-furniture = Also lines outside the article
command-tag-all-stop = Stop looking
command-tag-all-close = Close the list
action-annotation-tag-all =
    { $count ->
        [one] marking { $words } as { $tag } in one place
       *[other] marking { $words } as { $tag } in { $count } places
    }

## The codebook

menu-codebook = Codebook
menu-codebook-tag = The tag in the codebook
command-codebook-show = Codebook…
command-codebook-new-tag = New tag
command-codebook-new-child = New tag under this one
command-codebook-tell-apart = Patterns for tags that look alike
command-codebook-import = Import a codebook…
command-codebook-export-json = Export the codebook (JSON)…
command-codebook-export-csv = Export the codebook as table (CSV)…
command-codebook-export-qdc = Export the codebook for NVivo, MAXQDA, ATLAS.ti (REFI-QDA)…
command-codebook-rename = Rename the tag…
command-codebook-color = Colour of the tag…
command-codebook-pattern = Pattern of the tag…
command-codebook-key = Key of the tag…
command-codebook-kind = What the tag is put on…
command-codebook-overlap = How its marks may overlap…
command-codebook-ends = What the relation connects…
command-codebook-describe = Description of the tag…
command-codebook-examples = Examples of the tag…
command-codebook-example-from-mark = Use these words as an example
command-codebook-attributes = Attributes of the tag…
command-codebook-move-up = Move the tag up
command-codebook-move-down = Move the tag down
command-codebook-move-in = Move the tag under the one above
command-codebook-move-out = Move the tag out by one level
command-codebook-move = Move the tag in the codebook…
command-codebook-merge = Merge the tag into another…
command-codebook-retire = Tag retired
command-codebook-delete = Delete the tag
command-go-next-of-tag = Next use of the tag in all documents
command-go-previous-of-tag = Previous use of the tag in all documents
action-codebook-new-tag = adding the tag { $tag }
action-codebook-new-child = adding the tag { $tag }
action-codebook-tell-apart = giving patterns to tags
action-codebook-import = importing a codebook
action-codebook-rename = renaming the tag { $tag }
action-codebook-color = changing the colour of { $tag }
action-codebook-pattern = changing the pattern of { $tag }
action-codebook-key = changing the key of { $tag }
action-codebook-kind = changing what { $tag } is put on
action-codebook-overlap = changing how marks of { $tag } may overlap
action-codebook-ends = changing what { $tag } connects
action-codebook-describe = describing the tag { $tag }
action-codebook-examples = changing the examples of { $tag }
action-codebook-attributes = changing the attributes of { $tag }
action-codebook-move = moving the tag { $tag }
action-codebook-merge = merging the tag { $tag } into another
action-codebook-merge-rest = merging part of a tag into another
action-codebook-retire = retiring or bringing back { $tag }
action-codebook-delete = deleting the tag { $tag }
codebook-title = Codebook
codebook-find = Find a tag
codebook-tags = Tags
codebook-no-tags = There is no tag yet. Make one, or import a codebook.
codebook-nothing-found = No tag is called so.
codebook-choose = Choose a tag to see and change it.
codebook-new = New tag
codebook-new-child = Under this one
codebook-new-name = New tag
codebook-more = More
codebook-retired = retired
codebook-retired-said = Retired: no longer offered. Its marks stay and are shown.
codebook-branch-open = open
codebook-branch-closed = closed
codebook-uses =
    { $count ->
        [one] { $count } use
       *[other] { $count } uses
    }
codebook-unused = Not used yet
codebook-used = { $marks } in { $documents }
codebook-no-uses = This tag is not used anywhere.
codebook-at-use = { $tag }: use { $at } of { $total }
codebook-name-en = English
codebook-name-ar = Arabic
codebook-name-other = Name ({ $code })
codebook-look = Look
codebook-color = Colour
codebook-color-own = Own colours
codebook-color-light = on light
codebook-color-dark = on dark
codebook-pattern = Pattern
codebook-alike = Hard to tell from { $tag } { $sight }.
codebook-give-pattern = Give it a pattern of its own
sight-usual = for everybody
sight-protan = for readers who do not see red
sight-deutan = for readers who do not see green
sight-tritan = for readers who do not see blue
hue-blue = Blue
hue-ochre = Ochre
hue-brown = Brown
hue-ink = Ink blue
hue-olive = Olive
hue-rust = Rust
hue-teal = Teal
hue-violet = Violet
hue-plum = Plum
hue-indigo = Indigo
hue-pink = Pink
hue-crimson = Crimson
pattern-plain = Plain line
pattern-double = Two lines
pattern-wave = Wave
pattern-thick = Thick line
pattern-dots = Points
pattern-teeth = Teeth
codebook-use = Use
codebook-key = Key
codebook-key-hint = one letter, A to Z
codebook-key-command = while suggestions are reviewed, { $key } is { $command }
codebook-take-key = Take { $key } from { $tag }
codebook-kind = Put on
codebook-kind-entity = Names
codebook-kind-passage = Passages
codebook-kind-document = Documents
codebook-kind-relation = Relations
codebook-overlap = Its marks may
codebook-overlap-allow = overlap
codebook-overlap-nest = lie in one another
codebook-overlap-forbid = only stand apart
codebook-ends-from = From
codebook-ends-to = To
codebook-ends-any = any mark
codebook-ends-symmetric = Says the same in both directions
codebook-words = When to use it
codebook-description = Description
codebook-description-hint = When to use this tag, and when not
codebook-examples = Examples
codebook-example = Example
codebook-example-hint = A passage that shows how it is used
codebook-example-remove = Remove the example
codebook-example-take = Use { $words }
codebook-attributes = Asked of every mark
codebook-merge = Merge into…
codebook-retire = Retire
codebook-bring-back = Bring back
codebook-delete = Delete
codebook-count-relations =
    { $count ->
        [one] { $count } relation
       *[other] { $count } relations
    }
codebook-count-entities =
    { $count ->
        [one] { $count } entity
       *[other] { $count } entities
    }
codebook-count-notes =
    { $count ->
        [one] { $count } note
       *[other] { $count } notes
    }
codebook-count-decisions =
    { $count ->
        [one] { $count } decision about suggestions
       *[other] { $count } decisions about suggestions
    }
codebook-count-children =
    { $count ->
        [one] { $count } tag under it
       *[other] { $count } tags under it
    }
codebook-count-ends =
    { $count ->
        [one] { $count } tag for relations
       *[other] { $count } tags for relations
    }
tag-all-aliases-hint = Also the other names of { $entity }
tag-all-furniture = Outside the article
tag-all-furniture-hint = Also in lines that are not part of the article, such as links and credits
tag-all-tag = Tag
tag-all-tag-hint = Type a tag’s name or key
tag-all-no-tag = No such tag
tag-all-entity = Mention of
tag-all-entity-none = As suggested, else none
tag-all-entity-new = New entity { $name }
tag-all-list = Places
tag-all-count =
    { $total ->
        [one] { $count } of one place ticked
       *[other] { $count } of { $total } places ticked
    }
tag-all-none-found = The words stand nowhere there.
tag-all-none-marked = No marks of these words there.
tag-all-looking = Looking: { $done } of { $total } documents
tag-all-stopped = Stopped after { $done } of { $total } documents
tag-all-stop = Stop
tag-all-every = All
tag-all-nothing = None
tag-all-hint = ↑ ↓ rows · Space ticks · / tag
tag-all-go-mark =
    { $count ->
        [0] Nothing to mark
        [one] Mark one place
       *[other] Mark { $count } places
    }
attribute-text = Text
attribute-one-of = One of
attribute-some-of = Some of
attribute-number = Number
attribute-yes-no = Yes or no
attribute-date = Date
attribute-add = Add an attribute
attribute-new-name = New attribute
attribute-remove = Remove the attribute
attribute-up = Move up
attribute-down = Move down
attribute-kind = Answer
attribute-required = Required
attribute-required-short = required
attribute-range = Range
attribute-least = from
attribute-most = to
attribute-choices = Choices
attribute-choice-add = Add choices; commas between several
attribute-choice-remove = Remove the choice
attribute-default = Starts with
attribute-default-none = nothing
attribute-yes = Yes
attribute-no = No
attribute-id = Stored as
attribute-id-hint = its values in all marks move with it
attribute-outside =
    { $count ->
        [one] { $count } mark has a value that is no longer in the codebook; it keeps it.
       *[other] { $count } marks have values that are no longer in the codebook; they keep them.
    }
attribute-gone =
    { $count ->
        [one] { $count } mark still has a value of { $name }, which is no longer in the codebook.
       *[other] { $count } marks still have values of { $name }, which is no longer in the codebook.
    }
codebook-outside-said =
    { $count ->
        [one] { $count } mark has a value outside of what the codebook now allows; it keeps it.
       *[other] { $count } marks have values outside of what the codebook now allows; they keep them.
    }
codebook-merge-title = Merge { $tag } into…
codebook-merge-body = Everything that has this tag gets the other one. One undo brings all of it back.
codebook-merge-do = Merge
codebook-merge-nothing = Nothing uses the tag; it goes.
codebook-merge-moves = To { $into } move: { $uses }.
codebook-merge-attributes = { $into } is also asked for { $names }.
codebook-merge-twice =
    { $count ->
        [one] { $count } mark then stands twice at its place.
       *[other] { $count } marks then stand twice at their place.
    }
codebook-merge-stay =
    { $count ->
        [one] One cannot become { $into } as the guideline stands. A click goes to it.
       *[other] { $count } cannot become { $into } as the guideline stands. A click goes to one.
    }
codebook-merge-beside = “{ $words }” ({ $other }) is in the way
codebook-merge-rest =
    { $count ->
        [0] Nothing else to merge
        [one] Merge the other one
       *[other] Merge the other { $count }
    }
codebook-merged-rest = Merged { $moved }; { $count } kept their tag
codebook-merge-none = Not merged: the guideline lets none of the tag’s marks become the other one.
codebook-merge-refused =
    { $count ->
        [one] Not merged: one of the tag’s marks cannot become { $into }. Merge the others, or change it first. { $reason }
       *[other] Not merged: { $count } of the tag’s marks cannot become { $into }. Merge the others, or change these first. The first reason: { $reason }
    }
codebook-import-title = Import a codebook
codebook-import-counts = { $added } new, { $changed } changed, { $same } the same, { $left } only here and left as they are
codebook-import-do = Import
codebook-import-added = new
codebook-import-same = the same
codebook-import-left = only here; stays
codebook-import-changed = changes: { $fields }
codebook-import-unknown = Not known here and left out: { $names }.
codebook-import-no-parent = The tag it stands under ({ $tag }) is not in the file; it stands at the top.
codebook-import-no-ends =
    { $count ->
        [one] { $count } end of the relation is unknown and left out.
       *[other] { $count } ends of the relation are unknown and left out.
    }
codebook-import-key = Its key { $key } is that of { $tag }; left out.
codebook-import-circle = It would stand under itself; it stays where it is.
codebook-imported = Codebook imported: { $added } tags new, { $changed } changed
codebook-exported = Codebook exported, { $verified } of { $total } tags verified: { $path }
codebook-exported-lost = This format does not carry: { $lost }.
codebook-told-apart =
    { $count ->
        [one] { $count } tag has a pattern of its own now
       *[other] { $count } tags have patterns of their own now
    }
codebook-field-names = names
codebook-field-other-names = names in other languages
codebook-field-place = place in the tree
codebook-field-color = colour
codebook-field-color-dark = colour on dark
codebook-field-key = key
codebook-field-kind = what it is put on
codebook-field-description = description
codebook-field-examples = examples
codebook-field-attributes = attributes
codebook-field-overlap = overlap
codebook-field-ends = ends
codebook-field-pattern = pattern
codebook-field-retired = retired or not
codebook-field-extra = fields of a newer version
codebook-no-name = A tag needs a name in one language at least.
codebook-no-color = “{ $color }” is no colour; write it as { $form }.
codebook-no-key = “{ $key }” is no key for a tag; use one letter from A to Z.
codebook-key-taken = The key { $key } gives “{ $tag }”; choose another, or take it from there.
codebook-inside-itself = “{ $tag }” cannot stand under itself or under a tag below it.
codebook-kind-documents = “{ $tag }” stays a tag for documents: { $count } of its marks have no place in the text.
codebook-kind-relations = “{ $tag }” stays a tag for relations: it has { $count }.
codebook-kind-marks = “{ $tag }” cannot become a tag for relations: it has { $count } marks.
codebook-twice = There are two called “{ $name }”; give one of them another name.
codebook-unnamed = An attribute and each of its choices need a name.
codebook-range = In “{ $name }” the smallest number is above the largest.
codebook-default = What “{ $name }” starts with is not among what it allows.
codebook-in-use = “{ $tag }” cannot be deleted: { $uses } still use it. Merge it into another tag or retire it.
codebook-merge-same = A tag cannot be merged into itself; choose another.
codebook-merge-kinds = “{ $from }” and “{ $into }” are put on different things, so they cannot be merged.
codebook-merge-retired = “{ $tag }” is retired; bring it back before merging into it.
codebook-empty-file = There is no tag in this file; choose a codebook.
format-newer = This file was written by a newer Hashiya (file version { $version }; this program knows up to { $known }); update the program to read it.
export-no-codes = A REFI-QDA codebook needs at least one code, and there is no tag; make one first.
codebook-file-broken = This is not a valid file of the format { $format }: { $reason } ({ $place }).
codebook-format-json = Hashiya codebook (JSON)
codebook-format-csv = CSV codebook
codebook-format-qdc = REFI-QDA codebook
codebook-format-any = codebook
fault-place-top = at the top
fault-place-line = line { $line }
fault-place-column = line { $line }, column { $column }
fault-place-byte = byte { $byte }
fault-place-size = { $size } MB
fault-too-large = it is far too large for a codebook
fault-not-utf8 = it is not UTF-8 text; save it as UTF-8
fault-not-utf16 = it is not valid UTF-16
fault-ends-early = it ends in the middle
fault-not-json = it is no valid JSON; a sign is missing here, or one too many
fault-other-format = “format” should be “hashiya-codebook”, and “{ $found }” is there
fault-no-format = “format” should be “hashiya-codebook”, and nothing is there
fault-missing-field = the field “{ $found }” is missing
fault-unknown-word = “{ $found }” is none of the words that are known here
fault-wrong-value = a value is of another kind than it should be
fault-two-ids = two tags have the id “{ $found }”
fault-not-a-table = the table cannot be read; look for a quotation mark that is not closed
fault-no-columns = there is neither a column “id” nor one “name en” or “name ar”
fault-nameless = the row has neither an id nor a name
fault-id-twice = the id “{ $found }” stands in line { $line } already
fault-unknown = “{ $found }” is no { $column }; there are { $known }
fault-no-color = “{ $found }” is no colour; write it as { $form }
fault-no-number = the order “{ $found }” is no whole number
fault-not-yes-no = “{ $found }” in { $column } should be yes or no
fault-attributes = the attributes are not as they should be
fault-not-xml = it is no well-formed XML
fault-wrong-end = { $found } ends where { $expected } is open
fault-not-closed = { $found } is not closed
fault-unknown-reference = { $found } is not known
fault-no-codes = there is no element CodeBook with Codes in it
fault-too-deep = the codes lie too deep in one another
fault-no-name = a Code has no name
fault-no-guid = the code “{ $found }” has no guid
fault-guid-twice = the guid of “{ $found }” stands in line { $line } already
dialog-codebook-title = Open a codebook
dialog-filter-codebook = Codebooks
dialog-filter-qdc = REFI-QDA codebooks
tag-all-ticked = { $count } of { $total }
tag-all-is-marked = Marked already
tag-all-is-suggested = Suggested
tag-all-is-other = Is { $tag }
tag-all-is-inside = Inside { $tag }
tag-all-is-within = Overlaps the same tag
tag-all-is-crossing = Crosses { $tag }
tag-all-is-furniture = Outside the article
tag-all-is-doubtful = May be another word
claims-tag = Tag these numbers…
action-annotation-retype-all =
    { $count ->
        [one] making { $words } a { $tag } in one place
       *[other] making { $words } a { $tag } in { $count } places
    }
action-annotation-untag-all =
    { $count ->
        [one] removing the mark { $tag } from { $words } in one place
       *[other] removing the mark { $tag } from { $words } in { $count } places
    }
toast-tag-all =
    { $count ->
        [one] Marked { $words } as { $tag } in one place
       *[other] Marked { $words } as { $tag } in { $count } places
    }
toast-retype-all =
    { $count ->
        [one] { $words } is { $tag } now in one place
       *[other] { $words } is { $tag } now in { $count } places
    }
toast-untag-all =
    { $count ->
        [one] Removed one mark from { $words }
       *[other] Removed { $count } marks from { $words }
    }
error-nothing-to-tag = There are no words here to look for. Select some, or put the caret into a word.
error-too-long-to-tag = That is too long to look for everywhere. Select a name or a short phrase.
error-parts-to-tag = This mark has several parts, which cannot be looked for together. Select words instead.
error-nothing-ticked = Nothing is ticked. Tick the places to be done with Space.
error-no-tag-chosen = No tag is chosen. Press a tag’s key, or type part of its name.
tag-all-title-mark = Tag all occurrences
tag-all-title-retype = Change the tag of all
tag-all-title-unmark = Remove the tag from all
tag-all-words = Words to look for
tag-all-task = What to do
tag-all-mark = Mark
tag-all-retype = Change tag
tag-all-unmark = Remove
tag-all-scope = Where
tag-all-scope-document = This document
tag-all-scope-open = Open documents
tag-all-scope-project = Whole project
tag-all-exact = Exact
tag-all-exact-hint = Only these very letters, vowel signs and digits
tag-all-clitics = و ف ب ل ك ال
tag-all-clitics-hint = Also behind clitics; the mark leaves them out
tag-all-aliases =
    { $count ->
        [one] One other name
       *[other] { $count } other names
    }
tag-all-go-retype =
    { $count ->
        [0] Nothing to change
        [one] Change one mark
       *[other] Change { $count } marks
    }
tag-all-go-unmark =
    { $count ->
        [0] Nothing to remove
        [one] Remove one mark
       *[other] Remove { $count } marks
    }

## History

menu-history = Step of the history
command-view-history = History
command-history-go = Show what it changed
command-history-undo-step = Undo this step alone
command-history-restore-before = Go back to before this step
command-history-restore-after = Go back to after this step
lower-history = History
history-filter = Filter the history
history-step = Step
history-kind-marks = Marks
history-kind-entities = Entities
history-kind-tags = Tags
history-kind-documents = Documents
history-kind-notes = Notes
history-kind-relations = Relations
history-kind-suggestions = Suggestions
history-with-undo = Undo and redo as steps too
history-today = Today
history-undone = undone
history-searching = Searching the history…
history-none = Nothing has been done yet.
history-none-fits = No step fits the filter.
history-steps =
    { $count ->
        [one] { $count } step
       *[other] { $count } steps
    }
history-forgotten =
    { $count ->
        [one] { $count } earlier change is in the project, but not in its journal: it cannot be undone
       *[other] { $count } earlier changes are in the project, but not in its journal: they cannot be undone
    }
history-nothing-to-show = What this step changed is no longer there to be shown.
history-nothing-differs = Nothing differs from that moment: there is nothing to go back to.
history-undone-already = This step is undone already.
history-is-undo = This step undid another one. Undo or redo that one instead.
history-no-longer-fits = This step cannot be undone alone: what it changed has changed since.
history-built-on = This step cannot be undone alone, because a later one builds on it: { $steps }. Undo that first.
history-built-on-more =
    { $count ->
        [one] This step cannot be undone alone, because later ones build on it: { $steps } and { $count } more. Undo those first.
       *[other] This step cannot be undone alone, because later ones build on it: { $steps } and { $count } more. Undo those first.
    }
toast-restored =
    { $count ->
        [one] Went back; { $count } record changed. Undo brings the later state again.
       *[other] Went back; { $count } records changed. Undo brings the later state again.
    }
toast-step-undone = Undone alone: { $step }
toast-forgotten =
    { $count ->
        [one] The journal lacks the first change: it is in the project, but cannot be undone.
       *[other] The journal lacks the first { $count } changes: they are in the project, but cannot be undone.
    }
action-history-restore = going back to an earlier state
step-undid = Undid: { $step }
step-redid = Redid: { $step }
step-restored =
    { $count ->
        [one] Went back to an earlier state: { $count } record
       *[other] Went back to an earlier state: { $count } records
    }
step-action = Step: { $action }
step-unknown =
    { $count ->
        [one] A change to { $count } record
       *[other] A change to { $count } records
    }
step-marked =
    { $count ->
        [one] Marked “{ $words }” as { $tag }
       *[other] Marked “{ $words }” as { $tag } in { $count } places
    }
step-marked-several = Marked { $count } places as { $tag }: { $words }
step-marked-mixed = Marked { $count } places with several tags: { $words }
step-accepted =
    { $count ->
        [one] Accepted “{ $words }” as { $tag }
       *[other] Accepted “{ $words }” as { $tag } in { $count } places
    }
step-accepted-several = Accepted { $count } suggestions as { $tag }: { $words }
step-imported-marks =
    { $count ->
        [one] Imported { $count } mark
       *[other] Imported { $count } marks
    }
step-unmarked =
    { $count ->
        [one] Removed the mark { $tag } from “{ $words }”
       *[other] Removed the mark { $tag } from “{ $words }” in { $count } places
    }
step-unmarked-several = Removed { $count } marks: { $words }
step-retagged =
    { $count ->
        [one] Changed “{ $words }” from { $from } to { $to }
       *[other] Changed “{ $words }” from { $from } to { $to } in { $count } places
    }
step-retagged-several =
    { $count ->
        [one] Changed { $count } mark to { $to }: { $words }
       *[other] Changed { $count } marks to { $to }: { $words }
    }
step-moved-borders = Moved the borders of “{ $before }”: now “{ $words }”
step-note-mark = Note on “{ $words }”: { $note }
step-note-mark-removed = Removed the note on “{ $words }”
step-linked =
    { $count ->
        [one] Linked “{ $words }” to { $name }
       *[other] Linked { $count } mentions to { $name }: { $words }
    }
step-unlinked =
    { $count ->
        [one] Took “{ $words }” from its entity
       *[other] Took { $count } mentions from their entity: { $words }
    }
step-answered =
    { $count ->
        [one] Changed the attributes of “{ $words }”
       *[other] Changed the attributes of { $count } marks: { $words }
    }
step-graded =
    { $count ->
        [one] Graded “{ $words }”: { $grade }
       *[other] Graded { $count } marks { $grade }: { $words }
    }
step-confidence =
    { $count ->
        [one] How sure “{ $words }” is: { $percent }
       *[other] How sure { $count } marks are: { $percent }: { $words }
    }
step-changed-marks =
    { $count ->
        [one] Changed the mark “{ $words }”
       *[other] Changed { $count } marks: { $words }
    }
step-entities-merged =
    { $count ->
        [one] Merged the entity { $name } into { $into }
       *[other] Merged { $count } entities into { $into }: { $name }…
    }
step-entity-new-linked =
    { $count ->
        [one] New entity { $name } for “{ $words }”
       *[other] New entity { $name } for { $count } mentions: “{ $words }”
    }
step-entity-new =
    { $count ->
        [one] New entity { $name }
       *[other] { $count } new entities: { $name }…
    }
step-entity-removed =
    { $count ->
        [one] Removed the entity { $name }
       *[other] Removed { $count } entities: { $name }…
    }
step-entity-renamed = Renamed the entity { $from } to { $to }
step-entity-changed =
    { $count ->
        [one] Changed the entity { $name }
       *[other] Changed { $count } entities: { $name }…
    }
step-tag-new =
    { $count ->
        [one] New tag { $name }
       *[other] { $count } new tags: { $name }…
    }
step-tag-removed =
    { $count ->
        [one] Removed the tag { $name }
       *[other] Removed { $count } tags: { $name }…
    }
step-tag-renamed = Renamed the tag { $from } to { $to }
step-tag-retired =
    { $count ->
        [one] Retired the tag { $name }
       *[other] Retired { $count } tags: { $name }…
    }
step-tag-back =
    { $count ->
        [one] Offered the tag { $name } again
       *[other] Offered { $count } tags again: { $name }…
    }
step-tag-changed =
    { $count ->
        [one] Changed the tag { $name }
       *[other] Changed { $count } tags: { $name }…
    }
step-document-opened =
    { $count ->
        [one] Opened “{ $title }”
       *[other] Opened { $count } documents: “{ $title }”…
    }
step-document-closed =
    { $count ->
        [one] Took “{ $title }” out of the project
       *[other] Took { $count } documents out of the project: “{ $title }”…
    }
step-document-new =
    { $count ->
        [one] “{ $title }” is new again
       *[other] { $count } documents are new again: “{ $title }”…
    }
step-document-in-progress =
    { $count ->
        [one] “{ $title }” is in progress
       *[other] { $count } documents are in progress: “{ $title }”…
    }
step-document-done =
    { $count ->
        [one] “{ $title }” is done
       *[other] { $count } documents are done: “{ $title }”…
    }
step-document-encoding =
    { $count ->
        [one] Read “{ $title }” in another encoding
       *[other] Read { $count } documents in another encoding: “{ $title }”…
    }
step-document-renamed = Renamed “{ $from }” to “{ $to }”
step-document-date =
    { $count ->
        [one] Changed the date of “{ $title }”
       *[other] Changed the dates of { $count } documents: “{ $title }”…
    }
step-document-direction =
    { $count ->
        [one] Changed the direction of “{ $title }”
       *[other] Changed the direction of { $count } documents: “{ $title }”…
    }
step-document-paragraph =
    { $count ->
        [one] Changed the direction of a paragraph in “{ $title }”
       *[other] Changed the direction of paragraphs in { $count } documents: “{ $title }”…
    }
step-document-changed =
    { $count ->
        [one] Changed “{ $title }”
       *[other] Changed { $count } documents: “{ $title }”…
    }
step-related =
    { $count ->
        [one] Connected “{ $from }” with “{ $to }”: { $tag }
       *[other] Made { $count } relations { $tag }: “{ $from }” with “{ $to }”…
    }
step-unrelated =
    { $count ->
        [one] Removed the relation { $tag } between “{ $from }” and “{ $to }”
       *[other] Removed { $count } relations { $tag }: “{ $from }” and “{ $to }”…
    }
step-relation-changed =
    { $count ->
        [one] Changed the relation between “{ $from }” and “{ $to }”: { $tag }
       *[other] Changed { $count } relations: { $tag }: “{ $from }” and “{ $to }”…
    }
step-note-written = Note on { $about }: { $note }
step-note-changed = Changed the note on { $about }: { $note }
step-note-removed = Removed the note on { $about }: { $note }
step-rejected =
    { $count ->
        [one] Rejected the suggestion “{ $words }”
       *[other] Rejected { $count } suggestions: “{ $words }”…
    }
step-allowed =
    { $count ->
        [one] Allowed “{ $words }” to be suggested again
       *[other] Allowed { $count } words to be suggested again: “{ $words }”…
    }
step-analyst = Signs as { $name }
step-project = Changed what is said about the project { $name }

## Lists of marks, notes and documents

menu-marks = Marks in the list
command-view-marks = Marks
command-view-notes = Notes
command-marks-pick-all = Select all marks in the list
command-marks-pick-none = Select no mark in the list
command-marks-retag = Change the tag of selected marks
command-marks-remove = Remove selected marks
command-marks-documents-done = Documents of selected marks: done
command-marks-copy = Copy marks as a table
command-marks-copy-counts = Copy counts as a table
action-marks-retag = changing the tags of marks
action-marks-remove = removing marks
action-marks-documents-done = changing the state of documents
lower-marks = Marks
lower-notes = Notes
list-filter = Filter
list-filter-on = Filter · { $count }
list-filter-none = Show everything
marks-filter = Filter marks
marks-column-surface = Words
marks-column-tag = Tag
marks-column-entity = Entity
marks-column-document = Document
marks-column-place = Place
marks-column-note = Note
marks-column-by = By
marks-column-at = When
marks-column-grade = Grade
marks-none = Nothing is marked yet.
marks-none-fits = No mark fits the filter.
marks-picked =
    { $count ->
        [one] { $count } selected
       *[other] { $count } selected
    }
marks-this-document = In this document only
marks-this-entity = Mentions of { $name } only
marks-with-note = With a note
marks-without-note = Without a note
marks-with-entity = With an entity
marks-without-entity = Without an entity
marks-unanswered = Required attributes unanswered
toast-marks-retagged =
    { $count ->
        [0] The marks had this tag already
        [one] { $count } mark has the tag now
       *[other] { $count } marks have the tag now
    }
toast-marks-removed =
    { $count ->
        [one] { $count } mark removed
       *[other] { $count } marks removed
    }
toast-documents-done =
    { $count ->
        [0] These documents were done already
        [one] { $count } document is done now
       *[other] { $count } documents are done now
    }
notes-filter = Filter notes
notes-about-all = All notes
notes-about-mark = Mark
notes-about-document = Document
notes-about-entity = Entity
notes-about-tag = Tag
notes-about-project = Project
notes-column-about = On
notes-column-name = Name
notes-column-text = Note
notes-none = There are no notes yet.
notes-none-fits = No note fits the filter.
counts-all = All
documents-title-some = Documents · { $shown } of { $total }
documents-filter = Filter documents
documents-none-fits = No document fits the filter.
documents-progress = { $done } of { $total } done
documents-begun =
    { $count ->
        [one] { $count } in progress
       *[other] { $count } in progress
    }
documents-state-done-empty = Done, nothing to mark
documents-state-all = In every state
documents-sort = Order and filter
documents-sort-order = As they were opened
documents-sort-title = By title
documents-sort-state = State
documents-sort-marks = By marks
documents-sort-changed = By last change
documents-sort-size = By length
documents-sort-down = The other way round
command-document-warn-done = Say what is open when a document is done
done-unanswered =
    { $unanswered ->
        [one] The document is done, but { $unanswered } mark lacks a required answer.
       *[other] The document is done, but { $unanswered } marks lack a required answer.
    }
done-suggested =
    { $suggested ->
        [one] The document is done, but { $suggested } suggestion is open.
       *[other] The document is done, but { $suggested } suggestions are open.
    }
done-unanswered-suggested =
    { $unanswered ->
        [one] The document is done, but { $unanswered } mark lacks a required answer, and suggestions are open: { $suggested }.
       *[other] The document is done, but { $unanswered } marks lack a required answer, and suggestions are open: { $suggested }.
    }

## Modes

command-view-reading-mode = Reading mode: change nothing
command-view-focus-mode = Focus: the page alone
status-reading-mode = Reading mode
toast-reading-mode = Reading mode is on: nothing is changed. F10 switches it off.
command-codebook-list-uses = List all marks of the tag
codebook-list = List
