import { startEndpoint } from "./endpoint";
import { expect, test } from "./galley";
import { violations } from "./violations";

test("a model endpoint: address, list, test, save; testing saves nothing", async ({
  page,
  galley,
}) => {
  const endpoint = await startEndpoint("quill-14b");
  await galley.run("shop", "add", "demo");
  await page.goto(galley.url);
  await page.getByRole("link", { name: "Settings" }).click();
  await page.getByText("Model endpoint").click();
  await page.getByLabel("Address").fill(endpoint.url.replace(/^http:\/\/|\/v1$/g, ""));

  await test.step("half a configuration is refused", async () => {
    await page.keyboard.press("Control+s");
    await expect(page.getByText("needs an address and a model")).toBeVisible();
    expect(await galley.run("settings", "get", "writer.kind")).toContain("template");
  });

  await test.step("the list comes first, and costs nothing", async () => {
    await page.getByRole("button", { name: "Find models" }).click();
    await expect(page.getByText(`Found at ${endpoint.url}, with 1 model.`)).toBeVisible();
    await expect(page.getByRole("radio", { name: "quill-14b" })).toBeChecked();
  });

  await test.step("a test tries what is typed and saves nothing", async () => {
    await page.getByRole("button", { name: "Test connection" }).click();
    await expect(page.getByText(/^Connected, answered in/)).toBeVisible();
    expect(await galley.run("settings", "get", "writer.base_url")).not.toContain("http");
    for (const colorScheme of ["light", "dark"] as const) {
      await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
      expect(await violations(page)).toEqual([]);
      if (process.env.SHOTS) {
        await page.screenshot({ path: `${process.env.SHOTS}/setup-${colorScheme}.png` });
      }
    }
  });

  await page.keyboard.press("Control+s");
  await expect(page.getByText(/changes? not saved/)).toBeHidden();
  expect(await galley.run("settings", "get", "writer.model")).toContain("quill-14b");
  await endpoint.stop();
});

test("a web page in place of an endpoint is named, with what it said", async ({ page, galley }) => {
  await galley.run("shop", "add", "demo");
  await page.goto(galley.url);
  await page.getByRole("link", { name: "Settings" }).click();
  await page.getByText("Model endpoint").click();
  await page.getByLabel("Address").fill(`${new URL(galley.url).origin}/v1`);
  await page.getByRole("textbox", { name: "Model" }).fill("m");
  await page.getByRole("button", { name: "Test connection" }).click();
  await expect(page.getByRole("alert")).toBeVisible();
  if (process.env.SHOTS) await page.screenshot({ path: `${process.env.SHOTS}/failed-light.png` });
});
