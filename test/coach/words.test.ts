import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createWords, renderText } from '../../src/coach/words.js';

const words = createWords('en', {
  coach: { hello: 'Hello {{name}}.', tips: ['One.', 'Two for {{name}}.'], plain: 'Just this.' },
});

describe('the words of a locale', () => {
  test('fill in what a text names, as plain text', () => {
    expect(words.text('coach.hello', { name: '<b>Ana & Co</b>' })).toBe('Hello <b>Ana & Co</b>.');
    expect(words.list('coach.tips', { name: 'Ana' })).toEqual(['One.', 'Two for Ana.']);
    expect(words.text('coach.plain')).toBe('Just this.');
  });

  test('a typed template stays what was typed', () => {
    fc.assert(
      fc.property(
        fc.constantFrom('{{name}}', '{{{x}}}', '{{#a}}b{{/a}}', '{{> p}}', '{{=<% %>=}}'),
        (typed) => {
          expect(words.text('coach.hello', { name: typed })).toBe(`Hello ${typed}.`);
        },
      ),
    );
  });

  test.each([
    ['{{missing}}', {}, 'missing'],
    ['{{#list}}{{item.name}}{{/list}}', { list: [{ item: {} }] }, 'item.name'],
    ['{{^off}}{{inner}}{{/off}}', { off: false }, 'inner'],
    ['{{#on}}{{inner}}{{/on}}', { on: true }, 'inner'],
    ['{{a.b}}', { a: null }, 'a.b'],
    ['{{gone}}', { gone: null }, 'gone'],
  ])('%j with %j names the variable that is missing', (template, variables, name) => {
    expect(() => renderText(template, variables, 'coach.x')).toThrow(
      `"coach.x" needs the variable "${name}"`,
    );
  });

  test('a guarded place may stay empty, a list may hold plain values, a name may reach into a value', () => {
    expect(renderText('{{#name}}Dear {{name}}{{/name}}{{^name}}Hello{{/name}}', { name: null }, 'x')).toBe(
      'Hello',
    );
    expect(renderText('{{#items}}{{.}} {{/items}}{{! aside }}', { items: ['a', 'b'] }, 'x')).toBe('a b');
    expect(renderText('{{offer.from}}', { offer: { from: 'Acme' } }, 'x')).toBe('Acme');
    expect(renderText('{{^items}}none{{/items}}', { items: [] }, 'x')).toBe('none');
  });

  test.each([
    ['text', () => words.text('coach.gone')],
    ['text', () => words.text('coach.tips')],
    ['text', () => words.text('coach.hello.deeper')],
    ['list', () => words.list('coach.hello')],
    ['group', () => words.group('coach.tips')],
  ])('an unknown %s is an error that says where to add it', (wanted, read) => {
    expect(read).toThrow(`no ${wanted}`);
    expect(read).toThrow('templates/en');
  });

  test('tell what they hold', () => {
    expect(words.has('coach.hello')).toBe(true);
    expect(words.has('coach.toString')).toBe(false);
    expect(Object.keys(words.group('coach'))).toEqual(['hello', 'tips', 'plain']);
  });
});
