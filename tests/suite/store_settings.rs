//! Settings and documents read from the disk.

use hashiya::model::{Id, Timestamp};
use hashiya::store::{
    Places, Settings, StoreError, documents_in, is_project, read_document, sha256_hex,
    with_project_suffix, write_atomically,
};
use serde_json::json;
use std::fs;
use std::path::{Path, PathBuf};

#[test]
fn settings_come_back_with_what_a_newer_version_added() {
    let folder = tempfile::tempdir().unwrap();
    let path = Places::under(folder.path()).settings();
    assert_eq!(Settings::load(&path), Settings::default());
    let mut settings = Settings::default();
    settings.add_recent(Path::new("/a/ب.hashiya.json"));
    settings.add_recent(Path::new("/c"));
    settings.add_recent(Path::new("/a/ب.hashiya.json"));
    settings.theme = "dark".to_owned();
    settings.zoom = 1.25;
    settings.panes = json!({"left": [1, 2]});
    settings.window.width = 900.5;
    settings.analyst = "ليلى".to_owned();
    settings.extra.insert("future".to_owned(), json!([1]));
    settings.save(&path).unwrap();
    let read = Settings::load(&path);
    assert_eq!(read, settings);
    assert_eq!(
        read.recent,
        [PathBuf::from("/a/ب.hashiya.json"), PathBuf::from("/c")]
    );
}

#[test]
fn garbage_in_one_setting_costs_only_that_one() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("settings.json");
    let json = json!({
        "zoom": "big", "theme": "sepia", "recent": 5, "face": null,
        "window": {"width": -3, "height": 700, "maximized": true},
    });
    fs::write(&path, json.to_string()).unwrap();
    let settings = Settings::load(&path);
    assert_eq!((settings.zoom, settings.theme.as_str()), (1.0, "sepia"));
    assert_eq!(
        (settings.window.width, settings.window.height),
        (1280.0, 700.0)
    );
    for garbage in ["", "[]", "{\"zoom\": ", "\u{0}"] {
        fs::write(&path, garbage).unwrap();
        assert_eq!(Settings::load(&path), Settings::default());
        let kept = folder.path().join("settings.json.unreadable");
        assert_eq!(fs::read_to_string(kept).unwrap(), garbage);
    }
}

#[test]
fn documents_are_read_with_encoding_and_hash() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("خبر.txt");
    let bytes = b"\xC3\xE5\xE1\xC7\xF0 \xC8\xDF\xE3 \xDD\xED \xC7\xE1\xDA\xD1\xC7\xDE\r\n";
    fs::write(&path, bytes).unwrap();
    let read = read_document(&path, None).unwrap();
    assert_eq!(
        (read.decoded.encoding, read.decoded.guessed),
        ("windows-1256", true)
    );
    assert_eq!(read.decoded.text, "أهلاً بكم في العراق\r\n");
    assert_eq!(read.sha256, sha256_hex(bytes));
    let document = read.into_document(Id::new("d"), "خبر", Timestamp::UNIX_EPOCH, 4);
    assert_eq!(
        (document.order, document.encoding.as_str()),
        (4, "windows-1256")
    );
    assert_eq!(document.source.as_deref(), path.to_str());
    fs::write(&path, b"PK\x03\x04 and so on").unwrap();
    let error = read_document(&path, None).unwrap_err();
    assert!(matches!(error, StoreError::Binary { .. }));
    assert!(error.to_string().ends_with("خبر.txt"), "{error}");
    assert!(matches!(
        read_document(folder.path(), None),
        Err(StoreError::IsFolder(_))
    ));
}

#[test]
fn folders_give_their_texts_in_order() {
    let folder = tempfile::tempdir().unwrap();
    let put = |name: &str| {
        let path = folder.path().join(name);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, "x").unwrap();
    };
    for name in [
        "b.txt",
        "a/c.TXT",
        "a/.hidden.txt",
        ".git/x.txt",
        "pic.png",
        "a/d.md",
    ] {
        put(name);
    }
    let found: Vec<_> = documents_in(folder.path())
        .unwrap()
        .into_iter()
        .map(|path| path.strip_prefix(folder.path()).unwrap().to_owned())
        .collect();
    assert_eq!(
        found,
        [
            Path::new("a/c.TXT"),
            Path::new("a/d.md"),
            Path::new("b.txt")
        ]
    );
    assert!(documents_in(&folder.path().join("none")).is_err());
    assert!(is_project(Path::new("x.hashiya.json")) && !is_project(&folder.path().join("b.txt")));
}

#[test]
fn project_names_get_their_ending_once() {
    for (given, expected) in [
        ("/a/x", "/a/x.hashiya.json"),
        ("/a/x.hashiya.json", "/a/x.hashiya.json"),
        ("/a/x.json", "/a/x.hashiya.json"),
        ("/a/x.hashiya.json.json", "/a/x.hashiya.json"),
        ("/a/x.hashiya", "/a/x.hashiya.json"),
        ("/a/v1.2", "/a/v1.2.hashiya.json"),
        ("قضية", "قضية.hashiya.json"),
    ] {
        assert_eq!(with_project_suffix(Path::new(given)), Path::new(expected));
    }
}

#[test]
fn a_replaced_file_keeps_its_mode_and_leaves_nothing_beside() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("f");
    write_atomically(&path, b"one").unwrap();
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        fs::set_permissions(&path, fs::Permissions::from_mode(0o640)).unwrap();
        write_atomically(&path, b"two").unwrap();
        let mode = fs::metadata(&path).unwrap().permissions().mode();
        assert_eq!(mode & 0o777, 0o640);
    }
    assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 1);
    let nowhere = folder.path().join("none/f");
    assert!(matches!(
        write_atomically(&nowhere, b""),
        Err(StoreError::Missing(_))
    ));
}
