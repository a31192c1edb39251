import { ActionIcon, Menu } from "@mantine/core";
import "@/ui/theme/menu.css";
import type { Job } from "@/contract";
import { t } from "@/strings";
import { Icon } from "@/ui/Icon";
import { Kbd } from "@/ui/Kbd";
import type { JobActions } from "./useJobActions";

/** What is done with a job as a whole, from its row. */
export function JobMenu({ job, actions }: { job: Job; actions: JobActions }) {
  const words = t.jobMenu;
  const label = words.open(job.id);
  return (
    <Menu position="bottom-end" width="17rem">
      <Menu.Target>
        <ActionIcon variant="subtle" size="1.625rem" title={label} aria-label={label}>
          <Icon shape="more" small />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item rightSection={<Kbd combo="f2" />} onClick={() => actions.rename(job)}>
          {words.rename}
        </Menu.Item>
        <Menu.Item rightSection={<Kbd combo="w" />} onClick={() => actions.again(job, false)}>
          {words.again}
        </Menu.Item>
        <Menu.Item rightSection={<Kbd combo="shift+w" />} onClick={() => actions.again(job, true)}>
          {words.otherWords}
        </Menu.Item>
        <Menu.Divider />
        <Menu.Item
          rightSection={<Kbd combo="shift+a" />}
          disabled={!job.can.archive && !job.can.unarchive}
          onClick={() => actions.archive(job)}
        >
          {job.can.unarchive ? words.unarchive : words.archive}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
