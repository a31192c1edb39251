import { useState } from "react";
import { describeError, useTakeBackKeyphrases } from "@/api";
import type { KeyphraseImportDone } from "@/contract";
import { moment } from "@/lib/format";
import { t } from "@/strings";
import { Button } from "@/ui/Button";
import { ConfirmDialog } from "@/ui/ConfirmDialog";
import { Icon } from "@/ui/Icon";
import classes from "./phrases.module.css";

interface ImportBarProps {
  shop: string;
  latest: KeyphraseImportDone;
}

const words = t.keyphrases;

/** The latest import, with the way back. */
export function ImportBar({ shop, latest }: ImportBarProps) {
  const [asking, setAsking] = useState(false);
  const takeBack = useTakeBackKeyphrases(shop);
  return (
    <div className={classes.bar}>
      <Icon shape="search" tone="dim" small />
      <p>{words.imported(latest.file, latest.taken, latest.by, moment(latest.at))}</p>
      <Button small kind="quiet" onClick={() => setAsking(true)}>
        {words.takeBack}
      </Button>
      {asking && (
        <ConfirmDialog
          title={words.takeBackTitle(latest.file)}
          action={words.takeBackDo}
          busy={takeBack.isPending}
          trouble={takeBack.error ? describeError(takeBack.error) : undefined}
          onConfirm={() => takeBack.mutate(latest.id, { onSuccess: () => setAsking(false) })}
          onClose={() => setAsking(false)}
        >
          <p>{words.takeBackText(latest.taken)}</p>
        </ConfirmDialog>
      )}
    </div>
  );
}
