/** The part of a custom-elements manifest that matters here. */
interface Manifest {
  readonly modules: readonly {
    readonly declarations?: readonly {
      readonly name: string;
      readonly members?: readonly {
        readonly name: string;
        readonly privacy?: string;
        readonly static?: boolean;
      }[];
    }[];
  }[];
}

/** Storybook makes a control of every field: leaves only those that a page may set. */
export function publicManifest(manifest: Manifest): Manifest {
  return {
    ...manifest,
    modules: manifest.modules.map((module) => ({
      ...module,
      declarations: module.declarations?.map((declaration) => ({
        ...declaration,
        members: declaration.members?.filter(
          (member) => !member.static && (member.privacy ?? 'public') === 'public',
        ),
      })),
    })),
  };
}
