// Tells the test's server what the browser complains of. It runs before anything else on the page.
{
  const tell = (words) => {
    const request = new XMLHttpRequest();
    // Told before the page goes on: nothing is lost when it is left.
    request.open("POST", "/.ear.js", false);
    try {
      request.send(words);
    } catch {
      // In a sandboxed frame it is told, and only the answer kept from us.
    }
  };
  addEventListener("error", ({ message, filename, lineno }) => message && tell(`${message} (${filename}:${lineno})`));
  addEventListener("unhandledrejection", ({ reason }) => tell(`unhandled: ${reason?.stack ?? reason}`));
  addEventListener("securitypolicyviolation", ({ effectiveDirective, blockedURI, sample }) =>
    tell(`blocked by ${effectiveDirective}: ${blockedURI} ${sample}`));
  const { error } = console;
  console.error = (...words) => {
    tell(words.map((word) => word?.stack ?? word).join(" "));
    error.apply(console, words);
  };
}
