import { describe } from 'vitest';
import { createTerminalDriver } from '../channels/terminal/driver.js';
import { tellAll } from './tell.js';

describe('stories at the terminal', () => {
  tellAll((service, zone) => createTerminalDriver(service, { zone }), {
    typesLabels: true,
    keepsMessages: true,
  });
});
