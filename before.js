// Runs before the first paint: the light that the address asks for, and whether it asks for another text than the one built in here.
const query = new URLSearchParams(location.search);
const asked = query.get("theme");
if (asked === "light" || asked === "dark") document.documentElement.dataset.theme = asked;
if (query.get("src") || query.get("report") || history.state > 0) document.documentElement.classList.add("elsewhere");
