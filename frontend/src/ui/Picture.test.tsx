import { fireEvent } from "@testing-library/react";
import { expect, test } from "vitest";
import { show } from "@/testing/render";
import { Picture } from "./Picture";
import { Thumb } from "./Thumb";

const pictureIn = (page: HTMLElement) => page.querySelector("img");

/** Fails as the browser does: with the restriction, then without it. */
function fail(page: HTMLElement): void {
  for (let tries = 0; tries < 2; tries++) {
    const picture = pictureIn(page);
    if (picture) fireEvent.error(picture);
  }
}

test("a picture that failed is not requested again by a row that is drawn again", () => {
  const src = "https://cdn.example/files/gone.jpg";
  const first = show(<Thumb src={src} />);
  expect(pictureIn(first.container)?.getAttribute("src")).toBe(src);
  fail(first.container);
  expect(pictureIn(first.container)).toBeNull();
  first.unmount();

  expect(pictureIn(show(<Thumb src={src} />).container)).toBeNull();
  const large = show(<Picture src={src} alt="A lamp" />);
  expect(pictureIn(large.container)?.hasAttribute("src")).toBe(false);
  expect(pictureIn(large.container)?.alt).toBe("A lamp");

  window.dispatchEvent(new Event("online"));
  expect(pictureIn(show(<Thumb src={src} />).container)?.getAttribute("src")).toBe(src);
});

test("a picture that is served to its own pages alone is no failed one", () => {
  const src = "https://cdn.example/files/strict.jpg";
  const { container, unmount } = show(<Thumb src={src} />);
  const picture = pictureIn(container);
  if (picture) fireEvent.error(picture);
  expect(pictureIn(container)?.getAttribute("crossorigin")).toBeNull();
  unmount();
  expect(pictureIn(show(<Thumb src={src} />).container)?.getAttribute("src")).toBe(src);
});
