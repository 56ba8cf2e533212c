import { localStorageColorSchemeManager, MantineProvider } from '@mantine/core';
import type { ReactNode } from 'react';
import '@fontsource-variable/inter/wght.css';
import './tokens.css';
import './mantine.css';
import './base.css';
import './mantine-hand.css';
import { cssVariables, theme } from './theme.ts';

/** Also read by first-paint.js, which sets the theme before anything is drawn. */
const colorSchemes = localStorageColorSchemeManager({ key: 'parcours.theme' });

export function ThemeProvider({ children }: { readonly children: ReactNode }) {
  return (
    <MantineProvider
      theme={theme}
      cssVariablesResolver={cssVariables}
      colorSchemeManager={colorSchemes}
      defaultColorScheme="auto"
    >
      {children}
    </MantineProvider>
  );
}
