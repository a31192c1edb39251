import { type Files, rules } from "@/contract";
import { GalleyError, LOST, toGalleyError } from "./errors";
import { refusal } from "./session";
import { listen } from "./stream";
import type { Transport } from "./transport";

async function good(request: Promise<Response>): Promise<Response> {
  const response = await request.catch((cause: unknown) => {
    throw new GalleyError(LOST, "", String(cause));
  });
  if (response.status === 401) throw refusal() ?? new GalleyError(rules.signed_out, "");
  if (!response.ok) throw toGalleyError(await response.text());
  return response;
}

async function answer(request: Promise<Response>): Promise<unknown> {
  const text = await (await good(request)).text();
  return text === "" ? undefined : JSON.parse(text);
}

/** A file that the server sent, before it is saved. */
interface Fetched {
  name: string;
  content: Blob;
  headers: Headers;
}

async function fetchFile<K extends keyof Files>(name: K, query: Files[K]): Promise<Fetched> {
  const response = await good(fetch(`/data/${name}?${queryOf(query)}`));
  const { headers } = response;
  return {
    name: fileName(headers.get("Content-Disposition") ?? ""),
    content: await response.blob(),
    headers,
  };
}

/** Has the browser save a file. */
function save({ name, content }: Fetched) {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(content);
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href));
}

/** Fetches a file and gives it to the browser to save. */
export async function download<K extends keyof Files>(name: K, query: Files[K]): Promise<void> {
  save(await fetchFile(name, query));
}

/** What an export saved. */
export interface SavedExport {
  products: number;
  /** Their names; none where nothing was saved. */
  files: string[];
  /** Files of an earlier export beside them, which are not to be imported any more. */
  earlier: string[];
}

/** Saves the files of a shop's export, once all of them have come. Without a published text there are none. */
export async function downloadExport(shop: string): Promise<SavedExport> {
  const first = await fetchFile("export", { shop_id: shop, part: 0, of: "" });
  const products = Number(first.headers.get("Galley-Products"));
  if (products === 0) return { products, files: [], earlier: [] };
  const parts = Number(first.headers.get("Galley-Parts"));
  const of = first.headers.get("Galley-Export") ?? "";
  const files = [first];
  for (let part = 1; part < parts; part++)
    files.push(await fetchFile("export", { shop_id: shop, part, of }));
  for (const file of files) save(file);
  return { products, files: files.map(({ name }) => name), earlier: [] };
}

/** The name in a Content-Disposition, in either of its spellings. */
export function fileName(disposition: string): string {
  const encoded = /filename\*=utf-8''([^;]+)/i.exec(disposition)?.[1];
  if (encoded) return decodeURIComponent(encoded);
  return /filename="?([^";]+)"?/i.exec(disposition)?.[1] ?? "export.csv";
}

/** The query of an address: empty values are left out, nested objects are flattened. */
export function queryOf(query: object): URLSearchParams {
  const params = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) {
    if (Array.isArray(value)) {
      for (const one of value) params.append(name, String(one));
    } else if (typeof value === "object" && value !== null) {
      for (const [inner, part] of queryOf(value)) params.append(inner, part);
    } else if (value !== "" && value !== undefined) params.set(name, String(value));
  }
  return params;
}

/** GET of a JSON document. */
export function getJson(path: string, query: object, signal: AbortSignal | null = null) {
  return answer(
    fetch(`${path}?${queryOf(query)}`, { headers: { Accept: "application/json" }, signal }),
  );
}

/** How much browsers let a page send, in bytes, after it was left. */
const MOST_KEPT_ALIVE = 16_000;

/** A short request is sent completely even if the page is left, for example a cancellation. */
function bodyOf(args: unknown[]): Pick<RequestInit, "body" | "keepalive"> {
  const body = JSON.stringify(args);
  return { body, keepalive: body.length < MOST_KEPT_ALIVE };
}

/** The transport of `galley serve`. */
export const http: Transport = {
  kind: "http",
  call: (method, args) =>
    answer(
      fetch(`/rpc/${method}`, {
        method: "POST",
        headers: { "Content-Type": "application/json" },
        ...bodyOf(args),
      }),
    ),
  listen,
};
