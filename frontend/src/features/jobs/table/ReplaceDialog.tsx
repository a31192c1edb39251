import { Checkbox, TextInput } from "@mantine/core";
import { useDebouncedValue } from "@mantine/hooks";
import { useState } from "react";
import { describeError, useReplace, useReplacePreview } from "@/api";
import { type ReplaceRequest, rules } from "@/contract";
import { remember } from "@/flows/steps";
import { tellLeftOut } from "@/flows/tellLeftOut";
import { t } from "@/strings";
import { ConfirmDialog } from "@/ui/ConfirmDialog";
import { EditedDrafts, LeftDrafts } from "./EditedDrafts";
import classes from "./table.module.css";

interface ReplaceDialogProps {
  /** The drafts to look in: those named, or all that are shown. */
  scope: Pick<ReplaceRequest, "job_id" | "items" | "filter" | "search" | "except">;
  count: number;
  all: boolean;
  onClose: () => void;
}

/** Where the choice of whole words is kept. */
const WHOLE = "galley-find-whole-words";

/** Words within longer words are found only where a person chose so. */
const initialOptions = () => ({
  match_case: false,
  whole_words: localStorage.getItem(WHOLE) !== "no",
});

/** How long typing rests before the drafts are searched, in milliseconds. */
const REST = 200;

/** Find and replace over many drafts: what becomes of each is shown before anything is saved. */
export function ReplaceDialog({ scope, count, all, onClose }: ReplaceDialogProps) {
  const words = t.table.find;
  const [options, setOptions] = useState(initialOptions);
  const setWholeWords = (whole: boolean) => {
    localStorage.setItem(WHOLE, whole ? "yes" : "no");
    setOptions({ ...options, whole_words: whole });
  };
  const [typed, setTyped] = useState({ find: "", with: "" });
  const [rested] = useDebouncedValue(typed, REST);
  const request: ReplaceRequest = { ...scope, ...rested, ...options };
  const wanted = rested.find.trim() !== "";
  const preview = useReplacePreview(request, wanted);
  const replace = useReplace(scope.job_id);
  const known = wanted && rested === typed && preview.isSuccess && !preview.isPlaceholderData;
  const found = wanted ? preview.data : undefined;
  const drafts = found?.drafts ?? [];
  const submit = () => {
    const at = drafts.map(({ id, revision }) => ({ id, revision }));
    const saved = replace.mutateAsync({ request, drafts: at });
    remember({ kind: "decisions", steps: saved.then(({ step }) => (step > 0 ? [step] : [])) });
    saved.then(
      (done) => {
        tellLeftOut(done, words.done);
        onClose();
      },
      () => {},
    );
  };
  const error = replace.error ?? (wanted ? preview.error : null);
  return (
    <ConfirmDialog
      title={words.title(count, all)}
      action={known && drafts.length > 0 ? words.action(drafts.length) : undefined}
      asks
      wide
      busy={replace.isPending}
      trouble={error ? describeError(error) : undefined}
      onConfirm={submit}
      onClose={onClose}
    >
      <div className={classes.body}>
        <TextInput
          label={words.find}
          data-autofocus
          maxLength={rules.limits.find}
          spellCheck={false}
          value={typed.find}
          onChange={(event) => setTyped({ ...typed, find: event.currentTarget.value })}
        />
        <TextInput
          label={words.with}
          description={words.takesOut}
          maxLength={rules.limits.find}
          spellCheck={false}
          value={typed.with}
          onChange={(event) => setTyped({ ...typed, with: event.currentTarget.value })}
        />
        <div className={classes.options}>
          <Checkbox
            size="xs"
            label={words.matchCase}
            checked={options.match_case}
            onChange={(event) =>
              setOptions({ ...options, match_case: event.currentTarget.checked })
            }
          />
          <Checkbox
            size="xs"
            label={words.wholeWords}
            checked={options.whole_words}
            onChange={(event) => setWholeWords(event.currentTarget.checked)}
          />
        </div>
        {found && <EditedDrafts preview={found} label={words.drafts} />}
        {known && drafts.length === 0 && <p role="status">{words.none(options.whole_words)}</p>}
        {found && found.kept > 0 && <p>{words.kept(found.kept)}</p>}
        {found && <LeftDrafts left={found.left} title={words.left} />}
        {known && drafts.length > 0 && <p>{words.undo}</p>}
      </div>
    </ConfirmDialog>
  );
}
