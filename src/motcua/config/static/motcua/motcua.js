/* Keys, the scanner, and small kindnesses. Every page works without this file. */
(function () {
  "use strict";

  var CODE = /^(\d{3}\.\d{2}\.\d{2}\.[A-Z]\d{2}|[A-Z]\d{2}(\.\d{1,3}){0,4})-\d{6}-\d{4,6}$/i;
  var BURST_GAP_MS = 45;

  function one(selector) { return document.querySelector(selector); }

  function isField(element) {
    return element && (element.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(element.tagName));
  }

  function press(element) {
    if (!element || element.getAttribute("aria-disabled") === "true" || element.disabled) { return; }
    element.focus();
    element.click();
  }

  /* A scanner types fast and ends with Enter. Its code opens the dossier wherever the focus is. */
  var burst = { text: "", last: 0, field: null, before: "" };

  function listen(event) {
    var now = event.timeStamp;
    if (event.key === "Enter") {
      var text = burst.text;
      burst.text = "";
      if (now - burst.last < 4 * BURST_GAP_MS && CODE.test(text)) {
        event.preventDefault();
        event.stopPropagation();
        if (burst.field && "value" in burst.field) { burst.field.value = burst.before; }
        open(text);
      }
      return;
    }
    if (event.key.length !== 1 || event.ctrlKey || event.altKey || event.metaKey) { return; }
    if (now - burst.last > BURST_GAP_MS) {
      burst.text = "";
      burst.field = isField(event.target) ? event.target : null;
      burst.before = burst.field && "value" in burst.field ? burst.field.value : "";
    }
    burst.text += event.key;
    burst.last = now;
  }

  function open(code) {
    var box = one(".scan input");
    if (box) {
      box.value = code.toUpperCase();
      box.form.requestSubmit();
      return;
    }
    var door = one("[data-scan-to]");
    if (door) {
      var field = door.querySelector("input[name=ma], input");
      field.value = code.toUpperCase();
      door.requestSubmit();
    }
  }

  var KEYS = {
    F2: function () { var box = one(".scan input"); if (box) { box.focus(); box.select(); } },
    F4: function () { press(one("[data-key=F4]")); },
    F8: function () { press(one("[data-main]")); },
    F9: function () { var paper = one("[data-print]"); if (paper) { press(paper); } else { window.print(); } }
  };

  function keys(event) {
    var typing = isField(event.target);
    if (KEYS[event.key] && !event.ctrlKey && !event.altKey) {
      event.preventDefault();
      KEYS[event.key]();
    } else if (event.key === "Enter" && event.ctrlKey) {
      event.preventDefault();
      KEYS.F8();
    } else if (event.key === "?" && !typing) {
      event.preventDefault();
      press(one("[data-key='?']"));
    } else if (event.altKey && /^[1-9]$/.test(event.key)) {
      event.preventDefault();
      press(document.querySelectorAll(".rail a")[Number(event.key) - 1]);
    } else if (event.key === "Escape") {
      leave(event);
    } else if (event.target.closest && event.target.closest(".inbox tbody, .papers tbody, [role=listbox]")) {
      inTable(event);
    }
  }

  function leave(event) {
    var back = one("[data-back]");
    if (isField(event.target)) { event.target.blur(); } else if (back) { press(back); }
  }

  /* Up and down move between rows, Enter opens a row's link. */
  function inTable(event) {
    if (event.key !== "ArrowDown" && event.key !== "ArrowUp") { return; }
    if (event.target.tagName === "SELECT") { return; }
    var row = event.target.closest("tr, [role=option], li");
    if (!row) { return; }
    var next = row;
    do {
      next = event.key === "ArrowDown" ? next.nextElementSibling : next.previousElementSibling;
    } while (next && !next.querySelector("a, input, button"));
    if (!next) { return; }
    event.preventDefault();
    var kind = event.target.tagName === "INPUT" ? "input" : "a, button, input";
    (next.querySelector(kind) || next.querySelector("a, input, button")).focus();
  }

  /* From the search field into the list it filled. */
  function intoList(event) {
    var list = event.target.getAttribute && event.target.getAttribute("aria-controls");
    if (event.key === "ArrowDown" && list) {
      var first = document.querySelector("#" + list + " a, #" + list + " button");
      if (first) { event.preventDefault(); first.focus(); }
    }
  }

  /* Pressing twice does it once, and a slow act says that it is working. */
  function sending(event) {
    var form = event.target;
    if (form.method !== "post" || event.defaultPrevented) { return; }
    if (form.dataset.sent) { event.preventDefault(); return; }
    form.dataset.sent = "1";
    window.setTimeout(function () { form.classList.add("htmx-request"); }, 300);
    window.setTimeout(function () { delete form.dataset.sent; }, 8000);
  }

  document.addEventListener("keydown", listen, true);
  document.addEventListener("keydown", keys);
  document.addEventListener("keydown", intoList);
  document.addEventListener("submit", sending);
  window.addEventListener("pageshow", function () {
    document.querySelectorAll("form[data-sent]").forEach(function (form) {
      delete form.dataset.sent;
      form.classList.remove("htmx-request");
    });
  });
  document.addEventListener("htmx:configRequest", function (event) {
    var token = one("input[name=csrfmiddlewaretoken]");
    if (token) { event.detail.headers["X-CSRFToken"] = token.value; }
  });
  document.addEventListener("htmx:afterSwap", function (event) {
    var heading = event.target.querySelector && event.target.querySelector("[data-focus]");
    if (heading) { heading.setAttribute("tabindex", "-1"); heading.focus(); }
  });
  document.addEventListener("DOMContentLoaded", function () {
    var errors = one(".errors");
    if (errors) { errors.setAttribute("tabindex", "-1"); errors.focus(); }
  });
})();
