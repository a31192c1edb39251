import { Textarea, TextInput } from "@mantine/core";
import { lazy, Suspense } from "react";
import type { TextState } from "@/domain/desk";
import { roleOf } from "@/domain/fields";
import { scaled } from "@/lib/picture";
import { t } from "@/strings";
import { Picture } from "@/ui/Picture";
import { Loading } from "@/ui/States";
import classes from "./editor.module.css";
import { SlotFrame } from "./SlotFrame";
import type { Texts } from "./useTexts";

/** The rich text editor is the largest part of the program: it comes when a product is opened. */
const DescriptionField = lazy(() => import("@/ui/richtext/DescriptionField"));

/** About the size of a picture beside its alt text, in pixels. */
const PICTURE = 72;

/** Every text of the product or collection, to be written in. */
export function TextFields({ texts }: { texts: Texts }) {
  const fields = texts.states.filter((state) => state.field !== "alt_text");
  const alts = texts.states.filter((state) => state.field === "alt_text");
  return (
    <section className={classes.fields} aria-label={t.editor.form}>
      {fields.map((state) => (
        <SlotFrame key={state.key} state={state} label={t.editor.label(state.field)} texts={texts}>
          <FieldInput state={state} texts={texts} />
        </SlotFrame>
      ))}
      {texts.of.kind === "product" && <h2 className={classes.part}>{t.editor.altTexts}</h2>}
      {texts.of.kind === "product" && alts.length === 0 && (
        <p className={classes.none}>{t.editor.noPictures}</p>
      )}
      {alts.map((state) => (
        <AltText key={state.key} state={state} texts={texts} />
      ))}
    </section>
  );
}

interface InputProps {
  state: TextState;
  texts: Texts;
}

function FieldInput({ state, texts }: InputProps) {
  const label = t.editor.label(state.field);
  const readOnly = state.status === "sending";
  const change = (text: string) => texts.type(state, text);
  const role = roleOf(state.field);
  if (role === "description") {
    return (
      <Suspense fallback={<Loading label={t.editor.description.rendering} />}>
        <DescriptionField label={label} text={state.text} readOnly={readOnly} onChange={change} />
      </Suspense>
    );
  }
  if (role === "meta_description") {
    return (
      <Textarea
        id={state.key}
        rows={3}
        spellCheck
        readOnly={readOnly}
        value={state.text}
        onChange={(event) => change(event.currentTarget.value)}
      />
    );
  }
  return (
    <TextInput
      id={state.key}
      spellCheck
      readOnly={readOnly}
      value={state.text}
      onChange={(event) => change(event.currentTarget.value)}
    />
  );
}

function AltText({ state, texts }: InputProps) {
  const { image } = state;
  if (!image) return null;
  const others = image.also_of ?? [];
  return (
    <div className={classes.alt}>
      <Picture src={scaled(image.url, PICTURE * devicePixelRatio)} alt="" loading="lazy" />
      <SlotFrame state={state} label={t.editor.alt(image.position)} texts={texts}>
        <TextInput
          id={state.key}
          spellCheck
          placeholder={t.editor.altHint}
          readOnly={state.status === "sending"}
          value={state.text}
          onChange={(event) => texts.type(state, event.currentTarget.value)}
        />
        {others.length > 0 && (
          <p className={classes.hint}>{t.editor.alsoShownBy(others.map(({ title }) => title))}</p>
        )}
      </SlotFrame>
    </div>
  );
}
