import { useNavigate } from "@tanstack/react-router";
import { type ComponentProps, lazy, Suspense } from "react";

const NewJobPanel = lazy(async () => ({
  default: (await import("@/features/newjob/NewJobPanel")).NewJobPanel,
}));

type PanelProps = ComponentProps<typeof NewJobPanel>;

/** The drawer for a new job; the job that it starts is opened. */
export function NewJobBeside(props: Omit<PanelProps, "onCreated" | "onCompared">) {
  const navigate = useNavigate();
  return (
    <Suspense>
      <NewJobPanel
        {...props}
        onCompared={(job) =>
          navigate({
            to: "/s/$shop/compare/$job",
            params: { shop: props.shop, job: job.id },
          })
        }
        onCreated={(job) =>
          navigate({
            to: "/s/$shop/jobs/$job",
            params: { shop: props.shop, job: job.id },
            search: {},
          })
        }
      />
    </Suspense>
  );
}
