import { writeFileSync } from "node:fs";
import { createServer, type IncomingMessage } from "node:http";
import type { AddressInfo } from "node:net";
import type { Payload } from "./payloads";

const HEADER =
  "Handle,Title,Body (HTML),Vendor,Type,Tags,Status,Option1 Name,Option1 Value,Variant SKU,Variant Price," +
  "Image Src,Image Alt Text,SEO Title,SEO Description";

const cell = (text: string) => `"${text.replaceAll('"', '""')}"`;

/** Addresses of pictures: of another server, and what is none. */
function picture(text: string, place: number): string {
  const kinds = [
    `https://evil.invalid/${place}.svg`,
    `https://evil.invalid/${place}.png" onerror="__alarm(${place})`,
    `javascript:__alarm(${place})`,
    `data:image/svg+xml,${text}`,
    "/rpc/RemoveShop",
  ];
  return kinds[place % kinds.length] ?? "";
}

/** Writes a product export with one product per payload; every text of the product is the payload. */
export function writeExport(path: string, payloads: Payload[]): void {
  const rows = payloads.map(({ text }, place) => {
    const long = [`h${place}`, text.slice(0, 255), text, text.slice(0, 255), text.slice(0, 255)];
    const short = [text.replaceAll(",", ";").slice(0, 255), "active", text.slice(0, 100)];
    const rest = [
      text.slice(0, 100),
      text.slice(0, 100),
      "9.50",
      picture(text, place),
      text.slice(0, 500),
    ];
    return [...long, ...short, ...rest, text.slice(0, 255), text].map(cell).join(",");
  });
  writeFileSync(path, `${[HEADER, ...rows].join("\n")}\n`);
}

export interface HostileShop {
  endpoint: string;
  /** From now on the shop refuses each write with these words; undefined for no more. */
  refuse(words: (() => string) | undefined): void;
  /** From now on the shop answers each request with an error of these words; undefined for no more. */
  fail(words: string | undefined): void;
  stop(): Promise<void>;
}

/** A proxy between Galley and a shop that changes the shop's name and its error messages. */
export async function startHostileShop(behind: string, name: string): Promise<HostileShop> {
  let refusal: (() => string) | undefined;
  let failure: string | undefined;
  const server = createServer(async (request, response) => {
    const body = await bodyOf(request);
    response.setHeader("Content-Type", "application/json");
    if (failure !== undefined) return response.end(error(failure));
    if (refusal && /mutation Product(Text)?Update/.test(body))
      return response.end(refused(refusal()));
    const answer = await fetch(behind + request.url, {
      method: request.method ?? "GET",
      headers: { "X-Shopify-Access-Token": String(request.headers["x-shopify-access-token"]) },
      ...(body && { body }),
    });
    const kind = answer.headers.get("Content-Type") ?? "";
    const bytes = Buffer.from(await answer.arrayBuffer());
    response.statusCode = answer.status;
    response.setHeader("Content-Type", kind);
    if (!kind.includes("json")) return response.end(bytes);
    const own = `http://${request.headers.host}`;
    return response.end(renamed(bytes.toString("utf8").replaceAll(behind, own), name));
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    endpoint: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    refuse: (words) => {
      refusal = words;
    },
    fail: (words) => {
      failure = words;
    },
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

const error = (message: string) => JSON.stringify({ errors: [{ message }] });

const refused = (message: string) =>
  JSON.stringify({
    data: { productUpdate: { product: null, userErrors: [{ field: ["product"], message }] } },
  });

function renamed(text: string, name: string): string {
  const answer = JSON.parse(text);
  if (answer.data?.shop) answer.data.shop.name = name;
  return JSON.stringify(answer);
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(part as Buffer);
  return Buffer.concat(parts).toString("utf8");
}
