type Pressed = {
  readonly key: string;
  readonly code: string;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly shiftKey: boolean;
  readonly altKey: boolean;
};

/** The form a key asks for while writing: Ctrl / ⌘ + B bold, + K link, + Shift + 8 list; undefined for all others. */
export function formShortcut(pressed: Pressed): 'bold' | 'list' | 'link' | undefined {
  if (!(pressed.ctrlKey || pressed.metaKey) || pressed.altKey) return undefined;
  const key = pressed.key.toLowerCase();
  // By its place too: with Shift, the key bears another sign on each keyboard.
  if (pressed.shiftKey) return pressed.code === 'Digit8' ? 'list' : undefined;
  return key === 'b' ? 'bold' : key === 'k' ? 'link' : undefined;
}
