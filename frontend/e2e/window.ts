import type { Page } from "@playwright/test";

/** From the next load on the page finds what the desktop window injects, and its calls reach this Galley. */
export async function asWindow(page: Page): Promise<void> {
  const session = await page.evaluate(() => localStorage.getItem("galley.session"));
  await page.setExtraHTTPHeaders({ Authorization: `Bearer ${session}` });
  await page.addInitScript(() => {
    const call = async (method: string, args: unknown[]) => {
      const headers = { "Content-Type": "application/json" };
      const body = JSON.stringify(args);
      const answer = await fetch(`/rpc/${method}`, { method: "POST", headers, body });
      const text = await answer.text();
      if (!answer.ok) throw text;
      return text === "" ? undefined : JSON.parse(text);
    };
    const App = new Proxy(
      {},
      {
        get:
          (_, method) =>
          (...args: unknown[]) =>
            call(String(method), args),
      },
    );
    // Announces nothing, opens nothing, and each returns what ends it.
    const runtime = new Proxy({}, { get: () => () => () => {} });
    Object.assign(window, { go: { main: { App } }, runtime });
  });
}
