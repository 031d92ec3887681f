// For pages that show a part of a Wirecopy report in a frame: gives each <iframe data-wirecopy> the height its page says it has. What it says counts for
// that very frame, as a whole number of pixels up to 20000, or up to the number in data-wirecopy. Frames may come later, and need no origin.
(() => {
  const told = new Map();
  let waits;
  const each = (work) => document.querySelectorAll("iframe[data-wirecopy]").forEach(work);
  const size = () => {
    waits = false;
    each((frame) => {
      const height = told.get(frame.contentWindow);
      if (!(height <= (frame.dataset.wirecopy || 20000))) return;
      frame.style.boxSizing = "border-box";
      frame.style.height = height + frame.offsetHeight - frame.clientHeight + "px";
    });
    told.clear();
  };
  addEventListener("message", ({ source, data }) => {
    if (data?.type !== "wirecopy:height" || !Number.isInteger(data.height) || data.height < 1) return;
    told.set(source, data.height);
    // However often it is told, once for each picture the browser draws.
    waits ||= requestAnimationFrame(size);
  });
  // A page that was there before this script has told its height already.
  each((frame) => frame.contentWindow.postMessage({ type: "wirecopy:ask" }, "*"));
})();
