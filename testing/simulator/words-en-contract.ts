import type { ContractWords } from './words.ts';

/** What is said in English about subscribing and complaining. */
export const englishContract: ContractWords = {
  quote: {
    low: [
      'You must give your telephone number before seeing a price.',
      'The quote does not match what I had ticked.',
      'Impossible to compare the plans on a phone.',
    ],
    middling: [
      'The price is clear, the cover much less so.',
      'I have the quote, now I have to understand it.',
      'A lot of questions for a simple price.',
    ],
    high: [
      'A quote in four minutes, and no pestering afterwards.',
      'The three plans were easy to compare.',
      'The price shown is the price you pay.',
    ],
  },
  adviser: {
    low: [
      'I was mostly offered extras.',
      'The person read from a sheet without listening to me.',
      'The appointment was at {clock} and I was seen an hour late.',
    ],
    middling: [
      'A pleasant talk, a little too much selling.',
      'I got answers, though not all of them.',
      'Good advice, a little long.',
    ],
    high: [
      'I was advised against an extra I do not need, which is rare.',
      'The adviser took the time to understand my situation.',
      'Everything was said clearly, including what is not covered.',
      'Real advice, not a sale.',
    ],
  },
  signing: {
    low: [
      'The electronic signature failed {few} times.',
      'Pages of conditions to accept with one click, and no summary.',
      'The code by text never came.',
    ],
    middling: ['Signing is simple, the documents are too long.', 'It works, but you need two devices.'],
    high: [
      'Signed from my sofa in five minutes.',
      'A one-page summary before signing, good idea.',
      'My old contract was cancelled for me.',
    ],
  },
  welcome: {
    low: [
      'A welcome message without the card, what is the point.',
      'The message is addressed to a first name that is not mine.',
      'Welcome, and straight away advertising.',
    ],
    middling: ['A kind message with little that is useful.', 'I would rather have had the card at once.'],
    high: [
      'Everything was in the message: card, contact, first steps.',
      'A simple and warm welcome.',
      'A name and a direct number from the first day.',
    ],
  },
  complaint: {
    low: [
      'The complaint I made in {month} was never answered.',
      'I am asked to send again what I have already sent {few} times.',
      'It takes a formal complaint to get €{amount} back.',
      'I speak to someone else at each call.',
      'The form only takes five hundred characters.',
      'Nobody can tell me who is handling my file for {care}.',
    ],
    middling: [
      'The complaint is on record, we will see.',
      'I was given a number, not a date.',
      'I was listened to, but nothing came of it.',
    ],
    high: [
      'Making the complaint was simple.',
      'A person with a name is following my complaint.',
      'I was told at once when to expect an answer.',
    ],
  },
  answer: {
    low: [
      'A standard answer that does not mention my case.',
      '{days} days to answer that it is not your department.',
      'The answer quotes a clause of the contract and stops there.',
    ],
    middling: [
      'The answer came, a little late.',
      'Part of the problem was admitted.',
      'The complaint was dealt with, without a word of apology.',
    ],
    high: [
      'The mistake was admitted and I received an apology.',
      'A clear answer, signed, with a direct number.',
      'The problem with {care} is settled, and the gesture of €{amount} was welcome.',
    ],
  },
};
