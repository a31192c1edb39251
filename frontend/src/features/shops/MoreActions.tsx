import { ActionIcon, Menu } from "@mantine/core";
import "@/ui/theme/menu.css";
import { useState } from "react";
import { describeError, perform, usePreviewReplacement, useSyncing } from "@/api";
import type { Replacement, ShopOverview } from "@/contract";
import { exportsFile } from "@/domain/shop";
import { useSync } from "@/flows/useSync";
import { t } from "@/strings";
import { Icon } from "@/ui/Icon";
import { notifyTrouble } from "@/ui/notify";
import { chooseFile } from "./chooseFile";
import { RenameShop } from "./RenameShop";
import { ReplaceFile } from "./ReplaceFile";

/** What is rarely done with a shop: another name, everything read again, or a newer file. */
export function MoreActions({ shop }: { shop: ShopOverview }) {
  const [renaming, setRenaming] = useState(false);
  const [newer, setNewer] = useState<{ file: File; preview: Replacement }>();
  const look = usePreviewReplacement(shop.id);
  const replace = () =>
    chooseFile((file) =>
      perform(look, file, {
        onSuccess: setNewer,
        onError: (error) => notifyTrouble(describeError(error)),
      }),
    );
  const syncWhole = useSync(shop.id, "everything");
  const syncing = useSyncing(shop.id);
  const label = t.shops.more(shop.name);
  return (
    <>
      <Menu position="bottom-end" width="15rem">
        <Menu.Target>
          <ActionIcon
            variant="subtle"
            size="1.625rem"
            title={label}
            aria-label={label}
            loading={look.isPending}
          >
            <Icon shape="more" small />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item onClick={() => setRenaming(true)}>{t.shops.rename.button}</Menu.Item>
          {!exportsFile(shop) && (
            <Menu.Item disabled={syncing} onClick={syncWhole}>
              {t.products.syncWhole}
            </Menu.Item>
          )}
          {exportsFile(shop) && <Menu.Item onClick={replace}>{t.shops.replace.button}</Menu.Item>}
        </Menu.Dropdown>
      </Menu>
      {renaming && <RenameShop shop={shop} onClose={() => setRenaming(false)} />}
      {newer && <ReplaceFile shop={shop} {...newer} onClose={() => setNewer(undefined)} />}
    </>
  );
}
