import { randomBytes } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Vault } from '../../src/store/encryption.js';

const master = () => randomBytes(32).toString('hex');
const ann = { tenant: 'slack:T1', person: 'U1' };

describe('what is sealed for a person', () => {
  it('comes out as it went in', () => {
    const { cipher } = new Vault(master()).newKey(ann);

    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        expect(cipher.open('place', cipher.seal('place', value))).toEqual(JSON.parse(JSON.stringify(value)));
      }),
    );
  });

  it('opens with the key unwrapped later by the same master key', () => {
    const key = master();
    const { cipher, wrapped, keyId } = new Vault(key).newKey(ann);
    const sealed = cipher.seal('people.state', { step: 1 });

    expect(new Vault(key).unwrap(ann, { wrapped, keyId }).open('people.state', sealed)).toEqual({ step: 1 });
  });

  it('does not open after any single bit has changed', () => {
    const { cipher } = new Vault(master()).newKey(ann);
    const sealed = Buffer.from(cipher.seal('place', 'secret'));

    fc.assert(
      fc.property(fc.nat(sealed.length * 8 - 1), (bit) => {
        const altered = Buffer.from(sealed);
        altered[bit >> 3] = (altered[bit >> 3] ?? 0) ^ (1 << (bit & 7));
        expect(() => cipher.open('place', altered)).toThrow('does not open with its key');
      }),
    );
  });

  it('does not open when cut short, down to nothing', () => {
    const { cipher } = new Vault(master()).newKey(ann);
    const sealed = cipher.seal('place', 'secret');

    for (let length = 0; length < sealed.length; length++)
      expect(() => cipher.open('place', sealed.subarray(0, length))).toThrow('does not open');
  });

  it('does not open in another place, and the error names the place and the person', () => {
    const { cipher } = new Vault(master()).newKey(ann);

    expect(() => cipher.open('outbox.payload 2', cipher.seal('outbox.payload 1', 'secret'))).toThrow(
      'outbox.payload 2 of person U1 of slack:T1',
    );
  });

  it('looks different every time and never shows the text', () => {
    const { cipher } = new Vault(master()).newKey(ann);
    const sealed = [cipher.seal('place', 'Initech'), cipher.seal('place', 'Initech')].map((bytes) =>
      Buffer.from(bytes).toString('latin1'),
    );

    expect(sealed[0]).not.toBe(sealed[1]);
    expect(sealed.join()).not.toContain('Initech');
  });
});

describe("a person's key", () => {
  it('cannot be used for another person, even one whose name runs together with the tenant alike', () => {
    const vault = new Vault(master());
    const { wrapped, keyId } = vault.newKey({ tenant: 'slack:T1', person: '2U' });

    expect(() => vault.unwrap({ tenant: 'slack:T12', person: 'U' }, { wrapped, keyId })).toThrow(
      'people.wrapped_key of person U of slack:T12 does not open',
    );
  });

  it('asks for the earlier master key when it was wrapped with another', () => {
    const [before, now] = [new Vault(master()), new Vault(master())];
    const key = before.newKey(ann);

    expect(() => now.unwrap(ann, key)).toThrow(
      `master key ${before.keyId}, but ENCRYPTION_KEY is ${now.keyId}`,
    );
  });
});

it('refuses a master key that is not 64 hexadecimal digits, without repeating it', () => {
  for (const wrong of ['', 'abc', `${'0'.repeat(63)}g`, '0'.repeat(65)]) {
    expect(() => new Vault(wrong)).toThrow('openssl rand -hex 32');
    if (wrong !== '') expect(() => new Vault(wrong)).not.toThrow(wrong);
  }
});
