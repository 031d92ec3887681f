// Asks Lighthouse, as on a phone with a slow line, how good dist/ is; serves it compressed, as static hosting does.
// `node lighthouse.mjs FOLDER MODULES RUNS LANGUAGE`; MODULES is where Lighthouse was installed, LANGUAGE the browser's.
import { readFile } from "node:fs/promises";
import { createServer } from "node:http";
import { createRequire } from "node:module";
import { extname, join, normalize } from "node:path";
import { pathToFileURL } from "node:url";
import { promisify } from "node:util";
import { gzip } from "node:zlib";

const [folder, modules, runs, language] = process.argv.slice(2);
const load = (name) => import(pathToFileURL(createRequire(join(modules, "package.json")).resolve(name)));
const { default: lighthouse } = await load("lighthouse");
const { launch } = await load("chrome-launcher");

// What must be reached, of 100.
const LEAST = { performance: 95, accessibility: 100, "best-practices": 100, seo: 100 };
const TYPES = { ".html": "text/html; charset=utf-8", ".css": "text/css; charset=utf-8", ".js": "text/javascript; charset=utf-8",
  ".wasm": "application/wasm", ".txt": "text/plain", ".json": "application/json", ".svg": "image/svg+xml" };

const server = createServer(async ({ url }, answer) => {
  try {
    const { pathname } = new URL(url, "http://localhost");
    const file = join(folder, normalize(pathname.endsWith("/") ? `${pathname}index.html` : pathname));
    const body = await promisify(gzip)(await readFile(file));
    answer.writeHead(200, { "Content-Type": TYPES[extname(file)] ?? "application/octet-stream", "Content-Encoding": "gzip", "Cache-Control": "max-age=600" });
    answer.end(body);
  } catch {
    answer.writeHead(404).end();
  }
});
await new Promise((ready) => server.listen(0, "127.0.0.1", ready));

const chrome = await launch({ chromePath: process.env.CHROME, chromeFlags: ["--headless=new", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", `--lang=${language}`, `--accept-lang=${language}`] });
const figures = Object.fromEntries(Object.keys(LEAST).map((category) => [category, []]));
const complaints = new Set();
try {
  for (let run = 0; run < runs; run += 1) {
    const { lhr } = await lighthouse(`http://127.0.0.1:${server.address().port}/`, { port: chrome.port, onlyCategories: Object.keys(LEAST), logLevel: "error" });
    if (lhr.runtimeError) throw new Error(lhr.runtimeError.message);
    for (const [category, { score, auditRefs }] of Object.entries(lhr.categories)) {
      figures[category].push(Math.round(score * 100));
      for (const { id, weight } of auditRefs) {
        const { score, title, displayValue } = lhr.audits[id];
        const measured = ["first-contentful-paint", "largest-contentful-paint", "total-blocking-time", "cumulative-layout-shift", "speed-index"].includes(id);
        if (score !== null && score < 1 && weight > 0 && !measured) complaints.add(`${category}: ${title}`);
        if (run === 0 && measured && category === "performance") console.log(`  ${title.padEnd(26)} ${displayValue}`);
      }
    }
  }
} finally {
  await chrome.kill();
  server.close();
}

const middle = (values) => values.toSorted((a, b) => a - b)[values.length >> 1];
let failed = false;
for (const [category, scores] of Object.entries(figures)) {
  const score = middle(scores);
  const enough = score >= LEAST[category];
  failed ||= !enough;
  console.log(`${category.padEnd(16)} ${String(score).padStart(3)}  of ${scores.join(", ")}${enough ? "" : `: ${LEAST[category]} is wanted`}`);
}
for (const complaint of complaints) console.log(`  ${complaint}`);
process.exitCode = failed ? 1 : 0;
