import { spawn } from 'node:child_process';

/** The command that opens an address, where there is a display to open it on. */
function opener(environment: NodeJS.ProcessEnv): string | undefined {
  if (environment['CI'] !== undefined) return undefined;
  if (process.platform === 'darwin') return 'open';
  if (process.platform === 'win32') return 'explorer';
  const display = environment['DISPLAY'] ?? environment['WAYLAND_DISPLAY'];
  return display === undefined ? undefined : 'xdg-open';
}

/** Opens an address in the person's browser; without a display it does nothing, and its failure is nobody's trouble. */
export function openBrowser(address: string): void {
  const command = opener(process.env);
  if (command === undefined) return;
  spawn(command, [address], { stdio: 'ignore', detached: true })
    .on('error', () => {})
    .unref();
}
