import { describe, expect, it } from 'vitest';
import { summarize } from './summary.ts';

const task = (name: string, passed = true) => {
  const [project = '', target = ''] = name.split(':');
  return { project, target, passed, cached: false };
};
const report = (project: string, passed: number, failed = 0) => ({
  project,
  target: 'test',
  passed,
  failed,
  failures: Array.from({ length: failed }, (_, index) => `pays once ${index}: expected 1`),
});

describe('summarize', () => {
  it('adds up the tests of all projects', () => {
    const { passed, failed } = summarize(
      [task('core:test'), task('node:test')],
      [report('core', 12), report('node', 3)],
    );
    expect({ passed, failed }).toEqual({ passed: 15, failed: 0 });
  });

  it('counts failed tests once, not their task too', () => {
    const { passed, failed } = summarize([task('core:test', false)], [report('core', 10, 2)]);
    expect({ passed, failed }).toEqual({ passed: 10, failed: 2 });
  });

  it('says which tests failed, after their task', () => {
    const { lines } = summarize([task('core:test', false)], [report('core', 10, 1)]);
    expect(lines.slice(-2)).toEqual(['FAILED  core:test', '  pays once 0: expected 1']);
  });

  it('counts a task that failed without a failed test, and names it', () => {
    const { failed, lines } = summarize(
      [task('core:lint', false), task('core:test', false)],
      [report('core', 10)],
    );
    expect(failed).toBe(2);
    expect(lines).toEqual(expect.arrayContaining(['FAILED  core:lint', 'FAILED  core:test']));
  });

  it('counts a task that several stages needed once', () => {
    const { failed } = summarize([task('core:build', false), task('core:build', false)], []);
    expect(failed).toBe(1);
  });

  it('fails when no test ran', () => {
    const { failed, lines } = summarize([task('core:lint')], []);
    expect(failed).toBe(1);
    expect(lines).toContain('FAILED  no test ran');
  });
});
