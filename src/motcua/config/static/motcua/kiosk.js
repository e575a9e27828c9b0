/* The kiosk goes back to its start after a minute of nobody, and shows the seconds it has left. */
(function () {
  "use strict";

  var SECONDS = 60;
  var left = SECONDS;
  var face = document.querySelector("[data-countdown]");
  var start = document.body.getAttribute("data-start");

  function show() {
    if (face) { face.textContent = String(left); }
  }

  function again() {
    left = SECONDS;
    show();
  }

  ["pointerdown", "keydown", "scroll"].forEach(function (kind) {
    document.addEventListener(kind, again, { passive: true });
  });

  if (start && face) {
    show();
    window.setInterval(function () {
      left -= 1;
      show();
      if (left <= 0) { window.location.assign(start); }
    }, 1000);
  }
})();
