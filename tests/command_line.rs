//! The command line as a person or a script uses it.
#![cfg(feature = "cli")]

use std::io::{BufRead, BufReader, Read, Write};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Output, Stdio};
use std::{fs, thread};

use proptest::prelude::*;
use serde_json::Value;

fn start(arguments: &[&str]) -> Child {
    Command::new(env!("CARGO_BIN_EXE_wirecopy"))
        .args(arguments)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap()
}

fn wirecopy(arguments: &[&str], input: &[u8]) -> Output {
    let mut child = start(arguments);
    let mut pipe = child.stdin.take().unwrap();
    thread::scope(|scope| {
        // A run that refuses its arguments closes the pipe early.
        scope.spawn(move || pipe.write_all(input));
        child.wait_with_output().unwrap()
    })
}

/// The rows of a run that ends with `code`.
#[track_caller]
fn rows(arguments: &[&str], input: &[u8], code: i32) -> Vec<Value> {
    let output = wirecopy(arguments, input);
    assert_eq!(output.status.code(), Some(code), "{}", String::from_utf8_lossy(&output.stderr));
    output.stdout.split_inclusive(|&b| b == b'\n').map(|line| serde_json::from_slice(line).unwrap()).collect()
}

/// A folder of its own for a test, with files in it; gone with the value.
struct Folder(PathBuf);

impl Folder {
    fn new(name: &str, files: &[(&str, &[u8])]) -> Self {
        let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
        let _ = fs::remove_dir_all(&folder);
        fs::create_dir_all(&folder).unwrap();
        for (path, bytes) in files {
            let path = folder.join(path);
            fs::create_dir_all(path.parent().unwrap()).unwrap();
            fs::write(path, bytes).unwrap();
        }
        Folder(folder)
    }

    fn path(&self, name: &str) -> String {
        self.0.join(name).to_str().unwrap().to_owned()
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.0);
    }
}

/// 雨停了。 in GBK.
const GBK: &[u8] = b"\xD3\xEA\xCD\xA3\xC1\xCB\xA1\xA3";

fn json(output: &Output) -> serde_json::Value {
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    serde_json::from_slice(&output.stdout).unwrap()
}

#[test]
fn the_default_report_as_json() {
    let report = json(&wirecopy(&["parse", "reports/default.txt", "--format", "json"], b""));
    assert_eq!(report["captions"].as_array().unwrap().len(), 6);
    assert!(report["captions"].as_array().unwrap().iter().all(|caption| caption["credit"].is_string()));
    assert_eq!(report["dateline"]["agency"], "中新网");
    assert_eq!(report["byline"]["names"], serde_json::json!(["朱志庚", "王彬"]));
    assert_eq!(report["editors"], serde_json::json!(["卢贝"]));
    assert_eq!(report["notice"]["clauses"].as_array().unwrap().len(), 7);
    let kinds: Vec<_> = report["notice"]["contacts"].as_array().unwrap().iter().map(|contact| &contact["kind"]).collect();
    assert_eq!(kinds, ["email", "phone"]);
    let labels = report["blocks"].as_array().unwrap().iter();
    assert_eq!(labels.clone().filter(|block| block["label"] == "heading").count(), 3);
    assert_eq!(labels.filter(|block| block["label"] == "end_mark").count(), 1);
}

#[test]
fn other_programs_forms() {
    let text = "渡口又开了\n中新网海州2021年7月24日电 (李远)雨停之后，海州渡口恢复通行，首班渡轮上午九时离岸。(完)\n分享到：";
    let article = json(&wirecopy(&["parse", "-", "--format", "jsonld"], text.as_bytes()));
    assert_eq!((&article["@type"], &article["dateCreated"]), (&"NewsArticle".into(), &"2021-07-24".into()));
    let markdown = wirecopy(&["parse", "-", "--format", "markdown"], text.as_bytes());
    assert_eq!(
        String::from_utf8(markdown.stdout).unwrap(),
        "# 渡口又开了\n\n中新网海州2021年7月24日电 · 记者 李远\n\n雨停之后，海州渡口恢复通行，首班渡轮上午九时离岸。\n"
    );
}

/// A short report with one of each of what an outline sets apart.
const OUTLINED: &str = "\
渡口又开了
新海网海州2021年7月24日电 (记者 李远)雨停之后，海州渡口恢复通行，首班渡轮上午九时离岸，两岸的人排起了长队，一直排到堤上的老榕树下。
首班渡轮离岸。海州海事局供图
接到报告后，海事人员半小时内赶到现场；各渡口须在3个工作日内完成检修。(完)
责任编辑：王芳
版权声明
1、本网所有作品，版权均属于本网，转载须注明来源。
2、如有问题，请联系本网，电话：0500-5550111。
";

