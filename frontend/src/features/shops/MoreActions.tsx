import { ActionIcon, Menu } from "@mantine/core";
import "@/ui/theme/menu.css";
import type { ShopOverview } from "@/contract";
import { t } from "@/strings";
import { Icon } from "@/ui/Icon";
import { useMoreOfShop } from "./useMoreOfShop";

/** The menu of what is rarely done with a shop. */
export function MoreActions({ shop }: { shop: ShopOverview }) {
  const { actions, busy, dialog } = useMoreOfShop(shop);
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
            loading={busy}
          >
            <Icon shape="more" small />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          {actions.map((action) => (
            <Menu.Item key={action.label} disabled={action.off ?? false} onClick={action.run}>
              {action.label}
            </Menu.Item>
          ))}
        </Menu.Dropdown>
      </Menu>
      {dialog}
    </>
  );
}
