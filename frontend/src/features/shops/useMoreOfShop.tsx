import { type ReactNode, useState } from "react";
import { describeError, perform, usePreviewReplacement, useSyncing } from "@/api";
import type { Replacement, ShopOverview } from "@/contract";
import { exportsFile } from "@/domain/shop";
import { useSync } from "@/flows/useSync";
import { t } from "@/strings";
import { notifyTrouble } from "@/ui/notify";
import { chooseFile } from "./chooseFile";
import { RenameShop } from "./RenameShop";
import { ReplaceFile } from "./ReplaceFile";

interface MoreOfShop {
  actions: { label: string; run: () => void; off?: boolean }[];
  /** A chosen file is being read. */
  busy: boolean;
  /** To be rendered by the caller. */
  dialog: ReactNode;
}

type Question =
  | { kind: "rename"; shop: ShopOverview }
  | { kind: "replace"; shop: ShopOverview; file: File; preview: Replacement };

/** What is rarely done with a shop: another name, everything read again, or a newer file. */
export function useMoreOfShop(shop: ShopOverview | undefined): MoreOfShop {
  const id = shop?.id ?? "";
  const [question, setQuestion] = useState<Question>();
  const look = usePreviewReplacement();
  const syncWhole = useSync(id, "everything");
  const syncing = useSyncing(id);
  if (!shop) return { actions: [], busy: false, dialog: null };
  const replace = () =>
    chooseFile((file) =>
      perform(
        look,
        { shop: shop.id, file },
        {
          onSuccess: (preview) => setQuestion({ kind: "replace", shop, file, preview }),
          onError: (error) => notifyTrouble(describeError(error)),
        },
      ),
    );
  return {
    actions: [
      { label: t.shops.rename.button, run: () => setQuestion({ kind: "rename", shop }) },
      exportsFile(shop)
        ? { label: t.shops.replace.button, run: replace }
        : { label: t.products.syncWhole, run: syncWhole, off: syncing },
    ],
    busy: look.isPending,
    dialog: question && dialogOf(question, () => setQuestion(undefined)),
  };
}

function dialogOf(question: Question, close: () => void): ReactNode {
  if (question.kind === "rename") return <RenameShop shop={question.shop} onClose={close} />;
  const { shop, file, preview } = question;
  return <ReplaceFile shop={shop} file={file} preview={preview} onClose={close} />;
}
