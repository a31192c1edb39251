import { Textarea } from "@mantine/core";
import { t } from "@/strings";
import { Picker } from "@/ui/Picker";
import { Section } from "./layout";
import classes from "./profile.module.css";
import type { ProfileForm } from "./useProfileForm";

/** The known values under their names; one that was set by command goes under its own. */
const named = (known: Record<string, string>, value: string) => {
  const all = Object.keys(known);
  const list = all.includes(value) ? all : [...all, value];
  return list.map((one) => ({ value: one, label: known[one] ?? one }));
};

/** Who the shop speaks to, and how. */
export function VoiceFields({ form }: { form: ProfileForm }) {
  const words = t.profile;
  const { now, changed, set } = form;
  const text = (name: "audience" | "voice" | "rules", label: string, rows: number) => (
    <div className={classes.field}>
      <label htmlFor={`profile-${name}`} data-changed={changed.includes(name) || undefined}>
        {label}
      </label>
      <Textarea
        id={`profile-${name}`}
        rows={rows}
        classNames={{ input: classes.grows }}
        maxLength={2000}
        value={now[name]}
        onChange={(event) => set(name, event.currentTarget.value)}
      />
    </div>
  );
  const spoken = (["language", "spelling", "person"] as const).some((one) => changed.includes(one));
  return (
    <Section title={words.voice} note={words.voiceNote}>
      {text("audience", words.audience, 2)}
      {text("voice", words.voiceText, 3)}
      <div className={classes.field}>
        <span data-changed={spoken || undefined}>{words.language}</span>
        <div data-row>
          <Picker
            label={words.language}
            value={now.language}
            options={named(words.languages, now.language)}
            onChange={(value) => set("language", value)}
          />
          <Picker
            label={words.spelling}
            value={now.spelling}
            options={named(words.spellings, now.spelling)}
            onChange={(value) => set("spelling", value)}
          />
          <Picker
            label={words.person}
            value={now.person}
            options={named(words.persons, now.person)}
            onChange={(value) => set("person", value)}
          />
        </div>
      </div>
      {text("rules", words.rules, 1)}
    </Section>
  );
}
