import { Menu } from '@mantine/core';
import { emotionReadings } from '../../domain/schema.ts';
import { useText } from '../text.ts';
import { useMapContext } from '../view/map-context.ts';
import { useView } from '../view/view-store.ts';

const words = { felt: 'emotion.drawFelt', planned: 'emotion.drawPlanned' } as const;

/** Which curve is drawn: the same choice as in the legend of the lane, for the keyboard. */
export function ReadingItems({ act }: { readonly act: (run: () => void) => () => void }) {
  const { view } = useMapContext();
  const t = useText();
  const drawn = useView(view, (state) => state.reading);
  const draw = (value: string) => {
    const reading = emotionReadings.find((one) => one === value);
    if (reading) act(() => view.set({ reading }))();
  };
  return (
    <Menu.RadioGroup value={drawn} onChange={draw}>
      {emotionReadings.map((reading) => (
        <Menu.RadioItem key={reading} value={reading}>
          {t(words[reading])}
        </Menu.RadioItem>
      ))}
    </Menu.RadioGroup>
  );
}
