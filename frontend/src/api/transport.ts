/** What changed, as the backend announces it. Topics: shops, jobs, settings, job:ID, products:SHOP. */
export interface ChangeEvent {
  seq: number;
  topics: string[];
}

export interface EventSink {
  onChange(event: ChangeEvent): void;
  /** False when announcements may have been missed; true when they flow (again). */
  onConnection(connected: boolean): void;
}

/** The way to the backend: the window's bindings, or HTTP. */
export interface Transport {
  readonly kind: "window" | "http";
  call(method: string, args: unknown[]): Promise<unknown>;
  /** Large lists, over the same handler in both. The signal gives up what nobody waits for any more. */
  list(
    path: string,
    query: Record<string, string | number>,
    signal?: AbortSignal,
  ): Promise<unknown>;
  listen(sink: EventSink): () => void;
}
