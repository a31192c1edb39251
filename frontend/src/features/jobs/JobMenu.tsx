import { ActionIcon, Menu } from "@mantine/core";
import "@/ui/theme/menu.css";
import type { Job } from "@/contract";
import { t } from "@/strings";
import { Icon } from "@/ui/Icon";
import { Kbd } from "@/ui/Kbd";
import { menuSteps } from "./steps";
import type { JobActions } from "./useJobActions";
import type { TakeStep } from "./useJobSteps";

interface JobMenuProps {
  job: Job;
  actions: JobActions;
  /** In a row; on the page of the job its steps are buttons. */
  onStep?: TakeStep;
}

/** What is done with a job as a whole. */
export function JobMenu({ job, actions, onStep }: JobMenuProps) {
  const words = t.jobMenu;
  const label = words.open(job.id);
  const steps = onStep ? menuSteps.filter((step) => step.allowed(job)) : [];
  return (
    <Menu position="bottom-end" width="17rem">
      <Menu.Target>
        <ActionIcon variant="subtle" size="1.625rem" title={label} aria-label={label}>
          <Icon shape="more" small />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        {steps.map((step) => (
          <Menu.Item key={step.name} onClick={() => onStep?.(step, job)}>
            {step.label(job)}
          </Menu.Item>
        ))}
        {steps.length > 0 && <Menu.Divider />}
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
