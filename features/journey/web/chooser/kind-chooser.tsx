import { Checkbox, Radio } from '@mantine/core';
import { type ReactNode, useEffect, useMemo, useRef, useState } from 'react';
import {
  chooseKind,
  type KindAnswers,
  type Material,
  materials,
  type Purpose,
  purposes,
  type Scope,
  scopes,
} from '../../domain/chooser/choose-kind.ts';
import { type JourneyMap, mapKinds } from '../../domain/schema.ts';
import classes from './chooser.module.css';
import { useText } from './text.ts';

type Kind = JourneyMap['kind'];

type KindChooserProps = {
  /** The kind that will be made: the proposal, until the reader takes another. */
  readonly kind: Kind;
  readonly onKind: (kind: Kind) => void;
  /** Under the kinds: what else is asked of the one that is taken. */
  readonly children?: ReactNode;
};

/** J1: what for, how far, from what; and the kind of map that follows, with the reason. The reader may take another. */
export function KindChooser({ kind, onKind, children }: KindChooserProps) {
  const t = useText();
  const [purpose, setPurpose] = useState<Purpose | null>(null);
  const [scope, setScope] = useState<Scope | null>(null);
  const [material, setMaterial] = useState<readonly Material[]>([]);
  const answers = useMemo<KindAnswers>(() => ({ purpose, scope, material }), [purpose, scope, material]);
  const proposal = useMemo(() => chooseKind(answers), [answers]);
  const answered = purpose !== null || scope !== null || material.length > 0;
  // A new answer makes a new proposal; a kind taken by hand stands until then.
  const propose = useRef(onKind);
  propose.current = onKind;
  useEffect(() => {
    if (answered) propose.current(proposal.kind);
  }, [answered, proposal.kind]);

  const proposed = answered && kind === proposal.kind;
  return (
    <div className={classes.chooser}>
      <div className={classes.questions}>
        <Radio.Group
          label={t('purpose.label')}
          value={purpose ?? ''}
          onChange={(value) => setPurpose(purposes.find((known) => known === value) ?? null)}
        >
          <div className={classes.options}>
            {purposes.map((value) => (
              <Radio key={value} value={value} label={t(`purpose.${value}`)} />
            ))}
          </div>
        </Radio.Group>
        <Radio.Group
          label={t('scope.label')}
          value={scope ?? ''}
          onChange={(value) => setScope(scopes.find((known) => known === value) ?? null)}
        >
          <div className={classes.options}>
            {scopes.map((value) => (
              <Radio key={value} value={value} label={t(`scope.${value}`)} />
            ))}
          </div>
        </Radio.Group>
        <Checkbox.Group
          label={t('material.label')}
          description={t('material.hint')}
          value={[...material]}
          onChange={(values) => setMaterial(materials.filter((known) => values.includes(known)))}
        >
          <div className={classes.options}>
            {materials.map((value) => (
              <Checkbox key={value} radius="xs" value={value} label={t(`material.${value}`)} />
            ))}
          </div>
        </Checkbox.Group>
      </div>
      <div className={classes.proposal}>
        <Radio.Group
          label={t('kinds')}
          value={kind}
          onChange={(value) => onKind(mapKinds.find((known) => known === value) ?? 'journey')}
        >
          <div className={classes.kinds}>
            {mapKinds.map((value) => (
              <Radio
                key={value}
                value={value}
                label={
                  <>
                    {t(`kind.${value}`)}
                    {answered && value === proposal.kind && (
                      <span className={classes.mark}>{t('proposal')}</span>
                    )}
                  </>
                }
                description={t(`kindText.${value}`)}
              />
            ))}
          </div>
        </Radio.Group>
        {children}
        <div className={classes.why} aria-live="polite">
          {answered && proposal.reasons.length > 0 && (
            <>
              <p>{t(proposed ? 'because' : 'becauseOther', { kind: t(`kind.${proposal.kind}`) })}</p>
              <ul className={classes.reasons}>
                {proposal.reasons.map((reason) => (
                  <li key={reason}>{t(`reason.${reason}`)}</li>
                ))}
              </ul>
              {proposal.nearly && <p>{t('nearly', { kind: t(`kind.${proposal.nearly}`) })}</p>}
            </>
          )}
          {proposal.cautions.map((caution) => (
            <p key={caution} className={classes.caution}>
              {t(`caution.${caution}`)}
            </p>
          ))}
        </div>
      </div>
    </div>
  );
}
