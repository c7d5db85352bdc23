## General

app-name = Hashiya
app-tagline = Close reading and annotation of Arabic documents
button-ok = OK
button-cancel = Cancel
button-close = Close
button-save = Save
button-save-as = Save as…
button-discard = Discard changes
button-open = Open
button-export = Export
button-retry = Try again
button-show = Show
button-copy = Copy
button-continue = Continue
yes = Yes
no = No
none = None
unknown = Unknown
untitled-project = Untitled project
untitled-document = Untitled document
unnamed-analyst = Analyst

## Counts

count-documents =
    { $count ->
        [one] { $count } document
       *[other] { $count } documents
    }
count-marks =
    { $count ->
        [one] { $count } mark
       *[other] { $count } marks
    }
count-words =
    { $count ->
        [one] { $count } word
       *[other] { $count } words
    }
count-paragraphs =
    { $count ->
        [one] { $count } paragraph
       *[other] { $count } paragraphs
    }
count-code-points =
    { $count ->
        [one] { $count } code point
       *[other] { $count } code points
    }
count-notes =
    { $count ->
        [one] { $count } note
       *[other] { $count } notes
    }
count-changes =
    { $count ->
        [one] { $count } change
       *[other] { $count } changes
    }
count-files =
    { $count ->
        [one] { $count } file
       *[other] { $count } files
    }
count-matches =
    { $count ->
        [one] { $count } match
       *[other] { $count } matches
    }

## Menus

menu-file = File
menu-edit = Edit
menu-mark = Mark
menu-view = View
menu-go = Go
menu-help = Help
menu-recent = Open recent
menu-recent-empty = No recent files
menu-recent-clear = Clear this list
menu-export = Export marks
menu-theme = Theme
menu-language = Language
menu-face = Reading face
menu-document-state = Document state
menu-document-direction = Document direction
menu-tag-with = Tag with
menu-boundaries = Move a boundary
menu-readers = Readers

## Commands: File

command-file-open = Open…
command-file-open-folder = Open folder…
command-file-open-path = Open by path…
command-file-open-recent = Open recent
command-file-open-sample = Open the sample articles
command-file-save = Save
command-file-save-as = Save as…
command-file-export = Export marks…
command-file-export-json = Export as annotated set (JSON)…
command-file-export-jsonl = Export as JSON Lines…
command-file-export-csv = Export as table (CSV)…
command-file-import = Import marks…
command-file-reload-encoding = Read again in another encoding…
command-file-close-document = Close document
command-file-close-window = Close window
command-file-quit = Quit

## Commands: Edit

command-edit-undo = Undo
command-edit-undo-what = Undo { $action }
command-edit-redo = Redo
command-edit-redo-what = Redo { $action }
command-edit-cut = Cut
command-edit-copy = Copy
command-edit-paste = Paste
command-edit-select-all = Select all
command-edit-find = Find…
command-edit-find-next = Find next
command-edit-find-previous = Find previous
command-edit-find-close = Close find

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
command-annotation-resize = Move a boundary
command-annotation-start-earlier = Extend start
command-annotation-start-later = Shrink start
command-annotation-end-earlier = Shrink end
command-annotation-end-later = Extend end

## Commands: View

command-view-zoom-in = Zoom in
command-view-zoom-out = Zoom out
command-view-zoom-reset = Actual size
command-view-theme-light = Light
command-view-theme-dark = Dark
command-view-theme-sepia = Sepia
command-view-theme-system = Same as the system
command-view-language-en = English
command-view-language-ar = العربية
command-view-face-naskh = Naskh
command-view-face-amiri = Amiri
command-view-line-numbers = Line numbers
command-view-paragraph-numbers = Paragraph numbers
command-view-digits-latin = Digits 123
command-view-digits-arabic-indic = Digits ١٢٣
command-view-documents = Documents panel
command-view-inspector = Inspector
command-view-tags = Tags panel
command-view-full-screen = Full screen
command-view-reader-add = Add reader
command-view-reader-close = Close reader
command-view-reader-next = Next reader

