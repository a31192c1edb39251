import type { Page } from "@playwright/test";
import { type Desk, expect, test } from "./desk";
import { painted } from "./galley";
import { expectAccessible } from "./violations";

const TABLE = '<table class="sizes"><tbody><tr><th>Length</th><td>18 cm</td></tr></tbody></table>';
const TEXT = `<p>A lamp for the desk. It has a 8-year warranty.</p>${TABLE}<p>Switch on the cable.</p>`;

interface Shown {
  content: string;
  revision: number;
  decision: string;
}

const show = async (desk: Desk, item: string) =>
  JSON.parse(await desk.galley.run("item", "show", item, "--json")) as Shown;

const dialogOf = (page: Page) => page.getByRole("dialog", { name: /^Preview of/ });
const sheetOf = (page: Page) => dialogOf(page).getByRole("textbox", { name: "Edit the draft" });

/** A job of two descriptions; the first has a claim without a source and a table that no rich text holds. */
async function openDraft(page: Page, desk: Desk): Promise<string> {
  await desk.writer("template");
  const job = await desk.job({ field: "description", products: desk.products.slice(0, 2) });
  await desk.galley.runWith(TEXT, "item", "edit", `${job}/1`, "--content-file", "-");
  await page.goto(desk.address(`jobs/${job}/1`));
  await expect(dialogOf(page).frameLocator("iframe[title=Draft]").locator("body")).not.toBeEmpty();
  await painted(page);
  return job;
}

test("a draft is edited on the page: judged while typed, saved, approved, undone and redone", async ({
  page,
  desk,
}) => {
  const job = await openDraft(page, desk);
  const item = `${job}/1`;
  const dialog = dialogOf(page);

  await test.step("a click into the text begins where it was made", async () => {
    await dialog.frameLocator("iframe[title=Draft]").getByText("Switch on the cable.").click();
    await expect(sheetOf(page)).toBeFocused();
    await expect(dialog.getByText("1 element kept as it is")).toBeVisible();
    await expect(dialog.locator("mark[data-key]")).toHaveText("8-year warranty");
  });
  await test.step("words and checks move while typing", async () => {
    await page.keyboard.press("End");
    await page.keyboard.type(" It is lifetime guaranteed.");
    await expect(dialog.getByText("+4 since you began")).toBeVisible();
    await expect(dialog.locator("[data-own]").first()).toHaveText(" It is ");
    await expect(dialog.locator("mark[data-key]")).toHaveCount(2);
  });
  await test.step("Alt 1 takes a sentence out of what is typed", async () => {
    await page.keyboard.press("Alt+1");
    await expect(sheetOf(page)).not.toContainText("warranty");
    expect((await show(desk, item)).revision).toBe(2);
  });
  await test.step("Ctrl Enter saves, approves and goes on", async () => {
    await page.keyboard.press("Control+Enter");
    await expect(dialog.getByText(`${job}/2, revision`)).toBeVisible();
    const saved = await show(desk, item);
    expect(saved.decision).toBe("approved");
    expect(saved.content).toContain(TABLE);
    expect(saved.content).toContain("<p>Switch on the cable. It is lifetime guaranteed.</p>");
  });
  await test.step("Ctrl Z and Ctrl Shift Z, two steps each way, from the next draft", async () => {
    await page.keyboard.press("Control+z");
    await expect(page.getByText(/^Undone: approving “/)).toBeVisible();
    await page.keyboard.press("Control+z");
    await expect(page.getByText(/^Undone: the edit of “/)).toBeVisible();
    expect((await show(desk, item)).content).toBe(TEXT);
    await page.keyboard.press("Control+Shift+Z");
    await expect.poll(async () => (await show(desk, item)).content).toContain("guaranteed");
    await page.keyboard.press("Control+y");
    await expect.poll(async () => (await show(desk, item)).decision).toBe("approved");
  });
});

test("two people on one draft: both texts are to be seen, and none is lost", {
  tag: "@deep",
}, async ({ page, desk }) => {
  const job = await openDraft(page, desk);
  const item = `${job}/1`;
  await page.keyboard.press("e");
  await sheetOf(page).press("Control+Home");
  await page.keyboard.type("Mine. ");

  const other = await page.context().newPage();
  await other.goto(desk.address(`jobs/${job}/1`));
  await expect(other.getByText(/typed into this draft at .* and did not save it/)).toBeVisible();
  await painted(other);
  await other.keyboard.press("e");
  await sheetOf(other).press("Control+Home");
  await other.keyboard.type("Theirs. ");
  await expect(page.getByText(/is typing into this draft in another window too/)).toBeVisible();
  await other.keyboard.press("Control+s");
  await expect(sheetOf(other)).toBeHidden();

  const dialog = dialogOf(page);
  await expect(dialog.getByText(/^Revision 3 was saved by/)).toBeVisible();
  await expect(sheetOf(page)).toContainText("Mine.");
  const theirs = page.frameLocator('iframe[title="Saved meanwhile: revision 3"]').locator("body");
  await expect(theirs).toContainText("Theirs.");
  await expectAccessible(page);
  await page.keyboard.press("Control+s");
  expect((await show(desk, item)).content).toContain("Theirs.");
  await dialog.getByRole("button", { name: /^Keep mine/ }).click();
  await page.keyboard.press("Control+s");
  await expect.poll(async () => (await show(desk, item)).content).toContain("Mine.");
  expect((await show(desk, item)).revision).toBe(4);
  await other.close();
});

