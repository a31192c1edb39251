import type { Change } from "@/contract";
import { toGalleyError } from "./errors";
import type { EventSink, Transport } from "./transport";

interface WailsWindow {
  go?: { main?: { Window?: { Call(method: string, args: unknown[]): Promise<unknown> } } };
  runtime?: {
    EventsOn(name: string, callback: (event: Change) => void): () => void;
    BrowserOpenURL(url: string): void;
  };
}

/** The globals that the desktop window injects; undefined in a browser. */
export function wails(): WailsWindow | undefined {
  const shell = window as unknown as WailsWindow;
  return shell.go?.main?.Window && shell.runtime ? shell : undefined;
}

/** The transport of the desktop window. */
export const bindings: Transport = {
  kind: "window",
  async call(method, args) {
    try {
      return await wails()?.go?.main?.Window?.Call(method, args);
    } catch (thrown) {
      throw toGalleyError(thrown);
    }
  },
  listen(sink: EventSink) {
    sink.onConnection(true);
    return wails()?.runtime?.EventsOn("galley", (event) => sink.onChange(event)) ?? (() => {});
  },
};