## Commands: Go, Document, Help

command-document-next = Next document
command-document-previous = Previous document
command-document-state-new = New
command-document-state-in-progress = In progress
command-document-state-done = Done
command-document-direction-auto = Automatic
command-document-direction-rtl = Right to left
command-document-direction-ltr = Left to right
command-go-palette = Command palette…
command-help-shortcuts = Keyboard shortcuts
command-help-about = About Hashiya
command-help-licences = Licences

## Actions, as undo and the history name them

action-annotation-tag = tagging with { $tag }
action-annotation-remove = removing the mark { $tag }
action-annotation-note = editing the note
action-annotation-retag = changing the tag to { $tag }
action-annotation-start-earlier = extending the start
action-annotation-start-later = shrinking the start
action-annotation-end-earlier = shrinking the end
action-annotation-end-later = extending the end
action-annotation-add-span = adding words to a mark
action-annotation-end-left = moving the end of a mark
action-annotation-end-right = moving the end of a mark
action-annotation-start-left = moving the start of a mark
action-annotation-start-right = moving the start of a mark
action-annotation-resize = moving a boundary
action-file-open = opening documents
action-file-close-document = closing a document
action-file-reload-encoding = changing the encoding
action-annotation-analyst = changing the name
action-annotation-move = moving a boundary
action-document-add =
    { $count ->
        [one] adding a document
       *[other] adding { $count } documents
    }
action-document-remove = removing the document { $title }
action-document-state-new = changing the document state
action-document-state-in-progress = changing the document state
action-document-state-done = changing the document state
action-document-direction-auto = changing the document direction
action-document-direction-rtl = changing the document direction
action-document-direction-ltr = changing the document direction
action-tag-edit = editing the tag { $tag }
action-file-import = importing marks
action-other = the last change

## Documents panel

documents-title = Documents
entities-title = Names
documents-filter = Filter documents
documents-empty = No documents yet
documents-empty-hint = Open files or a folder, or drop them here.
documents-state-new = New
documents-state-in-progress = In progress
documents-state-done = Done
documents-progress = { $done } of { $total } done
documents-open-here = Open in this reader
documents-open-beside = Open beside

## Reader

reader-title = Reader { $number }
reader-empty = No document in this reader
reader-empty-hint = Choose one from the documents panel.
reader-empty-document = This document has no text.
reader-choose-document = Choose a document
reader-caret-mode = Caret
reader-drop-here = Drop files to open them
reader-more-below = More below

## Inspector

inspector-title = Inspector
inspector-empty = Nothing selected
inspector-empty-hint = Select words and press a tag's key, or choose a mark.
inspector-selection = Selection
inspector-mark = Mark
inspector-marks-here = Marks here
inspector-tag = Tag
inspector-quote = Quote
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
inspector-confidence = Confidence
inspector-history = History
inspector-history-empty = No changes yet
inspector-document = Document
inspector-document-title = Title
inspector-document-file = File
inspector-document-encoding = Encoding
inspector-document-encoding-guessed = { $encoding } (guessed)
inspector-document-direction = Direction
inspector-document-length = Length
inspector-document-state = State
inspector-document-hash = SHA-256
inspector-document-opened = Opened
inspector-remove = Remove mark

## Tags

tags-title = Tags
tags-filter = Find a tag
tags-entities = Entities
tags-passages = Passages
tags-document-tags = Document tags
tags-none-found = No tag is called { $query }
tags-select-first = Select some words first
tags-key = Key { $key }
tag-person = Person
tag-group = Group
tag-organisation = Organisation
tag-place = Place
tag-facility = Facility
tag-people = People
tag-date = Date
tag-number = Number
tag-title = Title
tag-event = Event
tag-weapon = Weapon
tag-address = Address
tag-claim = Claim
tag-quotation = Quotation
tag-context = Context
tag-verify = To verify

## Command palette

