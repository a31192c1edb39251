import { Modal } from "@mantine/core";
import "@/ui/theme/modal.css";
import { useState } from "react";
import { t } from "@/strings";
import { Button } from "@/ui/Button";
import { Kbd } from "@/ui/Kbd";
import { activeLayers, type Binding } from "@/ui/keys/registry";
import { useKeys } from "@/ui/keys/useKeys";
import classes from "./KeysDialog.module.css";

/** The keys that were active before the dialog opened, each combination once. */
function heardNow(): Binding[] {
  const seen = new Set<string>();
  return activeLayers()
    .flatMap((layer) => layer.bindings)
    .filter((binding) => {
      const first = binding.combos[0] ?? "";
      if (first === "" || binding.off || seen.has(first)) return false;
      seen.add(first);
      return true;
    });
}

/** All keys that do something here. */
export default function KeysDialog(props: { onGuide: () => void; onClose: () => void }) {
  const { onGuide, onClose } = props;
  const [bindings] = useState(heardNow);
  useKeys("question", [
    { combos: ["?"], label: t.common.close, run: onClose },
    { combos: ["escape"], label: t.common.close, run: onClose, first: true },
    { combos: ["f1"], label: t.shell.openGuide, run: onGuide },
  ]);
  return (
    <Modal
      opened
      onClose={onClose}
      closeOnEscape={false}
      title={t.keys.title}
      size="38rem"
      zIndex={450}
      closeButtonProps={{ "aria-label": t.common.close }}
    >
      <dl className={classes.keys}>
        {bindings.map((binding) => (
          <div key={binding.combos.join()}>
            <dt>
              {binding.combos.map((combo) => (
                <Kbd key={combo} combo={combo} />
              ))}
            </dt>
            <dd>{binding.label}</dd>
          </div>
        ))}
      </dl>
      <p className={classes.guide}>
        <Button kind="quiet" combo="f1" onClick={onGuide}>
          {t.shell.openGuide}
        </Button>
      </p>
    </Modal>
  );
}