#[test]
fn an_outline_is_aligned_and_coloured_only_where_it_is_seen() {
    let run = |variables: &[(&str, &str)]| {
        let mut command = Command::new(env!("CARGO_BIN_EXE_wirecopy"));
        for name in ["NO_COLOR", "CLICOLOR", "CLICOLOR_FORCE", "COLUMNS"] {
            command.env_remove(name);
        }
        command.args(["parse", "-", "--format", "outline"]).envs(variables.iter().copied());
        let mut child = command.stdin(Stdio::piped()).stdout(Stdio::piped()).spawn().unwrap();
        child.stdin.take().unwrap().write_all(OUTLINED.as_bytes()).unwrap();
        String::from_utf8(child.wait_with_output().unwrap().stdout).unwrap()
    };
    let outline = "\u{20}     title  渡口又开了
   dateline  新海网海州2021年7月24日电
             agency 新海网, place 海州, date 2021-07-24, reporters 李远
  paragraph  雨停之后，海州渡口恢复通行，首班渡轮上午九时离岸，两岸的人…
  caption 1  首班渡轮离岸。
             credit 海州海事局供图
  paragraph  接到报告后，海事人员半小时内赶到现场；各渡口须在3个工作日…
   end mark  (完)
     editor  责任编辑：王芳
     notice  版权声明, 2 clauses, 0500-5550111

   timeline  2 steps from 1 start: 1 done, 1 required

       from  接到报告后
     30 min  半小时内 ● done
             海事人员半小时内赶到现场
             by 海事人员
 3 workdays  3个工作日内 ○ required
             各渡口须在3个工作日内完成检修
";
    let plain = run(&[("COLUMNS", "72")]);
    assert_eq!(plain, outline, "{plain}");
    assert_eq!(run(&[("COLUMNS", "72"), ("NO_COLOR", "1")]), outline);
    assert!(run(&[]).lines().any(|line| line.ends_with("排起了长…")), "{}", run(&[]));
    let coloured = run(&[("CLICOLOR_FORCE", "1"), ("COLUMNS", "72")]);
    assert!(coloured.contains("\u{1b}[1m渡口又开了\u{1b}[0m"), "{coloured:?}");
}

#[cfg(target_os = "linux")]
#[test]
fn a_terminal_gets_an_outline_and_a_pipe_gets_json() {
    let folder = Folder::new("terminal", &[("a.txt", OUTLINED.as_bytes())]);
    let on_a_terminal = |arguments: &str, no_colour: &str| {
        let command = format!("{} parse {} {arguments}", env!("CARGO_BIN_EXE_wirecopy"), folder.path("a.txt"));
        // It runs a command on a terminal of its own and says what was printed there.
        let output = Command::new("script")
            .args(["-qec", &command, "/dev/null"])
            .env_remove("CLICOLOR")
            .env_remove("CLICOLOR_FORCE")
            .envs([("TERM", "xterm"), ("NO_COLOR", no_colour)])
            .stdin(Stdio::null())
            .output()
            .unwrap();
        assert!(output.status.success(), "{output:?}");
        String::from_utf8(output.stdout).unwrap()
    };
    let outline = on_a_terminal("", "");
    assert!(outline.contains("\u{1b}[1m渡口又开了\u{1b}[0m"), "{outline:?}");
    let outline = on_a_terminal("", "1");
    assert!(outline.starts_with("      title  渡口又开了") && !outline.contains('\u{1b}'), "{outline:?}");
    for arguments in ["--format json", "--with-source", "| cat"] {
        let json = on_a_terminal(arguments, "");
        assert!(json.starts_with('{'), "{arguments}: {json:?}");
    }
}

