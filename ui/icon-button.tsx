import { Tooltip } from '@mantine/core';
import type { ButtonHTMLAttributes, ReactNode, Ref } from 'react';
import classes from './icon-button.module.css';

type IconButtonProps = Omit<ButtonHTMLAttributes<HTMLButtonElement>, 'aria-label' | 'children'> & {
  /** What it does: shown on hover and focus, said by a screen reader. */
  readonly label: string;
  readonly icon: ReactNode;
  readonly ref?: Ref<HTMLButtonElement>;
};

export function IconButton({ label, icon, className, ...rest }: IconButtonProps) {
  return (
    <Tooltip label={label} events={{ hover: true, focus: true, touch: false }}>
      <button type="button" {...rest} aria-label={label} className={`${classes.button} ${className ?? ''}`}>
        {icon}
      </button>
    </Tooltip>
  );
}
