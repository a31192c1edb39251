import { act, renderHook } from "@testing-library/react";
import type { ChangeEvent } from "react";
import { expect, test } from "vitest";
import type { Settings } from "@/contract";
import { toForm } from "./draft";
import { numberProps, useSettingsForm } from "./useSettingsForm";

const stored: Settings = {
  strategy: "review",
  writer: {
    kind: "openai",
    base_url: "http://127.0.0.1:9/v1",
    model: "m1",
    concurrency: 8,
    rpm: 0,
    tpm: 0,
    key_stored: false,
    answer_limits: [],
    learned: null,
  },
  prices: [],
  caps: { job_usd: 0, day_usd: 0, month_usd: 0, chosen: true },
  appearance: { theme: "system", text_size: 100 },
  person: "Ada",
};

test("shows what another window saved, except in fields that were changed here", () => {
  const { result, rerender } = renderHook(useSettingsForm, { initialProps: stored });
  const type = (person: string) => act(() => result.current.form.setFieldValue("person", person));
  rerender({ ...stored, person: "Grace" });
  expect(result.current.form.values.person).toBe("Grace");
  expect(result.current.changes).toEqual([]);

  type("Edsger");
  rerender({ ...stored, person: "Barbara", strategy: "publish" });
  expect(result.current.form.values).toMatchObject({ person: "Edsger", strategy: "publish" });
  expect(result.current.values).toEqual({ person: "Edsger" });

  act(() => result.current.form.reset());
  expect(result.current.form.values.person).toBe("Barbara");
  expect(result.current.changes).toEqual([]);
});

test("a saved field follows other windows again", () => {
  const { result, rerender } = renderHook(useSettingsForm, { initialProps: stored });
  act(() => result.current.form.setFieldValue("capDay", "2.5"));
  const saved = { ...stored, caps: { ...stored.caps, day_usd: 2.5 } };
  rerender(saved);
  act(() => result.current.form.setValues(toForm(saved)));
  expect(result.current.form.values.capDay).toBe("2.50");
  expect(result.current.changes).toEqual([]);
  rerender({ ...stored, caps: { ...stored.caps, day_usd: 7 } });
  expect(result.current.form.values.capDay).toBe("7.00");
});

test("only digits and a point can be typed into a number", () => {
  const { result } = renderHook(useSettingsForm, { initialProps: stored });
  const { onChange } = numberProps(result.current.form, "capDay");
  const currentTarget = Object.assign(document.createElement("input"), { value: "$1,2a.50" });
  act(() => onChange({ currentTarget } as ChangeEvent<HTMLInputElement>));
  expect(result.current.values).toEqual({ "caps.day_usd": "12.50" });
});
