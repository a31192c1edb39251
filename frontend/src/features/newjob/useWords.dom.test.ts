import { act, renderHook } from "@testing-library/react";
import { expect, test } from "vitest";
import type { Field, Instructions } from "@/contract";
import { nameOf, useWords } from "./useWords";

const voice: Instructions = {
  id: "1",
  name: "House voice",
  field: "description",
  shop_id: "",
  house: false,
  text: "Short sentences.",
};

test("a job goes by the name of saved words only while they are still those words", () => {
  expect(nameOf(voice, "Short sentences. ")).toBe("House voice");
  expect(nameOf(voice, "Long sentences.")).toBe("");
  expect(nameOf(undefined, "Short sentences.")).toBe("");
});

test("picked words leave with their field, typed ones stay", () => {
  const { result, rerender } = renderHook(({ field }) => useWords(field), {
    initialProps: { field: "description" as Field },
  });
  act(() => result.current.pick(voice));
  expect(result.current.text).toBe("Short sentences.");
  expect(result.current.name).toBe("House voice");
  rerender({ field: "title" });
  expect(result.current.text).toBe("");
  expect(result.current.picked).toBeUndefined();
  rerender({ field: "description" });
  act(() => result.current.type("Long ones."));
  rerender({ field: "title" });
  expect(result.current.text).toBe("Long ones.");
  expect(result.current.name).toBe("");
});

test("picking none empties what was picked, not what was typed", () => {
  const { result } = renderHook(() => useWords("description"));
  act(() => result.current.pick(voice));
  act(() => result.current.pick(undefined));
  expect(result.current.text).toBe("");
  act(() => result.current.type("Typed."));
  act(() => result.current.pick(undefined));
  expect(result.current.text).toBe("Typed.");
});
