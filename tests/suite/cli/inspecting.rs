//! What texts hide, on the command line.

use serde_json::Value;

use super::program::Place;

fn strings<'a>(lines: &'a [Value], key: &str) -> Vec<&'a str> {
    lines
        .iter()
        .map(|line| line[key].as_str().unwrap())
        .collect()
}

#[test]
fn every_finding_is_a_line_with_code_points_and_names() {
    let place = Place::new();
    let text = "😀 خبر\r\nملف\u{202E}txt.exe\u{202C} ثم pаypal\nكلمة\u{200B}مقسومة";
    place.write("خبر.txt", text);
    let ran = place.run(&["inspect", "خبر.txt"]).expect(1);
    assert!(ran.out.is_ascii() || ran.out.contains("خبر.txt"));
    let lines = ran.lines();
    assert_eq!(
        strings(&lines, "kind"),
        ["override", "mixed-letters", "inside-word"]
    );
    assert_eq!(strings(&lines, "level"), ["danger", "danger", "notice"]);
    assert_eq!(
        strings(&lines, "text"),
        ["\\u{202e}", "p\\u{430}ypal", "\\u{200b}"]
    );
    let paragraphs: Vec<u64> = lines
        .iter()
        .map(|line| line["paragraph"].as_u64().unwrap())
        .collect();
    assert_eq!(paragraphs, [2, 2, 3]);
    assert_eq!(lines[0]["names"][0], "U+202E RIGHT-TO-LEFT OVERRIDE");
    assert_eq!(lines[1]["names"][0], "U+0430");
    let characters: Vec<char> = text.chars().collect();
    for line in &lines {
        let place = |key: &str| usize::try_from(line[key].as_u64().unwrap()).unwrap();
        let words: String = characters[place("start")..place("end")].iter().collect();
        let plain: String = line["text"]
            .as_str()
            .unwrap()
            .replace("\\u{202e}", "\u{202E}")
            .replace("\\u{430}", "\u{430}")
            .replace("\\u{200b}", "\u{200B}");
        assert_eq!(words, plain);
        assert!(line.get("document").is_none());
    }
}

#[test]
fn honest_texts_are_fine_and_infos_come_when_asked_for() {
    let place = Place::new();
    place.write("a.txt", "قوات سوريا\u{A0}الديمقراطية\n");
    place.write("b.txt", "قسد A \u{200F} B\n");
    let ran = place.run(&["inspect", "a.txt", "b.txt"]).expect(0);
    assert_eq!(ran.out, "");
    let lines = place
        .run(&["inspect", "--all", "a.txt", "b.txt"])
        .expect(0)
        .lines();
    assert_eq!(strings(&lines, "kind"), ["reordered"]);
    assert_eq!(strings(&lines, "level"), ["info"]);
    // A notice is no danger.
    place.write("c.txt", "is\u{200B}Admin");
    place.run(&["inspect", "c.txt"]).expect(0);
}

#[test]
fn file_names_projects_and_folders_are_looked_at() {
    let place = Place::new();
    std::fs::create_dir(place.path("folder")).unwrap();
    place.write("folder/evil\u{202E}exe.txt", "قسد");
    let ran = place.run(&["inspect", "folder"]).expect(1);
    let lines = ran.lines();
    assert_eq!(strings(&lines, "kind"), ["file-name"]);
    assert!(
        lines[0]["file"]
            .as_str()
            .unwrap()
            .ends_with("evil⟨RLO⟩exe.txt")
    );
    assert!(lines[0]["start"].is_null() && lines[0]["paragraph"].is_null());
    assert!(!ran.out.contains('\u{202E}'));

    place.write("d.txt", "then \u{2067}''' ;return");
    place
        .run(&["import", "d.txt", "--out", "p.hashiya.json"])
        .expect(0);
    let lines = place.run(&["inspect", "p.hashiya.json"]).expect(1).lines();
    // The text, and the title that was taken from it.
    assert_eq!(strings(&lines, "kind"), ["unclosed", "unclosed"]);
    assert!(lines[0]["document"].as_str().unwrap().contains("return"));
    assert!(lines[1]["record"].as_str().unwrap().starts_with("title "));
}

#[test]
fn exports_keep_every_character() {
    let place = Place::new();
    let text =
        "a\u{202E}b\u{202C} كتـ\u{200C}اب\u{A0}\u{FEFF}\u{2067}x\r\nم\u{651}\u{64E}\u{85}\u{E0041}";
    place.write("d.txt", text);
    place
        .run(&["import", "d.txt", "--out", "p.hashiya.json"])
        .expect(0);
    place
        .run(&[
            "export",
            "p.hashiya.json",
            "--format",
            "json",
            "--out",
            "s.json",
        ])
        .expect(0);
    for file in ["p.hashiya.json", "s.json"] {
        let set: Value = serde_json::from_str(&place.read(file)).unwrap();
        assert_eq!(set["documents"][0]["text"], text, "{file}");
    }
}

#[test]
fn labels_of_a_project_are_read_too() {
    let place = Place::new().with_project();
    place.run(&["inspect", "p.hashiya.json"]).expect(0);
    let project = place.read("p.hashiya.json");
    let turned = project.replacen("Group", "Grоup", 1);
    assert_ne!(project, turned);
    place.write("q.hashiya.json", turned);
    let lines = place.run(&["inspect", "q.hashiya.json"]).expect(1).lines();
    assert_eq!(strings(&lines, "kind"), ["mixed-letters"]);
    assert_eq!(strings(&lines, "record"), ["tag group"]);
    assert_eq!(strings(&lines, "text"), ["Gr\\u{43e}up"]);
}

#[test]
fn what_cannot_be_read_is_said_and_the_rest_is_looked_at() {
    let place = Place::new();
    place.write("a.txt", "a\u{202E}b");
    let ran = place
        .run(&["inspect", "none\u{202E}.txt", "a.txt"])
        .expect(2);
    assert_eq!(ran.lines().len(), 2, "the name, and the text: {}", ran.out);
    assert!(ran.messages.contains("⟨RLO⟩") && !ran.messages.contains('\u{202E}'));
    place.run(&["inspect"]).fails_with("<FILE>");
}
