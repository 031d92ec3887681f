// With a bundler or an import map this would be: from "wirecopy".
import init, { decode, parse, toStringSpans } from "../../target/npm/index.js";

const [file, encoding, field, blocks, steps, json] = ["file", "encoding", "text", "blocks", "steps", "json"].map((id) => document.getElementById(id));

function element(name, ...children) {
  const made = document.createElement(name);
  made.append(...children);
  return made;
}

function show(text) {
  const report = parse(text);
  json.textContent = JSON.stringify(report, null, 2);

  // From here on spans are those of a JavaScript string.
  const { blocks: pieces, timeline } = toStringSpans(report, text);
  blocks.replaceChildren(
    ...pieces.map(({ label, span }) => {
      const cell = element("td", ...marked(text, span, timeline.steps));
      cell.lang = "zh";
      return element("tr", element("th", label), cell);
    }),
  );
  steps.replaceChildren(
    ...timeline.steps.map(({ within, status, statement }) => {
      const said = element("span", statement);
      said.lang = "zh";
      return element("li", `${within}, ${status}: `, said);
    }),
  );
}

// A piece of the text with the deadlines in it marked.
function marked(text, [start, end], steps) {
  const parts = [];
  for (const { span } of steps) {
    if (span[0] < start || span[1] > end) continue;
    parts.push(text.slice(start, span[0]), element("mark", text.slice(...span)));
    start = span[1];
  }
  return [...parts, text.slice(start, end)];
}

file.addEventListener("change", async () => {
  const [chosen] = file.files;
  if (!chosen) return;
  const found = decode(await chosen.arrayBuffer());
  encoding.value = `${found.encoding}${found.guessed ? ", a guess" : ""}`;
  field.value = found.text;
  show(found.text);
});
field.addEventListener("input", () => show(field.value));

await init();
file.disabled = field.disabled = false;
show(field.value);
