import { describe, expect, it } from 'vitest';
import { saidByCustomer, tellerOf } from './first-person.ts';

describe('who tells a stage, in French', () => {
  it.each([
    'Je m’informe',
    "J'attends",
    'J’ATTENDS',
    'Enfin, je suis remboursé',
    'On me rappelle',
    'Mon dossier avance',
    'Nous choisissons notre maison',
    'Moi et ma banque',
    'I wait',
  ])('the customer: %s', (title) => expect(tellerOf(title, 'fr')).toBe('customer'));

  it.each([
    'Traitement de la demande',
    'La facturation',
    'L’envoi du contrat',
    'Fidéliser',
    'Le client compare',
    'Votre contrat est prêt',
    'Nous traitons la demande',
    'Parcours adhérents',
  ])('the company: %s', (title) => expect(tellerOf(title, 'fr')).toBe('company'));

  it.each(['Découverte', 'Attente', 'Comparaison des offres', 'Jeudi', '2'])('nobody: %s', (title) =>
    expect(tellerOf(title, 'fr')).toBe('nobody'),
  );
});

describe('who tells a stage, in English', () => {
  it.each([
    'I find out',
    'I’m waiting',
    'My claim moves',
    'We choose our house',
    'They call me back',
    'J’attends',
  ])('the customer: %s', (title) => expect(tellerOf(title, 'en')).toBe('customer'));

  it.each([
    'Processing',
    'Claim processing',
    'The onboarding',
    'Lead qualification',
    'Customer compares',
    'We process the claim',
    'Your contract is ready',
  ])('the company: %s', (title) => expect(tellerOf(title, 'en')).toBe('company'));

  it.each(['Discovery', 'Wait', 'Item', 'Image'])('nobody: %s', (title) =>
    expect(tellerOf(title, 'en')).toBe('nobody'),
  );
});

it('usual words of the trade are said as the customer would', () => {
  expect(saidByCustomer('Traitement du dossier', 'fr')).toBe('J’attends la réponse');
  expect(saidByCustomer('Post-purchase support', 'en')).toBe('I ask for help');
  expect(saidByCustomer('Quelque chose', 'fr')).toBeNull();
  expect(saidByCustomer('constructor', 'en')).toBeNull();
});
