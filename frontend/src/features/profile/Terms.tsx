import { TextInput } from "@mantine/core";
import { t } from "@/strings";
import { Button } from "@/ui/Button";
import { IconButton } from "@/ui/IconButton";
import { Section } from "./layout";
import type { TermText } from "./parts";
import classes from "./profile.module.css";
import type { ProfileForm } from "./useProfileForm";

/** The words that the shop always writes in one way. */
export function Terms({ form }: { form: ProfileForm }) {
  const words = t.profile;
  const terms = form.now.terms;
  const change = (at: number, part: Partial<TermText>) =>
    form.set(
      "terms",
      terms.map((term, i) => (i === at ? { ...term, ...part } : term)),
    );
  return (
    <Section
      title={words.terms}
      note={words.termsNote}
      changed={form.changed.includes("terms")}
      action={
        <Button
          kind="quiet"
          small
          icon="plus"
          onClick={() => form.set("terms", [...terms, { write: "", not: "" }])}
        >
          {words.termAdd}
        </Button>
      }
    >
      {terms.length > 0 && (
        <div className={`${classes.table} ${classes.terms}`}>
          <div aria-hidden="true">
            <span>{words.termWrite}</span>
            <span>{words.termNot}</span>
          </div>
          {terms.map((term, at) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a term that is typed has no other name
            <div key={at}>
              <TextInput
                size="xs"
                aria-label={words.termNth(words.termWrite, at + 1)}
                value={term.write}
                maxLength={200}
                onChange={(event) => change(at, { write: event.currentTarget.value })}
              />
              <TextInput
                size="xs"
                aria-label={words.termNth(words.termNot, at + 1)}
                placeholder={words.termNotHint}
                value={term.not}
                maxLength={500}
                onChange={(event) => change(at, { not: event.currentTarget.value })}
              />
              <IconButton
                shape="close"
                small
                label={words.termRemove(term.write)}
                onClick={() =>
                  form.set(
                    "terms",
                    terms.filter((_, i) => i !== at),
                  )
                }
              />
            </div>
          ))}
        </div>
      )}
    </Section>
  );
}
