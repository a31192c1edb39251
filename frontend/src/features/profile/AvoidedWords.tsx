import { useState } from "react";
import type { Profile } from "@/contract";
import { t } from "@/strings";
import { Icon } from "@/ui/Icon";
import { IconButton } from "@/ui/IconButton";
import { AddEntry } from "./AddEntry";
import { Section } from "./layout";
import { withEntry } from "./parts";
import classes from "./profile.module.css";
import type { ProfileForm } from "./useProfileForm";

/** The words that hold a draft. New ones are tinted until they are saved. */
export function AvoidedWords({ form, saved }: { form: ProfileForm; saved: Profile }) {
  const words = t.profile;
  const list = form.now.forbidden;
  const [adding, setAdding] = useState(false);
  const known = new Set(saved.forbidden ?? []);
  return (
    <Section
      title={words.avoid}
      note={words.avoidNote}
      changed={form.changed.includes("forbidden")}
    >
      <ul className={classes.words} aria-label={words.avoid}>
        {list.map((word) => (
          <li key={word} className={classes.word} data-fresh={!known.has(word) || undefined}>
            {word}
            <IconButton
              shape="close"
              small
              label={words.remove(word)}
              onClick={() =>
                form.set(
                  "forbidden",
                  list.filter((one) => one !== word),
                )
              }
            />
          </li>
        ))}
        <li>
          {adding ? (
            <AddEntry
              list={words.avoid}
              hint={words.avoidHint}
              onAdd={(word) => form.set("forbidden", withEntry(list, word))}
              onClose={() => setAdding(false)}
            />
          ) : (
            <button
              type="button"
              className={classes.word}
              data-add
              aria-label={words.addTo(words.avoid)}
              onClick={() => setAdding(true)}
            >
              <Icon shape="plus" small /> {words.add}
            </button>
          )}
        </li>
      </ul>
    </Section>
  );
}
