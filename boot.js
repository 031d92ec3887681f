// Brings the page to life. A reader of its own report gets the quick module, which moves what moves in it; the whole page comes when
// something else is wanted, takes the place of what is there, and is given what the reader did meanwhile.
const root = document.documentElement;
const app = document.getElementById("app");
const facts = document.getElementById("facts");
const { js, wasm, wholeJs, wholeWasm, offline } = document.querySelector("script[data-wasm]").dataset;

const start = async (js, wasm) => {
  const place = (address) => new URL(address, document.baseURI).href;
  const [{ default: init }, program] = await Promise.all([import(place(js)), fetch(place(wasm))]);
  await init({ module_or_path: program });
};

// Says at the end of the page, where it is read out and seen wherever the reader is, that something takes a while.
const say = (text) => {
  const line = document.createElement("p");
  line.className = "speech";
  line.setAttribute("role", "status");
  line.append(document.createElement("span"));
  line.firstChild.textContent = text;
  app.append(line);
  return line;
};
const trouble = (error, text) => {
  console.error(error);
  lifeless(text);
};

// A program that has failed does nothing more: the controls say so, and the text is handed back.
let failed;
const fail = (error) => {
  if (failed || error?.name !== "RuntimeError") return;
  failed = true;
  for (const control of document.querySelectorAll("button, input, select, textarea")) control.disabled = true;
  const text = globalThis.wirecopySource ?? document.getElementById("source")?.content.textContent ?? "";
  const link = document.createElement("a");
  link.download = "source.txt";
  link.href = URL.createObjectURL(new Blob([text]));
  link.textContent = "存下原文";
  lifeless("程序出了错，停下了；页面上的文字还在。请先把原文存下来，再重新载入。", link);
  document.querySelector("main > [role=alert]").scrollIntoView({ block: "center" });
};
addEventListener("error", (event) => fail(event.error));
addEventListener("unhandledrejection", (event) => fail(event.reason));

// Whether the address and the browser ask for what stands here: this report, as a whole, in this language, in a window of its own.
const isHere = () => {
  const query = new URLSearchParams(location.search);
  const language = query.get("lang") ?? navigator.language;
  return parent === window && facts && !root.classList.contains("elsewhere") && !["src", "view", "photos"].some((name) => query.has(name)) && !(history.state > 0)
    && !/^(en|zh[-_](hant|tw|hk|mo))\b/i.test(language);
};

// Whether the files beside the page are those it was built from; `facts` has a checksum of each.
const isOfToday = async () => {
  const { files } = JSON.parse(facts.textContent);
  const same = await Promise.all(Object.entries(files).map(async ([address, sum]) => {
    const answer = await fetch(address);
    const bytes = new Uint8Array(await answer.arrayBuffer());
    return answer.ok && sum === bytes.reduce((sum, byte) => Math.imul(sum ^ byte, 16777619), 2166136261) >>> 0;
  }));
  return same.every(Boolean);
};

let whole;
// Loads the whole page, once.
const load = () => whole ??= start(wholeJs, wholeWasm).catch((error) => {
  wish = whole = undefined;
  waiting?.remove();
  trouble(error, "全文照常可读，但这一步没有做成：网络中断了，或这个浏览器太旧。请重新载入再试。");
});

// The last thing the reader wants that only the whole page can do, to be done again there, and the word that it takes a while.
let wish, waiting;
const want = (again) => {
  if (!wish) setTimeout(() => { if (wish) waiting = say("正在打开……"); }, 400);
  wish = again;
  load();
};

// An element is found again by the nearest one with an id, and its number among all within that.
const spot = (element) => {
  const near = element.closest?.("[id]") ?? document.body;
  const number = [...near.querySelectorAll("*")].indexOf(element);
  return () => {
    const again = near.id ? document.getElementById(near.id) : document.body;
    return number < 0 ? again : again?.querySelectorAll("*")[number];
  };
};
const again = (kind, target, more) => {
  const find = spot(target);
  return () => (find() ?? document.body).dispatchEvent(Object.assign(new Event(kind, { bubbles: true, cancelable: true }), more));
};
// What was dragged or pasted is the browser's only until its event is over.
const kept = (data) => {
  const copy = new DataTransfer();
  for (const file of data.files) copy.items.add(file);
  for (const type of data.types) if (type !== "Files") copy.setData(type, data.getData(type));
  return copy;
};

