/* A session that ended asks for the password over the page, and help opens over it too. Without this
   file the sign-in page carries what was typed, and help is a page of its own. */
(function () {
  "use strict";

  var QUIET_MS = 300000; /* after so long without an answer, ask before a form is sent */
  var heard = Date.now();
  var waiting = [];
  var back = null;

  function one(selector, within) { return (within || document).querySelector(selector); }

  function open(dialog) {
    if (dialog.open) { return; }
    back = document.activeElement;
    dialog.showModal();
  }

  /* To where it was before; to the work when that was nowhere, or is gone. */
  function giveBack() {
    var place = back && back !== document.body && back.isConnected ? back : one("#work");
    back = null;
    if (place && !one("dialog[open]")) { place.focus(); }
  }

  function close(dialog) {
    if (dialog.open) { dialog.close(); }
  }

  /* Once the password was given, do what could not be done. */
  function ask(then) {
    var dialog = one("#again");
    if (!dialog) { return; }
    waiting.push(then);
    open(dialog);
    one("#again-password").focus();
  }

  function enter(form) {
    var password = one("#again-password");
    var fault = one("#again-fault");
    fetch(form.action, { method: "POST", body: new FormData(form), headers: { "HX-Request": "true" } })
      .then(function (answer) { return answer.json(); })
      .then(function (said) {
        fault.textContent = said.fault || "";
        password.value = "";
        if (said.fault) { password.focus(); return; }
        heard = Date.now();
        document.querySelectorAll("input[name=csrfmiddlewaretoken]").forEach(function (input) { input.value = said.token; });
        var todo = waiting;
        waiting = [];
        close(one("#again"));
        todo.forEach(function (act) { act(); });
      })
      .catch(function () { fault.textContent = "Mất kết nối với máy chủ. Thử lại."; });
  }

  function again(event) {
    var asked = event.detail.requestConfig;
    return function () {
      window.htmx.ajax(asked.verb, asked.path, { source: asked.elt, target: asked.target, swap: asked.swapOverride });
    };
  }

  /* After a long pause the session may be over: look first, so that the form stays on the page. */
  function sending(event) {
    var form = event.target;
    if (form.closest("#again")) { event.preventDefault(); event.stopImmediatePropagation(); enter(form); return; }
    if (form.method !== "post" || Date.now() - heard < QUIET_MS) { return; }
    event.preventDefault();
    event.stopImmediatePropagation();
    var button = event.submitter;
    var send = function () { heard = Date.now(); form.requestSubmit(button); };
    fetch(one("#again form").action, { redirect: "manual" }).then(function (answer) {
      if (answer.type === "opaqueredirect") { send(); } else { ask(send); }
    }, send);
  }

  function help(link) {
    fetch(link.href, { headers: { "HX-Request": "true" } }).then(function (answer) {
      if (answer.status === 401) { ask(function () { help(link); }); return null; }
      if (answer.status !== 200) { throw answer; }
      return answer.text();
    }).then(function (words) {
      if (words === null) { return; }
      var dialog = one("#help");
      dialog.innerHTML = words;
      open(dialog);
      one("h2", dialog).focus();
    }).catch(function () { window.location.assign(link.href); });
  }

  document.addEventListener("submit", sending, true);
  document.addEventListener("htmx:responseError", function (event) {
    if (event.detail.xhr.status === 401) { ask(again(event)); }
  });
  document.addEventListener("htmx:afterOnLoad", function () { heard = Date.now(); });
  document.addEventListener("click", function (event) {
    var link = event.target.closest("[data-key='?']");
    if (event.target.closest("[data-close]")) { close(event.target.closest("dialog")); }
    if (!link || event.ctrlKey || event.metaKey || event.shiftKey) { return; }
    event.preventDefault();
    help(link);
  });
  document.addEventListener("close", function (event) {
    if (event.target.tagName !== "DIALOG") { return; }
    if (event.target.id === "again") { waiting = []; }
    giveBack();
  }, true);
})();
