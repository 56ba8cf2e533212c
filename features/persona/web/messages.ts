import * as contactsEn from './messages/contacts-en.ts';
import * as contactsFr from './messages/contacts-fr.ts';
import * as deliverableEn from './messages/deliverable-en.ts';
import * as deliverableFr from './messages/deliverable-fr.ts';
import * as discoveryEn from './messages/discovery-en.ts';
import * as discoveryFr from './messages/discovery-fr.ts';
import * as galleryEn from './messages/gallery-en.ts';
import * as galleryFr from './messages/gallery-fr.ts';
import * as pictureEn from './messages/picture-en.ts';
import * as pictureFr from './messages/picture-fr.ts';
import * as questionnaireEn from './messages/questionnaire-en.ts';
import * as questionnaireFr from './messages/questionnaire-fr.ts';
import * as sectionsEn from './messages/sections-en.ts';
import * as sectionsFr from './messages/sections-fr.ts';
import * as serviceEn from './messages/service-en.ts';
import * as serviceFr from './messages/service-fr.ts';
import * as sheetEn from './messages/sheet-en.ts';
import * as sheetFr from './messages/sheet-fr.ts';
import * as talkEn from './messages/talk-en.ts';
import * as talkFr from './messages/talk-fr.ts';

/** The words of the persona room. */
export const messages = {
  en: {
    ...sectionsEn.sections,
    ...sheetEn.sheet,
    ...pictureEn.picture,
    ...galleryEn.gallery,
    ...serviceEn.service,
    ...discoveryEn.discovery,
    ...questionnaireEn.questionnaire,
    ...deliverableEn.deliverable,
    ...talkEn.talk,
    ...contactsEn.contacts,
  },
  fr: {
    ...sectionsFr.sections,
    ...sheetFr.sheet,
    ...pictureFr.picture,
    ...galleryFr.gallery,
    ...serviceFr.service,
    ...discoveryFr.discovery,
    ...questionnaireFr.questionnaire,
    ...deliverableFr.deliverable,
    ...talkFr.talk,
    ...contactsFr.contacts,
  },
} as const;
