import "@mantine/core/styles/global.css";
import "@mantine/core/styles/default-css-variables.css";
import "./mantine.css";
import "@fontsource-variable/inter/wght.css";
import "./contrast.css";
import "./base.css";

export { resolver, theme } from "./theme";
