import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { seedSandbox, type Database } from '../src/index.js';
import { emptyDatabase, openTestDatabase } from './support/database.js';
import { sandboxData, thirtyOff } from './support/fixtures.js';
import { startService, type TestService } from './support/service.js';

let database: Database;
let service: TestService;
beforeAll(async () => {
  database = await openTestDatabase();
});
beforeEach(async () => {
  await emptyDatabase(database);
  await seedSandbox(database, sandboxData);
  service = await startService({ database });
});
afterEach(() => service.close());
afterAll(() => database.close());

describe('a customer who takes the discount', () => {
  it('is started', async () => {
    const session = await service.session('cus_monthly');
    expect(session.endsAt).toBe('2026-12-01T00:00:00.000Z');
    const answer = await service.act(session, {
      type: 'discount',
      offerId: 'why/too_expensive',
      couponId: 'SAVE30',
    });
    expect(answer.body.outcome).toEqual({
      type: 'discount',
      coupon: thirtyOff,
      until: '2027-02-15T12:00:00.000Z',
    });
    const record = await service.read(session);
    expect(record.body).toMatchObject({ result: 'discount' });
  });
});
