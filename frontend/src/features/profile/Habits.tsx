import { useState } from "react";
import { t } from "@/strings";
import { Button } from "@/ui/Button";
import { Icon } from "@/ui/Icon";
import { IconButton } from "@/ui/IconButton";
import { AddEntry } from "./AddEntry";
import { withEntry } from "./parts";
import classes from "./profile.module.css";
import type { ProfileForm } from "./useProfileForm";

/** What the shop's texts do, and what they never do. */
export function Habits({ form }: { form: ProfileForm }) {
  return (
    <section className={classes.section}>
      <div className={classes.lists}>
        <Habit form={form} name="do" />
        <Habit form={form} name="dont" />
      </div>
    </section>
  );
}

function Habit({ form, name }: { form: ProfileForm; name: "do" | "dont" }) {
  const words = t.profile;
  const list = form.now[name];
  const [adding, setAdding] = useState(false);
  const hint = name === "do" ? words.doHint : words.dontHint;
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
            <Icon
              shape={name === "do" ? "check" : "cross"}
              tone={name === "do" ? "ok" : "bad"}
              small
            />
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
