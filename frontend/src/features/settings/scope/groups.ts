import type { Settings, ShopSettings } from "@/contract";
import { type SettingsForm, toForm } from "../draft";

/** What a shop can have of its own; a group goes back to all shops together. */
export type Group = "strategy" | "writer" | "capJob" | "capDay" | "capMonth" | "person";

type Name = Exclude<keyof SettingsForm, "limits">;

/** The keys of the backend and the fields of the form in each group. A writer's parts belong together. */
const groups: Record<Group, { keys: string[]; fields: Name[] }> = {
  strategy: { keys: ["strategy"], fields: ["strategy"] },
  writer: {
    keys: ["writer.kind", "writer.base_url", "writer.model"],
    fields: ["kind", "baseUrl", "model"],
  },
  capJob: { keys: ["caps.job_usd"], fields: ["capJob"] },
  capDay: { keys: ["caps.day_usd"], fields: ["capDay"] },
  capMonth: { keys: ["caps.month_usd"], fields: ["capMonth"] },
  person: { keys: ["person"], fields: ["person"] },
};

export const GROUPS = Object.keys(groups) as Group[];

/** Whether the shop has the group of its own. */
export function isOwn(group: Group, set: ShopSettings): boolean {
  return groups[group].keys.some((key) => set.own?.includes(key));
}

/** The fields of the group as all shops have them. */
export function fieldsOf(group: Group, all: Settings): Partial<SettingsForm> {
  const form = toForm(all);
  return Object.fromEntries(groups[group].fields.map((name) => [name, form[name]]));
}

/** What a shop's form saves: its own values, and the keys that go back to all shops. */
export interface OwnChanges {
  values: Record<string, string>;
  reset: string[];
}

/**
 * The changes of a form as a shop saves them. Groups in back go back to all shops, unless their fields were
 * changed since.
 */
export function ownChanges(
  changed: Record<string, string>,
  form: SettingsForm,
  all: Settings,
  back: ReadonlySet<Group>,
): OwnChanges {
  const values = { ...changed };
  const reset: string[] = [];
  const writer: Record<string, string> = {
    "writer.kind": form.kind,
    "writer.base_url": form.baseUrl,
    "writer.model": form.model,
  };
  for (const group of GROUPS) {
    const { keys } = groups[group];
    if (back.has(group) && isAsAll(group, form, all)) {
      reset.push(...keys);
      for (const key of keys) delete values[key];
    } else if (group === "writer" && keys.some((key) => key in values)) {
      Object.assign(values, writer);
    }
  }
  return { values, reset };
}

/** Whether the form has the group as all shops have it. */
export function isAsAll(group: Group, form: SettingsForm, all: Settings): boolean {
  return Object.entries(fieldsOf(group, all)).every(
    ([name, value]) => form[name as Name] === value,
  );
}
