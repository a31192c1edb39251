import type { Calls } from "@/contract";

/** Calls that the window's page brings the answers of (backend/web/given.go). */
export type Given = Partial<{ [K in "ListShops" | "GetSettings"]: ReturnType<Calls[K]> }>;

/** Where they are. */
const ID = "given";

/** The answers that came with the page; none in a browser, whose page is not secret. */
export function given(): Given {
  return JSON.parse(document.getElementById(ID)?.textContent || "{}");
}

const taken = new Set<string>();

/** The same for the first call of a method: later ones must ask. */
export function takeGiven(method: string): unknown {
  if (taken.has(method)) return undefined;
  taken.add(method);
  return given()[method as keyof Given];
}
