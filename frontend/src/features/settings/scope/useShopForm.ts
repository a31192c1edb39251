import { useState } from "react";
import type { Settings, ShopSettings } from "@/contract";
import { t } from "@/strings";
import { describeChanges } from "../draft";
import { useSettingsForm } from "../useSettingsForm";
import { fieldsOf, GROUPS, type Group, isAsAll, isOwn, ownChanges } from "./groups";

/** A shop's settings as they are typed, and what they change. */
export function useShopForm(set: ShopSettings, all: Settings) {
  const { form, values: changed } = useSettingsForm(set.in_force);
  const [back, setBack] = useState<ReadonlySet<Group>>(new Set());
  const goBack = (group: Group) => {
    form.setValues(fieldsOf(group, all));
    setBack(new Set([...back, group]));
  };
  const discard = () => {
    form.reset();
    setBack(new Set());
  };
  const { values, reset } = ownChanges(changed, form.values, all, back);
  const returning = GROUPS.filter(
    (group) => back.has(group) && isOwn(group, set) && isAsAll(group, form.values, all),
  );
  const changes = [
    ...describeChanges(values, form.values),
    ...returning.map((group) => t.scopes.back(t.scopes.groups[group])),
  ];
  return {
    form,
    values,
    reset,
    changes,
    returning,
    goBack,
    discard,
    saved: () => setBack(new Set()),
  };
}
