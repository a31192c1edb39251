import { TextInput } from "@mantine/core";
import { useState } from "react";
import { languageName, OFFERED } from "@/domain/language";
import { t } from "@/strings";
import { Button } from "@/ui/Button";
import { IconButton } from "@/ui/IconButton";
import { Picker } from "@/ui/Picker";
import { Section } from "./layout";
import type { TermText } from "./parts";
import classes from "./profile.module.css";
import type { ProfileForm } from "./useProfileForm";

/** The words that the shop always writes in one way. */
export function Terms({ form }: { form: ProfileForm }) {
  const words = t.profile;
  const terms = form.now.terms;
  const codes = [...new Set([...terms.flatMap((term) => Object.keys(term.in)), ...OFFERED])];
  const [chosen, setChosen] = useState<string>();
  const code = chosen ?? codes.find((one) => languageName(one) !== spoken(form)) ?? "de";
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
          kind="link"
          small
          icon="plus"
          onClick={() => form.set("terms", [...terms, { write: "", not: "", in: {} }])}
        >
          {words.termAdd}
        </Button>
      }
    >
      {terms.length > 0 && (
        <div className={`${classes.table} ${classes.terms}`}>
          <div>
            <span aria-hidden="true">{words.termWrite}</span>
            <span aria-hidden="true">{words.termNot}</span>
            <span className={classes.termIn}>
              <span aria-hidden="true">{words.termIn}</span>
              <Picker
                small
                label={words.termLanguage}
                value={code}
                options={codes.map((value) => ({ value, label: languageName(value) }))}
                onChange={setChosen}
              />
            </span>
          </div>
          {terms.map((term, at) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a term that is typed has no other name
            <div key={at}>
              <TextInput
                size="xs"
                aria-label={words.termNth(words.termWrite, at + 1)}
                placeholder={words.termWriteHint}
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
              <TextInput
                size="xs"
                aria-label={words.termNth(words.termInLanguage(languageName(code)), at + 1)}
                placeholder={words.termInHint}
                value={term.in[code] ?? ""}
                maxLength={200}
                onChange={(event) =>
                  change(at, { in: { ...term.in, [code]: event.currentTarget.value } })
                }
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

/** The language in which the shop writes its terms, by its name. */
const spoken = (form: ProfileForm) => form.now.language || languageName("en");
