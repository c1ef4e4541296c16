// Runs on the installed Node (>= 20): installs the packages if needed, then runs FILE with the
// project's own Node, which executes TypeScript without a build step.
//
// node scripts/bootstrap.mjs FILE [ARGUMENTS]    FILE is relative to the project's root
import { spawn, spawnSync } from 'node:child_process'
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'

const root = join(dirname(fileURLToPath(import.meta.url)), '..')
const installLock = join(root, '.installing')
const PARENT_POLL_MS = 500

if (Number(process.versions.node.split('.')[0]) < 20) {
  fail(`Install Node 20 or newer: this is ${process.version}.`)
}
if (!isInstalled() && !(await install())) fail('npm ci failed: see above.')
run(process.argv[2], process.argv.slice(3))

/** Whether node_modules matches package-lock.json; npm records there what it has installed. */
function isInstalled() {
  const locked = readPackages('package-lock.json')
  const installed = readPackages('node_modules/.package-lock.json')
  return Object.entries(locked).every(
    ([path, { version, optional }]) =>
      path === '' || optional || installed[path]?.version === version,
  )
}

function readPackages(file) {
  try {
    return JSON.parse(readFileSync(join(root, file), 'utf8')).packages
  } catch {
    return {}
  }
}

async function install() {
  await acquireInstallLock()
  try {
    if (isInstalled()) return true
    console.log('Installing the packages (a minute, once)')
    const flags = ['--include=dev', '--no-audit', '--no-fund', '--loglevel=error']
    const { status } = spawnSync('npm', ['ci', ...flags], { cwd: root, stdio: 'inherit' })
    return status === 0
  } finally {
    rmSync(installLock, { force: true })
  }
}

/** Of two concurrent first starts the second waits until the first has installed the packages. */
async function acquireInstallLock() {
  for (let isLogged = false; ; isLogged = true) {
    try {
      return writeFileSync(installLock, `${process.pid}`, { flag: 'wx' })
    } catch (error) {
      if (error.code !== 'EEXIST') throw error
    }
    if (!isAlive(Number(readIfExists(installLock)))) rmSync(installLock, { force: true })
    else {
      if (!isLogged) console.log('Waiting for another start to install the packages')
      await wait(200)
    }
  }
}

function readIfExists(file) {
  return existsSync(file) ? readFileSync(file, 'utf8') : ''
}

function isAlive(pid) {
  try {
    return pid > 0 && process.kill(pid, 0)
  } catch {
    return false
  }
}

/** The IPC channel closes when this process ends, even by kill -9: the script then ends too. */
function run(file, args) {
  const node = join(root, 'node_modules', '.bin', 'node')
  const child = spawn(node, [join(root, file), ...args], {
    cwd: root,
    env: { ...process.env, NEXT_TELEMETRY_DISABLED: '1' },
    stdio: ['inherit', 'inherit', 'inherit', 'ipc'],
  })
  const signals = ['SIGINT', 'SIGTERM', 'SIGHUP']
  for (const signal of signals) process.on(signal, () => child.kill(signal))
  endWithParent(() => child.kill('SIGTERM'))
  child.on('error', (error) => fail(error.message))
  child.on('exit', (code, signal) => process.exit(code ?? (signal === 'SIGINT' ? 130 : 1)))
}

/**
 * A killed npm forwards no signal, but this process then has a new parent. The npm scripts use `exec`
 * so that no shell is in between.
 */
function endWithParent(end) {
  if (!process.env.npm_lifecycle_event) return
  const parent = process.ppid
  const timer = setInterval(() => {
    if (process.ppid === parent) return
    clearInterval(timer)
    end()
  }, PARENT_POLL_MS)
  timer.unref()
}

function fail(message) {
  console.error(message)
  process.exit(1)
}