#[test]
fn the_command_line_explains_itself() {
    let said = |arguments: &[&str]| {
        let output = wirecopy(arguments, b"");
        assert_eq!((output.status.code(), output.stderr), (Some(0), Vec::new()), "{arguments:?}");
        String::from_utf8(output.stdout).unwrap()
    };
    let commands = ["parse", "text", "schema", "completions", "man"];
    for long in [said(&["--help"]), said(&["man"])] {
        for word in commands.iter().chain(&["Examples:", "Exit code"]) {
            assert!(long.contains(word), "{word}: {long}");
        }
    }
    for command in commands {
        assert!(said(&["man", command]).starts_with(".ie"), "{command}");
        assert!(!said(&[command, "--help"]).contains('\u{1b}'), "{command}");
    }
    assert!(said(&["man", "parse"]).contains("Exit code"));
    for (shell, word) in [
        ("bash", "complete -F"),
        ("zsh", "#compdef wirecopy"),
        ("fish", "complete -c wirecopy"),
        ("powershell", "Register-ArgumentCompleter"),
    ] {
        let script = said(&["completions", shell]);
        assert!(script.contains(word) && commands.iter().all(|command| script.contains(command)), "{shell}");
    }
    let schema: Value = serde_json::from_str(&said(&["schema"])).unwrap();
    assert_eq!(schema["title"], "Report");
    assert!(said(&["schema", "--typescript"]).contains("export interface Report {"));

    let output = wirecopy(&["man", "pasre"], b"");
    assert_eq!(output.status.code(), Some(2));
    assert!(String::from_utf8_lossy(&output.stderr).contains("pasre is none of the commands: parse, text,"));
    let output = wirecopy(&["completions", "dos"], b"");
    assert_eq!(output.status.code(), Some(2));
    assert!(String::from_utf8_lossy(&output.stderr).contains("possible values: bash, elvish, fish, powershell, zsh"));
}

#[test]
fn corrections_are_kept_and_hold_again() {
    let text = "雨停了。\n渡口又开了。";
    let corrections = r#"{"corrections": [{"span": [0, 12], "label": "title"}]}"#;
    let folder = Folder::new("corrections", &[("a.txt", text.as_bytes()), ("fix.json", corrections.as_bytes()), ("foreign.json", b"{}")]);
    let (file, fix) = (folder.path("a.txt"), folder.path("fix.json"));
    let report = json(&wirecopy(&["parse", &file, "--corrections", &fix, "--with-source"], b""));
    assert_eq!(report["headline"]["text"], "雨停了。");
    assert_eq!(report["source"], text);

    // What was printed corrects the text again, by itself or as the page would read it.
    let saved = wirecopy::export::saved(&report.to_string()).unwrap();
    assert_eq!(saved.source.as_deref(), Some(text));
    let again = folder.path("again.json");
    fs::write(&again, report.to_string()).unwrap();
    let mut whole = json(&wirecopy(&["parse", &file, "--corrections", &again], b""));
    whole["source"] = text.into();
    assert_eq!(whole, report);
    assert_eq!(json(&wirecopy(&["parse", &again, "--with-source"], b"")), report);
    assert_eq!(wirecopy(&["text", &again], b"").stdout, text.as_bytes());
    assert_eq!(json(&wirecopy(&["parse", &file], b"")).get("source"), None);
    for (name, said) in [("foreign.json", "is no exported report: missing field"), ("fix.json", "holds what was read, but not the text")] {
        let output = wirecopy(&["parse", &folder.path(name)], b"");
        assert_eq!(output.status.code(), Some(1));
        assert!(String::from_utf8_lossy(&output.stderr).contains(said), "{}", String::from_utf8_lossy(&output.stderr));
    }

    let output = wirecopy(&["parse", &file, "--corrections", &folder.path("foreign.json")], b"");
    assert_eq!(output.status.code(), Some(1));
    let message = String::from_utf8(output.stderr).unwrap();
    assert!(message.contains("foreign.json holds no corrections: missing field `corrections`"), "{message}");
}

#[test]
fn standard_input_and_a_byte_order_mark() {
    let report = json(&wirecopy(&["parse", "-"], "\u{feff}雨停了。(完)".as_bytes()));
    assert_eq!(report["blocks"][0]["span"], serde_json::json!([0, 12]));
    assert_eq!(report["dateline"], serde_json::Value::Null);
    assert_eq!(report["captions"], serde_json::json!([]));
}

