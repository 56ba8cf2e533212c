import { Popover, useMantineColorScheme } from '@mantine/core';
import { IconAdjustmentsHorizontal } from '@tabler/icons-react';
import { type ReactNode, useState } from 'react';
import { locales } from '#kit/locale.ts';
import { Choice } from './choice.tsx';
import { chooseLocale, useLocale } from './i18n.ts';
import { IconButton } from './icon-button.tsx';
import classes from './preferences.module.css';
import { useText } from './text.ts';

const themes = ['auto', 'light', 'dark'] as const;

/** Language and colours: what a reader chooses for themselves, on this machine. `children`: links under them. */
export function Preferences({ children }: { readonly children?: ReactNode }) {
  const t = useText();
  const locale = useLocale();
  const [opened, setOpened] = useState(false);
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  return (
    <Popover opened={opened} onChange={setOpened} position="top-start" trapFocus returnFocus withRoles>
      <Popover.Target>
        <IconButton
          label={t('preferences')}
          icon={<IconAdjustmentsHorizontal />}
          onClick={() => setOpened(!opened)}
        />
      </Popover.Target>
      <Popover.Dropdown aria-label={t('preferences')}>
        <div className={classes.choices}>
          <Choice
            label={t('language.label')}
            labelled
            options={locales.map((value) => ({
              value,
              label: <span lang={value}>{t(`language.${value}`)}</span>,
            }))}
            value={locale}
            onChange={chooseLocale}
          />
          <Choice
            label={t('theme.label')}
            labelled
            options={themes.map((value) => ({ value, label: t(`theme.${value}`) }))}
            value={colorScheme}
            onChange={setColorScheme}
          />
          {children !== undefined && (
            // biome-ignore lint/a11y/noStaticElementInteractions: closes once a link inside was followed, by whatever means
            // biome-ignore lint/a11y/useKeyWithClickEvents: a link followed by keyboard clicks too
            <div onClick={() => setOpened(false)}>{children}</div>
          )}
        </div>
      </Popover.Dropdown>
    </Popover>
  );
}
