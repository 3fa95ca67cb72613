import { describe } from 'vitest';
import { createTeamsDriver } from '../channels/teams/driver.js';
import { tellAll } from './tell.js';

describe('stories in Teams, through real activities and a recording connector', () => {
  tellAll((service, zone) => createTeamsDriver(service, { zone }));
});
