import {
  type CSSVariablesResolver,
  createTheme,
  type MantineColorsTuple,
  type MantineThemeOverride,
} from "@mantine/core";
import styles from "./theme.module.css";

const input = { classNames: { input: styles.input, error: styles.error } };

/** By name instead of by import: a component is loaded only with the page that uses it. */
const components: NonNullable<MantineThemeOverride["components"]> = {
  ActionIcon: { classNames: { root: styles.actionIcon } },
  Button: {
    defaultProps: { variant: "default", size: "sm" },
    classNames: { root: styles.button, label: styles.buttonLabel },
  },
  Checkbox: { classNames: { input: styles.check } },
  Input: input,
  InputWrapper: {
    classNames: { label: styles.label, description: styles.hint, error: styles.error },
  },
  Menu: {
    // The focus goes to the first item: in the placeholder before it a screen reader hears nothing.
    defaultProps: { transitionProps: { duration: 90 }, withInitialFocusPlaceholder: false },
    classNames: { dropdown: styles.popover, item: styles.menuItem },
  },
  Modal: {
    defaultProps: {
      centered: true,
      overlayProps: { className: styles.scrim },
      transitionProps: { duration: 90 },
    },
    classNames: {
      content: styles.modal,
      header: styles.modalHeader,
      title: styles.modalTitle,
      body: styles.modalBody,
    },
  },
  PasswordInput: input,
  Popover: {
    defaultProps: { transitionProps: { duration: 90 } },
    classNames: { dropdown: styles.popover },
  },
  Radio: {
    classNames: { radio: styles.radio, label: styles.radioLabel, labelWrapper: styles.beside },
  },
  Switch: {
    defaultProps: { withThumbIndicator: false },
    classNames: {
      track: styles.track,
      thumb: styles.thumb,
      label: styles.radioLabel,
      labelWrapper: styles.beside,
    },
  },
  Textarea: input,
  TextInput: input,
};

/** The ten steps of a colour of tokens.css. */
const steps = (colour: string) =>
  Array.from(
    { length: 10 },
    (_, step) => `var(--${colour}-${step})`,
  ) as unknown as MantineColorsTuple;

/** Mantine with our tokens: looks come from theme.module.css, meaning from tokens.css. */
export const theme = createTheme({
  colors: {
    gray: steps("steel"),
    dark: steps("ink"),
    pencil: steps("pencil"),
    green: steps("green"),
    yellow: steps("yellow"),
    orange: steps("orange"),
    red: steps("red"),
  },
  primaryColor: "pencil",
  primaryShade: { light: 6, dark: 6 },
  fontFamily: "var(--font)",
  fontFamilyMonospace: "var(--font-mono)",
  fontSizes: { xs: "0.75rem", sm: "0.8125rem", md: "0.875rem", lg: "1rem", xl: "1.375rem" },
  lineHeights: { xs: "1rem", sm: "1.25rem", md: "1.4375rem", lg: "1.5rem", xl: "1.75rem" },
  spacing: { xs: "0.375rem", sm: "0.5rem", md: "0.75rem", lg: "1rem", xl: "1.5rem" },
  radius: { xs: "3px", sm: "5px", md: "7px", lg: "10px" },
  defaultRadius: "sm",
  respectReducedMotion: true,
  cursorType: "default",
  components,
});

/** Points Mantine's own variables at the meaning layer, so that both schemes follow tokens.css alone. */
export const resolver: CSSVariablesResolver = () => {
  const meaning = {
    "--mantine-color-body": "var(--sheet)",
    "--mantine-color-text": "var(--text)",
    "--mantine-color-dimmed": "var(--text-2)",
    "--mantine-color-placeholder": "var(--text-3)",
    "--mantine-color-error": "var(--bad-text)",
    "--mantine-color-success": "var(--ok-text)",
    "--mantine-color-default-border": "var(--line)",
    "--mantine-color-default-hover": "var(--hover)",
    "--mantine-primary-color-filled": "var(--accent)",
    "--mantine-primary-color-filled-hover": "var(--accent-hover)",
  };
  return { variables: {}, light: meaning, dark: meaning };
};
