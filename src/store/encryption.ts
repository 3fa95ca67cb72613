import { createCipheriv, createDecipheriv, createHash, randomBytes } from 'node:crypto';
import type { PersonKey } from '../service/ports.js';

const CIPHER = 'aes-256-gcm';
const KEY_BYTES = 32;
const NONCE_BYTES = 12;
const TAG_BYTES = 16;
const PERSON_KEY = 'people.wrapped_key';

/** Seals JSON values of one person. `place` names the column (and row) the bytes belong to; elsewhere they do not open. */
export interface PersonCipher {
  seal(place: string, value: unknown): Uint8Array;
  /** @throws Error naming the person and the place when the bytes were altered, moved, or sealed with another key. */
  open(place: string, sealed: Uint8Array): unknown;
}

export interface WrappedKey {
  readonly wrapped: Uint8Array;
  readonly keyId: string;
}

/** Makes and unwraps the keys of persons with the master key, which itself is never stored in the database. */
export class Vault {
  /** The one that wraps. It tells master keys apart without telling anything about them. */
  readonly keyId: string;
  readonly #master: Uint8Array;
  /** Those that open, by their id. */
  readonly #masters: ReadonlyMap<string, Uint8Array>;

  /** @param master 64 hexadecimal digits; `previous`, likewise, opens what it has wrapped and wraps nothing more */
  constructor(master: string, previous: string | null = null) {
    this.#master = masterFrom('ENCRYPTION_KEY', master);
    this.keyId = idOf(this.#master);
    const masters = new Map([[this.keyId, this.#master]]);
    if (previous !== null) {
      const other = masterFrom('ENCRYPTION_KEY_PREVIOUS', previous);
      masters.set(idOf(other), other);
    }
    this.#masters = masters;
  }

  opens(keyId: string): boolean {
    return this.#masters.has(keyId);
  }

  /** The same key, wrapped with the master key of now. @throws Error as `unwrap` does */
  rewrap(who: PersonKey, wrapped: WrappedKey, place = PERSON_KEY): WrappedKey {
    const key = opened(who, place, this.#masterOf(who, wrapped.keyId), wrapped.wrapped);
    return { wrapped: encrypt(this.#master, boundTo(who, place), key), keyId: this.keyId };
  }

  /** @param place the column that will hold it */
  newKey(who: PersonKey, place = PERSON_KEY): WrappedKey & { readonly cipher: PersonCipher } {
    const key = randomBytes(KEY_BYTES);
    return {
      wrapped: encrypt(this.#master, boundTo(who, place), key),
      keyId: this.keyId,
      cipher: personCipher(who, key),
    };
  }

  /** @throws Error when the key was wrapped with another master key, or for another person. */
  unwrap(who: PersonKey, { wrapped, keyId }: WrappedKey, place = PERSON_KEY): PersonCipher {
    return personCipher(who, opened(who, place, this.#masterOf(who, keyId), wrapped));
  }

  #masterOf(who: PersonKey, keyId: string): Uint8Array {
    const master = this.#masters.get(keyId);
    if (master === undefined)
      throw new Error(
        `The key of ${describe(who)} was wrapped with master key ${keyId}, but ENCRYPTION_KEY is ${this.keyId}: ` +
          'start with the earlier key in ENCRYPTION_KEY_PREVIOUS.',
      );
    return master;
  }
}

function masterFrom(variable: string, digits: string): Uint8Array {
  if (!/^[0-9a-f]{64}$/i.test(digits))
    throw new Error(`${variable} must be 64 hexadecimal digits; make them with: openssl rand -hex 32`);
  return Buffer.from(digits, 'hex');
}

function idOf(master: Uint8Array): string {
  return createHash('sha256').update('bowout key id').update(master).digest('hex').slice(0, 16);
}

function personCipher(who: PersonKey, key: Uint8Array): PersonCipher {
  return {
    seal: (place, value) => encrypt(key, boundTo(who, place), Buffer.from(JSON.stringify(value))),
    open: (place, sealed) => JSON.parse(opened(who, place, key, sealed).toString('utf8')),
  };
}

function opened(who: PersonKey, place: string, key: Uint8Array, sealed: Uint8Array): Buffer {
  try {
    return decrypt(key, boundTo(who, place), sealed);
  } catch (cause) {
    throw new Error(
      `${place} of ${describe(who)} does not open with its key: it was altered, moved from another row, or restored from another backup than the key.`,
      { cause },
    );
  }
}

/** JSON keeps the parts apart, so that no two persons and places share one text. */
function boundTo(who: PersonKey, place: string): Buffer {
  return Buffer.from(JSON.stringify([who.tenant, who.person, place]));
}

/** Nonce, tag, then the text. */
function encrypt(key: Uint8Array, bound: Uint8Array, plain: Uint8Array): Uint8Array {
  const nonce = randomBytes(NONCE_BYTES);
  const cipher = createCipheriv(CIPHER, key, nonce, { authTagLength: TAG_BYTES }).setAAD(bound);
  const text = Buffer.concat([cipher.update(plain), cipher.final()]);
  return Buffer.concat([nonce, cipher.getAuthTag(), text]);
}

function decrypt(key: Uint8Array, bound: Uint8Array, sealed: Uint8Array): Buffer {
  const nonce = sealed.subarray(0, NONCE_BYTES);
  const tag = sealed.subarray(NONCE_BYTES, NONCE_BYTES + TAG_BYTES);
  const decipher = createDecipheriv(CIPHER, key, nonce, { authTagLength: TAG_BYTES })
    .setAAD(bound)
    .setAuthTag(tag);
  return Buffer.concat([decipher.update(sealed.subarray(NONCE_BYTES + TAG_BYTES)), decipher.final()]);
}

function describe(who: PersonKey): string {
  return `person ${who.person} of ${who.tenant}`;
}
