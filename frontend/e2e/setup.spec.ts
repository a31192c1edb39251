import type { Page } from "@playwright/test";
import { startEndpoint } from "./endpoint";
import { expect, openDemoShop, test } from "./galley";
import { violations } from "./violations";

/** Axe in both themes, and a picture of each where SHOTS names a folder. */
async function look(page: Page, name: string): Promise<void> {
  for (const colorScheme of ["light", "dark"] as const) {
    await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
    expect(await violations(page)).toEqual([]);
    if (process.env.SHOTS) {
      await page.screenshot({ path: `${process.env.SHOTS}/${name}-${colorScheme}.png` });
    }
  }
}

test("a model is set up by keyboard alone: address, list, test, save; testing saves nothing", async ({
  page,
  galley,
}) => {
  const endpoint = await startEndpoint("quill-14b");
  await page.goto(galley.url);
  await expect(page.getByRole("button", { name: /Set up a model/ })).toBeVisible();
  await page.keyboard.press("4");
  await expect(page.getByRole("heading", { name: "Choose who writes" })).toBeVisible();
  const save = page.getByRole("button", { name: /^Save/ });
  await expect(save).toBeDisabled();

  await test.step("an address as people type it; its models are listed at once", async () => {
    await page.getByLabel("Address of the endpoint").focus();
    await page.keyboard.type(endpoint.url.replace(/^http:\/\/|\/v1$/g, ""));
    await page.keyboard.press("Enter");
    await expect(page.getByText(`Galley uses ${endpoint.url}`)).toBeVisible();
    await expect(page.getByRole("radio", { name: "quill-14b" })).toBeChecked();
  });

  await test.step("a test writes a description and saves nothing", async () => {
    await page.getByRole("radio", { name: "quill-14b" }).focus();
    await page.keyboard.press("t");
    await expect(page.getByText("It can write for you")).toBeVisible();
    await expect(page.getByText("Hesper table lamp, oak, as the picture shows it.")).toBeVisible();
    expect(await galley.run("settings", "get", "writer.base_url")).not.toContain("http");
    await look(page, "setup");
  });

  await page.keyboard.press("Control+Enter");
  await expect(page.getByRole("heading", { level: 1 })).toContainText("read it like a proof");
  expect(await galley.run("settings", "get", "writer.model")).toContain("quill-14b");
  expect(await galley.run("settings", "get", "writer.base_url")).toContain(endpoint.url);
  await endpoint.stop();
});

test("a failed test says what happened, what is safe, what was said and what to do", {
  tag: "@deep",
}, async ({ page, galley }) => {
  const endpoint = await startEndpoint("quill-14b");
  await openDemoShop(page, galley);
  await page.getByRole("link", { name: "Settings" }).click();
  await page.getByRole("button", { name: "Set up a model…" }).click();
  await page.getByLabel("Address of the endpoint").fill(`${new URL(galley.url).origin}/v1`);
  await page.getByRole("textbox", { name: "Name of the model" }).fill("m");
  await page.getByRole("button", { name: /^Test/ }).click();
  const alert = page.getByRole("alert");
  await expect(alert).toContainText("A web page answered");
  await expect(alert).toContainText("Nothing was written, saved or paid for.");
  await expect(page.getByText("The endpoint said")).toBeVisible();
  await look(page, "setup-failed");

  await test.step("the next step leads to the address; another one passes", async () => {
    await page.getByRole("button", { name: "Correct the address…" }).click();
    await expect(page.getByLabel("Address of the endpoint")).toBeFocused();
    await page.getByLabel("Address of the endpoint").fill(endpoint.url);
    await page.keyboard.press("Enter");
    await page.getByRole("radio", { name: "quill-14b" }).check();
    await page.getByRole("button", { name: /^Test/ }).click();
    await expect(page.getByText("It can write for you")).toBeVisible();
    await expect(page.getByText(/did not pass$/)).toBeVisible();
    await look(page, "setup-tried");
  });

  await test.step("Not now leads back, and nothing was saved", async () => {
    await page.keyboard.press("Escape");
    await expect(page.getByRole("heading", { name: "Settings", level: 1 })).toBeVisible();
    expect(await galley.run("settings", "get", "writer.kind")).toContain("template");
  });
  await endpoint.stop();
});

test("Settings keeps answer limits, and forgets what was learned", {
  tag: "@deep",
}, async ({ page, galley }) => {
  const endpoint = await startEndpoint("quill-14b");
  const set = [
    "writer.kind",
    "openai",
    "writer.base_url",
    endpoint.url,
    "writer.model",
    "quill-14b",
  ];
  await galley.run("settings", "set", ...set);
  await galley.run("shop", "add", "demo");
  await galley.run("sync", "demo");
  await galley.run("job", "create", "demo", "--field", "title", "--sample", "1", "--all", "--wait");
  await page.goto(galley.url);
  await page.getByRole("link", { name: "Settings" }).click();

  await page.getByText("The longest answer of this model, by field").click();
  await page.getByRole("textbox", { name: "Description", exact: true }).fill("9000");
  await page.keyboard.press("Control+s");
  await expect(page.getByText(/changes? not saved/)).toBeHidden();
  expect(await galley.run("settings", "get", "writer.answer_limits")).toContain("9000");

  await expect(page.getByText(/^Answers by a schema/)).toBeVisible();
  await look(page, "answer-limits");
  await page.getByRole("button", { name: "Forget what was learned" }).click();
  await expect(page.getByText(/^Answers by a schema/)).toBeHidden();

  await test.step("half a configuration is refused, with what is missing", async () => {
    await page.getByRole("textbox", { name: "Model" }).fill("");
    await page.keyboard.press("Control+s");
    await expect(page.getByText("Missing: writer.model.")).toBeVisible();
    expect(await galley.run("settings", "get", "writer.model")).toContain("quill-14b");
  });
  await endpoint.stop();
});
