/** The words of the map read from top to bottom. */
export const messages = {
  en: {
    way: 'Way to look at the map',
    read: 'Read',
    draw: 'Draw',
    contents: 'Stages',
  },
  fr: {
    way: 'Façon de voir la carte',
    read: 'Lire',
    draw: 'Dessiner',
    contents: 'Étapes',
  },
} as const;
