// Runs before the first paint.
{
  const page = document.documentElement;
  const query = new URLSearchParams(location.search);
  // The light that the address asks for, the part of the report, and whether it asks for another text than the one built in here.
  const theme = query.get("theme");
  if (theme === "light" || theme === "dark") page.dataset.theme = theme;
  const view = query.get("view");
  if (["timeline", "captions", "notice"].includes(view)) page.dataset.view = view;
  if (query.get("src") || query.get("report") || history.state > 0) page.classList.add("elsewhere");

  // In a frame the page tells the one around it how high it is, whenever that changes, and when it is asked. Nothing else is listened to.
  if (parent !== window) {
    page.classList.add("framed");
    let told = 0;
    let asked = false;
    const tell = () => {
      const height = Math.ceil(page.getBoundingClientRect().height);
      if (height === told && !asked) return;
      asked = false;
      told = height;
      parent.postMessage({ type: "wirecopy:height", height }, "*");
    };
    // Once for each picture the browser draws; and since it draws none of a frame out of sight: when the page is there, and when it comes alive.
    document.addEventListener("readystatechange", () => {
      tell();
      new ResizeObserver(tell).observe(page);
      new MutationObserver(tell).observe(document.body, { childList: true });
    }, { once: true });
    addEventListener("load", tell);
    addEventListener("message", ({ source, data }) => {
      if (source !== parent || data?.type !== "wirecopy:ask" || asked) return;
      asked = true;
      setTimeout(tell, 50);
    });
  }

  // Where boot.js can't be had, it can't say so itself.
  globalThis.lifeless = (...words) => {
    page.classList.remove("elsewhere");
    const message = document.createElement("p");
    message.className = "message trouble";
    message.setAttribute("role", "alert");
    message.append(...words);
    document.querySelector("main").prepend(message);
  };
  const closed = "全文照常可读，但菜单与时限没有启动：装着本页的框架用了 sandbox，而网站没有准许这样的框架取它的文件。请在 sandbox 里加上 allow-same-origin，或让网站送出 Access-Control-Allow-Origin: *。";
  const missing = "全文照常可读，但菜单与时限没有启动：没有取到程序。请重新载入再试。";
  const folder = "全文照常可读，但菜单与时限没有启动：网页是从文件夹里直接打开的，浏览器不许它载入程序。请把整个文件夹放到网站上打开。";
  if (location.protocol === "file:") {
    // Not every browser tells the page that it was refused.
    document.addEventListener("DOMContentLoaded", () => document.querySelector("[data-wasm][src]") && lifeless(folder));
  } else {
    addEventListener("error", ({ target }) => target.dataset?.wasm && lifeless(origin === "null" ? closed : missing), true);
  }
}
