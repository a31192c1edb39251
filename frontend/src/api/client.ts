import { QueryClient } from "@tanstack/react-query";
import type { Calls, Lists } from "@/contract";
import { changeSink } from "./changes";
import { setConnected } from "./connection";
import { GalleyError, LOST } from "./errors";
import { takeGiven } from "./given";
import { getJson, http } from "./http";
import { signIn } from "./session";
import { bindings, wails } from "./window";

const transport = wails() ? bindings : http;

if (transport.kind === "http") signIn();

/** Galley runs in its own window rather than in a browser. */
export const inWindow = transport.kind === "window";

/** One query client: the backend announces changes, so nothing grows stale by time alone. */
export const queryClient = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: Number.POSITIVE_INFINITY,
      gcTime: 5 * 60_000,
      networkMode: "always",
      refetchOnWindowFocus: false,
      retry: (tries, error) => error instanceof GalleyError && error.code === LOST && tries < 3,
    },
    mutations: { networkMode: "always" },
  },
});

const workedWatchers = new Set<(method: string) => void>();

/** Watches for calls that work; returns a function that stops. */
export function onWorked(tell: (method: string) => void): () => void {
  workedWatchers.add(tell);
  return () => workedWatchers.delete(tell);
}

/** Calls a method of the backend; fails with a GalleyError that names it. */
export async function call<K extends keyof Calls>(
  method: K,
  ...args: Parameters<Calls[K]>
): Promise<ReturnType<Calls[K]>> {
  try {
    const answer = (takeGiven(method) ?? (await transport.call(method, args))) as ReturnType<
      Calls[K]
    >;
    for (const tell of workedWatchers) tell(method);
    return answer;
  } catch (error) {
    if (error instanceof GalleyError) error.call = method;
    throw error;
  }
}

/** Reads a page of a long list. The signal cancels a page that is no longer needed. */
export function list<K extends keyof Lists>(
  name: K,
  query: Lists[K]["query"],
  signal?: AbortSignal,
): Promise<Lists[K]["page"]> {
  return getJson(`/data/${name}`, query, signal) as Promise<Lists[K]["page"]>;
}

/** Starts listening for changes; returns a function that stops. */
export function listen(): () => void {
  return transport.listen(changeSink(queryClient, setConnected));
}

/** Whether the address can be opened: a web page, or one of the demo shop, which Galley serves itself. */
export function canOpen(url: string): boolean {
  return /^https?:/.test(url) || url.startsWith("/");
}

/** Opens an address outside Galley: the system's browser in the window, a new tab otherwise. */
export function openOutside(url: string): void {
  const shell = wails();
  if (!shell?.runtime) window.open(url, "_blank", "noopener,noreferrer");
  else void resolved(url).then((address) => shell.runtime?.BrowserOpenURL(address));
}

/** The address for the system's browser: pages of the demo shop have one that only the backend knows. */
async function resolved(url: string): Promise<string> {
  return url.startsWith("/") ? call("ResolveURL", url) : url;
}
