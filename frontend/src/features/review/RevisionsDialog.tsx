import { Modal } from "@mantine/core";
import "@/ui/theme/modal.css";
import { useMemo, useState } from "react";
import { describeError, useEditItem } from "@/api";
import type { Proof, Revision } from "@/contract";
import { isHtml } from "@/domain/fields";
import { t } from "@/strings";
import { Button } from "@/ui/Button";
import { useKeys } from "@/ui/keys/useKeys";
import { ProofFrame } from "@/ui/proof/ProofFrame";
import { markUp } from "@/ui/proof/proof";
import { TroubleText } from "@/ui/States";
import { RevisionList } from "./RevisionList";
import classes from "./RevisionsDialog.module.css";

interface RevisionsDialogProps {
  proof: Proof;
  onClose: () => void;
}

/** Every text that an item has had, comparison of any two, and the way back to one. */
export default function RevisionsDialog({ proof, onClose }: RevisionsDialogProps) {
  const { item } = proof;
  const revisions = useMemo(() => [...(proof.revisions ?? [])].reverse(), [proof.revisions]);
  const [newer, setNewer] = useState(item.revision);
  const [older, setOlder] = useState(Math.max(1, item.revision - 1));
  const edit = useEditItem(item.job_id);
  const chosen = revisions.find((revision) => revision.number === newer);
  const against = revisions.find((revision) => revision.number === older);
  const goBack = () =>
    chosen &&
    edit.mutate(
      { item: item.id, revision: item.revision, content: chosen.content },
      { onSuccess: onClose },
    );
  const possible = chosen !== undefined && chosen.content !== item.content && item.can.edit;
  useKeys("question", [
    {
      combos: ["mod+enter"],
      label: t.revisions.goBack,
      run: goBack,
      inFields: true,
      off: !possible || edit.isPending,
    },
  ]);
  return (
    <Modal
      opened
      onClose={onClose}
      title={t.revisions.title(item.place.title)}
      size="62rem"
      zIndex={400}
      closeButtonProps={{ "aria-label": t.common.close }}
    >
      <div className={classes.columns}>
        <RevisionList
          revisions={revisions}
          current={item.revision}
          newer={newer}
          older={older}
          onNewer={setNewer}
          onOlder={setOlder}
        />
        {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls is scrolled by keys too */}
        <div className={classes.paper} tabIndex={0}>
          {chosen && against && (
            <Comparison html={isHtml(item.field)} newer={chosen} older={against} />
          )}
        </div>
      </div>
      {edit.error && <TroubleText trouble={describeError(edit.error)} />}
      <div className={classes.actions}>
        <span role="status">{t.revisions.comparing(newer, older)}</span>
        <Button kind="quiet" combo="escape" onClick={onClose}>
          {t.common.close}
        </Button>
        <Button kind="primary" disabled={!possible} busy={edit.isPending} onClick={goBack}>
          {t.revisions.goBackTo(newer)}
        </Button>
      </div>
    </Modal>
  );
}

interface ComparisonProps {
  html: boolean;
  newer: Revision;
  older: Revision;
}

/** The chosen text with its words marked against the other, and the words that left. */
function Comparison({ html, newer, older }: ComparisonProps) {
  const marked = useMemo(
    () => markUp({ html, draft: newer.content, original: older.content, rings: [] }),
    [html, newer, older],
  );
  return (
    <>
      <ProofFrame title={t.revisions.frame(newer.number)} html={marked.draft} />
      {newer !== older && (
        <div className={classes.older}>
          <h3>{t.revisions.older(older.number)}</h3>
          <ProofFrame title={t.revisions.frame(older.number)} quiet html={marked.original} />
        </div>
      )}
    </>
  );
}
