import { type ChildProcess, spawn } from "node:child_process";
import { existsSync, mkdtempSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";

const built = ["../build/bin/galley-e2e", "../build/bin/galley", "../galley"];

/** The program under test: named by GALLEY_BINARY, or the one that was built last. */
export function binary(): string {
  const age = (path: string) => statSync(path).mtimeMs;
  const [newest] = built.filter((path) => existsSync(path)).sort((a, b) => age(b) - age(a));
  const found = process.env.GALLEY_BINARY ?? newest;
  if (!found) throw new Error("Build Galley first: make build-e2e, or set GALLEY_BINARY.");
  return found;
}

/** A new home, served on a free port. */
export interface Galley {
  /** The address with the one-time token. */
  url: string;
  /** The folder with its data. */
  home: string;
  /** The process that serves, for measures. */
  pid: number;
  /** Runs a command on the same home and returns what it printed. */
  run(...args: string[]): Promise<string>;
  /** The same, with a line on standard input. */
  runWith(input: string, ...args: string[]): Promise<string>;
  stop(): Promise<void>;
}

/** A demo shop in a separate process, as a stand-in for a client's shop. */
export interface ForeignShop {
  endpoint: string;
  token: string;
  /** An app of the shop's own organisation. */
  client_id: string;
  client_secret: string;
  /** Changes a product behind Galley's back, as somebody in the shop's admin does. */
  change(handle: string, changes: Record<string, unknown>): Promise<void>;
  /** The page that a customer gets. */
  page(handle: string): Promise<string>;
  /** The description on that page: earlier tests at the same desk may have published other fields. */
  description(handle: string): Promise<string>;
  /** Stops the shop in the middle of what it does, until it is resumed. */
  pause(): void;
  resume(): void;
  stop(): Promise<void>;
}

export async function startGalley(): Promise<Galley> {
  const home = mkdtempSync(join(tmpdir(), "galley-e2e-"));
  const env = { ...process.env, GALLEY_HOME: home, GALLEY_PASSPHRASE: "e2e" };
  const server = spawn(binary(), ["serve", "--no-open", "--listen", "127.0.0.1:0"], {
    env,
    stdio: ["ignore", "pipe", "inherit"],
  });
  const runWith = (input: string, ...args: string[]) => output(args, env, input);
  return {
    url: await firstLine(server),
    home,
    pid: server.pid ?? 0,
    run: (...args) => runWith("", ...args),
    runWith,
    stop: async () => {
      await stop(server);
      rmSync(home, { recursive: true, force: true });
    },
  };
}

const UPDATE = `mutation ($by: ProductUpdateIdentifiers, $product: ProductUpdateInput!) {
  productUpdate(identifier: $by, product: $product) { userErrors { message } }
}`;

interface Updated {
  data: { productUpdate: { userErrors: { message: string }[] } };
}

/** Starts a demo shop; the arguments are those of the command, such as --products 8. */
export async function startShop(...args: string[]): Promise<ForeignShop> {
  const listen = args.includes("--listen") ? [] : ["--listen", "127.0.0.1:0"];
  const shop = spawn(binary(), ["demo-shop", ...listen, ...args], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  const printed = JSON.parse(await firstLine(shop)) as ForeignShop;
  const { endpoint, token } = printed;
  const ask = async (query: string, variables: Record<string, unknown>) => {
    const response = await fetch(`${endpoint}/admin/api/2026-07/graphql.json`, {
      method: "POST",
      headers: { "Content-Type": "application/json", "X-Shopify-Access-Token": token },
      body: JSON.stringify({ query, variables }),
    });
    return (await response.json()) as Updated;
  };
  const page = async (handle: string) => (await fetch(`${endpoint}/products/${handle}`)).text();
  return {
    ...printed,
    change: async (handle, changes) => {
      const answer = await ask(UPDATE, { by: { handle }, product: changes });
      const [refusal] = answer.data.productUpdate.userErrors;
      if (refusal) throw new Error(refusal.message);
    },
    page,
    description: async (handle) => {
      const [, description = ""] = (await page(handle)).split('<div class="description">');
      return description.split("</div>")[0] ?? "";
    },
    pause: () => shop.kill("SIGSTOP"),
    resume: () => shop.kill("SIGCONT"),
    stop: () => {
      shop.kill("SIGCONT");
      return stop(shop);
    },
  };
}

function firstLine(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    const lines = child.stdout;
    if (!lines) return reject(new Error("no output"));
    createInterface({ input: lines }).once("line", resolve);
    child.once("exit", (code) => reject(new Error(`ended with ${code} before its first line`)));
  });
}

/** Runs a command to its end; exit code 4 is an answer too: done, but not with every item. */
function output(args: string[], env: NodeJS.ProcessEnv, input: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const child = spawn(binary(), args, { env });
    let out = "";
    let trouble = "";
    child.stdout.on("data", (part) => {
      out += part;
    });
    child.stderr.on("data", (part) => {
      trouble += part;
    });
    child.once("error", reject);
    child.once("close", (code) =>
      code === 0 || code === 4
        ? resolve(out)
        : reject(new Error(`galley ${args.join(" ")}: ${trouble}`)),
    );
    // Most commands end without reading it.
    child.stdin.once("error", () => {});
    child.stdin.end(input);
  });
}

async function stop(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = new Promise((resolve) => child.once("exit", resolve));
  child.kill("SIGINT");
  await ended;
}
