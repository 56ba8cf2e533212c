import { z } from 'zod';

/** Channels with an icon and a name in the interface. Data may bring others: any short text is a channel. */
export const knownChannels = [
  'web',
  'app',
  'phone',
  'e-mail',
  'sms',
  'post',
  'store',
  'chat',
  'social',
  'bank',
  'partner',
  'event',
  'other',
] as const;
export type KnownChannel = (typeof knownChannels)[number];

export const channelSchema = z.string().trim().min(1).max(60);
export type Channel = z.infer<typeof channelSchema>;

const synonyms: Readonly<Record<KnownChannel, readonly string[]>> = {
  web: [
    'web',
    'website',
    'site',
    'site web',
    'internet',
    'online',
    'en ligne',
    'portal',
    'portail',
    'espace client',
  ],
  app: ['app', 'application', 'mobile', 'mobile app', 'appli', 'application mobile'],
  phone: [
    'phone',
    'telephone',
    'téléphone',
    'tel',
    'call',
    'call center',
    'appel',
    'conseiller',
    'intern telephone',
  ],
  'e-mail': ['e-mail', 'email', 'mail', 'courriel', 'mél'],
  sms: ['sms', 'text message', 'texto'],
  post: ['post', 'letter', 'courrier', 'lettre', 'paper', 'papier', 'poste'],
  store: [
    'store',
    'shop',
    'branch',
    'desk',
    'agence',
    'magasin',
    'boutique',
    'guichet',
    'point de vente',
    'counter',
  ],
  chat: ['chat', 'chatbot', 'messaging', 'messagerie', 'bot', 'whatsapp'],
  social: ['social', 'social media', 'réseaux sociaux', 'facebook', 'twitter', 'instagram', 'linkedin'],
  bank: ['bank', 'banque', 'transfer', 'virement'],
  partner: ['partner', 'partenaire', 'travel agent', 'broker', 'courtier', 'ta/to', 'gds'],
  event: ['event', 'événement', 'salon', 'fair'],
  other: ['other', 'autre', 'unknown', 'inconnu'],
};

const byName = new Map(
  knownChannels.flatMap((channel) => synonyms[channel].map((word) => [word, channel] as const)),
);

/** The known channel a word of the data stands for, in French or English; `other` when none fits. */
export const knownChannel = (channel: Channel): KnownChannel =>
  byName.get(channel.trim().toLowerCase()) ?? 'other';
