import { createInterface } from 'node:readline'
import { type REPLServer, start } from 'node:repl'
import { PassThrough } from 'node:stream'

/**
 * A REPL with these names in it, until it is left or `stop` is aborted. From a pipe it takes one
 * line after the other, each after the former's promise has settled, and prints only results.
 */
export async function openRepl(names: object, stop: AbortSignal): Promise<void> {
  const interactive = process.stdin.isTTY === true
  const lines = new PassThrough()
  const repl = interactive
    ? start({ prompt: 'framewise> ' })
    : start({ prompt: '', input: lines, output: process.stdout, terminal: false })
  Object.assign(repl.context, names)
  const left = new Promise<void>((resolve) => repl.once('exit', () => resolve()))
  stop.addEventListener('abort', () => repl.close())
  if (!interactive) await feedLineByLine(repl, lines, left)
  await left
}

/** The REPL itself would start a pipe's next line while an `await` of the last is under way. */
async function feedLineByLine(repl: REPLServer, input: PassThrough, left: Promise<void>) {
  let prompted = () => {}
  // The prompt is what follows every line, be it a result, an error, a command or half a statement.
  repl.displayPrompt = () => prompted()
  for await (const line of createInterface({ input: process.stdin })) {
    const done = new Promise<void>((resolve) => {
      prompted = resolve
    })
    input.write(`${line}\n`)
    await Promise.race([done, left])
  }
  repl.close()
}
