import { testArrivals } from './arrivals.suite.js';
import { testConversation } from './conversation.suite.js';
import { testDeleting } from './deleting.suite.js';
import { openHarness, type Setup } from './harness.js';
import { testInstallations } from './installations.suite.js';
import { testItself } from './itself.suite.js';
import { testOutbox } from './outbox.suite.js';
import { testReminders } from './reminders.suite.js';
import { testRemoving } from './removing.suite.js';
import { testRotating } from './rotating.suite.js';
import { testWalls } from './walls.suite.js';

/** What every implementation of the store promises, whatever database is below. */
export function testStore(setup: () => Promise<Setup>): void {
  const harness = openHarness(setup);
  testConversation(harness);
  testArrivals(harness);
  testReminders(harness);
  testOutbox(harness);
  testDeleting(harness);
  testRemoving(harness);
  testWalls(harness);
  testInstallations(harness);
  testItself(harness);
  testRotating(setup);
}
