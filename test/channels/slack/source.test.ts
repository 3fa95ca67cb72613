import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addressAt, idsOf, placeIn, sourceOf } from '../../../src/channels/slack/source.js';
import { event, fixture, fixtureNames } from './fixtures.js';

const team = 'T024BE7LD';
const inOrganisation = fixture('message-in-organisation');

describe('where a payload comes from', () => {
  it('is the workspace that it is for', () => {
    for (const name of ['message', 'command', 'click-button', 'shortcut', 'view-submission'])
      expect([name, sourceOf(fixture(name))]).toEqual([
        name,
        { type: 'ours', place: { team, enterprise: null } },
      ]);
  });

  it('is the workspace and its organisation', () => {
    const place = { team, enterprise: 'E0ORG00001' };
    for (const name of ['message-in-organisation', 'click-in-organisation'])
      expect([name, sourceOf(fixture(name))]).toEqual([name, { type: 'ours', place }]);
    expect(idsOf(place)).toEqual([team, 'E0ORG00001']);
  });

  it('is the organisation alone, where Slack names no workspace', () => {
    const click = { ...fixture('click-in-organisation'), team: null, user: { id: 'W1' } };
    expect(sourceOf(click)).toMatchObject({ place: { team: null, enterprise: 'E0ORG00001' } });
  });

  it('is where Bowout is installed, whatever team the rest of the event names', () => {
    const shared = { ...fixture('message'), team_id: 'T0ELSE001', context_team_id: 'T0ELSE001' };
    expect(sourceOf(shared)).toMatchObject({ type: 'ours', place: { team } });
  });

  it('is told for every payload there is, and for every other value', () => {
    for (const name of fixtureNames()) expect(() => sourceOf(fixture(name))).not.toThrow();
    fc.assert(fc.property(fc.jsonValue(), (value) => void sourceOf(value)));
  });

  it('goes into the address, and comes out of it again', () => {
    const place = { team, enterprise: 'E0ORG00001' };
    const address = addressAt(place, {
      channel: 'slack',
      to: { team: 'E0ORG00001', user: 'W1', channel: 'D1' },
    });
    expect(address.to).toEqual({ team, enterprise: 'E0ORG00001', user: 'W1', channel: 'D1' });
    expect(placeIn(address.to)).toEqual(place);
  });
});

describe('somebody of another company', () => {
  const shared = (payload: object) => ({ ...payload, is_ext_shared_channel: true });

  it.each([
    ['whose team the event names', event('message', { user_team: 'T0ELSE001' })],
    ['whose message comes from another team', event('message', { source_team: 'T0ELSE001' })],
    ['in a conversation that is shared', shared(fixture('message'))],
    ['in a conversation that an organisation shares', shared({ ...inOrganisation })],
  ])('%s', (_, payload) => {
    expect(sourceOf(payload)).toMatchObject({ type: 'stranger', channel: 'D0DIRECT01', place: { team } });
  });

  it('may click where they like: it leads to nothing', () => {
    const click = { ...fixture('click-button'), user: { id: 'U0ELSE001', team_id: 'T0ELSE001' } };
    expect(sourceOf(click)).toMatchObject({ type: 'stranger', channel: null });
  });

  it.each([
    ['of the same team', shared(event('message', { user_team: team }))],
    [
      'of another workspace of the same organisation',
      {
        ...inOrganisation,
        event: { ...(inOrganisation['event'] as object), user_team: 'T0SISTER1' },
      },
    ],
    [
      'of the organisation itself',
      shared({
        ...inOrganisation,
        event: { ...(inOrganisation['event'] as object), user_team: 'E0ORG00001' },
      }),
    ],
    [
      'who clicks in another workspace of the same organisation',
      { ...fixture('click-in-organisation'), user: { id: 'W1', team_id: 'T0SISTER1' } },
    ],
  ])('is not somebody %s', (_, payload) => {
    expect(sourceOf(payload).type).toBe('ours');
  });
});

describe('a removal', () => {
  it('is told with the bots whose tokens went, or for all', () => {
    expect(sourceOf(fixture('tokens-revoked'))).toEqual({
      type: 'removed',
      place: { team, enterprise: null },
      bots: ['U0BOTSELF'],
      at: 1_795_161_600,
    });
    expect(sourceOf(fixture('app-uninstalled'))).toMatchObject({ type: 'removed', bots: null });
    expect(sourceOf(event('tokens-revoked', { tokens: { oauth: ['U1'] } }))).toMatchObject({ bots: [] });
  });

  it('is told without authorizations too, as Slack documents it', () => {
    const { authorizations: _, context_team_id: __, ...bare } = fixture('app-uninstalled');
    expect(sourceOf(bare)).toMatchObject({ type: 'removed', place: { team, enterprise: null } });
  });
});
