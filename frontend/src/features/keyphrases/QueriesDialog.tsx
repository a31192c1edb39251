import {
  describeError,
  type KeyphraseScope,
  placeOf,
  useKeyphraseQueries,
  useSetKeyphrase,
} from "@/api";
import type { KeyphraseRow, PlacedKeyphrase } from "@/contract";
import { count } from "@/lib/format";
import { t } from "@/strings";
import { Button } from "@/ui/Button";
import { ConfirmDialog } from "@/ui/ConfirmDialog";
import { Loading } from "@/ui/States";
import classes from "./phrases.module.css";

interface QueriesDialogProps {
  scope: KeyphraseScope;
  row: KeyphraseRow;
  onClose: () => void;
}

const words = t.keyphrases.queries;

/** What else people searched for and found the page by; one of it can become the keyphrase. */
export function QueriesDialog({ scope, row, onClose }: QueriesDialogProps) {
  const at = placeOf(row.place, scope.language);
  const found = useKeyphraseQueries(scope.shop, at);
  const set = useSetKeyphrase(scope.shop);
  const error = set.error ?? found.error;
  const take = ({ text }: PlacedKeyphrase) => set.mutate({ at, text }, { onSuccess: onClose });
  return (
    <ConfirmDialog
      title={words.title(row.place.title)}
      action={undefined}
      trouble={error ? describeError(error) : undefined}
      onConfirm={onClose}
      onClose={onClose}
    >
      <p>{words.now(row.text)}</p>
      {found.isPending && <Loading />}
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls is scrolled by keys too */}
      <div className={classes.list} tabIndex={0}>
        <ul>
          {(found.data ?? []).map((query) => (
            <li key={query.text} data-query>
              <span>{query.text}</span>
              <span>{words.seen(count(query.clicks), count(query.impressions))}</span>
              <Button
                small
                busy={set.isPending}
                label={words.takeOf(query.text)}
                onClick={() => take(query)}
              >
                {words.take}
              </Button>
            </li>
          ))}
        </ul>
      </div>
    </ConfirmDialog>
  );
}
