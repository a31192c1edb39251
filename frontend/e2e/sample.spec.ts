import { expect, test } from "./desk";

test("A sample goes on in its job, and the ten are not written again", async ({ page, desk }) => {
  await desk.writer("openai");
  const made = JSON.parse(
    await desk.galley.run(
      "job",
      "create",
      "north.myshopify.com",
      "--field",
      "seo_title",
      "--all",
      "--sample",
      "10",
      "--wait",
      "--json",
    ),
  ) as { id: string; usage: { input_tokens: number } };
  await page.goto(desk.address(`jobs/${made.id}`));
  await page.getByRole("button", { name: /^Write the other 2/ }).click();
  await expect(page.getByRole("button", { name: /^Write the other/ })).toBeHidden();
  await expect(page.getByText("Completed", { exact: true })).toBeVisible();
  await expect(async () => {
    const job = JSON.parse(await desk.galley.run("job", "show", made.id, "--json"));
    expect(job.counts).toMatchObject({ total: 12, successful: 12 });
    // Two more, each asked for once or twice.
    expect(job.usage.input_tokens - made.usage.input_tokens).toBeLessThanOrEqual(4 * 300);
  }).toPass();
});
