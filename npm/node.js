import { readFileSync } from "node:fs";
import { initSync } from "./parser.js";

export * from "./core.js";

initSync({ module: readFileSync(new URL("./parser_bg.wasm", import.meta.url)) });

export default async function init() {}
