// Runs on whatever Node (>= 20) is there: installs the packages, then hands over to the project's
// own Node, which runs the TypeScript beside this file as it is.
//
// node scripts/bootstrap.mjs FILE [ARGUMENTS]    runs FILE, named from the project's root
import { spawn, spawnSync } from 'node:child_process'
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'

const root = join(dirname(fileURLToPath(import.meta.url)), '..')
const installLock = join(root, '.installing')
const PARENT_POLL = 500

if (Number(process.versions.node.split('.')[0]) < 20) {
  fail(`Install Node 20 or newer: this is ${process.version}.`)
}
if (!isInstalled() && !(await install())) fail('npm ci failed: see above.')
run(process.argv[2], process.argv.slice(3))

/** Whether node_modules holds what package-lock.json asks for. npm keeps a list of what it holds. */
function isInstalled() {
  const wanted = readPackages('package-lock.json')
  const held = readPackages('node_modules/.package-lock.json')
  return Object.entries(wanted).every(
    ([path, { version, optional }]) => path === '' || optional || held[path]?.version === version,
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
  await takeInstallLock()
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

/** Two first starts at once: the second waits for the first's packages. */
async function takeInstallLock() {
  for (let told = false; ; told = true) {
    try {
      return writeFileSync(installLock, `${process.pid}`, { flag: 'wx' })
    } catch (error) {
      if (error.code !== 'EEXIST') throw error
    }
    if (!isAlive(Number(readIfThere(installLock)))) rmSync(installLock, { force: true })
    else {
      if (!told) console.log('Waiting for another start to install the packages')
      await wait(200)
    }
  }
}

function readIfThere(file) {
  return existsSync(file) ? readFileSync(file, 'utf8') : ''
}

function isAlive(pid) {
  try {
    return pid > 0 && process.kill(pid, 0)
  } catch {
    return false
  }
}

/** The script learns through the IPC channel when this process is gone, however it went. */
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

/** npm killed hands no signal on, but its end shows as a new parent (no shell between: `exec`). */
function endWithParent(end) {
  if (!process.env.npm_lifecycle_event) return
  const parent = process.ppid
  const timer = setInterval(() => {
    if (process.ppid === parent) return
    clearInterval(timer)
    end()
  }, PARENT_POLL)
  timer.unref()
}

function fail(message) {
  console.error(message)
  process.exit(1)
}
