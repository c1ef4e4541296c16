import { createInterface } from 'node:readline'
import { type REPLServer, start } from 'node:repl'
import { PassThrough } from 'node:stream'

/**
 * Runs a REPL until it is left or `stop` is aborted. Input from a pipe is evaluated line by line, each
 * after the promise of the previous line has settled, and only results are printed.
 * @param names the values that can be used in it, by name
 */
export async function runRepl(names: object, stop: AbortSignal): Promise<void> {
  const interactive = process.stdin.isTTY === true
  const lines = new PassThrough()
  const repl = interactive
    ? start({ prompt: 'framewise> ' })
    : start({ prompt: '', input: lines, output: process.stdout, terminal: false })
  Object.assign(repl.context, names)
  const exited = new Promise<void>((resolve) => repl.once('exit', () => resolve()))
  stop.addEventListener('abort', () => repl.close())
  if (!interactive) await feedLineByLine(repl, lines, exited)
  await exited
}

/** Node's REPL alone would evaluate the next line of a pipe while the last one still awaits. */
async function feedLineByLine(repl: REPLServer, input: PassThrough, exited: Promise<void>) {
  let prompted = () => {}
  // The prompt follows every line, whether a result, an error, a command or half a statement.
  repl.displayPrompt = () => prompted()
  for await (const line of createInterface({ input: process.stdin })) {
    const done = new Promise<void>((resolve) => {
      prompted = resolve
    })
    input.write(`${line}\n`)
    await Promise.race([done, exited])
  }
  repl.close()
}
