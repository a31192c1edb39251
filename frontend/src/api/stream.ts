import type { Streams } from "@/contract";
import type { EventSink } from "./transport";

const STREAM: keyof Streams = "events";

/** How long to wait before an ended stream is opened again. */
const AGAIN_MS = 2000;

/** Splits off the complete events, each ended by an empty line. */
export function takeEvents(text: string): { events: string[]; rest: string } {
  const parts = text.split("\n\n");
  const rest = parts.pop() ?? "";
  const events = parts.flatMap((part) =>
    part
      .split("\n")
      .filter((line) => line.startsWith("data: "))
      .map((line) => line.slice("data: ".length)),
  );
  return { events, rest };
}

/** Reads until the stream ends. False if this browser is not signed in, so that retrying does not help. */
async function read(sink: EventSink, signal: AbortSignal): Promise<boolean> {
  const response = await fetch(`/${STREAM}`, { headers: { Accept: "text/event-stream" }, signal });
  if (response.status === 401) {
    sink.onConnection(true); // Galley answers, and the pages show what it needs
    return false;
  }
  if (!response.ok || !response.body) throw new Error(`HTTP ${response.status}`);
  sink.onConnection(true);
  const reader = response.body.pipeThrough(new TextDecoderStream()).getReader();
  let text = "";
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return true;
    const { events, rest } = takeEvents(text + value);
    text = rest;
    for (const event of events) sink.onChange(JSON.parse(event) as Streams["events"]);
  }
}

/** Reads the stream of changes until it is stopped, and opens it again whenever it ends. */
export function listen(sink: EventSink): () => void {
  const stopping = new AbortController();
  const run = async () => {
    while (!stopping.signal.aborted) {
      const again = await read(sink, stopping.signal).catch(() => true);
      if (!again || stopping.signal.aborted) return;
      sink.onConnection(false);
      await new Promise((resolve) => setTimeout(resolve, AGAIN_MS));
    }
  };
  void run();
  return () => stopping.abort();
}
