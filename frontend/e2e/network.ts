import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";

/** A text that was sent to a shop and taken by it. */
export interface Written {
  id: string;
  text: string;
}

/** The network between Galley and a shop: it can be cut, and it remembers what was written over it. */
export interface Network {
  /** The shop's address on this side. */
  endpoint: string;
  /** The descriptions that the shop took, in order. */
  written: Written[];
  cut(): Promise<void>;
  mend(): Promise<void>;
}

interface Update {
  variables?: { product?: { id?: string; descriptionHtml?: string } };
}

/** Puts a network in front of a shop. */
export async function startNetwork(shop: string): Promise<Network> {
  const written: Written[] = [];
  const pass = async (request: IncomingMessage, response: ServerResponse) => {
    const parts: Buffer[] = [];
    for await (const part of request) parts.push(part as Buffer);
    const body = Buffer.concat(parts).toString();
    const answer = await fetch(shop + (request.url ?? ""), {
      method: request.method ?? "GET",
      headers: {
        "Content-Type": "application/json",
        "X-Shopify-Access-Token": String(request.headers["x-shopify-access-token"] ?? ""),
      },
      ...(body !== "" && { body }),
    });
    const text = await answer.text();
    const product = (JSON.parse(body || "{}") as Update).variables?.product;
    if (product?.id && product.descriptionHtml && text.includes('"userErrors":[]')) {
      written.push({ id: product.id, text: product.descriptionHtml });
    }
    response.writeHead(answer.status, { "Content-Type": "application/json" });
    response.end(text);
  };
  const server = createServer((request, response) => {
    // What is under way when the network is cut gets no answer, done or not.
    void pass(request, response).catch(() => response.destroy());
  });
  const listen = (port: number) =>
    new Promise<void>((resolve) => {
      server.listen(port, "127.0.0.1", resolve);
    });
  await listen(0);
  const { port } = server.address() as AddressInfo;
  return {
    endpoint: `http://127.0.0.1:${port}`,
    written,
    cut: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
    mend: () => listen(port),
  };
}
