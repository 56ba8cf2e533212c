import i18next from 'i18next';
import { createContext, createElement, type ReactNode, use, useSyncExternalStore } from 'react';
import { type Locale, localeSchema } from '#kit/locale.ts';
import { createFormat, type Format } from './format.ts';

/**
 * The words of the interface. Each room keeps its own in `web/messages.ts`, as data:
 *
 *     export const messages = { en: { title: 'Maps', cards_one: '{{count}} card', cards_other: '{{count}} cards' },
 *                               fr: { … the same keys … } };
 *
 * and turns them once into a hook whose keys are checked by the compiler:
 *
 *     export const useText = roomText('journey', messages);
 *     const t = useText();
 *     t('cards', { count: 3 });      // plural by `_one` / `_other`; numbers are written in the reader's way
 *     t.maybe(`problem.${code}`);    // for codes known only when running: undefined when nobody wrote the sentence
 */
export type MessageTree = { readonly [key: string]: string | MessageTree };

export type RoomMessages = { readonly en: MessageTree; readonly fr: MessageTree };

type Bare<Key extends string> = Key extends `${infer Stem}_${'zero' | 'one' | 'many' | 'other'}` ? Stem : Key;

/** Dotted paths of a tree, plural endings left out. */
export type MessageKey<Tree> = {
  [Key in keyof Tree & string]: Tree[Key] extends string ? Bare<Key> : `${Key}.${MessageKey<Tree[Key]>}`;
}[keyof Tree & string];

export type Params = Readonly<Record<string, string | number>>;

export type Translate<Tree extends MessageTree> = {
  (key: MessageKey<Tree>, params?: Params): string;
  /** The sentence of a key made at run time, or undefined. */
  maybe(key: string, params?: Params): string | undefined;
};

const storageKey = 'parcours.language';

/** The reader's choice, else the browser's preference, else French. */
export function preferredLocale(): Locale {
  const wishes = [stored(), ...(typeof navigator === 'undefined' ? [] : navigator.languages)];
  for (const wish of wishes) {
    const known = localeSchema.safeParse(wish?.slice(0, 2).toLowerCase());
    if (known.success) return known.data;
  }
  return 'fr';
}

function stored(): string | null {
  try {
    return typeof localStorage === 'undefined' ? null : localStorage.getItem(storageKey);
  } catch {
    // A browser that keeps nothing (private window, policy) still shows the page.
    return null;
  }
}

/** Numbers of a sentence are written in the reader's way, whoever wrote the sentence. */
const numberFormatter = {
  type: 'formatter' as const,
  init: () => {},
  add: () => {},
  addCached: () => {},
  format: (value: unknown, _format?: string, language?: string): string =>
    typeof value === 'number'
      ? createFormat(language === 'en' ? 'en' : 'fr').decimal(value, 2)
      : String(value ?? ''),
};

const instance = i18next.createInstance();
void instance.use(numberFormatter).init({
  lng: preferredLocale(),
  fallbackLng: false,
  resources: {},
  initAsync: false,
  // React escapes; a sentence with `&amp;` in it would be shown as such.
  interpolation: { escapeValue: false, alwaysFormat: true },
});

const markDocument = (locale: string): void => {
  if (typeof document !== 'undefined') document.documentElement.lang = locale;
};
markDocument(instance.language);
instance.on('languageChanged', markDocument);

export const i18n = instance;

/** The language shown now, outside React. */
export const currentLocale = (): Locale => (instance.language === 'en' ? 'en' : 'fr');

/** Changes the language of the whole page at once, and remembers it on this machine. */
export function chooseLocale(locale: Locale): void {
  try {
    localStorage.setItem(storageKey, locale);
  } catch {
    // Not remembered, but changed.
  }
  void instance.changeLanguage(locale);
}

const LocaleContext = createContext<Locale>(currentLocale());

/** Lets what is inside follow the language. One for the page: thousands of cards say words, and none of them listens itself. */
export function LocaleProvider({ children }: { readonly children: ReactNode }) {
  return createElement(LocaleContext, { value: useSyncExternalStore(onLocale, currentLocale) }, children);
}

function onLocale(listener: () => void): () => void {
  instance.on('languageChanged', listener);
  return () => instance.off('languageChanged', listener);
}

/** The language shown now, for components that must follow it. */
export const useLocale = (): Locale => use(LocaleContext);

/** Numbers, dates and durations in the language shown now; dates in `zone`, or the reader's own. */
export function useFormat(zone?: string): Format {
  return createFormat(useLocale(), zone);
}

/** Registers the words of a room under its name and gives the hook that says them. Call once per room. */
export function roomText<const Messages extends RoomMessages>(
  room: string,
  messages: Messages,
): () => Translate<Messages['en']> {
  instance.addResourceBundle('en', room, messages.en, true, true);
  instance.addResourceBundle('fr', room, messages.fr, true, true);
  const words = { en: translate<Messages['en']>(room, 'en'), fr: translate<Messages['en']>(room, 'fr') };
  return () => words[useLocale()];
}

/** The words of a room in one language, outside React (titles of windows, downloads). */
export function translate<Tree extends MessageTree>(room: string, locale: Locale): Translate<Tree> {
  const fixed = instance.getFixedT(locale, room);
  // `nest: false`: a customer's text that holds "$t(…)" is shown, never looked up.
  const read = (key: string, params?: Params): string => fixed(key, { ...params, nest: false }) as string;
  // A sentence without parameters is always the same.
  const said = new Map<string, string>();
  const say = (key: string, params?: Params): string => {
    if (params !== undefined) return read(key, params);
    const sentence = said.get(key) ?? read(key);
    said.set(key, sentence);
    return sentence;
  };
  const maybe = (key: string, params?: Params): string | undefined =>
    instance.exists(key, { lng: locale, ns: room, ...params }) ? say(key, params) : undefined;
  return Object.assign(say, { maybe }) as Translate<Tree>;
}