#[test]
fn what_cannot_be_read_is_said_in_a_sentence() {
    let output = wirecopy(&["parse", "no-such-report.txt"], b"");
    assert_eq!(output.status.code(), Some(1));
    assert!(output.stdout.is_empty());
    let message = String::from_utf8(output.stderr).unwrap();
    assert!(message.starts_with("wirecopy: no-such-report.txt can't be read:"), "{message}");

    for (arguments, said) in [
        (&["parse"][..], "required arguments were not provided"),
        (&["parse", "-", "--format", "xml"], "invalid value 'xml'"),
        (&["parse", "-", "--encoding", "latin1"], "known are utf-8, utf-16le, utf-16be, gb18030 (also gbk, gb2312) and big5"),
        (&["parse", "a.txt", "b.txt", "--format", "json"], "json prints one report; several files or a folder want --format ndjson"),
        (&["parse", "reports", "--format", "json"], "json prints one report; several files or a folder want --format ndjson"),
        (&["parse", "a.txt", "b.txt", "--format", "markdown"], "markdown prints one report; several files"),
        (&["parse", "reports", "--format", "jsonld"], "jsonld prints one report; several files"),
        (&["parse", "reports", "--corrections", "a.json"], "corrections belong to one text"),
        (&["parse", "a.txt", "--format", "markdown", "--with-source"], "--with-source is for --format json"),
        (&["parse", "a.txt", "-"], "the standard input can't stand among files"),
        (&["parse", "-", "--format", "ndjson", "--encoding", "gbk"], "JSON lines are UTF-8; --encoding is for files"),
    ] {
        let output = wirecopy(arguments, b"");
        let message = String::from_utf8(output.stderr).unwrap();
        assert_eq!(output.status.code(), Some(2), "{message}");
        assert!(message.contains(said), "{message}");
        assert!(output.stdout.is_empty());
    }
}

#[test]
fn every_encoding_is_read_and_a_guess_is_said() {
    let first = |output: &Output| json(output)["blocks"][0]["text"].clone();
    let utf16: Vec<u8> = "\u{feff}雨停了。".encode_utf16().flat_map(u16::to_le_bytes).collect();
    let output = wirecopy(&["parse", "-"], &utf16);
    assert_eq!((first(&output), output.stderr), ("雨停了。".into(), Vec::new()));

    let output = wirecopy(&["parse", "-"], GBK);
    assert_eq!(first(&output), "雨停了。");
    let message = String::from_utf8(output.stderr).unwrap();
    assert_eq!(message, "wirecopy: the standard input was read as gb18030, which is a guess; --encoding names another\n");
    let output = wirecopy(&["parse", "-", "--encoding", "GBK"], GBK);
    assert_eq!((first(&output), output.stderr), ("雨停了。".into(), Vec::new()));

    let output = wirecopy(&["parse", "-"], b"\xE9\x9B\xA8\xE5\x81\x9C\xE4\xBA\x86\xE9\x9B\xA8\xE5\x81\x9C\xE4\xBA\xFF\xE3\x80\x82");
    let note = &json(&output)["notes"][0];
    assert_eq!(note["message"], "the bytes are no utf-8 in 2 places and became U+FFFD");
    assert_eq!(note["span"], serde_json::json!([15, 18]));
    let message = String::from_utf8(output.stderr).unwrap();
    assert_eq!(message, "wirecopy: the standard input: the bytes are no utf-8 in 2 places and became U+FFFD\n");
}

#[test]
fn a_page_is_reduced_to_the_text_its_spans_count_in() {
    let page = "<!DOCTYPE html><html><head><meta charset=gbk><title>一场大雨_海州网</title><script>var a</script></head>\n        <body><h1>一场大雨</h1>\n<p>&nbsp;&nbsp;雨停了。</p>\n</body></html>";
    let text = "一场大雨\n雨停了。\n";
    let output = wirecopy(&["text", "-"], page.as_bytes());
    assert_eq!(String::from_utf8(output.stdout).unwrap(), text);
    let report = json(&wirecopy(&["parse", "-"], page.as_bytes()));
    let span = &report["blocks"][1]["span"];
    let at = |n: usize| usize::try_from(span[n].as_u64().unwrap()).unwrap();
    assert_eq!(&text[at(0)..at(1)], "雨停了。");

    let output = wirecopy(&["text", "-", "--input", "text"], page.as_bytes());
    assert_eq!(String::from_utf8(output.stdout).unwrap(), page);
    let output = wirecopy(&["text", "-", "--input", "html"], "<p>甲<p>乙".as_bytes());
    assert_eq!(String::from_utf8(output.stdout).unwrap(), "甲\n乙\n");
    let output = wirecopy(&["text", "-", "--encoding", "gb18030"], GBK);
    assert_eq!(String::from_utf8(output.stdout).unwrap(), "雨停了。");
}

