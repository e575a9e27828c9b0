/* Keys, the scanner, and small kindnesses. Every page works without this file. */
(function () {
  "use strict";

  var CODE = /^(\d{3}\.\d{2}\.\d{2}\.[A-Z]\d{2}|[A-Z]\d{2}(\.\d{1,3}){0,4})-\d{6}-\d{4,6}$/i;
  var CARD = /^\d{12}\|\d*\|[^|]+\|\d{0,8}\|/; /* number, old number, name, day of birth, … */
  var GAP_MS = 45; /* a scanner's keys are 1 to 20 ms apart, nobody types two so fast */
  var FIELDS = /^(INPUT|TEXTAREA|SELECT)$/;
  var CONTROLS = "a[href], button, summary, input:not([type=hidden]), select, textarea, [tabindex='0']";

  function one(selector, within) { return (within || document).querySelector(selector); }

  function typing(element) {
    return FIELDS.test(element.tagName) && !/^(checkbox|radio|button|submit)$/.test(element.type);
  }

  function press(element) {
    if (!element || element.disabled || element.getAttribute("aria-disabled") === "true") { return; }
    element.focus();
    element.click();
  }

  /* A scanner types fast and ends with Enter. Its code opens the dossier wherever the focus is,
     and the field it typed into gets back what it held. Letters may come without a key of their own
     (Alt and digits, an input method): a field tells of them, or holds them. */
  var burst = { text: "", last: -GAP_MS, seen: 0, key: "", field: null, before: "", from: 0, after: 0 };

  function listen(event) {
    var now = event.timeStamp;
    if (event.key === "Enter") {
      var text = scannedText();
      burst.text = "";
      var fast = now - burst.last < 4 * GAP_MS;
      var scanned = fast && codeIn(text);
      if (!scanned && !(fast && CARD.test(text))) { return; }
      event.preventDefault();
      event.stopImmediatePropagation();
      giveBack();
      if (scanned) { open(scanned); } else { show(text); }
      return;
    }
    var letter = event.key.length === 1 && !event.altKey;
    if (event.ctrlKey || event.metaKey || !(letter || event.altKey || /^(Proc|Unid|Dead)/.test(event.key))) { return; }
    if (now - burst.last > GAP_MS) { begin(event.target); }
    burst.key = letter ? event.key : "";
    burst.text += burst.key;
    burst.last = now;
    burst.seen = performance.now();
  }

  /* What is about to enter a field: that of the key just pressed is known already. */
  function entering(event) {
    var known = event.data === burst.key;
    if (performance.now() - burst.seen > 10 * GAP_MS) { begin(event.target); }
    burst.seen = performance.now();
    burst.key = "";
    burst.last = Math.max(burst.last, event.timeStamp);
    if (!known && event.inputType === "insertText") { burst.text += event.data || ""; }
  }

  function begin(target) {
    burst.text = "";
    burst.field = FIELDS.test(target.tagName) ? target : null;
    burst.before = burst.field ? burst.field.value : "";
    burst.from = burst.field && typeof target.selectionStart === "number" ? target.selectionStart : -1;
    burst.after = burst.before.length - target.selectionEnd;
  }

  /* What came since the burst began: all that was told of, or more when the field holds more. */
  function scannedText() {
    var held = burst.from < 0 ? "" : burst.field.value.slice(burst.from, burst.field.value.length - burst.after);
    return held.length > burst.text.length ? held : burst.text;
  }

  /* The bar code is the code alone; the QR is our lookup address with `ma` and `kt`. */
  function codeIn(text) {
    var asked = text.indexOf("?") > 0 ? new URLSearchParams(text.slice(text.indexOf("?"))) : null;
    var ma = asked ? asked.get("ma") || "" : text;
    return CODE.test(ma) ? { ma: ma.toUpperCase(), kt: (asked && asked.get("kt")) || "" } : null;
  }

  function giveBack() {
    if (!burst.field || burst.field.value === burst.before) { return; }
    burst.field.value = burst.before;
    burst.field.dispatchEvent(new Event("input", { bubbles: true }));
  }

  function open(scanned) {
    var form = one("[data-scan-to]") || one("form.scan");
    if (!form) { return; }
    var code = one("input[name=ma]", form) || one("input:not([type=hidden])", form);
    var check = one("input[name=kt]", form);
    code.value = scanned.ma;
    if (check) { check.value = scanned.kt; }
    form.requestSubmit();
  }

  /* A CCCD card fills the counter's form; elsewhere it finds the dossiers of who shows it. */
  function show(card) {
    var counter = one("form.intake input[name=card]");
    var box = counter || one("form.scan input[name=words]");
    if (!box) { return; }
    box.value = card;
    box.form.requestSubmit(counter ? one("[value=again]", box.form) : undefined);
  }

  var KEYS = {
    F2: function () { var box = one(".scan input:not([type=hidden])"); if (box) { box.focus(); box.select(); } },
    F4: function () { press(one("[data-key=F4]")); },
    F8: function () { press(one("[data-main]")); },
    F9: function () { var paper = one("[data-print]"); if (paper) { press(paper); } else { window.print(); } }
  };

  /* Pages of a file: the arrows turn them, plus and minus change their size. */
  function turns(key) {
    return Array.from(document.querySelectorAll("[data-turn]")).find(function (each) {
      return each.getAttribute("data-turn") === key;
    });
  }

  function keys(event) {
    if (event.defaultPrevented || one("dialog[open]")) { return; }
    var target = event.target;
    if (KEYS[event.key] && !event.ctrlKey && !event.altKey && !event.shiftKey) {
      event.preventDefault();
      KEYS[event.key]();
    } else if (event.key === "Enter" && event.ctrlKey) {
      event.preventDefault();
      KEYS.F8();
    } else if (event.key === "?" && !typing(target) && burst.text.length < 2) {
      event.preventDefault();
      one("[data-key='?']").click(); /* the focus stays, to be found again when help closes */
    } else if (event.altKey && /^[1-9]$/.test(event.key)) {
      event.preventDefault();
      press(document.querySelectorAll(".rail a")[Number(event.key) - 1]);
    } else if (turns(event.key) && !typing(target) && !event.ctrlKey && !event.altKey && burst.text.length < 2) {
      event.preventDefault();
      turns(event.key).click();
    } else if (event.key === "Escape") {
      if (typing(target)) { leave(target); } else { press(one("[data-back]")); }
    } else if (target.closest(".inbox tbody, .papers tbody, .options, [role=listbox]")) {
      inRows(event, target);
    } else if (event.key === "ArrowDown" && target.getAttribute("aria-controls")) {
      var first = one("#" + target.getAttribute("aria-controls") + " :is(a, button)");
      if (first) { event.preventDefault(); first.focus(); }
    }
  }

  /* Out of a field, onto what it stands in: single keys work again, and Tab goes on from here. */
  function leave(field) { stand(field.closest(".field, td, label, .pair, form, main")); }

  function stand(place) {
    if (!place) { return; }
    if (place.tabIndex < 0) { place.setAttribute("tabindex", "-1"); }
    place.focus();
  }

  /* Arrows move between rows, Space ticks, Enter opens the inbox's row and moves down the papers. */
  function inRows(event, target) {
    var row = target.closest("tr, [role=option], li");
    var tick = row && one("input[type=checkbox]", row);
    var step = { ArrowDown: "next", ArrowUp: "previous" }[event.key];
    if (!row || target.tagName === "SELECT") { return; }
    if (event.key === "Enter" && target === tick) {
      event.preventDefault();
      if (row.closest(".inbox")) { press(one("a", row)); } else { move(row, "next", target); }
    } else if (event.key === " " && tick && target.tagName === "A" && !target.matches(".btn")) {
      event.preventDefault();
      tick.click();
    } else if (step) {
      event.preventDefault();
      move(row, step, target);
    }
  }

  function move(row, step, from) {
    var rows = Array.from(row.closest("table, ul, ol, [role=listbox]").querySelectorAll("tr, [role=option], li"))
      .filter(function (each) { return one("a, input, button", each); });
    var next = rows[rows.indexOf(row) + (step === "next" ? 1 : -1)];
    var field = one("[aria-controls]");
    if (next) {
      (one(from.type === "checkbox" ? "[type=checkbox]" : "a, button", next) || one("a, input, button", next)).focus();
    } else if (step === "previous" && field && row.closest("#" + field.getAttribute("aria-controls"))) {
      field.focus();
    }
  }

  /* Pressing twice does it once, and a slow act shows that it is working. */
  function sending(event) {
    var form = event.target;
    if (form.method !== "post" || event.defaultPrevented) { return; }
    if (form.dataset.sent) { event.preventDefault(); return; }
    form.dataset.sent = "1";
    if (typed === form) { typed = null; }
    var button = event.submitter;
    window.setTimeout(function () { if (button && form.dataset.sent) { button.setAttribute("aria-busy", "true"); } }, 300);
    window.setTimeout(function () { rest(form); }, 8000);
  }

  function rest(form) {
    delete form.dataset.sent;
    document.querySelectorAll("[aria-busy]").forEach(function (button) { button.removeAttribute("aria-busy"); });
  }

  /* What was typed and not yet kept goes to the draft when the page is left, by a scan or by mistake. */
  var typed = null;

  function leaving() {
    if (typed) { navigator.sendBeacon(typed.dataset.draftUrl, new FormData(typed)); }
    typed = null;
  }

  /* A part of the page was swapped while the focus stood in it: the focus goes to the same control
     anew, else to the first of that part, else back to the field that asked. What has an id htmx
     finds by itself. */
  var held = null;

  function hold(event) {
    var details = document.querySelectorAll("details[open][id]");
    held = { element: document.activeElement, unfolded: Array.from(details, function (each) { return each.id; }) };
    if (event.detail.xhr.getResponseHeader("HX-Redirect")) { typed = null; }
  }

  function regain(event) {
    var asked = event.detail.requestConfig;
    var before = held;
    held = null;
    if (!before) { return; }
    before.unfolded.forEach(function (id) {
      var details = document.getElementById(id);
      if (details) { details.open = true; }
    });
    if (before.element.isConnected || document.activeElement !== document.body) { return; }
    var part = event.detail.target;
    var field = asked.triggeringEvent && asked.triggeringEvent.target;
    var found = twin(before.element) || (part.isConnected && one(CONTROLS, part)) || field;
    stand(found && found.isConnected ? found : one("main"));
  }

  function twin(lost) {
    return Array.from(document.querySelectorAll(lost.tagName)).find(function (each) {
      return ["id", "name", "value", "href"].every(function (name) {
        return each.getAttribute(name) === lost.getAttribute(name);
      }) && (lost.id || lost.name || lost.href);
    });
  }

  function say(words) {
    var toast = one("#lost") || document.body.appendChild(document.createElement("div"));
    toast.id = "lost";
    toast.className = "toast";
    toast.setAttribute("role", "status");
    toast.hidden = !words;
    toast.textContent = words;
  }

  function on(kind, act) { document.addEventListener(kind, act); }

  document.addEventListener("keydown", listen, true);
  document.addEventListener("beforeinput", entering, true);
  on("keydown", keys);
  on("submit", sending);
  on("input", function (event) {
    typed = event.target.closest("form[data-draft-url]") || typed;
  });
  on("click", function (event) {
    if (event.target.closest("[data-print-page]")) { window.print(); }
  });
  window.addEventListener("pagehide", leaving);
  window.addEventListener("pageshow", function () {
    document.querySelectorAll("form[data-sent]").forEach(rest);
  });
  on("htmx:configRequest", function (event) {
    var token = one("input[name=csrfmiddlewaretoken]");
    if (token) { event.detail.headers["X-CSRFToken"] = token.value; }
    var position = one("#again input[name=position]");
    if (position) { event.detail.headers["X-Position"] = position.value; }
  });
  on("htmx:sendError", function () {
    say("Mất kết nối với máy chủ. Những gì đã gõ vẫn còn trên trang này.");
  });
  on("htmx:afterRequest", function (event) {
    if (event.detail.successful && one("#lost")) { say(""); }
  });
  on("htmx:responseError", function (event) {
    if (event.detail.xhr.status === 403) {
      say("Phiên hoặc vị trí làm việc đã đổi ở cửa sổ khác. Chép lại những gì đã gõ, rồi tải lại trang.");
    }
  });
  on("htmx:beforeOnLoad", hold);
  on("htmx:afterOnLoad", regain);
  on("htmx:afterSwap", function (event) {
    var heading = one("[data-focus]", event.target);
    if (heading) { heading.setAttribute("tabindex", "-1"); heading.focus(); }
  });
  on("DOMContentLoaded", function () {
    var errors = one(".errors");
    if (errors) { errors.setAttribute("tabindex", "-1"); errors.focus(); }
  });
})();
