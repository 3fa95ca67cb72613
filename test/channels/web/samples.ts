import type {
  CardMessage,
  DraftMessage,
  Message,
  QuestionMessage,
  ReminderMessage,
  SummaryMessage,
  TextMessage,
} from '../../../src/coach/message.js';

/** Messages as the coach makes them, one of each kind; tests change what they are about. */
const said = { key: 'sample', preview: 'A note from Bowout', choices: [] };

export const greeting: TextMessage = {
  ...said,
  kind: 'text',
  text: 'Hello. I am Bowout, a scripted coach.\n\nI can help you answer an offer, an interview invitation or a counteroffer.',
  choices: [
    { label: 'I have an offer', action: 'start:offer', style: 'primary' },
    { label: 'I am invited to an interview', action: 'start:interview' },
    { label: 'My employer made a counteroffer', action: 'start:counteroffer' },
  ],
};

export const choiceQuestion: QuestionMessage = {
  ...said,
  kind: 'question',
  text: 'How did the offer reach you?',
  progress: '2 of about 7',
  field: 'choice',
  answer: 'answer:channel',
  choices: [
    { label: 'In writing', action: 'answer:channel:writing' },
    { label: 'By phone', action: 'answer:channel:phone' },
    { label: 'Through a recruiter', action: 'answer:channel:recruiter' },
  ],
  controls: [
    { label: 'Back', action: 'back' },
    { label: 'Skip', action: 'skip' },
    { label: 'Why?', action: 'why' },
  ],
  form: null,
};

export const dateQuestion: QuestionMessage = {
  ...said,
  kind: 'question',
  text: 'When must you answer?',
  progress: '3 of about 7',
  field: 'date',
  answer: 'answer:deadline',
  choices: [],
  controls: [
    { label: 'Back', action: 'back' },
    { label: 'Skip', action: 'skip' },
  ],
  form: null,
};

export const formQuestion: QuestionMessage = {
  ...said,
  kind: 'question',
  text: 'What is the company called? A code name will do.',
  progress: '4 of about 7',
  field: 'text',
  answer: 'answer:company',
  choices: [],
  controls: [{ label: 'Skip', action: 'skip' }],
  form: {
    title: 'About the offer',
    submit: { label: 'Save these', action: 'form:offer', style: 'primary' },
    fields: [
      { id: 'company', label: 'Company or code name', field: 'text', options: [], value: null },
      { id: 'deadline', label: 'Answer by', field: 'date', options: [], value: null },
      {
        id: 'place',
        label: 'Where you would work',
        field: 'choice',
        options: [
          { value: 'office', label: 'In the office' },
          { value: 'remote', label: 'From home' },
        ],
        value: null,
      },
      { id: 'pay', label: 'Yearly pay', field: 'pay', options: [], value: '82,000 €' },
      { id: 'promises', label: 'Promises made aloud', field: 'long-text', options: [], value: null },
    ],
  },
};

export const summary: SummaryMessage = {
  ...said,
  kind: 'summary',
  title: 'This is what I understood',
  lines: [
    { label: 'Company', value: 'Offer A', change: { label: 'Change: Company', action: 'change:company' } },
    {
      label: 'Answer by',
      value: 'Friday, 27 November 2026',
      change: { label: 'Change: Answer by', action: 'change:deadline' },
    },
    {
      label: 'What speaks for it',
      value: 'The team, the product, and that I could live near my sister',
      change: { label: 'Change: What speaks for it', action: 'change:for' },
    },
  ],
  choices: [
    { label: 'That is right', action: 'confirm', style: 'primary' },
    { label: 'Start over', action: 'restart', style: 'danger' },
  ],
};

export const card: CardMessage = {
  ...said,
  kind: 'card',
  title: 'Negotiate, with one clear request',
  text: 'The role and the people fit. What is missing is one term, and they have moved before.',
  sections: [
    {
      heading: 'Why',
      items: ['The pay is 6 % under what you named', 'They raised the bonus when you asked'],
    },
    {
      heading: 'What would change my mind',
      items: ['A fixed refusal in writing', 'A start date before your notice ends'],
    },
    { heading: 'What it costs you', items: ['A longer way to work, about 40 minutes a day'] },
  ],
  choices: [{ label: 'Write the reply', action: 'draft', style: 'primary' }],
};

const parts = [
  { text: 'Dear Ms Okafor,', why: 'The name they signed with.' },
  {
    text: 'Thank you for the offer, and for the open talk with the team on Tuesday.',
    why: 'Thanks first, with one thing that is true and specific.',
  },
  {
    text: 'I would gladly sign at a yearly salary of 87,000 €. Sorry to ask for it this late.',
    why: 'One request, and what happens when it is met.',
  },
  { text: 'May we speak on Thursday?', why: 'A next step keeps it moving.' },
  { text: 'Kind regards,\nSam', why: 'Friendly and short.' },
];

export const draft: DraftMessage = {
  ...said,
  kind: 'draft',
  draft: 'd1',
  title: 'Your reply',
  subjects: ['Your offer: one question', 'Offer for the analyst role'],
  body: parts.map((part) => part.text).join('\n\n'),
  parts,
  findings: [
    {
      quote: 'Sorry to ask for it this late.',
      advice: 'No apology is needed here; without it the request is stronger.',
    },
  ],
  edit: 'edit:d1',
  choices: [
    { label: 'I have sent it', action: 'sent:d1', style: 'primary' },
    { label: 'Edit', action: 'edit:d1' },
    { label: 'Shorter', action: 'tone:short' },
    { label: 'More formal', action: 'tone:formal' },
  ],
};

export const reminder: ReminderMessage = {
  ...said,
  kind: 'reminder',
  preview: 'Something you asked me to remember',
  text: 'Tomorrow is the day you wanted to answer by. Your reply is ready.',
  choices: [
    { label: 'Show the reply', action: 'show:d1', style: 'primary' },
    { label: 'In two hours', action: 'snooze:2h' },
    { label: 'Done', action: 'done:r1' },
  ],
};

export const plain = (text: string): Message => ({ ...said, kind: 'text', text });
