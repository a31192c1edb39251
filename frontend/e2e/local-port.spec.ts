import { mkdtempSync, writeFileSync } from "node:fs";
import { createServer, type IncomingHttpHeaders } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "./galley";

const DOT = Buffer.from(
  "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==",
  "base64",
);

/** A server at another port of this machine, which keeps the headers that browsers send it. */
async function startPictures() {
  const received: { url: string; headers: IncomingHttpHeaders }[] = [];
  const server = createServer((request, response) => {
    received.push({ url: request.url ?? "", headers: request.headers });
    response.setHeader("Content-Type", "image/png").end(DOT);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  return { address: `http://127.0.0.1:${port}`, received, stop: () => server.close() };
}

const PATHS = ["/a.png", "/rpc/a.png", "/demo/files/a.png", "/data/a.png", "/session/a.png"];

test("a picture at another local port is sent nothing that opens Galley", async ({
  page,
  galley,
}) => {
  const pictures = await startPictures();
  const rows = PATHS.map((path, n) => {
    const image = `${pictures.address}${path}`;
    return `h${n},Lamp ${n},"<p>Oak lamp <img src=""${image}?text""></p>",active,9.50,${image}`;
  });
  const file = join(mkdtempSync(join(tmpdir(), "galley-pictures-")), "lamps.csv");
  writeFileSync(
    file,
    `Handle,Title,Body (HTML),Status,Variant Price,Image Src\n${rows.join("\n")}\n`,
  );
  await galley.run("shop", "add", "file", file);

  await page.goto(galley.url);
  await expect(page.getByText("Lamp 4", { exact: true }).first()).toBeVisible();
  expect(page.url()).not.toContain("token");
  for (const path of PATHS) {
    await expect.poll(() => pictures.received.some(({ url }) => url === path), path).toBe(true);
  }
  // The pictures are shown, although their server allows no other page to read them.
  const shown = page.locator(`img[src^="${pictures.address}"]`).first();
  await expect.poll(() => shown.evaluate((img: HTMLImageElement) => img.naturalWidth)).toBe(1);

  expect(await page.context().cookies(galley.url)).toEqual([]);
  const status = await page.evaluate(async () => {
    const call = { method: "POST", headers: { "Content-Type": "application/json" }, body: "[]" };
    return (await fetch("/rpc/ListShops", call)).status;
  });
  expect(status).toBe(200);
  for (const { url, headers } of pictures.received) {
    expect(headers.authorization).toBeUndefined();
    expect(headers.referer).toBeUndefined();
    if (!url.startsWith("/demo/")) expect(headers.cookie).toBeUndefined();
    const replayed = await fetch(new URL("/rpc/ListShops", galley.url), {
      method: "POST",
      headers: { "Content-Type": "application/json", Cookie: headers.cookie ?? "" },
      body: "[]",
    });
    expect(replayed.status).toBe(401);
  }
  pictures.stop();
});

test("another browser is told that the address works once", async ({ page, galley, browser }) => {
  await page.goto(galley.url);
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  const other = await browser.newContext();
  const second = await other.newPage();
  await second.goto(galley.url);
  await expect(second.getByText(/opened before, and it works once/)).toBeVisible();
  await other.close();
  // The browser that used it may open it again.
  await page.goto(galley.url);
  await expect(page.getByRole("heading", { level: 1 })).toContainText("read it like a proof");
});
