//! Suggestions on the command line, and their score.

use serde_json::Value;

use super::program::Place;

/// The words and types of the lines.
fn pairs(lines: &[Value]) -> Vec<(&str, &str)> {
    lines
        .iter()
        .map(|line| {
            (
                line["text"].as_str().unwrap(),
                line["type"].as_str().unwrap(),
            )
        })
        .collect()
}

#[test]
fn every_line_has_the_fields_of_the_contract() {
    let place = Place::new();
    let text = "😀 قال «قسد»\r\nفي دمشق أمس\r\nشارك\r\nتابعنا : info@example.org";
    place.write("خبر.txt", text);
    let lines = place.run(&["suggest", "خبر.txt"]).expect(0).lines();
    let expected = [
        ("قسد", "GROUP"),
        ("دمشق", "LOC"),
        ("أمس", "DATE"),
        ("info@example.org", "EMAIL"),
    ];
    assert_eq!(pairs(&lines), expected);
    let characters: Vec<char> = text.chars().collect();
    for line in &lines {
        let place = |key: &str| usize::try_from(line[key].as_u64().unwrap()).unwrap();
        let words: String = characters[place("start")..place("end")].iter().collect();
        assert_eq!(line["text"], words);
        assert_eq!(line["file"], "خبر.txt");
        assert!((0.0..=1.0).contains(&line["confidence"].as_f64().unwrap()));
        assert!(!line["source"].as_str().unwrap().is_empty());
        let reason = line["reason"].as_str().unwrap();
        assert!(!reason.contains(['\u{2068}', '\u{2069}']), "{reason}");
        assert!(line.get("document").is_none());
    }
    assert!(lines[0]["canonical"].is_string());
    assert!(lines[2]["canonical"].is_null());
}

#[test]
fn encodings_are_read_as_everywhere() {
    let place = Place::new();
    // Windows-1256: "في دمشق".
    let bytes = [0xDD, 0xED, 0x20, 0xCF, 0xE3, 0xD4, 0xDE];
    place.write("w.txt", bytes);
    let forced = ["suggest", "w.txt", "--encoding", "windows-1256"];
    let lines = place.run(&forced).expect(0).lines();
    assert_eq!(pairs(&lines), [("دمشق", "LOC")]);
    let utf16: Vec<u8> = "\u{FEFF}في دمشق"
        .encode_utf16()
        .flat_map(u16::to_le_bytes)
        .collect();
    place.write("u.txt", utf16);
    let lines = place.run(&["suggest", "u.txt"]).expect(0).lines();
    assert_eq!(pairs(&lines), [("دمشق", "LOC")]);
    assert_eq!(lines[0]["start"], 3);
}

#[test]
fn a_file_that_cannot_be_read_hides_no_other() {
    let place = Place::new();
    place
        .write("empty.txt", "")
        .write("b.txt", "\u{7f}ELF\0\0\0")
        .write("t.txt", "في دمشق");
    place.run(&["suggest", "empty.txt"]).expect(0);
    place
        .run(&["suggest", "b.txt"])
        .fails_with("This is not a text");
    place
        .run(&["suggest", "none.txt"])
        .fails_with("There is no file here");
    place
        .run(&["suggest", "."])
        .fails_with("This is a folder, not a file");
    place.run(&["suggest"]).expect(2);
    let forced = ["suggest", "t.txt", "--encoding", "klingon"];
    place.run(&forced).fails_with("There is no text encoding");
    let all = ["suggest", "none.txt", "empty.txt", "t.txt"];
    let ran = place.run(&all).expect(2);
    assert_eq!(pairs(&ran.lines()), [("دمشق", "LOC")]);
    assert!(ran.messages.contains("none.txt"));
}

#[test]
fn a_project_suggests_what_it_has_learned() {
    let place = Place::new();
    let word = "الزبرقان";
    let set = format!(
        r#"{{"format":"hashiya-annotated-set","version":1,"analysts":[{{"id":"a1","name":"سارة"}}],
        "documents":[
         {{"id":"d1","title":"أول","text":"زار {word} المكان ثم عاد {word} مساء","annotations":[
          {{"id":"m1","tag":"group","by":"a1","at":"2026-01-02T03:04:05Z","spans":[{{"start":4,"end":12,"quote":"{word}"}}]}},
          {{"id":"m2","tag":"group","by":"a1","at":"2026-01-02T03:04:05Z","spans":[{{"start":27,"end":35,"quote":"{word}"}}]}}]}},
         {{"id":"d2","title":"ثان","text":"رأيت {word} هنا","annotations":[]}}]}}"#
    );
    place.write("set.json", set);
    place
        .run(&["import", "set.json", "--out", "p.hashiya.json"])
        .expect(0);
    let lines = place.run(&["suggest", "p.hashiya.json"]).expect(0).lines();
    let of = |title: &str| -> Vec<&Value> {
        lines
            .iter()
            .filter(|line| line["document"] == title)
            .collect()
    };
    assert_eq!(of("أول").len(), 2, "{lines:?}");
    let second = of("ثان");
    assert_eq!(second.len(), 1, "{lines:?}");
    assert_eq!(second[0]["text"], word);
    assert_eq!(second[0]["type"], "GROUP");
    assert_eq!(second[0]["source"], "learned");
    place.write("plain.txt", format!("رأيت {word} هنا"));
    let plain = place.run(&["suggest", "plain.txt"]).expect(0).lines();
    assert!(plain.iter().all(|line| line["source"] != "learned"));
}

