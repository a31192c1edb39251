import type { ReactNode } from "react";
import { describeError, perform, useSaveSettings } from "@/api";
import { rules, type Settings, type Theme } from "@/contract";
import { t } from "@/strings";
import { Icon } from "@/ui/Icon";
import { notifyTrouble } from "@/ui/notify";
import { Segments } from "@/ui/Segments";
import type { Shape } from "@/ui/shapes";
import { Field, Section } from "./layout";

const shapes: Record<Theme, Shape> = { system: "screen", light: "sun", dark: "moon" };

/** How the window looks. Takes effect at once: what one sees needs no Save. */
export function AppearanceFields({ appearance }: { appearance: Settings["appearance"] }) {
  const words = t.settings.appearance;
  const save = useSaveSettings();
  const set = (values: Record<string, string>) =>
    perform(save, values, { onError: (error) => notifyTrouble(describeError(error)) });
  const named = (shape: Shape, label: string): ReactNode => (
    <>
      <Icon shape={shape} small />
      {label}
    </>
  );
  return (
    <Section title={words.title}>
      <Field label={words.theme}>
        <Segments
          label={words.theme}
          value={appearance.theme}
          onChange={(theme) => set({ "appearance.theme": theme })}
          options={rules.themes.map((value) => ({
            value,
            label: named(shapes[value], words.themes[value]),
          }))}
        />
      </Field>
      <Field label={words.textSize}>
        <Segments
          label={words.textSize}
          value={String(appearance.text_size)}
          onChange={(size) => set({ "appearance.text_size": size })}
          options={rules.text_sizes.map((size) => ({
            value: String(size),
            label: words.size(size),
          }))}
        />
      </Field>
    </Section>
  );
}
