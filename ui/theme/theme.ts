import { type CSSVariablesResolver, createTheme } from '@mantine/core';

/** Mantine's components in the hand of the drawings: our tokens, no shadow, small radius, four sizes of one typeface. */
export const theme = createTheme({
  fontFamily: "'Inter Variable', system-ui, sans-serif",
  fontSizes: {
    xs: 'var(--text-11)',
    sm: 'var(--text-13)',
    md: 'var(--text-13)',
    lg: 'var(--text-15)',
    xl: 'var(--text-17)',
  },
  headings: { fontWeight: '600' },
  defaultRadius: 'sm',
  radius: {
    xs: 'var(--radius-small)',
    sm: 'var(--radius)',
    md: 'var(--radius)',
    lg: 'var(--radius)',
    xl: 'var(--radius)',
  },
  shadows: { xs: 'none', sm: 'none', md: 'none', lg: 'none', xl: 'none' },
  cursorType: 'pointer',
  respectReducedMotion: true,
  components: {
    Modal: { defaultProps: { centered: true, overlayProps: { backgroundOpacity: 0.35 } } },
    Popover: { defaultProps: { shadow: 'none', withinPortal: true } },
    Menu: { defaultProps: { shadow: 'none', withinPortal: true } },
    Tooltip: { defaultProps: { openDelay: 300, withinPortal: true } },
  },
});

const ours = {
  '--mantine-color-body': 'var(--surface)',
  '--mantine-color-text': 'var(--ink)',
  '--mantine-color-dimmed': 'var(--muted)',
  '--mantine-color-placeholder': 'var(--muted)',
  '--mantine-color-anchor': 'var(--action)',
  '--mantine-color-bright': 'var(--ink)',
  '--mantine-color-error': 'var(--negative)',
  '--mantine-color-default': 'var(--surface)',
  '--mantine-color-default-hover': 'var(--tint)',
  '--mantine-color-default-color': 'var(--ink)',
  '--mantine-color-default-border': 'var(--control)',
  '--mantine-color-gray-outline-hover': 'var(--tint)',
  '--mantine-color-disabled': 'var(--tint)',
  '--mantine-color-disabled-color': 'var(--muted)',
  '--mantine-color-disabled-border': 'var(--line)',
  '--mantine-primary-color-filled': 'var(--action)',
  '--mantine-primary-color-filled-hover': 'var(--action)',
  '--mantine-primary-color-contrast': 'var(--on-action)',
  '--mantine-primary-color-light': 'var(--tint)',
  '--mantine-primary-color-light-hover': 'var(--tint)',
  '--mantine-primary-color-light-color': 'var(--action)',
  '--mantine-color-blue-filled': 'var(--action)',
  '--mantine-color-blue-filled-hover': 'var(--action)',
  '--mantine-color-blue-light': 'var(--tint)',
  '--mantine-color-blue-light-hover': 'var(--tint)',
  '--mantine-color-blue-light-color': 'var(--action)',
};

/** The tokens change with the theme by themselves, so both themes name the same ones. */
export const cssVariables: CSSVariablesResolver = () => ({ variables: {}, light: ours, dark: ours });
