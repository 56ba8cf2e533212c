import { Modal } from '@mantine/core';
import { Button } from '#ui/button.tsx';
import { useText as useUiText } from '#ui/text.ts';
import { useMapContext } from '../view/map-context.ts';
import { useView } from '../view/view-store.ts';
import { useText } from './text.ts';
import classes from './tools.module.css';

/** A pasted block that is wider than what is left of the map: said, with what can be done about it. */
export function BeyondDialog() {
  const { view, editor } = useMapContext();
  const t = useText();
  const ui = useUiText();
  const beyond = useView(view, (state) => state.beyond);
  const close = () => {
    view.set({ beyond: null });
    view.goTo(view.get().place);
  };
  const paste = (how: 'fit' | 'grow') => () => {
    if (!beyond) return;
    view.set({ beyond: null });
    editor.pasteBlock(beyond.place, beyond.block, how);
  };
  return (
    <Modal
      opened={beyond !== null}
      onClose={close}
      title={t('beyond.title')}
      closeButtonProps={{ 'aria-label': ui('dismiss') }}
      returnFocus={false}
    >
      {beyond && (
        <>
          <p className={classes.sentence}>{t('beyond.columns', { count: beyond.columns })}</p>
          {beyond.locked && <p className={classes.sentence}>{t('beyond.locked')}</p>}
          <div className={classes.choices}>
            <Button onClick={close}>{t('beyond.cancel')}</Button>
            <Button data-autofocus={beyond.locked ? '' : undefined} onClick={paste('fit')}>
              {t('beyond.fit')}
            </Button>
            {!beyond.locked && (
              <Button look="action" data-autofocus="" onClick={paste('grow')}>
                {t('beyond.add', { count: beyond.columns })}
              </Button>
            )}
          </div>
        </>
      )}
    </Modal>
  );
}
