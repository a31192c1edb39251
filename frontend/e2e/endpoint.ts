import { createServer, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { type Batches, bodyOf, openBatches } from "./batches";

/** The test's model endpoint: it answers at once, when released, or not at all. */
export interface Endpoint {
  url: string;
  model: string;
  /** From now on drafts wait. */
  hold(): void;
  /** Releases the given number of waiting or later drafts. */
  letGo(drafts: number): void;
  /** From now on drafts are written at once. */
  release(): void;
  /** Declines to write for products whose title has this in it; undefined for none. */
  refuse(title: string | undefined): void;
  /** From now on says what the function gives for each draft; undefined for its own words. */
  say(words: ((wanted: Wanted) => Words) | undefined): void;
  /** What it does with batches, where it takes them. */
  batches: Batches;
  stop(): Promise<void>;
}

interface Options {
  /** It takes batches. */
  batches?: boolean;
  /** So many of the 300 tokens of each request are in its cache. */
  cached?: number;
}

/** A draft, the reason why there is none, or the message of an error. */
export type Words = { draft: string } | { refusal: string } | { error: string };

interface Chat {
  model: string;
  messages: { role: string; content: string | { text?: string }[] }[];
}

export async function startEndpoint(
  model = "test-model",
  { batches: takesBatches = false, cached = 0 }: Options = {},
): Promise<Endpoint> {
  let held = false;
  let refused: string | undefined;
  let said: ((wanted: Wanted) => Words) | undefined;
  let tickets = 0;
  const waiting: (() => void)[] = [];
  const turn = (response: ServerResponse) => {
    if (!held) return Promise.resolve();
    if (tickets > 0) {
      tickets--;
      return Promise.resolve();
    }
    return new Promise<void>((go) => {
      waiting.push(go);
      // Who has hung up waits no longer, and takes no one's turn.
      response.once("close", () => {
        const place = waiting.indexOf(go);
        if (place >= 0) waiting.splice(place, 1);
      });
    });
  };
  const free = (n: number) => {
    for (const go of waiting.splice(0, n)) go();
  };

  const wordsFor = (wanted: Wanted) =>
    said && (wanted.product || wanted.learns) ? said(wanted) : ownWords(wanted, refused);
  const batches = openBatches((body) => answer(model, cached, wordsFor(wantedFrom(body as Chat))));

  const server = createServer(async (request, response) => {
    response.setHeader("Content-Type", "application/json");
    if (request.url?.endsWith("/models")) {
      response.end(JSON.stringify({ object: "list", data: [{ id: model, object: "model" }] }));
      return;
    }
    const [, ofBatches] = /\/v1\/((?:files|batches).*)$/.exec(request.url ?? "") ?? [];
    if (takesBatches && ofBatches) return batches.serve(request, response, ofBatches);
    if (!request.url?.endsWith("/chat/completions")) {
      response.statusCode = 404;
      response.end();
      return;
    }
    const wanted = wantedFrom(JSON.parse((await bodyOf(request)).toString("utf8")) as Chat);
    if (wanted.product) await turn(response);
    const words = wordsFor(wanted);
    if ("error" in words) response.statusCode = 400;
    response.end(JSON.stringify(answer(model, cached, words)));
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;

  return {
    url: `http://127.0.0.1:${port}/v1`,
    model,
    batches,
    hold: () => {
      held = true;
    },
    letGo: (drafts) => {
      tickets += Math.max(0, drafts - waiting.length);
      free(drafts);
    },
    release: () => {
      held = false;
      tickets = 0;
      free(waiting.length);
    },
    refuse: (title) => {
      refused = title;
    },
    say: (words) => {
      said = words;
    },
    stop: () =>
      new Promise((resolve) => {
        free(waiting.length);
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

/** Our own words, long enough to be admitted after a title of one word. */
const own = (field?: string) =>
  field?.endsWith("description") ? "as the picture shows it" : "as pictured";

/** What a request asks for. */
export interface Wanted {
  /** Whether texts of the shop are to be described, or keyphrases of products guessed. */
  learns: boolean;
  /** Whether the request is for a draft, not only a test of the endpoint. */
  product: boolean;
  field: string;
  title: string;
  /** The instructions of the system, with those of the shop at their end. */
  system: string;
  /** Whether the shop has our own words already: the same text again would be no draft. */
  has: boolean;
}

function wantedFrom(chat: Chat): Wanted {
  const content = chat.messages.find((message) => message.role === "user")?.content ?? "";
  const text = typeof content === "string" ? content : content.map((p) => p.text ?? "").join("\n");
  const field = /Write the (.+?) of this product/.exec(text)?.[1];
  const title = /^\W*Title: (.+)$/m.exec(text)?.[1]?.trim() ?? "";
  const has = text.includes(own(field)) && !text.includes(`${own(field)} now`);
  const learns = text.includes("<texts>") || text.includes("<products>");
  const rules = chat.messages.find((message) => message.role === "system")?.content ?? "";
  const system = typeof rules === "string" ? rules : "";
  return { learns, product: field !== undefined, field: field ?? "", title, system, has };
}

/** Says no more than the product's name, so that no check finds a claim in it. */
function ownWords({ product, field, title, has }: Wanted, refused: string | undefined): Words {
  if (!product) return { draft: "ready" };
  if (refused !== undefined && title.includes(refused))
    return { refusal: "I cannot write about this." };
  const name = title.slice(0, 200); // titles have 255 characters at most
  const draft = `${name}, ${own(field)}${has ? " now" : ""}`;
  return { draft: field === "description" ? `<p>${draft}.</p>` : draft };
}

function answer(model: string, cached: number, words: Words) {
  if ("error" in words) return { error: { message: words.error, type: "invalid_request_error" } };
  const message =
    "refusal" in words
      ? { role: "assistant", content: null, refusal: words.refusal }
      : { role: "assistant", content: JSON.stringify({ content: words.draft }) };
  return {
    id: "chat",
    object: "chat.completion",
    model,
    choices: [{ index: 0, message, finish_reason: "stop" }],
    usage: {
      prompt_tokens: 300,
      completion_tokens: 30,
      total_tokens: 330,
      prompt_tokens_details: { cached_tokens: cached },
    },
  };
}