palette-title = Commands, tags and documents
palette-hint = Type a command, a tag or a document
palette-empty = Nothing is called { $query }
palette-commands = Commands
palette-tags = Tags
palette-documents = Documents
palette-recent = Recently used
palette-disabled = Not available now

## Status line

status-code-points = Code points { $start }–{ $end }
status-code-point = Code point { $at }
status-selected =
    { $count ->
        [one] { $count } code point selected
       *[other] { $count } code points selected
    }
status-paragraph = Paragraph { $number }
status-paragraph-of = Paragraph { $number } of { $total }
status-line = Line { $number }
status-direction-rtl = Right to left
status-direction-ltr = Left to right
status-direction-auto = Automatic direction
status-saved-at = Saved at { $time }
status-saving = Saving…
status-saved = Saved
status-unsaved = Unsaved
status-unsaved-kept = Unsaved, kept in the journal
status-never-saved = Not saved to a file yet
status-recovered = Recovered
status-read-only = Read-only
status-save-failed = Not saved: { $reason }
status-zoom = { $percent }%
status-encoding = { $encoding }

## Find

find-hint = Find in this document
find-position = { $index } of { $total }
find-no-match = No match for { $query }
find-none = No match
find-exact = Exact
find-exact-hint = Match letters, marks and digits exactly as typed
find-regex = Regular expression
find-regex-error = This is not a regular expression: { $reason }
find-next = Next match
find-previous = Previous match
find-close = Close find
find-wrapped-to-start = Continued from the beginning
find-wrapped-to-end = Continued from the end
find-also-loose =
    { $count ->
        [one] { $count } more with another spelling
       *[other] { $count } more with other spellings
    }
find-level-exact = Exact
find-level-spelling = Spelling
find-level-word = Word form

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
dialog-name-title = Your name
dialog-name-body = The name marks are signed with. Marks made before keep theirs.
dialog-open-title = Open documents or a project
dialog-open-folder-title = Open a folder
dialog-save-title = Save the project
dialog-export-title = Export marks
dialog-import-title = Import marks
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
dialog-encoding-title = Encoding of { $file }
dialog-encoding-body = The encoding was guessed. Choose another if the text below is not readable.
dialog-encoding-preview = Preview
dialog-encoding-locked = This document has marks; its encoding can no longer be changed.
dialog-replace-title = Replace { $file }?
dialog-replace-body = A file with this name exists already.
dialog-replace-confirm = Replace
dialog-changed-title = { $file } was changed by another program
dialog-changed-body = Saving would overwrite those changes. Save under another name, or replace the file.
dialog-close-document-title = Close { $title }?
dialog-close-document-body =
    { $count ->
        [0] It has no marks. Undo brings it back.
        [one] It has { $count } mark, which is removed with it. Undo brings both back.
       *[other] It has { $count } marks, which are removed with it. Undo brings all back.
    }
dialog-recovery-title = Unsaved work was found
dialog-recovery-body =
    { $count ->
        [one] { $count } change from the last session can be recovered.
       *[other] { $count } changes from the last session can be recovered.
    }
dialog-recovery-accept = Recover
dialog-recovery-discard = Discard

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
toast-nothing-to-undo = Nothing to undo
toast-nothing-to-redo = Nothing to redo
toast-tagged = Tagged with { $tag }
toast-mark-removed = Removed the mark { $tag }
toast-copied = Copied
toast-saved = Saved to { $path }
toast-exported =
    { $total ->
        [0] Exported: there were no marks
       *[other] Exported: { $verified } of { $total } marks verified
    }
toast-export-mismatch = Exported to { $path }, but only { $verified } of { $total } marks could be verified
toast-export-lost = This format does not carry: { $lost }
toast-imported =
    { $count ->
        [one] Imported { $count } mark
       *[other] Imported { $count } marks
    }
toast-recovered =
    { $count ->
        [one] Recovered { $count } change
       *[other] Recovered { $count } changes
    }
toast-opened =
    { $count ->
        [one] Opened { $count } document
       *[other] Opened { $count } documents
    }