#[test]
fn a_list_of_words_of_ones_own_counts() {
    let place = Place::new();
    place
        .write("t.txt", "قرب الزبرقان")
        .write("own.tsv", "# mine\nown-1\tFAC\tالزبرقان\t\t\t\t\n");
    let own = ["suggest", "t.txt", "--words", "own.tsv"];
    let lines = place.run(&own).expect(0).lines();
    assert_eq!(pairs(&lines), [("الزبرقان", "FAC")]);
    place
        .run(&["suggest", "t.txt", "--words", "none.tsv"])
        .fails_with("There is no file here");
}

/// Two documents, the second without a prediction.
fn scored() -> Place {
    let place = Place::new();
    for folder in ["gold", "pred"] {
        std::fs::create_dir(place.path(folder)).unwrap();
    }
    place
        .write("gold/a.txt", "وصل إلى دمشق أمس")
        .write(
            "gold/a.jsonl",
            "{\"start\":8,\"end\":12,\"type\":\"LOC\",\"canonical\":\"damascus\"}\n\n\
             {\"start\":13,\"end\":16,\"type\":\"DATE\",\"canonical\":null}\n",
        )
        .write("gold/b.txt", "في حلب")
        .write(
            "gold/b.jsonl",
            "{\"start\":3,\"end\":6,\"type\":\"LOC\",\"canonical\":\"aleppo\"}",
        )
        .write(
            "pred/a.jsonl",
            "{\"start\":8,\"end\":12,\"type\":\"LOC\",\"canonical\":\"x\"}\n\
             {\"start\":0,\"end\":3,\"type\":\"PERSON\"}\n",
        );
    place
}

#[test]
fn a_score_counts_every_document() {
    let place = scored();
    let report = place
        .run(&["score", "gold", "pred", "--json", "--by-doc"])
        .expect(0)
        .json();
    assert_eq!(report["documents"], 2);
    assert_eq!(report["missing"], serde_json::json!(["b"]));
    let all = &report["scores"]["strict all"]["ALL"];
    assert_eq!(
        (&all["tp"], &all["fp"], &all["fn"]),
        (&1.into(), &1.into(), &2.into())
    );
    assert_eq!(report["linking"]["purity"], 1.0);
    assert_eq!(report["by_doc"]["b"]["strict"], 0.0);
    let table = place.run(&["score", "gold", "pred"]).expect(0).out;
    assert!(
        table.starts_with("documents: 2\nno predictions for b\n\nstrict all\n"),
        "{table}"
    );
    assert!(
        table.contains("  LOC      tp    1  fp    0  fn    1  P 1.000  R 0.500  F1 0.667\n"),
        "{table}"
    );
    assert!(table.contains("linking purity: 1/1 = 1.000"), "{table}");
}

#[test]
fn a_score_of_what_is_suggested_now_is_that_of_its_output() {
    let place = scored();
    let now = place.run(&["score", "gold", "--json"]).expect(0).json();
    assert_eq!(now["scores"]["strict all"]["ALL"]["f1"], 1.0, "{now}");
    let suggested = place
        .run(&["suggest", "gold/a.txt", "gold/b.txt"])
        .expect(0);
    place.write("all.jsonl", suggested.out);
    let filed = place.run(&["score", "gold", "all.jsonl", "--json"]);
    assert_eq!(filed.expect(0).json(), now);
}

#[test]
fn what_cannot_be_scored_is_said() {
    let place = scored();
    place
        .run(&["score", "nowhere"])
        .fails_with("The folder cannot be read");
    std::fs::create_dir(place.path("empty")).unwrap();
    place
        .run(&["score", "empty"])
        .fails_with("There is no .jsonl file");
    place.write("pred/b.jsonl", "{\"start\":3,\"end\":9,\"type\":\"LOC\"}");
    place
        .run(&["score", "gold", "pred"])
        .fails_with("A prediction from 3 to 9 does not fit");
    place.write("pred/b.jsonl", "\n{\"start\":3}");
    place
        .run(&["score", "gold", "pred"])
        .fails_with("Line 2 holds no span");
    place
        .run(&["score", "gold", "none.jsonl"])
        .fails_with("There is no file here");
}