test("what was typed and not saved is there after the page is gone", { tag: "@deep" }, async ({
  page,
  desk,
}) => {
  const job = await openDraft(page, desk);
  await page.keyboard.press("e");
  await sheetOf(page).press("Control+Home");
  await page.keyboard.type("Typed for hours. ");
  await expect(dialogOf(page).getByText("+3 since you began")).toBeVisible();
  await page.goto(desk.address("products"));
  await expect(page.getByText(/^An edit of “/)).toBeVisible();
  await page.getByRole("button", { name: "Open it" }).click();
  await expect(page.getByRole("region", { name: "Unsaved edit" })).toBeVisible();
  await page.goto("about:blank");

  await page.goto(desk.address(`jobs/${job}/1`));
  const band = page.getByRole("region", { name: "Unsaved edit" });
  await expect(band).toBeVisible();
  await expectAccessible(page);
  await expect(band).toContainText("did not save it");
  await band.getByRole("button", { name: "Continue with it" }).click();
  await expect(sheetOf(page)).toContainText("Typed for hours.");
  await expect(dialogOf(page).locator("[data-own]").first()).toContainText("Typed for hours.");
  await page.keyboard.press("Escape");
  const question = page.getByRole("dialog", { name: "Leave without saving?" });
  await expect(question.getByRole("button", { name: "Stay here" })).toBeFocused();
  await question.getByRole("button", { name: "Leave without saving" }).click();
  await expect(sheetOf(page)).toBeHidden();
  await expect(band).toBeHidden();
  expect((await show(desk, `${job}/1`)).content).toBe(TEXT);
});

test("the source is one key away, and an alt text is edited beside its picture", {
  tag: "@deep",
}, async ({ page, desk }) => {
  const job = await openDraft(page, desk);
  await page.keyboard.press("e");
  await expect(sheetOf(page)).toBeFocused();
  await page.keyboard.press("Control+d");
  await page.keyboard.press("Control+d");
  await expect(sheetOf(page)).toHaveValue(TEXT);
  await expectAccessible(page);
  await sheetOf(page).fill(TEXT.replace("desk", "bench"));
  await page.keyboard.press("Control+s");
  await expect.poll(async () => (await show(desk, `${job}/1`)).content).toContain("bench");

  const alt = await desk.job({
    field: "alt_text",
    products: desk.products.slice(0, 1),
    unseen: true,
  });
  await page.goto(desk.address(`jobs/${alt}/1`));
  await expect(dialogOf(page).getByText(`${alt}/1, revision`)).toBeVisible();
  await painted(page);
  await page.keyboard.press("e");
  await expect(dialogOf(page).getByRole("img", { name: "Picture" })).toBeVisible();
  await expectAccessible(page);
  await sheetOf(page).fill("A brass lamp on a bench");
  await expect(dialogOf(page).getByText(/^23 /)).toBeVisible();
  await page.keyboard.press("Control+s");
  await expect
    .poll(async () => (await show(desk, `${alt}/1`)).content)
    .toBe("A brass lamp on a bench");
});

test("a script, a frame, a form or another base that came into the page of a draft would do nothing", async ({
  page,
  desk,
}) => {
  await openDraft(page, desk);
  page.removeAllListeners("console"); // the browser complains of each, as it should
  // The sandbox stops a form before the policy is asked, and tells no page.
  const formRefused = page.waitForEvent("console", (message) =>
    message.text().startsWith("Blocked form submission to"),
  );
  const ran = await dialogOf(page)
    .locator("iframe[title=Draft]")
    .evaluate(async (frame: HTMLIFrameElement) => {
      const inner = frame.contentDocument as Document;
      // What the draft's own page forbids; the program's page around it may forbid the same.
      const left = new Set([
        "script-src-elem inline",
        "script-src-elem file",
        "script-src-attr inline",
        "frame-src file",
        "object-src file",
        "base-uri file",
      ]);
      const refused = new Promise((resolve) => {
        inner.addEventListener("securitypolicyviolation", (event) => {
          if (!event.originalPolicy.startsWith("script-src 'none'")) return;
          const from = event.blockedURI === "inline" ? "inline" : "file";
          left.delete(`${event.effectiveDirective} ${from}`);
          if (left.size === 0) resolve(true);
        });
      });
      const code = "parent.document.title = 'ran'";
      for (const script of [{ text: code }, { src: "/assets/none.js" }])
        inner.body.append(Object.assign(inner.createElement("script"), script));
      inner.body.insertAdjacentHTML(
        "beforeend",
        `<img src="data:," onerror="${code}"><iframe src="/"></iframe><object data="/"></object><base href="/elsewhere/"><form action="/"></form>`,
      );
      inner.forms[0]?.submit();
      await refused;
      return document.title === "ran";
    });
  expect(ran).toBe(false);
  await formRefused;
});