toast-opened-some = Opened { $opened } of { $total } files
toast-already-open = { $title } is already open
toast-read-only-locked = Read-only: the project is open in another window
toast-read-only-permission = Read-only: you may not write to { $path }
toast-read-only-newer = Read-only: the project was written by a newer version
toast-encoding-changed = Read again as { $encoding }
toast-no-selection = Select some words first
toast-no-mark = Choose a mark first
toast-boundary-at-limit = The boundary cannot move further
toast-reader-limit = No more readers fit in the window

## Errors

error-marked-already = These words have this tag already.
error-no-document = Open a document first.
error-span-overlaps = These words belong to the mark already, or to another document.
error-encoding-source = The file can no longer be read from where it was opened: { $path }
error-encoding-changed = The file on the disk is no longer the one that was opened: { $path }
error-title = Something went wrong
error-open-title = The file could not be opened
error-save-title = The project could not be saved
error-export-title = The marks could not be exported
error-import-title = The marks could not be imported
error-project-title = The project could not be opened
error-command-title = The command could not be carried out
error-details = Details
error-not-found = There is no file here: { $path }
error-is-directory = This is a folder, not a file: { $path }
error-not-directory = This is a file, not a folder: { $path }
error-permission = You may not read or write here: { $path }
error-disk-full = The disk is full; nothing was overwritten: { $path }
error-binary = This is not a text file: { $path }
error-empty-folder = There are no text files in this folder: { $path }
error-encoding = This file does not read as { $encoding }; choose another encoding: { $path }
error-project-broken = This project file is damaged at line { $line }; it was left as it is: { $path }
error-project-foreign = This is not a Hashiya project: { $path }
error-project-newer = A newer version of Hashiya wrote this project; update to open it: { $path }
error-project-locked = Another window has this project open: { $path }
error-journal = The journal could not be written; save the project under another name: { $path }
error-unknown = { $reason }

## Empty states and first steps

welcome-title = Welcome to Hashiya
welcome-body = Open the documents you want to read, or start with the five sample articles.
welcome-open-files = Open files…
welcome-open-folder = Open folder…
welcome-open-sample = Open the sample articles
welcome-recent = Recent
welcome-hint = Select words, then press a tag's key.

## Keyboard shortcuts

shortcuts-title = Keyboard shortcuts
shortcuts-filter = Find a shortcut
shortcuts-tags = Tag keys
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
shortcuts-none = No key
key-ctrl = Ctrl
key-shift = Shift
key-alt = Alt
key-command = Cmd
key-enter = Enter
key-escape = Esc
key-space = Space
key-tab = Tab
key-backspace = Backspace
key-delete = Delete
key-home = Home
key-end = End
key-page-up = Page Up
key-page-down = Page Down
key-up = Up
key-down = Down
key-left = Left
key-right = Right

## About and licences

about-title = About Hashiya
about-version = Version { $version }
about-body = A workbench for close reading and annotation of Arabic and mixed-direction documents. It works without a network; your documents stay on this computer.
about-name = Hashiya (حاشية) is the note a reader writes in the margin of a manuscript.
about-licence = MIT or Apache 2.0, at your choice
licences-title = Licences
licences-fonts = Fonts
licences-libraries = Libraries

## Names for screen readers

label-menu-bar = Menu bar
label-documents = Documents panel
label-reader = Reader { $number }: { $title }
label-inspector = Inspector
label-tags = Tags
label-status = Status line
label-find = Find bar
label-find-query = Text to find
label-find-exact = Exact matches only
label-page = Text of { $title }
label-mark = { $tag }: { $quote }
label-mark-by = { $tag }: { $quote }, marked by { $by }
label-tag-with-key = { $tag }, key { $key }
label-document-row = { $title }, { $state }, { $marks }
label-note = Note on { $quote }
label-path = Path
label-close-toast = Dismiss this message
label-splitter = Divider between panels
label-scroll-bar = Scroll bar
