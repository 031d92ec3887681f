import { decode as decodeBytes, parse as parseText } from "./parser.js";

export function parse(text) {
  return parseWith(text, []);
}

export function parseWith(text, corrections) {
  const spans = new Uint32Array(corrections.flatMap(({ span }) => span));
  const labels = corrections.map(({ label }) => label).join("\n");
  return JSON.parse(parseText(String(text), spans, labels));
}

export function decode(bytes, encoding) {
  const view = ArrayBuffer.isView(bytes) ? new Uint8Array(bytes.buffer, bytes.byteOffset, bytes.byteLength) : new Uint8Array(bytes);
  const [text, name, guessed, malformed] = decodeBytes(view, encoding);
  return { text, encoding: name, guessed, malformed };
}

export function toStringSpans(value, text) {
  return converted(value, text, (bytes, units) => [bytes, units]);
}

export function toByteSpans(value, text) {
  return converted(value, text, (bytes, units) => [units, bytes]);
}

// Goes through the text once, however many spans there are.
function converted(value, text, direction) {
  const copy = structuredClone(value);
  const spans = [];
  collect(copy, "", spans);
  const ends = spans.flatMap((span) => [0, 1].map((end) => ({ span, end, offset: span[end] })));
  ends.sort((a, b) => a.offset - b.offset);
  let here = [0, 0];
  for (const { span, end, offset } of ends) {
    for (;;) {
      const next = behind(text, here);
      if (!next || direction(...next)[0] > offset) break;
      here = next;
    }
    span[end] = direction(...here)[1];
  }
  return copy;
}

// Bytes and code units up to the end of the character that begins there.
function behind(text, [bytes, units]) {
  const code = text.codePointAt(units);
  if (code === undefined) return undefined;
  // Half a surrogate pair is U+FFFD to the parser, of three bytes too.
  return [bytes + (code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4), units + (code < 0x10000 ? 1 : 2)];
}

function collect(value, key, spans) {
  if (value === null || typeof value !== "object") return;
  if (key === "span" || key.endsWith("_span")) {
    spans.push(value);
  } else if (key.endsWith("_spans")) {
    spans.push(...value);
  } else {
    for (const [name, part] of Object.entries(value)) collect(part, name, spans);
  }
}
