import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { listExamples, readExample, readJson, type PackageJson } from './example.ts';
import { examples } from './folders.ts';

interface Project {
  name: string;
  implicitDependencies: string[];
}

interface Lock {
  packages: Record<string, { resolved?: string }>;
}

describe.each(await listExamples())('%s', async (name) => {
  const manifest = (await readJson(join(examples, name, 'package.json'))) as PackageJson;
  const project = (await readJson(join(examples, name, 'project.json'))) as Project;
  const dependencies = { ...manifest.dependencies, ...manifest.devDependencies };

  it('is driven anew when a package that it names changes', () => {
    const ours = Object.keys(dependencies).filter((each) => each.startsWith('@fairwell/'));
    expect(project.name).toBe(manifest.name);
    expect(project.implicitDependencies.toSorted()).toEqual([...ours, 'examples'].toSorted());
  });

  it('has no target of Nx beside its own', () => {
    expect(manifest).toHaveProperty('nx.includedScripts', []);
  });

  it('has exact versions, and locks that name no registry and nothing of ours', async () => {
    const variants = await readExample(name);
    const versions = variants.flatMap((each) => Object.values(each.versions));
    for (const version of [...Object.values(dependencies), ...versions])
      expect(version).toMatch(/^\d+\.\d+\.\d+/);
    for (const { lock } of variants) {
      const text = await readFile(lock, 'utf8');
      const { packages } = JSON.parse(text) as Lock;
      expect(Object.values(packages).flatMap(({ resolved }) => resolved ?? [])).toEqual([]);
      expect(text).not.toMatch(/"(node_modules\/)?@fairwell/);
    }
  });
});
