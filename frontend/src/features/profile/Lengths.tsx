import { TextInput } from "@mantine/core";
import type { Field } from "@/contract";
import { isHtml, limitOf, shownLength } from "@/domain/fields";
import { t } from "@/strings";
import { Section } from "./layout";
import { LENGTH_FIELDS, lengthOf, withLength, wrongLengths } from "./parts";
import classes from "./profile.module.css";
import type { ProfileForm } from "./useProfileForm";

/** How long the shop's texts are, field by field. */
export function Lengths({ form }: { form: ProfileForm }) {
  const words = t.profile;
  const wrong = wrongLengths(form.now.lengths);
  const limit = (field: Field) => String(limitOf(field)?.most ?? shownLength(field));
  return (
    <Section
      title={words.length}
      note={words.lengthNote(limit("seo_title"), limit("meta_description"))}
      changed={form.changed.includes("lengths")}
    >
      <div className={classes.lengths}>
        {LENGTH_FIELDS.map((field) => (
          <div key={field}>
            <span>{t.jobs.field(field)}</span>
            <div className={classes.range}>
              <End form={form} field={field} end="min" />
              {words.to}
              <End form={form} field={field} end="max" />
            </div>
            <span>{isHtml(field) ? words.units.words : words.units.characters}</span>
          </div>
        ))}
      </div>
      {wrong.map((field) => (
        <p key={field} role="alert" className={classes.bad}>
          {words.lengthWrong(t.jobs.field(field))}
        </p>
      ))}
    </Section>
  );
}

function End({ form, field, end }: { form: ProfileForm; field: Field; end: "min" | "max" }) {
  const words = t.profile;
  const value = lengthOf(form.now.lengths, field)[end];
  return (
    <TextInput
      size="xs"
      inputMode="numeric"
      placeholder="–"
      aria-label={words.lengthOf(t.jobs.field(field), end === "min" ? words.least : words.most)}
      value={value === 0 ? "" : String(value)}
      onChange={(event) =>
        form.set("lengths", withLength(form.now.lengths, field, end, event.currentTarget.value))
      }
    />
  );
}
