/* The kiosk goes back to its beginning, and forgets the last person's choices, after a minute
   without a touch. On the first page nothing is counted until somebody touches it. */
(function () {
  "use strict";

  var body = document.body;
  var start = body.getAttribute("data-start");
  var seconds = Number(body.getAttribute("data-seconds")) || 60;
  var face = document.querySelector("[data-countdown]");
  var line = document.querySelector("[data-back-in]");
  var root = document.documentElement;
  var untouched = body.hasAttribute("data-first") && !root.className && root.lang === "vi";
  var left = seconds;

  function show() {
    if (face) { face.textContent = String(left); }
    if (line) { line.hidden = untouched; }
  }

  function touched() {
    untouched = false;
    left = seconds;
    show();
  }

  function tick() {
    if (untouched) { return; }
    left -= 1;
    show();
    if (left <= 0) {
      left = seconds;
      window.location.replace(start);
    }
  }

  if (!start) { return; }
  ["pointerdown", "keydown", "wheel", "touchmove"].forEach(function (kind) {
    document.addEventListener(kind, touched, { passive: true });
  });
  window.addEventListener("pageshow", function () { left = seconds; show(); });
  window.setInterval(tick, 1000);
})();
