import { expect, type Page } from "@playwright/test";
import axe from "axe-core";

/** What assistive technology would trip over on the page as it is now. */
export async function violations(page: Page): Promise<string[]> {
  await page.evaluate(axe.source);
  return page.evaluate(async () => {
    const engine = (window as unknown as { axe: typeof axe }).axe;
    // A draft's frame runs no scripts, so the engine cannot look into it.
    const found = await engine.run(document, { iframes: false });
    return found.violations.flatMap((violation) =>
      violation.nodes.map((node) => `${violation.id}: ${node.html.slice(0, 160)}`),
    );
  });
}

/** Fails where assistive technology would trip over the page as it is now. */
export async function expectAccessible(page: Page): Promise<void> {
  expect(await violations(page)).toEqual([]);
}
