import { useState } from "react";
import { describeError, useSaveProfile } from "@/api";
import { type Profile, rules, type ShopOverview } from "@/contract";
import { isHtml } from "@/domain/fields";
import { plainText } from "@/lib/plainText";
import { wordsIn } from "@/lib/words";
import { t } from "@/strings";
import { Button } from "@/ui/Button";
import { Icon } from "@/ui/Icon";
import { IconButton } from "@/ui/IconButton";
import { notifyTrouble } from "@/ui/notify";
import { LearnDialog } from "./LearnDialog";
import { Section } from "./layout";
import { MarkDialog } from "./MarkDialog";
import classes from "./profile.module.css";
import type { ProfileForm } from "./useProfileForm";

interface GoodTextsProps {
  shop: ShopOverview;
  saved: Profile;
  form: ProfileForm;
}

/** The texts that a person marked as good: writers take over how they speak. */
export function GoodTexts({ shop, saved, form }: GoodTextsProps) {
  const words = t.profile;
  const texts = saved.examples ?? [];
  const most = rules.limits.examples;
  const [marking, setMarking] = useState(false);
  const [learning, setLearning] = useState(false);
  const save = useSaveProfile(shop.id);
  const remove = (at: number) =>
    save.mutate(
      { ...saved, examples: texts.filter((_, i) => i !== at) },
      { onError: (error) => notifyTrouble(describeError(error)) },
    );
  const described = saved.voice !== "" || saved.audience !== "";
  return (
    <Section
      title={words.texts}
      note={texts.length > 0 && words.textsNote(texts.length, most)}
      action={
        texts.length > 0 && (
          <Button kind="link" small onClick={() => setLearning(true)}>
            {described ? words.learnAgain : words.learn}
          </Button>
        )
      }
    >
      {texts.length > 0 && (
        <div className={`${classes.table} ${classes.texts}`}>
          <div aria-hidden="true">
            <span />
            <span>{words.textColumns.product}</span>
            <span>{words.textColumns.type}</span>
            <span>{words.textColumns.field}</span>
            <span className={classes.end}>{words.textColumns.length}</span>
            <span className={classes.end}>{words.textColumns.by}</span>
          </div>
          {texts.map((text, at) => (
            <div key={`${text.field} ${text.title} ${text.text}`}>
              <Icon shape="check" tone="ok" small />
              <span className={classes.cut} title={plainText(text.text)}>
                {text.title}
              </span>
              <span className={classes.cut}>{text.type}</span>
              <span>{t.jobs.field(text.field)}</span>
              <span className={classes.end}>
                {isHtml(text.field)
                  ? words.inWords(wordsIn(plainText(text.text)))
                  : words.inCharacters([...text.text].length)}
              </span>
              <span className={classes.end}>{text.marked_by}</span>
              <IconButton
                shape="close"
                small
                disabled={save.isPending}
                label={words.remove(text.title)}
                onClick={() => remove(at)}
              />
            </div>
          ))}
        </div>
      )}
      <div className={classes.foot}>
        <span>{texts.length === 0 ? words.textsNone : words.textsSent(texts.length)}</span>
        {texts.length < most && (
          <Button kind="link" small onClick={() => setMarking(true)}>
            {words.textMore(most - texts.length)}
          </Button>
        )}
      </div>
      {marking && <MarkDialog shop={shop.id} saved={saved} onClose={() => setMarking(false)} />}
      {learning && <LearnDialog shop={shop.id} form={form} onClose={() => setLearning(false)} />}
    </Section>
  );
}