// Where a pointer is down: the browser makes no click of what is no longer there when it goes up.
let pressed;
const catchers = {
  pointerdown: ({ target, pointerId }) => pressed = { find: spot(target), pointerId },
  pointerup: () => pressed = undefined,
  pointercancel: () => pressed = undefined,
  pointerover: ({ target }) => target.closest?.(".ways") && load(),
  focusin: ({ target }) => target.closest?.(".ways") && load(),
  // What is folded away of a long list comes with the whole page.
  toggle: ({ target }) => target.matches(".rest") && load(),
  popstate: () => isHere() || load(),
  click: (event) => {
    const target = event.target.closest("button, a[href^='?']");
    if (!app.contains(target) || target.closest("#timeline") || event.button || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    const find = spot(target);
    want(() => find()?.click());
  },
  change: ({ target }) => {
    if (target.closest("#timeline")) return;
    const { files, checked, value } = target;
    const find = spot(target);
    want(() => {
      const control = find();
      if (!control) return;
      if (files) control.files = files;
      else Object.assign(control, { checked, value });
      control.dispatchEvent(new Event("change", { bubbles: true }));
    });
  },
  submit: (event) => {
    event.preventDefault();
    const form = spot(event.target);
    const { value, id } = event.target.querySelector("input");
    want(() => {
      document.getElementById(id).value = value;
      form().requestSubmit();
    });
  },
  dragover: (event) => {
    event.preventDefault();
    load();
  },
  drop: (event) => {
    event.preventDefault();
    want(again("drop", event.target, { dataTransfer: kept(event.dataTransfer) }));
  },
  paste: (event) => {
    if (event.target.closest?.("input:not([type=range])")) return;
    want(again("paste", event.target, { clipboardData: kept(event.clipboardData) }));
  },
};

const live = () => {
  for (const [kind, listen] of Object.entries(catchers)) addEventListener(kind, listen, true);
  // A file chosen in what is no longer the page.
  for (const input of app.querySelectorAll("input[type=file]")) input.addEventListener("change", (event) => input.isConnected || catchers.change(event));
  for (const control of app.querySelectorAll(":disabled")) if (!control.closest("#timeline")) control.disabled = false;
};

document.addEventListener("takeover", () => {
  for (const [kind, listen] of Object.entries(catchers)) removeEventListener(kind, listen, true);
  root.dataset.alive = "whole";
  const { find, pointerId } = pressed ?? {};
  if (find) addEventListener("pointerup", (event) => {
    const now = find();
    if (event.pointerId === pointerId && now?.contains(document.elementFromPoint(event.clientX, event.clientY))) now.click();
  }, { capture: true, once: true });
  // It still has to learn to listen.
  if (wish) setTimeout(wish);
  wish = undefined;
}, { once: true });

// Listened to before the document is there: what the worker says earlier waits till then, and no longer.
if (offline && parent === window && navigator.serviceWorker) {
  navigator.serviceWorker.onmessage = ({ data }) => {
    if (data?.type !== "wirecopy:copy" || document.getElementById("copy")) return;
    const line = document.createElement("p");
    line.id = "copy";
    line.className = "message doubt";
    line.setAttribute("role", "status");
    line.append("网站现在连不上：这是存在这台设备上的副本，可能不是最新的。", data.at ? ` ${new Date(data.at).toLocaleString(root.lang)}` : "");
    app.before(line);
  };
}
// Where index.html names one, a worker keeps the page for when there is no network; where it does not any more, the worker goes.
const stay = async () => {
  const workers = navigator.serviceWorker;
  if (parent !== window || !workers) return;
  if (!offline) {
    const old = await workers.getRegistration();
    if (old?.active?.scriptURL === new URL("sw.js", document.baseURI).href) await old.unregister();
    return;
  }
  const rules = { createScriptURL: () => new URL(offline, document.baseURI).href };
  await workers.register((globalThis.trustedTypes?.createPolicy("wirecopy-worker", rules) ?? rules).createScriptURL(""));
  const named = [js, wasm, wholeJs, wholeWasm].map((address) => new URL(address, document.baseURI).href);
  const loaded = [location.href, ...performance.getEntriesByType("resource").map(({ name }) => name).filter((name) => new URL(name).origin === origin)];
  (await workers.ready).active.postMessage({ type: "wirecopy:keep", loaded, named: [...named, ...loaded] });
};

// The text first: on a slow line the program would keep it waiting. Where nothing is painted, as in a window behind others, not for long.
await Promise.race([new Promise((painted) => requestAnimationFrame(() => setTimeout(painted))), new Promise((late) => setTimeout(late, 200))]);
try {
  if (isHere()) {
    live();
    const [same] = await Promise.all([isOfToday().catch(() => false), start(js, wasm)]);
    if (!same) load();
    else root.dataset.alive ??= "quick";
  } else {
    await start(wholeJs, wholeWasm);
  }
} catch (error) {
  for (const control of app.querySelectorAll("button, input, select")) control.disabled = true;
  trouble(error, "全文照常可读，但菜单与时限没有启动：网络中断了，或这个浏览器太旧。请重新载入再试。");
}
if (document.readyState !== "complete") await new Promise((loaded) => addEventListener("load", loaded, { once: true }));
stay().catch(() => {});
