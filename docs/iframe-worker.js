/* The search of a page that is on the disk. A browser starts no worker there, so the worker's script runs in a hidden frame.
   (The name is the one by which the offline plugin knows that it need not load such a script from the network.) */
if (location.protocol === "file:") {
  window.Worker = class extends EventTarget {
    constructor(script) {
      super();
      this.inside = null; // the frame's window, once the script runs
      this.waiting = []; // what was sent before
      const frame = document.createElement("iframe");
      frame.hidden = true;
      frame.title = "search";
      frame.srcdoc = "<!doctype html>";
      frame.addEventListener("load", () => this.start(frame.contentWindow, script), { once: true });
      document.body.append(frame);
    }

    async start(inside, script) {
      const load = (source) =>
        new Promise((loaded, failed) => {
          const tag = inside.document.createElement("script");
          Object.assign(tag, { src: source, onload: loaded, onerror: failed });
          inside.document.head.append(tag);
        });
      inside.postMessage = (data) => this.dispatchEvent(new MessageEvent("message", { data }));
      inside.importScripts = (...sources) => Promise.all(sources.map(load));
      await load(new URL(script, location));
      this.inside = inside;
      this.waiting.splice(0).forEach((data) => this.postMessage(data));
    }

    postMessage(data) {
      if (this.inside) this.inside.dispatchEvent(new MessageEvent("message", { data }));
      else this.waiting.push(data);
    }
  };
}
