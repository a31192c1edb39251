import type { Calls, Change } from "@/contract";

export interface EventSink {
  onChange(event: Change): void;
  /** False when announcements may have been missed; true when they arrive (again). */
  onConnection(connected: boolean): void;
}

/** The connection to the backend: the window's binding, or HTTP. Lists and files come over HTTP in both. */
export interface Transport {
  readonly kind: "window" | "http";
  call(method: keyof Calls, args: unknown[]): Promise<unknown>;
  listen(sink: EventSink): () => void;
}
