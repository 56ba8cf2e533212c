import { IconAlertTriangle, IconArrowUpRight, IconHelp } from '@tabler/icons-react';
import type { Severity } from '../../domain/review/remark.ts';
import classes from './review.module.css';

const icons = { fix: IconAlertTriangle, improve: IconArrowUpRight, consider: IconHelp } as const;

/** How serious a remark is: by shape first, colour second; the words stand beside it. */
export function SeverityMark({ severity }: { readonly severity: Severity }) {
  const Drawn = icons[severity];
  return <Drawn size={16} stroke={1.8} className={classes[severity]} aria-hidden="true" />;
}
