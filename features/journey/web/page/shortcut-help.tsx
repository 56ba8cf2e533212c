import { Modal } from '@mantine/core';
import type { MessageKey } from '#ui/i18n.ts';
import { useText as useUiText } from '#ui/text.ts';
import classes from '../map-page.module.css';
import type { messages } from '../messages.ts';
import { useText } from '../text.ts';
import type { messages as toolMessages } from '../tools/messages.ts';
import { useText as useToolText } from '../tools/text.ts';

type Key = MessageKey<(typeof messages)['en']>;
type ToolKey = MessageKey<(typeof toolMessages)['en']>;

/** Each line: what it does, and the ways to do it; a way is keys pressed together (message keys, or the key itself). */
const lines: readonly { readonly says: Key; readonly keys: readonly (readonly string[])[] }[] = [
  { says: 'help.move', keys: [['help.arrows']] },
  { says: 'help.ends', keys: [['help.home'], ['help.end']] },
  { says: 'help.write', keys: [['help.enter'], ['F2']] },
  { says: 'help.nextCard', keys: [['help.enter']] },
  { says: 'help.nextStep', keys: [['help.tab']] },
  { says: 'help.cancel', keys: [['help.escape']] },
  { says: 'help.add', keys: [['help.shiftKey', 'help.enter']] },
  { says: 'help.shift', keys: [['help.altKey', 'help.arrows']] },
  { says: 'help.join', keys: [['help.ctrlKey', 'J']] },
  { says: 'help.cut', keys: [['help.ctrlKey', 'K']] },
  { says: 'help.double', keys: [['help.ctrlKey', 'D']] },
  { says: 'help.remove', keys: [['help.delete']] },
  { says: 'help.comment', keys: [['help.shiftKey', 'F2']] },
  { says: 'help.menu', keys: [['help.shiftKey', 'F10']] },
  { says: 'help.paste', keys: [['help.ctrlKey', 'V']] },
  { says: 'help.point', keys: [['help.enter']] },
  {
    says: 'help.undo',
    keys: [
      ['help.ctrlKey', 'Z'],
      ['help.ctrlKey', 'help.shiftKey', 'Z'],
    ],
  },
];

/** The same, of the tools. */
const toolLines: readonly { readonly says: ToolKey; readonly keys: readonly (readonly string[])[] }[] = [
  {
    says: 'help.chooseMore',
    keys: [
      ['help.shiftKey', 'help.arrows'],
      ['help.shiftKey', 'help.click'],
    ],
  },
  {
    says: 'help.chooseOne',
    keys: [
      ['help.ctrlKey', 'help.space'],
      ['help.ctrlKey', 'help.click'],
    ],
  },
  { says: 'help.chooseAll', keys: [['help.ctrlKey', 'A']] },
  {
    says: 'help.copy',
    keys: [
      ['help.ctrlKey', 'C'],
      ['help.ctrlKey', 'X'],
    ],
  },
  { says: 'help.duplicate', keys: [['help.ctrlKey', 'D']] },
  {
    says: 'help.bold',
    keys: [
      ['help.ctrlKey', 'B'],
      ['help.ctrlKey', 'help.shiftKey', '8'],
    ],
  },
  { says: 'help.find', keys: [['help.ctrlKey', 'F']] },
  {
    says: 'help.zoom',
    keys: [
      ['help.ctrlKey', '+'],
      ['help.ctrlKey', '−'],
      ['help.ctrlKey', '0'],
    ],
  },
  {
    says: 'help.follow',
    keys: [
      ['help.altKey', 'help.enter'],
      ['help.altKey', 'help.backspace'],
    ],
  },
];

/** Every shortcut of the map. */
export function ShortcutHelp({
  opened,
  onClose,
}: {
  readonly opened: boolean;
  readonly onClose: () => void;
}) {
  const t = useText();
  const tool = useToolText();
  const ui = useUiText();
  const all = [
    ...lines.map(({ says, keys }) => ({ says: t(says), keys })),
    ...toolLines.map(({ says, keys }) => ({ says: tool(says), keys })),
  ];
  return (
    <Modal
      opened={opened}
      onClose={onClose}
      title={t('help.title')}
      closeButtonProps={{ 'aria-label': ui('dismiss') }}
    >
      <table className={classes.help}>
        <tbody>
          {all.map(({ says, keys }) => (
            <tr key={says}>
              <th scope="row">{says}</th>
              <td>
                {keys.map((way, index) => (
                  <span key={way.join()}>
                    {index > 0 && ' · '}
                    {way.map((key, at) => (
                      <span key={key}>
                        {at > 0 && ' + '}
                        <kbd>{t.maybe(key) ?? tool.maybe(key) ?? key}</kbd>
                      </span>
                    ))}
                  </span>
                ))}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </Modal>
  );
}
