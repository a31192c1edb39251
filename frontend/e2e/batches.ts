import type { IncomingMessage, ServerResponse } from "node:http";

/** The batches of the test's model endpoint. They stay in progress until the test ends them. */
export interface Batches {
  /** How many requests each batch so far has. */
  sizes(): number[];
  /** From now on a batch ends when it is looked at, with the answers to its first so many requests, or to all. */
  end(answered?: number): void;
  /** From now on batches are under way until they are cancelled. */
  hold(): void;
  /** How many requests of batches were answered: those are billed. */
  billed(): number;
  serve(request: IncomingMessage, response: ServerResponse, path: string): Promise<void>;
}

interface Batch {
  id: string;
  status: "in_progress" | "completed" | "expired" | "cancelled";
  input: string;
  output: string | null;
  metadata: unknown;
  created: number;
  total: number;
  answered: number;
}

interface File {
  name: string;
  text: string;
}

interface Line {
  custom_id: string;
  body: unknown;
}

const DAY = 24 * 60 * 60;

/** Files and batches as the Batch API has them, each answered as a request that comes by itself. */
export function openBatches(answer: (body: unknown) => object): Batches {
  const files = new Map<string, File>();
  const batches: Batch[] = [];
  let most: number | undefined = 0; // of the answers of a batch that ends, undefined for all; 0: none ends
  let named = 0;

  const keep = (name: string, text: string) => {
    const id = `file-${++named}`;
    files.set(id, { name, text });
    return id;
  };
  const finish = (batch: Batch, status: Batch["status"], answered: number) => {
    const lines = linesOf(files.get(batch.input)?.text ?? "").slice(0, answered);
    const results = lines.map(({ custom_id, body }) =>
      JSON.stringify({
        custom_id,
        response: { status_code: 200, body: answer(body) },
        error: null,
      }),
    );
    batch.answered = results.length;
    batch.status = status;
    if (results.length > 0) batch.output = keep("output.jsonl", `${results.join("\n")}\n`);
  };
  const look = (batch: Batch) => {
    if (batch.status !== "in_progress" || most === 0) return;
    const all = most === undefined || most >= batch.total;
    finish(batch, all ? "completed" : "expired", most ?? batch.total);
  };
  const cancel = (batch: Batch) => {
    if (batch.status === "in_progress") finish(batch, "cancelled", Math.floor(batch.total / 2));
  };
  const make = (asked: { input_file_id: string; metadata: unknown }) => {
    const total = linesOf(files.get(asked.input_file_id)?.text ?? "").length;
    const created = Math.floor(Date.now() / 1000);
    const batch: Batch = {
      id: `batch_${++named}`,
      ...{ status: "in_progress", input: asked.input_file_id, output: null },
      ...{ metadata: asked.metadata, created, total, answered: 0 },
    };
    batches.unshift(batch);
    return batch;
  };

  const aboutFiles = async (request: IncomingMessage, id: string | undefined) => {
    if (request.method === "POST") {
      const { name, text } = await uploaded(request);
      return fileOf(keep(name, text), name);
    }
    if (!id) return list([...files].map(([of, { name }]) => fileOf(of, name)));
    if (request.method === "DELETE") return { id, deleted: files.delete(id) };
    return files.get(id)?.text;
  };
  const aboutBatches = async (request: IncomingMessage, id = "", verb = "") => {
    if (!id && request.method === "GET") return list(batches.map(wireOf));
    if (!id) return wireOf(make(JSON.parse((await bodyOf(request)).toString("utf8"))));
    const batch = batches.find((one) => one.id === id);
    if (!batch) return undefined;
    if (verb === "cancel") cancel(batch);
    else look(batch);
    return wireOf(batch);
  };

  return {
    sizes: () => batches.map(({ total }) => total).reverse(),
    end: (answered) => {
      most = answered;
    },
    hold: () => {
      most = 0;
    },
    billed: () => batches.reduce((sum, { answered }) => sum + answered, 0),
    serve: async (request, response, path) => {
      const [kind, id, verb] = path.split("?")[0]?.split("/") ?? [];
      const ofFiles = kind === "files";
      const said = await (ofFiles ? aboutFiles(request, id) : aboutBatches(request, id, verb));
      response.statusCode = said === undefined ? 404 : 200;
      response.end(typeof said === "string" ? said : JSON.stringify(said ?? missing));
    },
  };
}

export async function bodyOf(request: IncomingMessage): Promise<Buffer<ArrayBuffer>> {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(part as Buffer);
  return Buffer.concat(parts);
}

async function uploaded(request: IncomingMessage): Promise<File> {
  const headers = { "Content-Type": request.headers["content-type"] ?? "" };
  const form = await new Response(await bodyOf(request), { headers }).formData();
  const file = form.get("file");
  if (!file || typeof file === "string") throw new Error("a file was to be uploaded");
  return { name: file.name, text: await file.text() };
}

const linesOf = (text: string): Line[] =>
  text
    .split("\n")
    .filter(Boolean)
    .map((line) => JSON.parse(line) as Line);

const list = (data: object[]) => ({ object: "list", data, has_more: false });

const missing = { error: { message: "No such object", type: "invalid_request_error" } };

const fileOf = (id: string, filename: string) => ({
  ...{ id, filename },
  ...{ object: "file", purpose: "batch" },
});

function wireOf(batch: Batch) {
  return {
    id: batch.id,
    object: "batch",
    endpoint: "/v1/chat/completions",
    completion_window: "24h",
    status: batch.status,
    input_file_id: batch.input,
    output_file_id: batch.output,
    error_file_id: null,
    metadata: batch.metadata,
    created_at: batch.created,
    expires_at: batch.created + DAY,
    request_counts: { total: batch.total, completed: batch.answered, failed: 0 },
  };
}
