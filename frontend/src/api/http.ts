import { GalleyError, LOST, SIGNED_OUT, toGalleyError } from "./errors";
import type { ChangeEvent, EventSink, Transport } from "./transport";

async function answer(request: Promise<Response>): Promise<unknown> {
  const response = await request.catch((cause: unknown) => {
    throw new GalleyError(LOST, "", String(cause));
  });
  if (response.status === 401) throw new GalleyError(SIGNED_OUT, "");
  const text = await response.text();
  if (!response.ok) throw toGalleyError(text);
  return text === "" ? undefined : JSON.parse(text);
}

/** GET of a large list; the window serves the same addresses from its asset handler. */
export function getList(path: string, query: Record<string, string | number>): Promise<unknown> {
  const params = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) {
    if (value !== "") params.set(name, String(value));
  }
  return answer(fetch(`/data/${path}?${params}`, { headers: { Accept: "application/json" } }));
}

function listen(sink: EventSink): () => void {
  const source = new EventSource("/events");
  source.onopen = () => sink.onConnection(true);
  source.onerror = () => sink.onConnection(false);
  source.onmessage = (message) => sink.onChange(JSON.parse(message.data) as ChangeEvent);
  return () => source.close();
}

/** The transport of `galley serve`. */
export const http: Transport = {
  kind: "http",
  call: (method, args) =>
    answer(
      fetch(`/rpc/${method}`, {
        method: "POST",
        headers: { "Content-Type": "application/json" },
        body: JSON.stringify(args),
      }),
    ),
  list: getList,
  listen,
};