#[test]
fn a_folder_is_a_row_a_file_in_order() {
    let folder = Folder::new(
        "folder",
        &[
            ("b.txt", "雨停了。".as_bytes()),
            ("a/2.TXT", GBK),
            ("a/1.html", "<html><body><p>雨停了。".as_bytes()),
            ("a/deep/3.htm", "雨停了。".as_bytes()),
            ("notes.md", b"no report"),
        ],
    );
    let check = |code: i32, more: &[&str]| {
        let found = rows(&["parse", folder.0.to_str().unwrap()], b"", code);
        let ids: Vec<_> = found.iter().map(|row| row["id"].as_str().unwrap().to_owned()).collect();
        let mut expected: Vec<_> =
            ["a/1.html", "a/2.TXT", "a/deep/3.htm", "b.txt"].iter().chain(more).map(|name| folder.path(name)).collect();
        expected.sort();
        assert_eq!(ids, expected);
        found
    };
    let found = check(0, &[]);
    assert!(found.iter().all(|row| row["report"]["blocks"][0]["text"] == "雨停了。"));
    let encodings: Vec<_> = found.iter().map(|row| (row["encoding"].as_str().unwrap(), row["guessed"].as_bool().unwrap())).collect();
    assert_eq!(encodings[1], ("gb18030", true));
    assert_eq!(encodings[3], ("utf-8", false));

    #[cfg(unix)]
    {
        std::os::unix::fs::symlink(&folder.0, folder.path("a/loop")).unwrap();
        std::os::unix::fs::symlink("nowhere", folder.path("lost.txt")).unwrap();
        let found = check(1, &["lost.txt"]);
        assert!(found[4]["error"].as_str().unwrap().starts_with(&format!("{} can't be read:", folder.path("lost.txt"))), "{}", found[4]);
        assert!(found[4].get("report").is_none());
    }
}

#[test]
fn several_files_are_read_to_the_last() {
    let folder = Folder::new("several", &[("1.txt", "雨停了。".as_bytes()), ("3.txt", b""), ("empty/readme", b"")]);
    let [one, two, three, empty] = ["1.txt", "2.txt", "3.txt", "empty"].map(|name| folder.path(name));
    let output = wirecopy(&["parse", &one, &two, &three], b"");
    assert_eq!(String::from_utf8(output.stderr).unwrap(), "wirecopy: 1 of 3 files can't be read; the rows say why\n");
    let found = rows(&["parse", &one, &two, &three], b"", 1);
    assert_eq!(found.iter().map(|row| row.get("report").is_some()).collect::<Vec<_>>(), [true, false, true]);
    assert_eq!(rows(&["parse", &three, &one], b"", 0)[1]["id"], *one);
    assert_eq!(rows(&["parse", &one, "--format", "ndjson"], b"", 0).len(), 1);
    let found = rows(&["parse", &empty], b"", 1);
    assert_eq!(found[0]["error"], format!("{empty} holds no .txt, .htm, .html or .shtml file"));
}

