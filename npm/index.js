import load from "./parser.js";

export * from "./core.js";

let loading;

export default function init(source) {
  loading ??= load(source === undefined ? undefined : { module_or_path: source }).then(
    () => undefined,
    (error) => {
      // The next call may have better luck.
      loading = undefined;
      throw error;
    },
  );
  return loading;
}
