import { describe, expect, it } from 'vitest';
import type { PersonKey } from '../../src/service/ports.js';
import type { Harness } from './harness.js';
import { aConversation, aPerson } from './samples.js';

export function testArrivals(harness: Harness): void {
  const isOvertaking = (who: PersonKey, doneAt: number) =>
    harness.store.turn(who, (turn) => turn.isOvertaking(doneAt));
  const note = (who: PersonKey, id: string) => harness.store.turn(who, (turn) => turn.noteInbound(id));
  const waiting = (who: PersonKey) => harness.countRows('arrivals', who);

  describe('what has arrived', () => {
    it('is let pass by what the same person did later, and by nothing else', async () => {
      const [who, other] = [aPerson(), aPerson()];
      await harness.store.announce(who, 'the first', 1_795_161_600_114_519);

      expect(await isOvertaking(who, 1_795_161_600_114_520)).toBe(true);
      expect(await isOvertaking(who, 1_795_161_600_114_519)).toBe(false);
      expect(await isOvertaking(who, 1_795_161_600_114_518)).toBe(false);
      expect(await isOvertaking(other, 1_795_161_600_114_520)).toBe(false);
    });

    it('is let pass until it is noted', async () => {
      const who = aPerson();
      await harness.store.announce(who, 'the first', 10);

      await harness.store.turn(who, async (turn) => {
        expect(await turn.noteInbound('the first')).toBe(true);
        expect(await turn.isOvertaking(20)).toBe(false);
      });

      expect(await isOvertaking(who, 20)).toBe(false);
    });

    it('is still to come when its turn fails', async () => {
      const who = aPerson();
      await harness.store.announce(who, 'the first', 10);
      const failing = harness.store.turn(who, async (turn) => {
        await turn.noteInbound('the first');
        throw new Error('the flow is broken');
      });

      await expect(failing).rejects.toThrow('the flow is broken');
      expect(await isOvertaking(who, 20)).toBe(true);
    });

    it('that was handled before holds up nobody, whenever its copy comes', async () => {
      const who = aPerson();
      await note(who, 'the first');
      await harness.store.announce(who, 'the first', 10);
      expect(await waiting(who)).toBe(0);

      await harness.store.announce(who, 'the second', 20);
      await harness.store.announce(who, 'the second', 20);
      expect([await note(who, 'the second'), await note(who, 'the second')]).toEqual([true, false]);
      expect(await waiting(who)).toBe(0);
    });

    it('and is not handled holds up nobody for long, and is purged', async () => {
      const who = aPerson();
      await harness.store.announce(who, 'the first', 10);
      await harness.driver.query(`update arrivals set announced_at = now() - interval '3 seconds'`);
      expect(await isOvertaking(who, 20)).toBe(false);
      await harness.store.purge();
      expect(await waiting(who)).toBe(1);

      await harness.driver.query(`update arrivals set announced_at = now() - interval '2 minutes'`);
      await harness.store.purge();
      expect(await waiting(who)).toBe(0);
    });

    it('goes with the person', async () => {
      const who = aPerson();
      await harness.store.turn(who, (turn) => turn.save(aConversation()));
      await harness.store.announce(who, 'the first', 10);
      await harness.store.turn(who, (turn) => turn.deletePerson());

      expect(await waiting(who)).toBe(0);
    });
  });
}