#[test]
fn every_record_is_answered_in_order() {
    let input = [
        &b"\xEF\xBB\xBF{\"id\":\"a\",\"text\":\"\xE9\x9B\xA8\xE5\x81\x9C\xE4\xBA\x86\xE3\x80\x82\",\"url\":[{\"x\":1}]}\r\n"[..],
        b"\n  \n",
        b"{\"id\":12345678901234567890123.50,\"text\":\"\"}\n",
        b"{\"text\":\"\\u96e8\"}\n",
        b"{\"id\":7}\n",
        b"{\"id\":8,\"text\":8}\n",
        b"{\"id\":null,\"text\":null}\n",
        b"[\"id\",\"text\"]\n",
        b"{\"id\":9,\"text\":\"a\n",
        b"{\"id\":10,\"id\":11,\"text\":\"\"}\n",
        b"{\"id\":\"s\",\"text\":\"\\ud800\"}\n",
        b"{\"id\":\"\xE7\x94\xB2\",\"text\":\"\xFF\"}\n",
        b"{\"id\":\"\xFF\",\"text\":\"\"}\n",
        b"{\"id\":{\"\\ud83d\":1},\"text\":\"\"}\n",
        b"{\"id\":\"\\ud83d\\ude80\",\"text\":\"\"}\n",
        b"{\"id\":true,\"text\":\"last\"}",
    ]
    .concat();
    let output = wirecopy(&["parse", "-", "--format", "ndjson"], &input);
    assert_eq!((output.status.code(), output.stderr), (Some(0), Vec::new()));
    let found: Vec<String> = String::from_utf8(output.stdout)
        .unwrap()
        .lines()
        // A report is long.
        .map(|line| line.split(",\"report\":").next().unwrap().to_owned())
        .collect();
    let expected = [
        r#"{"id":"a""#,
        r#"{"id":12345678901234567890123.50"#,
        r#"{"id":null"#,
        r#"{"id":7,"line":6,"error":"the record has no text"}"#,
        r#"{"id":8,"line":7,"error":"the text is not a string"}"#,
        r#"{"id":null,"line":8,"error":"the record has no text"}"#,
        r#"{"id":null,"line":9,"error":"the line is not a JSON object"}"#,
        r#"{"id":null,"line":10,"error":"the line is not a JSON record: EOF while parsing a string"}"#,
        r#"{"id":null,"line":11,"error":"the line is not a JSON record: duplicate field `id`"}"#,
        r#"{"id":"s","line":12,"error":"the text holds half of a surrogate pair, which is no character"}"#,
        r#"{"id":"甲","line":13,"error":"the line is not UTF-8 (the first wrong byte is at 20)"}"#,
        r#"{"id":null,"line":14,"error":"the line is not UTF-8 (the first wrong byte is at 7)"}"#,
        r#"{"id":null,"line":15,"error":"the id holds half of a surrogate pair, which is no character"}"#,
        r#"{"id":"\ud83d\ude80""#,
        r#"{"id":true"#,
    ];
    assert_eq!(found, expected);

    let found = rows(&["parse", "-", "--format", "ndjson", "--input", "html"], "{\"text\":\"<p>甲<p>乙\"}".as_bytes(), 0);
    assert_eq!(found[0]["report"]["blocks"][1]["text"], "乙");
}

#[test]
fn many_records_keep_their_order() {
    let story = "接到报警后，消防员10分钟内赶到现场。\\n";
    let record = |n: usize| format!("{{\"id\":{n},\"text\":\"{}\"}}\n", story.repeat(1 + n % 7 * (n % 5)));
    let input = (0..2000).map(record).collect::<Vec<_>>().concat();
    let found = rows(&["parse", "-", "--format", "ndjson"], input.as_bytes(), 0);
    assert_eq!(found.len(), 2000);
    assert!(found.iter().enumerate().all(|(n, row)| row["id"] == n && row["report"]["timeline"]["steps"][0]["hours"].is_number()));
}

#[test]
fn who_feeds_one_record_and_waits_is_answered() {
    let mut child = start(&["parse", "-", "--format", "ndjson"]);
    let mut to = child.stdin.take().unwrap();
    let mut from = BufReader::new(child.stdout.take().unwrap());
    for n in 0..3 {
        writeln!(to, "{{\"id\":{n},\"text\":\"雨停了。\"}}").unwrap();
        let mut line = String::new();
        from.read_line(&mut line).unwrap();
        assert!(line.starts_with(&format!("{{\"id\":{n},\"report\":")), "{line}");
    }
    drop(to);
    assert!(child.wait().unwrap().success());
}

#[test]
fn who_has_read_enough_ends_the_run_quietly() {
    let mut child = start(&["parse", "-", "--format", "ndjson"]);
    let mut to = child.stdin.take().unwrap();
    let mut from = BufReader::new(child.stdout.take().unwrap());
    to.write_all("{\"text\":\"雨停了。\"}\n".as_bytes()).unwrap();
    let mut line = String::new();
    from.read_line(&mut line).unwrap();
    drop(from);
    // The input stays open: only an answer shows that nobody reads. Not the first, where another test's child still holds the pipe as it starts.
    while to.write_all("{\"text\":\"雨停了。\"}\n".as_bytes()).is_ok() {}
    let mut said = String::new();
    child.stderr.take().unwrap().read_to_string(&mut said).unwrap();
    assert_eq!((child.wait().unwrap().code(), said.as_str()), (Some(0), ""));
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 24, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn no_bytes_stop_a_run(parts in proptest::collection::vec(prop_oneof![
        2 => Just(b"{\"id\":1,\"text\":\"".to_vec()),
        2 => Just(b"\"}\n".to_vec()),
        1 => Just(b"\n".to_vec()),
        1 => Just(b"\\ud800".to_vec()),
        1 => proptest::collection::vec(any::<u8>(), 0..30),
        1 => "[\\[{\\\\\"}:,0-9a-z甲]{0,20}".prop_map(String::into_bytes),
    ], 0..60)) {
        let mut input = parts.concat();
        input.extend(b"\n{\"id\":\"last\",\"text\":\"\"}\n");
        let lines = input.split(|&b| b == b'\n').filter(|line| !line.trim_ascii().is_empty()).count();
        let found = rows(&["parse", "-", "--format", "ndjson"], &input, 0);
        prop_assert_eq!(found.len(), lines);
        prop_assert!(found.iter().all(|row| row.get("report").is_some() != row.get("error").is_some()));
        prop_assert_eq!(&found[lines - 1]["id"], "last");
    }
}

