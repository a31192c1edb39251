import { type UseFormReturnType, useForm } from "@mantine/form";
import { type ChangeEvent, useLayoutEffect, useMemo } from "react";
import type { Field as FieldID, Settings } from "@/contract";
import { changedValues, describeChanges, type SettingsForm, toForm } from "./draft";

export type Form = UseFormReturnType<SettingsForm>;

/** The settings as they are typed, and what they change. */
export function useSettingsForm(settings: Settings) {
  const saved = useMemo(() => toForm(settings), [settings]);
  const form = useForm({ initialValues: saved });
  // Settings saved by another window appear here, except in fields that were changed here.
  // biome-ignore lint/correctness/useExhaustiveDependencies: follows the saved settings alone
  useLayoutEffect(() => {
    const typed = Object.entries(form.getValues()).filter(([name]) => form.isDirty(name));
    form.resetDirty(saved);
    form.setValues({ ...saved, ...Object.fromEntries(typed) });
  }, [saved]);
  const values = changedValues(settings, form.values);
  return { form, values, changes: describeChanges(values, form.values) };
}

/** The props of a field in which only digits and a point can be typed. */
export function numberProps(
  form: Form,
  name: Exclude<keyof SettingsForm, "limits"> | `limits.${FieldID}`,
) {
  return {
    ...form.getInputProps(name),
    inputMode: "decimal",
    onChange: (event: ChangeEvent<HTMLInputElement>) =>
      form.setFieldValue(name, event.currentTarget.value.replace(/[^\d.]/g, "")),
  } as const;
}
