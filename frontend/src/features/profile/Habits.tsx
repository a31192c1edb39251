import { useState } from "react";
import { t } from "@/strings";
import { Button } from "@/ui/Button";
import { Icon, type Tone } from "@/ui/Icon";
import { IconButton } from "@/ui/IconButton";
import type { Shape } from "@/ui/shapes";
import { AddEntry } from "./AddEntry";
import { withEntry } from "./parts";
import classes from "./profile.module.css";
import type { ProfileForm } from "./useProfileForm";

/** What the shop's texts do, what they never do, and the notes that are offered where a draft is written again. */
export function Habits({ form }: { form: ProfileForm }) {
  return (
    <section className={classes.section}>
      <div className={classes.lists}>
        <Habit form={form} name="do" />
        <Habit form={form} name="dont" />
        <Habit form={form} name="notes" />
      </div>
    </section>
  );
}

type Name = "do" | "dont" | "notes";

const kinds: Record<Name, { hint: string; shape: Shape; tone: Tone }> = {
  do: { hint: t.profile.doHint, shape: "check", tone: "ok" },
  dont: { hint: t.profile.dontHint, shape: "cross", tone: "bad" },
  notes: { hint: t.profile.notesHint, shape: "retry", tone: "dim" },
};

function Habit({ form, name }: { form: ProfileForm; name: Name }) {
  const words = t.profile;
  const list = form.now[name];
  const [adding, setAdding] = useState(false);
  const { hint, shape, tone } = kinds[name];
  return (
    <div>
      <div className={classes.listHead}>
        <h2 data-changed={form.changed.includes(name) || undefined}>{words[name]}</h2>
        <Button kind="link" small label={words.addTo(words[name])} onClick={() => setAdding(true)}>
          {words.add}
        </Button>
      </div>
      <ul aria-label={words[name]}>
        {list.map((entry) => (
          <li key={entry}>
            <Icon shape={shape} tone={tone} small />
            <span>{entry}</span>
            <IconButton
              shape="close"
              small
              label={words.remove(entry)}
              onClick={() =>
                form.set(
                  name,
                  list.filter((one) => one !== entry),
                )
              }
            />
          </li>
        ))}
      </ul>
      {adding && (
        <AddEntry
          list={words[name]}
          hint={hint}
          onAdd={(entry) => form.set(name, withEntry(list, entry))}
          onClose={() => setAdding(false)}
        />
      )}
    </div>
  );
}
