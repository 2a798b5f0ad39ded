// One page for everything: the part that the address names is shown, the others are hidden.
const views = [...document.querySelectorAll(".view")];

function showView() {
  const named = document.getElementById(decodeURIComponent(location.hash.slice(1)));
  const view = named?.closest(".view") ?? views[0];
  for (const one of views) one.hidden = one !== view;
  hide();
  detail.hidden = view === views[0];
  if (!named || named === view) scrollTo(0, 0);
  else named.scrollIntoView();
}

addEventListener("hashchange", showView);
showView();
