const NAMES = new Set(['localhost', '127.0.0.1', '[::1]'])
/** As `addressOf` writes them: of an IPv6 address the network. */
const LOOPBACK = /^(127\.|0:0:0:0::\/64$)/

/**
 * Whether a request was made on the machine the site runs on, and the site is for this machine only.
 * The address, because with another `HOST` the network gets in; the name, because a foreign page
 * whose name is made to point here comes from here, too.
 */
export function isOnThisMachine(
  { host, address }: { host: string | null; address: string },
  origins: string[],
): boolean {
  const isLocal = (url: string) => URL.canParse(url) && NAMES.has(new URL(url).hostname)
  return origins.every(isLocal) && isLocal(`http://${host}`) && LOOPBACK.test(address)
}
