import { escapePath } from '#lib/media/escapePath.ts'
import type { HostFacts } from './host.ts'
import { found, refuse } from './linkRead.ts'

/** @param path of one of our files, below `DATA_DIR/media` */
export function ownAddress(path: string): string {
  return `/media/${escapePath(path)}`
}

/** What the hosts of own files share: a video's id is a path below the media folder. */
export function ownFileFacts(ending: RegExp): Omit<HostFacts, 'name' | 'ownFiles'> {
  return {
    precision: 'exact',
    endErrorFrames: 0,
    supportsOurCaptions: true,
    origins: {},
    address: ownAddress,
    readUrl: ({ url }) => (ending.test(url.pathname) ? refuse(ELSEWHERE) : null),
    readId(text) {
      if (!ending.test(text)) return null
      const path = text.replace(/^\/?media\//, '')
      const isPlain = path.split('/').every((name) => name !== '' && !/^\.|[\\\0]/.test(name))
      return isPlain ? found(path) : refuse(NO_PATH)
    },
  }
}

const ELSEWHERE =
  'A file at another address cannot be played, because its frames could not be counted exactly. Upload it, or put it into the media folder and give its path.'
const NO_PATH =
  'Give the path below the media folder, as in videos/storm.mp4. No name may begin with a dot.'
