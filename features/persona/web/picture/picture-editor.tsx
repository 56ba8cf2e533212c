import { Modal } from '@mantine/core';
import { IconDice5, IconPencil, IconUpload } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { type ReactNode, useId, useMemo, useRef, useState } from 'react';
import { useApi } from '#client/react.tsx';
import { Button } from '#ui/button.tsx';
import { FailureNotice, ProblemNotice } from '#ui/problem-notice.tsx';
import { useText as useUiText } from '#ui/text.ts';
import { VisuallyHidden } from '#ui/visually-hidden.tsx';
import {
  type Avatar,
  avatarBackgrounds,
  avatarPalettes,
  clothesShapes,
  eyeShapes,
  facialHairs,
  hairStyles,
  mouthShapes,
  noseShapes,
} from '../../domain/avatar.ts';
import { avatarColours, avatarSvg } from '../../domain/avatar-drawing.ts';
import { drawAvatar, editPersona } from '../../domain/edit/persona.ts';
import type { Persona } from '../../domain/schema.ts';
import { initialAvatar } from '../../domain/templates/template.ts';
import type { Editor } from '../source.ts';
import { useText } from '../text.ts';
import { useWays } from '../ways.tsx';
import { PersonaPicture } from './persona-picture.tsx';
import classes from './picture.module.css';
import { shrinkPicture } from './shrink-picture.ts';

type PictureEditorProps = {
  readonly persona: Persona;
  /** Null: the picture can only be looked at. */
  readonly editor: Editor | null;
};

/** The large picture of the sheet, and what changes it: a photograph of one's own, or the choices of a drawn face. */
export function PictureEditor({ persona, editor }: PictureEditorProps) {
  const t = useText();
  const ui = useUiText();
  const [opened, setOpened] = useState(false);
  const label = t('picture.label', { name: persona.title });
  return (
    <div className={classes.holder}>
      <PersonaPicture picture={persona.picture} colour={persona.colour} label={label} shape="sheet" />
      {editor && (
        <Button
          className={classes.change ?? ''}
          icon={<IconPencil aria-hidden="true" />}
          aria-expanded={opened}
          aria-haspopup="dialog"
          onClick={() => setOpened(true)}
        >
          {t('picture.change')}
        </Button>
      )}
      {editor && (
        <Modal
          opened={opened}
          onClose={() => setOpened(false)}
          title={t('picture.title')}
          size="46rem"
          closeButtonProps={{ 'aria-label': ui('dismiss') }}
        >
          <div className={classes.editor}>
            <Preview persona={persona} editor={editor} />
            <Choices persona={persona} editor={editor} />
          </div>
        </Modal>
      )}
    </div>
  );
}

type PartProps = { readonly persona: Persona; readonly editor: Editor };

function Preview({ persona, editor }: PartProps) {
  const t = useText();
  const { api } = useApi();
  const { workspaceId } = useWays();
  const input = useRef<HTMLInputElement>(null);
  const send = useMutation({
    mutationFn: async (file: File) => {
      const small = await shrinkPicture(file);
      if (!small) return null;
      return (await api.persona.addPicture({ workspaceId, file: small })).pictureId;
    },
    onSuccess: (pictureId) => {
      if (pictureId === null) return;
      editor.edit((now) => editPersona(now, { picture: { kind: 'upload', pictureId } }));
    },
  });
  return (
    <div className={classes.preview}>
      <PersonaPicture picture={persona.picture} colour={persona.colour} />
      <div className={classes.buttons}>
        <input
          ref={input}
          type="file"
          hidden
          accept="image/*"
          aria-label={t('picture.upload')}
          onChange={(event) => {
            const file = event.target.files?.[0];
            event.target.value = '';
            if (file) send.mutate(file);
          }}
        />
        <Button
          icon={<IconUpload aria-hidden="true" />}
          disabled={send.isPending}
          onClick={() => input.current?.click()}
        >
          {t('picture.upload')}
        </Button>
        <Button
          icon={<IconDice5 aria-hidden="true" />}
          onClick={() =>
            editor.edit((now) => editPersona(now, { picture: { kind: 'avatar', avatar: anyFace() } }))
          }
        >
          {t('picture.any')}
        </Button>
      </div>
      {send.data === null && !send.isPending && (
        <ProblemNotice title={t('picture.unreadable')} cure={t('picture.unreadableCure')} />
      )}
      {send.error !== null && <FailureNotice error={send.error} />}
    </div>
  );
}

