import { Modal } from "@mantine/core";
import { useState } from "react";
import { t } from "@/strings";
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
export default function KeysDialog({ onClose }: { onClose: () => void }) {
  const [bindings] = useState(heardNow);
  useKeys("question", [{ combos: ["?"], label: t.common.close, run: onClose }]);
  return (
    <Modal
      opened
      onClose={onClose}
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
    </Modal>
  );
}
