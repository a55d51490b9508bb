import { expect, it } from 'vitest';
import { compliancePolicy } from './policy.js';

it('lets the stricter law win', () => {
  expect(compliancePolicy([])).toEqual({ offers: true, prominentCancel: false });
  expect(compliancePolicy(['usFederal'])).toEqual({ offers: true, prominentCancel: false });
  expect(compliancePolicy(['usFederal', 'california'])).toEqual({
    offers: true,
    prominentCancel: true,
  });
  expect(compliancePolicy(['california', 'minnesota'])).toEqual({
    offers: false,
    prominentCancel: true,
  });
});
