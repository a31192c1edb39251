import type { Page } from "@playwright/test";
import { expect, type Galley, openDemoShop, test } from "./galley";

const panelOf = (page: Page) => page.getByRole("complementary", { name: "New job" });

/** A model that is not in the price table, on a server elsewhere. */
async function chooseUnpriced(galley: Galley) {
  const values = {
    "writer.base_url": "https://llm.example/v1",
    "writer.model": "unpriced-model",
    "writer.kind": "openai",
  };
  for (const [key, value] of Object.entries(values)) {
    await galley.run("settings", "set", key, value);
  }
}

test("New job asks for the price of a model while spending is capped, and starts once it is known", async ({
  page,
  galley,
}) => {
  await openDemoShop(page, galley);
  await chooseUnpriced(galley);
  await page.keyboard.press("n");
  const panel = panelOf(page);
  await panel.getByText("SEO title", { exact: true }).click();
  await expect(panel.getByText("The price of unpriced-model is not known")).toBeVisible();
  await expect(panel.getByRole("button", { name: /^Write/ })).toBeDisabled();
  await expect(panel.getByRole("button", { name: "Save price" })).toBeDisabled();
  await panel.getByText("The price of unpriced-model").scrollIntoViewIfNeeded();
  for (const colorScheme of ["light", "dark"] as const) {
    await page.emulateMedia({ colorScheme });
    await page.screenshot({ path: test.info().outputPath(`price-${colorScheme}.png`) });
  }

  await panel.getByLabel("In", { exact: true }).fill("0.5");
  await panel.getByLabel("Out", { exact: true }).fill("2");
  await panel.getByRole("button", { name: "Save price" }).click();
  await expect(panel.getByText("The price of unpriced-model is not known")).toBeHidden();
  await expect(panel.getByText(/^about \$.*, at most \$/)).toBeVisible();
  await expect(panel.getByRole("button", { name: /^Write/ })).toBeEnabled();
  expect(await galley.run("settings", "get", "prices")).toContain("unpriced-model");
});

test("a server that is free needs no price for its models", { tag: "@deep" }, async ({
  page,
  galley,
}) => {
  await openDemoShop(page, galley);
  await chooseUnpriced(galley);
  await page.keyboard.press("n");
  const panel = panelOf(page);
  await panel.getByRole("button", { name: "This server is free" }).click();
  await expect(panel.getByRole("button", { name: "This server is free" })).toBeHidden();
  await expect(panel.getByRole("button", { name: /^Write/ })).toBeEnabled();
});
