import type { Page } from "@playwright/test";
import { type Desk, expect, test } from "./desk";

const panelOf = (page: Page) => page.getByRole("complementary", { name: "New job" });

async function jobsOf(desk: Desk): Promise<{ strategy: string; counts: { published: number } }[]> {
  return JSON.parse(await desk.galley.run("job", "list", "--json"));
}

/** New job for the titles of all products, that publishes without review. */
async function prepare(page: Page, desk: Desk) {
  await desk.writer("template");
  await page.goto(desk.address("products"));
  await expect(page.getByRole("row", { name: /^Select (?!all)/ }).first()).toBeVisible();
  await page.keyboard.press("n");
  const panel = panelOf(page);
  await panel.getByText("SEO title", { exact: true }).click();
  await panel.getByRole("switch", { name: "Only where it is empty" }).click();
  await panel.getByText("Publish without review").click();
  return panel;
}

test("Publish without review asks first: shop, number, what is replaced; Cancel has the focus", async ({
  page,
  desk,
}) => {
  const before = (await jobsOf(desk)).length;
  const panel = await prepare(page, desk);
  await expect(
    panel.getByRole("button", { name: "Write and publish 12 SEO titles…" }),
  ).toBeEnabled();

  // The key that starts a job opens the question, and neither it nor Enter answers it.
  await page.keyboard.press("Control+Enter");
  const question = page.getByRole("dialog", { name: "Publish 12 SEO titles without review?" });
  await expect(question).toContainText("north.myshopify.com");
  await expect(question).toContainText("before anyone reads them");
  await expect(question).toContainText("They replace what the shop has now");
  await expect(question).toContainText("Cost: nothing, no model is used");
  await expect(question.getByRole("button", { name: /^Cancel/ })).toBeFocused();
  await page.keyboard.press("Control+Enter");
  await expect(question).toBeVisible();
  for (const colorScheme of ["light", "dark"] as const) {
    await page.emulateMedia({ colorScheme });
    await page.screenshot({ path: test.info().outputPath(`go-live-${colorScheme}.png`) });
  }
  await page.keyboard.press("Enter");
  await expect(question).toBeHidden();
  expect(await jobsOf(desk)).toHaveLength(before);

  await panel.getByRole("button", { name: /^Write and publish 12/ }).click();
  await question.getByRole("button", { name: "Write and publish 12 SEO titles" }).click();
  await expect(page.getByText("Completed", { exact: true })).toBeVisible();
  const [job] = await jobsOf(desk);
  expect(job?.strategy).toBe("publish");
});

test("with Publish without review as the default in Settings, New job asks too", async ({
  page,
  desk,
}) => {
  await desk.galley.run("settings", "set", "strategy", "publish");
  await desk.writer("template");
  await page.goto(desk.address("products"));
  await page.getByRole("checkbox", { name: `Select ${desk.products[0]?.title}` }).click();
  await page.keyboard.press("n");
  await panelOf(page).getByRole("switch", { name: "Only where it is empty" }).click();
  await page.keyboard.press("Control+Enter");
  const question = page.getByRole("dialog", { name: "Publish 1 description without review?" });
  await expect(question).toContainText("The draft goes live as soon as it is written");
  await page.keyboard.press("Escape");
  await expect(question).toBeHidden();
  await desk.galley.run("settings", "set", "strategy", "review");
});

test("resuming a job that publishes without review asks again", async ({ page, desk }) => {
  await desk.writer("openai");
  desk.endpoint.hold();
  const id = await desk.job({
    field: "meta_description",
    strategy: "publish",
    wait: false,
  });
  await desk.galley.run("job", "pause", id);
  desk.endpoint.release();
  await page.goto(desk.address(`jobs/${id}`));
  await page.getByRole("button", { name: "Resume", exact: true }).click();
  const question = page.getByRole("dialog", {
    name: /^Publish \d+ meta descriptions? without review/,
  });
  await expect(question.getByRole("button", { name: /^Cancel/ })).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(question).toBeHidden();
  const state = JSON.parse(await desk.galley.run("job", "show", id, "--json")) as { state: string };
  expect(state.state).toBe("paused");
  await page.getByRole("button", { name: "Resume", exact: true }).click();
  await question.getByRole("button", { name: /^Write and publish/ }).click();
  await expect(page.getByText("Completed", { exact: true })).toBeVisible();
});