/// As much of a built page as it takes.
#[cfg(feature = "site")]
const PAGE: &[(&str, &[u8])] = &[
    (
        "page/index.html",
        b"<html lang=\"zh-Hans\"><head><!-- about the report --><!-- so much about the report --></head>\
          <body><!-- the report --><!-- so much of the report --></body>",
    ),
    ("page/boot.js", b"boot"),
    ("page/assets/a.css", b"css"),
    ("page/reports/default.txt", b"not copied"),
];

#[cfg(feature = "site")]
const FERRY: &str =
    "渡口又开了\n新海网海州2021年7月26日电 海州渡口26日恢复通行。\n渡轮离岸。 海事局供图\n接到通知后，工作人员2小时内到岗。\n";

#[cfg(feature = "site")]
fn site(folder: &Folder, arguments: &[&str], code: i32) -> (String, String) {
    let (texts, page, out) = (folder.path("texts"), folder.path("page"), folder.path("out"));
    let output = wirecopy(&[&["site", &texts, "--page", &page, "--out", &out], arguments].concat(), b"");
    let (said, complained) = (String::from_utf8(output.stdout).unwrap(), String::from_utf8(output.stderr).unwrap());
    assert_eq!(output.status.code(), Some(code), "{complained}");
    (said, complained)
}

