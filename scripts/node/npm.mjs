// Reads every report of the tests with the built npm package, in Node.js, and compares with what the parser makes of it natively.
import assert from "node:assert/strict";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { resolve } from "node:path";
import { test } from "node:test";
import { pathToFileURL } from "node:url";

const folder = resolve("target/npm");
const { exports } = JSON.parse(readFileSync(`${folder}/package.json`, "utf8"));
const { default: init, decode, parse, parseWith, toByteSpans, toStringSpans } = await import(pathToFileURL(resolve(folder, exports["."].node)));

const reports = readdirSync("tests/reports").map((name) => {
  const source = [`tests/reports/${name}/source.txt`, `reports/${name}.txt`].find(existsSync);
  return { name, bytes: readFileSync(source), expected: JSON.parse(readFileSync(`tests/reports/${name}/report.json`, "utf8")) };
});

test("every file that the package names is there", () => {
  const named = Object.values(exports).flatMap((target) => (typeof target === "string" ? target : Object.values(target)));
  for (const file of named) assert.ok(existsSync(resolve(folder, file)), file);
});

test("reports are those of the native parser", async () => {
  await init();
  assert.ok(reports.length >= 20);
  const encodings = new Set();
  for (const { name, bytes, expected } of reports) {
    const found = decode(bytes);
    assert.equal(found.malformed, 0, name);
    encodings.add(found.encoding);
    assert.deepEqual(parse(found.text), expected, name);
  }
  assert.ok(encodings.size >= 4, [...encodings].join());
});

test("spans become string indices and byte offsets again", () => {
  for (const { name, bytes } of reports) {
    const { text } = decode(bytes);
    const utf8 = Buffer.from(text);
    const report = parse(text);
    const inString = toStringSpans(report, text);
    for (const [at, { span }] of report.times.entries()) {
      assert.equal(text.slice(...inString.times[at].span), utf8.subarray(...span).toString(), name);
      assert.equal(text.slice(...inString.times[at].span), report.times[at].text, name);
    }
    assert.deepEqual(toByteSpans(inString, text), report, name);
  }
  // A character beyond U+FFFF has two code units, half of one is three bytes to the parser.
  const text = "🚒\ud83d接到报警后，消防员10分钟内赶到现场。";
  const { span } = toStringSpans(parse(text), text).timeline.steps[0];
  assert.equal(text.slice(...span), "10分钟内");
  assert.deepEqual(toStringSpans({ span: [0, 999], name_spans: [[4, 7]], credit_span: null }, text), {
    span: [0, text.length],
    name_spans: [[2, 3]],
    credit_span: null,
  });
});

test("corrections hold", () => {
  const text = "雨停了。\n渡口又开了。";
  const corrections = toByteSpans([{ span: [0, 4], label: "title" }], text);
  const report = parseWith(text, corrections);
  assert.equal(report.headline.text, "雨停了。");
  assert.deepEqual(report.corrections, [{ span: [0, 12], label: "title" }]);
  assert.throws(() => parseWith(text, [{ span: [0, 12], label: "chorus" }]), /chorus is no label/);
  assert.throws(() => parseWith(text, [{ span: [12, 0], label: "title" }]), /ends at 0, before it starts at 12/);
});

test("bytes become text", () => {
  const gbk = Uint8Array.of(0xd3, 0xea, 0xcd, 0xa3, 0xc1, 0xcb, 0xa1, 0xa3);
  assert.deepEqual(decode(gbk), { text: "雨停了。", encoding: "gb18030", guessed: true, malformed: 0 });
  assert.equal(decode(gbk.buffer, "GBK").guessed, false);
  assert.equal(decode(new Uint8Array([0, ...gbk]).subarray(1)).text, "雨停了。");
  assert.equal(decode(Buffer.from("\ufeff雨")).text, "雨");
  assert.equal(decode(Uint8Array.of(0xe9, 0x9b, 0xa8, 0xff)).malformed, 1);
  assert.throws(() => decode(gbk, "latin1"), /known are utf-8/);
});

test("every text is a report", () => {
  for (const text of ["", "\0", "\ud800", "\r\n".repeat(1000), undefined, 12]) assert.ok(Array.isArray(parse(text).blocks));
});
