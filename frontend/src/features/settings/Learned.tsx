import { describeError, perform, useForgetLearned } from "@/api";
import type { Lesson } from "@/contract";
import { count, moment } from "@/lib/format";
import { t } from "@/strings";
import { Button } from "@/ui/Button";
import { notifyTrouble } from "@/ui/notify";
import { Field } from "./layout";
import classes from "./settings.module.css";

/** What was learned about the model, so that no job asks again; it can be forgotten. */
export function Learned({ lesson }: { lesson: Lesson }) {
  const words = t.settings.writer;
  const forget = useForgetLearned();
  return (
    <Field label={words.learned}>
      <div className={classes.keyed}>
        <span className={classes.note}>
          {lessonWords(lesson).join(", ")} {words.learnedAt(moment(lesson.learned_at))}
        </span>
        <Button
          kind="quiet"
          small
          busy={forget.isPending}
          onClick={() =>
            perform(forget, undefined, {
              onError: (error) => notifyTrouble(describeError(error)),
            })
          }
        >
          {words.forget}
        </Button>
      </div>
    </Field>
  );
}

function lessonWords(lesson: Lesson): string[] {
  const words = t.settings.writer.lesson;
  return [
    words.structured[lesson.structured],
    ...(lesson.thinks ? [words.thinks] : []),
    ...(lesson.no_system ? [words.noSystem] : []),
    ...(lesson.limit === "" ? [words.noLimit] : []),
    ...(lesson.more > 0 ? [words.more(count(lesson.more))] : []),
    ...(lesson.most > 0 ? [words.most(count(lesson.most))] : []),
    ...(lesson.sees === true ? [words.sees] : []),
  ];
}