#[cfg(feature = "site")]
#[test]
fn a_site_of_several_reports() {
    let text = [
        ("texts/ferry.txt", FERRY.as_bytes()),
        ("texts/ferry.photos.json", br#"{"1": {"file": "pics/a b.jpg"}}"#),
        ("texts/pics/a b.jpg", b"jpg"),
        ("texts/2021/rain.txt", GBK),
        ("texts/other.json", b"{}"),
    ];
    let folder = Folder::new("site-several", &[PAGE, &text].concat());
    let (said, complained) = site(&folder, &["--base", "https://news.example/r", "--title", "海州"], 0);
    assert!(said.contains("index.html: the index of 2 reports") && said.contains("ferry.html: 渡口又开了, from "), "{said}");
    assert!(complained.contains("other.json is no exported report") && complained.contains("it is left out"), "{complained}");
    assert!(complained.contains("rain.txt was read as gb18030, which is a guess"), "{complained}");

    let read = |path: &str| fs::read_to_string(folder.path(&format!("out/{path}"))).unwrap();
    assert_eq!(read("reports/2021/rain.txt"), "雨停了。", "every text is UTF-8 now");
    assert_eq!((read("reports/pics/a b.jpg").as_str(), read("assets/a.css").as_str()), ("jpg", "css"));
    assert!(!Path::new(&folder.path("out/reports/default.txt")).exists());
    let list: Value = serde_json::from_str(&read("reports/index.json")).unwrap();
    assert_eq!(
        list,
        serde_json::json!([
            { "file": "ferry.txt", "photos": "ferry.photos.json", "page": "../ferry.html", "title": "渡口又开了",
              "dateline": "新海网 海州", "date": "2021-07-26", "lang": "zh-Hans" },
            { "file": "2021/rain.txt", "page": "../2021-rain.html", "lang": "zh-Hans" },
        ])
    );

    let index = read("index.html");
    for part in ["<title>海州</title>", "data-list=\"reports/index.json\" data-name=\"海州\"", "<a href=\"ferry.html\">渡口又开了</a>"]
    {
        assert!(index.contains(part), "{part} is not in {index}");
    }
    let ferry = read("ferry.html");
    for part in [
        "<title>渡口又开了</title>",
        "<meta name=\"description\" content=\"海州渡口26日恢复通行。\">",
        "<link rel=\"canonical\" href=\"https://news.example/r/ferry.html\">",
        "<meta property=\"og:image\" content=\"https://news.example/r/reports/pics/a%20b.jpg\">",
        "\"@type\": \"NewsArticle\"",
        "data-report=\"reports/ferry.txt\" data-photos=\"reports/ferry.photos.json\" data-home=\"./\"",
        "src=\"reports/pics/a%20b.jpg\"",
        "<h1>渡口又开了</h1>",
    ] {
        assert!(ferry.contains(part), "{part} is not in {ferry}");
    }
    // Who finds the page's address in a text can show it there.
    assert!(
        ferry.contains("type=\"application/json+oembed\"") && ferry.contains("href=\"https://news.example/r/ferry.oembed.json\""),
        "{ferry}"
    );
    let told: Value = serde_json::from_str(&read("ferry.oembed.json")).unwrap();
    assert_eq!((&told["type"], &told["title"]), (&"rich".into(), &"渡口又开了".into()));
    let html = told["html"].as_str().unwrap();
    assert!(
        html.contains("src=\"https://news.example/r/ferry.html?view=timeline\"")
            && html.contains("src=\"https://news.example/r/embed.js\""),
        "{html}"
    );
}

#[cfg(feature = "site")]
#[test]
fn a_site_of_one_report_keeps_its_corrections() {
    let folder = Folder::new(
        "site-one",
        &[PAGE, &[("a.txt", FERRY.as_bytes()), ("fix.json", br#"{"corrections": [{"span": [0, 15], "label": "paragraph"}]}"#)]].concat(),
    );
    let exported = wirecopy(&["parse", &folder.path("a.txt"), "--corrections", &folder.path("fix.json"), "--with-source"], b"").stdout;
    fs::create_dir(folder.path("texts")).unwrap();
    fs::write(folder.path("texts/ferry.json"), &exported).unwrap();
    site(&folder, &[], 0);
    let index = fs::read_to_string(folder.path("out/index.html")).unwrap();
    assert!(
        index.contains("data-report=\"reports/ferry.json\"") && !index.contains("canonical") && !index.contains("<h1>渡口又开了"),
        "{index}"
    );
    assert_eq!(fs::read(folder.path("out/reports/ferry.json")).unwrap(), exported);
    assert!(!Path::new(&folder.path("out/ferry.html")).exists());
}

#[cfg(feature = "site")]
#[test]
fn a_site_is_written_whole_or_not_at_all() {
    let text = [
        ("texts/ferry.txt", FERRY.as_bytes()),
        ("texts/ferry.photos.json", br#"{"1": {"file": "none.jpg"}, "2": {"file": "../up.jpg"}, "x": {"file": "a"}}"#),
        ("texts/a/b.txt", FERRY.as_bytes()),
        ("texts/a-b.txt", FERRY.as_bytes()),
        ("texts/index.txt", FERRY.as_bytes()),
        ("texts/empty.txt", b" "),
    ];
    let folder = Folder::new("site-wrong", &[PAGE, &text].concat());
    let (_, complained) = site(&folder, &[], 1);
    for part in [
        "none.jpg is not there",
        "../up.jpg is outside the folder of texts",
        "“x” in the photo list is not",
        "only 1 captions",
        "two files of the site would be a-b.html",
        "the index has this name",
        "empty.txt holds no text",
        "nothing was written",
    ] {
        assert!(complained.contains(part), "{part} is not said: {complained}");
    }
    assert!(!Path::new(&folder.path("out")).exists());

    // What is there is not written over unasked.
    let folder = Folder::new("site-there", &[PAGE, &[("texts/ferry.txt", FERRY.as_bytes()), ("out/index.html", b"mine")]].concat());
    let (_, complained) = site(&folder, &[], 1);
    assert!(complained.contains("index.html") && complained.contains("--replace"), "{complained}");
    assert_eq!(fs::read(folder.path("out/index.html")).unwrap(), b"mine");
    assert!(!Path::new(&folder.path("out/boot.js")).exists());
    let (said, _) = site(&folder, &["--replace"], 0);
    assert!(said.contains("1 files that were there have been replaced"), "{said}");

    // Nor into what it is made from, nor from what is no page.
    let output = wirecopy(&["site", &folder.path("texts"), "--page", &folder.path("page"), "--out", &folder.path("texts/out")], b"");
    assert!(String::from_utf8_lossy(&output.stderr).contains("--out names another folder"));
    let output = wirecopy(&["site", &folder.path("texts"), "--page", &folder.path("texts"), "--out", &folder.path("o")], b"");
    assert!(String::from_utf8_lossy(&output.stderr).contains("holds no built page"));
    assert_eq!(output.status.code(), Some(1));
}
