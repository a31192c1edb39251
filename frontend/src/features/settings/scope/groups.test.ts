import { expect, test } from "vitest";
import type { Settings } from "@/contract";
import { changedValues, type SettingsForm, toForm } from "../draft";
import { fieldsOf, type Group, isOwn, ownChanges } from "./groups";

const all = {
  strategy: "review",
  writer: { kind: "template", base_url: "", model: "", concurrency: 4, rpm: 0, tpm: 0 },
  prices: [],
  caps: { job_usd: 10, day_usd: 20, month_usd: 0, chosen: true },
  person: "Ada",
} as unknown as Settings;

const ofShop: Settings = {
  ...all,
  strategy: "publish",
  writer: { ...all.writer, kind: "openai", base_url: "https://own.example/v1", model: "m" },
  caps: { ...all.caps, day_usd: 5 },
};

const changes = (form: SettingsForm, ...back: Group[]) =>
  ownChanges(changedValues(ofShop, form), form, all, new Set(back));

test("an untouched form changes nothing", () => {
  expect(changes(toForm(ofShop))).toEqual({ values: {}, reset: [] });
});

test("a group that goes back is reset, and nothing of it is saved", () => {
  const form = { ...toForm(ofShop), ...fieldsOf("writer", all), ...fieldsOf("capDay", all) };
  expect(changes(form, "writer", "capDay")).toEqual({
    values: {},
    reset: ["writer.kind", "writer.base_url", "writer.model", "caps.day_usd"],
  });
});

test("what is typed after going back is the shop's own", () => {
  const form = { ...toForm(ofShop), capDay: "7" };
  expect(changes(form, "capDay")).toEqual({ values: { "caps.day_usd": "7" }, reset: [] });
});

test("a writer is the shop's own as a whole: never half of it that of all shops", () => {
  const form = { ...toForm(ofShop), model: "m2" };
  expect(changes(form).values).toEqual({
    "writer.kind": "openai",
    "writer.base_url": "https://own.example/v1",
    "writer.model": "m2",
  });
});

test("a value that all shops have too can be the shop's own", () => {
  const set = { in_force: ofShop, own: ["caps.month_usd"] };
  expect(isOwn("capMonth", set)).toBe(true);
  expect(isOwn("capJob", set)).toBe(false);
});
