// Starts the page. It stands in a file of its own so that the page needs no inline script.
const { js, wasm } = document.querySelector("script[data-wasm]").dataset;
const place = (address) => new URL(address, document.baseURI).href;
try {
  const { default: init } = await import(place(js));
  await init({ module_or_path: place(wasm) });
} catch (error) {
  console.error(error);
  const link = document.createElement("a");
  link.href = "reports/default.txt";
  link.textContent = "电稿全文";
  const message = document.createElement("p");
  message.className = "message trouble";
  message.append("版面没有排成，这个浏览器可能太旧。请重新载入，或直接看", link, "。");
  document.getElementById("app").replaceChildren(message);
}
