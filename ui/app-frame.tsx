import type { ComponentType, ReactNode } from 'react';
import classes from './app-frame.module.css';
import { Logo } from './logo.tsx';
import { useText } from './text.ts';

export type FrameItem = {
  readonly key: string;
  readonly label: string;
  readonly icon: ReactNode;
  readonly href: string;
  /** The page shown now is this one, or lies under it. */
  readonly current: boolean;
};

export type FrameLinkProps = {
  readonly href: string;
  readonly className?: string | undefined;
  readonly 'aria-current'?: 'page' | undefined;
  readonly children: ReactNode;
};

type AppFrameProps = {
  readonly items: readonly FrameItem[];
  readonly homeHref: string;
  /** How a link is made: the router of the application, so that following one does not load the page anew. */
  readonly Link: ComponentType<FrameLinkProps>;
  /** At the foot of the rail: preferences. */
  readonly foot: ReactNode;
  readonly children: ReactNode;
};

/** The frame of every page: a rail of icons on the left, a bar at the bottom of a telephone, the page in between. */
export function AppFrame({ items, homeHref, Link, foot, children }: AppFrameProps) {
  const t = useText();
  return (
    <div className={classes.frame}>
      <a className={classes.skip} href="#content">
        {t('skip')}
      </a>
      <nav className={classes.rail} aria-label={t('navigation')}>
        <Link href={homeHref} className={classes.logo}>
          <Logo />
          <span className={classes.label}>Parcours</span>
        </Link>
        <ul className={classes.items}>
          {items.map((item) => (
            <li key={item.key}>
              <Link
                href={item.href}
                className={classes.item}
                aria-current={item.current ? 'page' : undefined}
              >
                {item.icon}
                <span className={classes.label}>{item.label}</span>
              </Link>
            </li>
          ))}
        </ul>
        <div className={classes.foot}>{foot}</div>
      </nav>
      <main id="content" className={classes.content} tabIndex={-1}>
        {children}
      </main>
    </div>
  );
}