function Choices({ persona, editor }: PartProps) {
  const t = useText();
  const { picture, colour } = persona;
  const avatar = picture.kind === 'avatar' ? picture.avatar : initialAvatar(colour);
  const choose = (choices: Partial<Avatar>) => editor.edit((now) => drawAvatar(now, choices, avatar));
  const face = (choices: Partial<Avatar>) => <Face avatar={{ ...avatar, ...choices }} />;
  const shapes = [
    ['hair', hairStyles],
    ['facialHair', facialHairs],
    ['eyes', eyeShapes],
    ['mouth', mouthShapes],
    ['nose', noseShapes],
    ['clothes', clothesShapes],
  ] as const;
  const palettes = [
    ['skin', 'skin'],
    ['hair', 'hairColour'],
    ['clothes', 'clothesColour'],
  ] as const;
  return (
    <div className={classes.choices}>
      <Tiles
        title={t('picture.colour')}
        small
        options={[0, 1, 2, 3, 4, 5].map((index) => ({
          key: String(index),
          label: t.maybe(`colour.c${index}`) ?? String(index),
          checked: colour === index,
          drawn: <Swatch colour={`var(--persona-${index})`} />,
          choose: () => editor.edit((now) => editPersona(now, { colour: index })),
        }))}
      />
      <Tiles
        title={t('picture.background')}
        options={avatarBackgrounds.map((background) => ({
          key: background,
          label: t(`picture.backgrounds.${background}`),
          checked: picture.kind === 'avatar' && avatar.background === background,
          drawn: (
            <PersonaPicture picture={{ kind: 'avatar', avatar: { ...avatar, background } }} colour={colour} />
          ),
          choose: () => choose({ background }),
        }))}
      />
      {palettes.map(([palette, choice]) => (
        <Tiles
          key={choice}
          title={t(`picture.${choice}`)}
          small
          options={Array.from({ length: avatarPalettes[palette] }, (_, index) => ({
            key: String(index),
            label: t('picture.shade', { number: index + 1 }),
            checked: picture.kind === 'avatar' && avatar[choice] === index,
            drawn: <Swatch colour={`#${avatarColours[palette][index]}`} />,
            choose: () => choose({ [choice]: index }),
          }))}
        />
      ))}
      {shapes.map(([choice, names]) => (
        <Tiles
          key={choice}
          title={t(`picture.${choice}`)}
          options={names.map((name) => ({
            key: name,
            label: t.maybe(`picture.shape.${name}`) ?? name,
            checked: picture.kind === 'avatar' && avatar[choice] === name,
            drawn: face({ [choice]: name }),
            choose: () => choose({ [choice]: name }),
          }))}
        />
      ))}
      <p>
        <small>{t('picture.credit')}</small>
      </p>
    </div>
  );
}

const Swatch = ({ colour }: { readonly colour: string }) => (
  <span className={classes.swatch} style={{ background: colour }} />
);

function Face({ avatar }: { readonly avatar: Avatar }) {
  const source = useMemo(() => `data:image/svg+xml,${encodeURIComponent(avatarSvg(avatar))}`, [avatar]);
  return <img src={source} alt="" />;
}

type Tile = {
  readonly key: string;
  readonly label: string;
  readonly checked: boolean;
  readonly drawn: ReactNode;
  readonly choose: () => void;
};

function Tiles(props: {
  readonly title: string;
  readonly small?: boolean;
  readonly options: readonly Tile[];
}) {
  const name = useId();
  return (
    <fieldset className={classes.group}>
      <legend>{props.title}</legend>
      <div className={classes.tiles}>
        {props.options.map(({ key, label, checked, drawn, choose }) => (
          <label key={key} className={classes.tile} data-small={props.small ? '' : undefined} title={label}>
            {drawn}
            <VisuallyHidden>{label}</VisuallyHidden>
            <input type="radio" name={name} checked={checked} onChange={choose} />
          </label>
        ))}
      </div>
    </fieldset>
  );
}

const oneOf = <T,>(options: readonly T[]): T => options[Math.floor(Math.random() * options.length)]!;
const placeIn = (palette: keyof typeof avatarPalettes): number =>
  Math.floor(Math.random() * avatarPalettes[palette]);

/** A face by chance, to start from. */
const anyFace = (): Avatar => ({
  skin: placeIn('skin'),
  hair: oneOf(hairStyles),
  hairColour: placeIn('hair'),
  facialHair: Math.random() < 0.75 ? 'none' : oneOf(facialHairs),
  eyes: oneOf(['open', 'open', 'happy', 'glasses'] as const),
  mouth: oneOf(['smile', 'bigSmile', 'smirk'] as const),
  nose: oneOf(noseShapes),
  clothes: oneOf(clothesShapes),
  clothesColour: placeIn('clothes'),
  background: 'colour',
});
