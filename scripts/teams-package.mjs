// Makes the app package that is uploaded to Teams: the manifest with this installation's values, and the icons.
// The manifest is checked first, offline, against Microsoft's schema (deploy/teams/manifest.schema.json, MIT licence).
// Usage: TEAMS_APP_ID=… BASE_URL=https://… node scripts/teams-package.mjs [file]
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { crc32, deflateRawSync } from 'node:zlib';
import Ajv from 'ajv-draft-04';

const folder = new URL('../deploy/teams/', import.meta.url);
const file = process.argv[2] ?? 'dist/bowout-teams.zip';

/** The value, or the end of the program with what to do. */
function required(name, pattern, remedy) {
  const value = process.env[name] ?? '';
  if (pattern.test(value)) return value;
  console.error(`${name} is ${value ? 'not valid' : 'missing'}: ${remedy}.`);
  process.exit(1);
}

const values = {
  TEAMS_APP_ID: required(
    'TEAMS_APP_ID',
    /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i,
    'copy the Application (client) ID of the bot registration',
  ),
  BASE_URL: required(
    'BASE_URL',
    /^https:\/\/[^\s"]+$/,
    'give the public https address of this server, such as https://bowout.example.com',
  ).replace(/\/$/, ''),
};
const manifest = readFileSync(new URL('manifest.json', folder), 'utf8').replace(
  /\{\{(\w+)\}\}/g,
  (_, name) => values[name],
);

const schema = JSON.parse(readFileSync(new URL('manifest.schema.json', folder), 'utf8'));
const ajv = new Ajv({ allErrors: true, strict: false, validateFormats: false });
if (!ajv.validate(schema, JSON.parse(manifest))) {
  console.error('The manifest is not one that Teams takes. Mend deploy/teams/manifest.json:');
  for (const { instancePath, message } of ajv.errors) console.error(`  - ${instancePath || 'it'} ${message}`);
  process.exit(1);
}

// A zip file is each entry with its header, then the list of the headers again, then where that list is.
function zip(entries) {
  const files = [];
  const list = [];
  let offset = 0;
  for (const [name, data] of entries) {
    const packed = deflateRawSync(data, { level: 9 });
    const fields = Buffer.alloc(26);
    fields.writeUInt16LE(20, 0); // version needed
    fields.writeUInt16LE(8, 4); // deflate
    fields.writeUInt16LE(0x21, 8); // 1980-01-01: the same input gives the same package
    fields.writeUInt32LE(crc32(data), 10);
    fields.writeUInt32LE(packed.length, 14);
    fields.writeUInt32LE(data.length, 18);
    fields.writeUInt16LE(name.length, 22);
    const entry = Buffer.concat([Buffer.from('PK\x03\x04', 'latin1'), fields, Buffer.from(name), packed]);
    const tail = Buffer.alloc(14);
    tail.writeUInt32LE(offset, 10);
    list.push(Buffer.concat([Buffer.from('PK\x01\x02\x14\x00', 'latin1'), fields, tail, Buffer.from(name)]));
    files.push(entry);
    offset += entry.length;
  }
  const size = list.reduce((sum, item) => sum + item.length, 0);
  const end = Buffer.alloc(18);
  end.writeUInt16LE(entries.length, 4);
  end.writeUInt16LE(entries.length, 6);
  end.writeUInt32LE(size, 8);
  end.writeUInt32LE(offset, 12);
  return Buffer.concat([...files, ...list, Buffer.from('PK\x05\x06', 'latin1'), end]);
}

const icons = ['color.png', 'outline.png'].map((name) => [name, readFileSync(new URL(name, folder))]);
mkdirSync(dirname(file), { recursive: true });
writeFileSync(file, zip([['manifest.json', Buffer.from(manifest)], ...icons]));
console.log(`${file} is ready: upload it in Teams under Apps, "Manage your apps".`);
