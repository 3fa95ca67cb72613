import { describe } from 'vitest';
import { createSlackDriver } from '../channels/slack/driver.js';
import { tellAll } from './tell.js';

describe('stories in Slack, through signed requests and a recording Web API', () => {
  tellAll((service, zone) => createSlackDriver(service, { zone }), { editsInForm: true });
});
