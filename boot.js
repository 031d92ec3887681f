// Starts the page. It stands in a file of its own so that the page needs no inline script.
const { js, wasm } = document.querySelector("script[data-wasm]").dataset;
const place = (address) => new URL(address, document.baseURI).href;
try {
  // The text first: on a slow line the program would keep it waiting. Where nothing is painted, as in a window behind others, not for long.
  await Promise.race([new Promise((painted) => requestAnimationFrame(() => setTimeout(painted))), new Promise((late) => setTimeout(late, 200))]);
  const [{ default: init }, program] = await Promise.all([import(place(js)), fetch(place(wasm))]);
  await init({ module_or_path: program });
} catch (error) {
  console.error(error);
  lifeless("全文照常可读，但菜单与时限没有启动：网络中断了，或这个浏览器太旧。请重新载入再试。");
}
