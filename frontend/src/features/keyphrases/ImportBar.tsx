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
  const [listing, setListing] = useState(false);
  const unknown = latest.unknown ?? [];
  const takeBack = useTakeBackKeyphrases(shop);
  return (
    <div className={classes.bar}>
      <Icon shape="search" tone="dim" small />
      <p>
        {words.imported(latest.file, latest.taken, latest.by, moment(latest.at))}
        {unknown.length > 0 && words.notHere(unknown.length)}
      </p>
      {unknown.length > 0 && (
        <Button small kind="link" onClick={() => setListing(true)}>
          {words.list(unknown.length)}
        </Button>
      )}
      <Button small kind="quiet" onClick={() => setAsking(true)}>
        {words.takeBack}
      </Button>
      {listing && (
        <ConfirmDialog
          title={words.unknownTitle(unknown.length)}
          action={undefined}
          onConfirm={() => setListing(false)}
          onClose={() => setListing(false)}
        >
          {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls is scrolled by keys too */}
          <div className={classes.list} tabIndex={0}>
            <ul>
              {unknown.map((name) => (
                <li key={name} data-page>
                  <span>{name}</span>
                </li>
              ))}
            </ul>
          </div>
        </ConfirmDialog>
      )}
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
