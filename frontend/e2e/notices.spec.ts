import type { Page } from "@playwright/test";
import { expect, openDemoShop, test, writeAll } from "./galley";

/** The buttons of the bars on the screen, and of rows in sight, that the notice covers. */
async function covered(page: Page) {
  const notice = page.getByRole("status").filter({ hasText: /^None of these/ });
  await expect(notice).toBeVisible();
  return notice.evaluate((element) => {
    const box = element.getBoundingClientRect();
    return [...document.querySelectorAll("button, a, input")]
      .filter((each) => !element.contains(each))
      .filter((each) => {
        const at = each.getBoundingClientRect();
        const [left, right] = [Math.max(at.left, box.left), Math.min(at.right, box.right)];
        const [top, bottom] = [Math.max(at.top, box.top), Math.min(at.bottom, box.bottom)];
        if (left >= right || top >= bottom) return false;
        // A row that its list has scrolled out of sight lies under nothing.
        return document.elementsFromPoint((left + right) / 2, (top + bottom) / 2).includes(each);
      })
      .map((each) => each.getAttribute("aria-label") ?? each.textContent);
  });
}

for (const [width, height, size] of [
  [1280, 800, 100],
  [1280, 800, 125],
] as const) {
  test(`a notice covers no button at ${width} × ${height}, ${size} % text`, async ({
    page,
    galley,
  }) => {
    await galley.run("settings", "set", "appearance.text_size", String(size));
    await page.setViewportSize({ width, height });
    await openDemoShop(page, galley);
    await writeAll(page, "Description");
    await page.keyboard.press("Control+a");
    await page
      .getByRole("toolbar", { name: "Selection" })
      .getByRole("button", { name: /^Undo/ })
      .click();
    expect(await covered(page)).toEqual([]);
    if (process.env.SHOTS) {
      await page.screenshot({ path: `${process.env.SHOTS}/notice-${size}.png` });
    }
  });
}
