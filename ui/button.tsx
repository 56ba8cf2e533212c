import type { ButtonHTMLAttributes, ReactNode, Ref } from 'react';
import classes from './button.module.css';

/** `action`: the one thing to do here. `plain`: outlined, as the pills of a header. `quiet`: text only. */
export type ButtonLook = 'action' | 'plain' | 'quiet' | 'danger';

/** The classes of a button, for links that look like one. */
export const buttonClass = (look: ButtonLook = 'plain'): string => `${classes.button} ${classes[look]}`;

type ButtonProps = ButtonHTMLAttributes<HTMLButtonElement> & {
  readonly look?: ButtonLook;
  readonly icon?: ReactNode;
  readonly ref?: Ref<HTMLButtonElement>;
};

export function Button({ look, icon, children, className, ...rest }: ButtonProps) {
  return (
    <button type="button" {...rest} className={`${buttonClass(look)} ${className ?? ''}`}>
      {icon}
      {children}
    </button>
  );
}
