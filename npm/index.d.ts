import type { Correction, Report } from "./report.js";

export * from "./report.js";

/**
 * Loads the parser; once, however often it is called. In Node it is there from the start, and this does nothing.
 *
 * @param source Where `parser_bg.wasm` is, or its bytes or module, if it is not beside the script.
 */
export default function init(source?: string | URL | Request | Response | BufferSource | WebAssembly.Module | Promise<Response>): Promise<void>;

/**
 * Reads a wire copy. Every text is a report; what is doubted stands in its `notes`.
 *
 * Spans are byte offsets in the text as UTF-8: {@link toStringSpans} makes string indices of them.
 */
export function parse(text: string): Report;

/**
 * Reads a wire copy some of whose labels a reader has set. The spans of the corrections are byte offsets, as in `report.corrections`;
 * {@link toByteSpans} makes such of string indices.
 *
 * @throws {Error} where a label is none or a span ends before it starts.
 */
export function parseWith(text: string, corrections: readonly Correction[]): Report;

export type Encoding = "utf-8" | "utf-16le" | "utf-16be" | "gb18030" | "big5";

export interface Decoded {
  /** Without a byte order mark. */
  text: string;
  encoding: Encoding;
  /** Whether nothing vouches for the encoding but the bytes themselves. */
  guessed: boolean;
  /** In how many places the bytes were no characters of it and became U+FFFD. */
  malformed: number;
}

/**
 * The text of a file's bytes.
 *
 * @param encoding What they are in, such as `"gbk"`; if not given, the byte order mark, a page's `<meta>` or a guess decides.
 * @throws {Error} where the encoding is none that Chinese texts come in.
 */
export function decode(bytes: ArrayBuffer | ArrayBufferView, encoding?: string): Decoded;

/**
 * A copy of a report, or of any part of one, whose spans are indices into the string, for `text.slice(...span)`.
 *
 * @param text The text that it was read from.
 */
export function toStringSpans<T>(value: T, text: string): T;

/** The way back: a copy whose spans are byte offsets again. */
export function toByteSpans<T>(value: T, text: string): T;
