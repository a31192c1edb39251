import type { Calls, Change, Streams } from "@/contract";
import { GalleyError, toGalleyError } from "./errors";
import type { EventSink, Transport } from "./transport";

type Bound = Partial<Record<keyof Calls, (...args: unknown[]) => Promise<unknown>>>;

interface WailsWindow {
  go?: { main?: { App?: Bound } };
  runtime?: {
    EventsOn(name: string, callback: (event: Change) => void): () => void;
    BrowserOpenURL(url: string): void;
  };
}

/** The globals that the desktop window injects; undefined in a browser. */
export function wails(): WailsWindow | undefined {
  const shell = window as unknown as WailsWindow;
  return shell.go?.main?.App && shell.runtime ? shell : undefined;
}

/** The stream of changes, which the window sends as events of this name. */
const STREAM: keyof Streams = "events";

/** The transport of the desktop window. */
export const bindings: Transport = {
  kind: "window",
  async call(method, args) {
    const bound = wails()?.go?.main?.App?.[method];
    if (!bound) throw new GalleyError("internal", "", `no bound method ${method}`);
    try {
      return await bound(...args);
    } catch (thrown) {
      throw toGalleyError(thrown);
    }
  },
  listen(sink: EventSink) {
    sink.onConnection(true);
    return wails()?.runtime?.EventsOn(STREAM, (event) => sink.onChange(event)) ?? (() => {});
  },
};
