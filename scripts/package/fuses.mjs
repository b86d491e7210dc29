import fuses from '@electron/fuses';

// One byte a fuse in the binary: the digits 0 and 1; anything else is a fuse that this Electron doesn’t have.
const stateByByte = new Map([
  [0x30, 'off'],
  [0x31, 'on'],
]);

/** How every fuse of a shipped binary must stand, by its name in Electron's documentation. */
const wanted = {
  RunAsNode: false,
  EnableCookieEncryption: true,
  EnableNodeOptionsEnvironmentVariable: false,
  EnableNodeCliInspectArguments: false,
  // Only macOS and Windows look at this one; elsewhere it stands the same and does nothing.
  EnableEmbeddedAsarIntegrityValidation: true,
  OnlyLoadAppFromAsar: true,
  LoadBrowserProcessSpecificV8Snapshot: false,
  GrantFileProtocolExtraPrivileges: false,
};

/** Reads the fuses out of a packaged binary: a list of { name, state, asWanted }. */
export async function readFuses(executable) {
  const wire = await fuses.getCurrentFuseWire(executable);
  return Object.entries(wanted).map(([name, on]) => {
    const state = stateByByte.get(wire[fuses.FuseV1Options[name]]) ?? 'missing';
    return { name, state, asWanted: state === (on ? 'on' : 'off') };
  });
}
