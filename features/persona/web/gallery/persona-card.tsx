import { Menu } from '@mantine/core';
import { IconDots } from '@tabler/icons-react';
import { useState } from 'react';
import { useFormat } from '#ui/i18n.ts';
import { IconButton } from '#ui/icon-button.tsx';
import type { PersonaSummary } from '../../contract.ts';
import { PersonaPicture } from '../picture/persona-picture.tsx';
import { ProofBar } from '../sheet/proof-bar.tsx';
import { fileAddress, fileName } from '../sheet/sheet-bar.tsx';
import { useText } from '../text.ts';
import { useWays } from '../ways.tsx';
import classes from './gallery.module.css';
import { RemovePersona } from './remove-persona.tsx';

/** One persona of the gallery: its face, its name, what it says, how much of it is proven. */
export function PersonaCard({ persona }: { readonly persona: PersonaSummary }) {
  const t = useText();
  const format = useFormat();
  const { Link, persona: address, workspaceId } = useWays();
  const [removing, setRemoving] = useState(false);
  const { id, proof } = persona;
  const title = persona.title.trim() === '' ? t('sheet.untitled') : persona.title;
  return (
    <li className={classes.card}>
      <PersonaPicture picture={persona.picture} colour={persona.colour} />
      <div className={classes.words}>
        <div className={classes.line}>
          <h2 className={classes.name}>
            <Link href={address(id)}>{title}</Link>
          </h2>
          <div className={classes.actions}>
            <Menu position="bottom-end">
              <Menu.Target>
                <IconButton label={t('gallery.actions', { name: title })} icon={<IconDots />} />
              </Menu.Target>
              <Menu.Dropdown>
                <Menu.Item
                  component="a"
                  href={fileAddress(workspaceId, id)}
                  download={fileName(persona.title)}
                >
                  {t('gallery.download')}
                </Menu.Item>
                <Menu.Item onClick={() => setRemoving(true)}>{t('gallery.remove')}</Menu.Item>
              </Menu.Dropdown>
            </Menu>
          </div>
        </div>
        {persona.quote.trim() !== '' && (
          <p className={classes.quote}>{t('sheet.quoted', { quote: persona.quote.trim() })}</p>
        )}
        {persona.tagline.trim() !== '' && <p className={classes.tagline}>{persona.tagline}</p>}
      </div>
      <div className={classes.proof}>
        <ProofBar proof={proof} />
        <p>
          {proof.share === null
            ? t('proof.nothing')
            : `${t('proof.share', { share: format.share(proof.share) })} · ${t('gallery.statements', { count: proof.total })}`}
          {persona.kind === 'company' && ` · ${t('kind.company')}`}
        </p>
      </div>
      {removing && <RemovePersona personaId={id} title={title} onClose={() => setRemoving(false)} />}
    </li>
  );
}
