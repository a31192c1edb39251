import { useNavigate } from "@tanstack/react-router";
import { WelcomePage } from "@/features/shops/WelcomePage";

export function WelcomeRoute() {
  const navigate = useNavigate();
  return (
    <WelcomePage
      onDemo={({ shop, job }) =>
        job
          ? navigate({
              to: "/s/$shop/jobs/$job",
              params: { shop: shop.id, job: job.id },
              search: {},
            })
          : navigate({ to: "/s/$shop/products", params: { shop: shop.id } })
      }
      onSettings={() => navigate({ to: "/settings", search: {} })}
      onGuide={() => navigate({ to: "/guide", search: {} })}
      onSetup={() => navigate({ to: "/setup" })}
      onConnect={() => navigate({ to: "/shops", search: { add: true } })}
      onFile={() => navigate({ to: "/open" })}
    />
  );
}
